import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Sensitivity } from '@/api'
import { opens, type PartProps } from './draft'
import classes from './field.module.css'

const SENSITIVITIES = ['public', 'personal', 'sensitive'] as const

/** Whether it must be filled in and can be looked for, and what it is kept for. */
export function FieldUse({ draft, set, errorAt }: PartProps) {
  const { t } = useTranslation()
  return (
    <>
      <div className={classes.switches}>
        {(draft.type === 'file' ? [] : (['required', 'unique', 'searchable'] as const)).map((key) => (
          <Switch key={key} label={t(`fields.${key}`)} description={t(`fields.${key}Hint`)} checked={draft[key] ?? false} error={errorAt(key)} onChange={(event) => set({ [key]: event.currentTarget.checked })} />
        ))}
      </div>
      <div className={classes.grid}>
        <NativeSelect label={t('fields.sensitivityLabel')} description={t('fields.sensitivityHint')} error={errorAt('sensitivity')} data={SENSITIVITIES.map((value) => ({ value, label: t(`fields.sensitivity.${value}`) }))} value={draft.sensitivity ?? 'personal'} onChange={(event) => set({ sensitivity: event.currentTarget.value as Sensitivity })} />
        <TextInput label={t('fields.purpose')} placeholder={t('fields.purposePlaceholder')} maxLength={300} error={errorAt('purpose')} value={draft.purposeVi} onChange={(event) => set({ purposeVi: event.currentTarget.value })} />
        {opens(draft) && <TextInput label={t('fields.sensitivityReason')} maxLength={300} error={errorAt('reason')} value={draft.reason} onChange={(event) => set({ reason: event.currentTarget.value })} />}
      </div>
    </>
  )
}
