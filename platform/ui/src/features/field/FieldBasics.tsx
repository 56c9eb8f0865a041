import { Autocomplete, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Field, FieldType } from '@/api'
import { say } from '@/i18n'
import { capital } from '@/kit/field/format'
import { TYPES, type PartProps } from './draft'
import classes from './field.module.css'

/** What the field is called, of which type it is and where it stands. */
export function FieldBasics({ draft, set, errorAt, fields, fixed }: PartProps & { fields: Field[]; fixed: boolean }) {
  const { t } = useTranslation()
  const sections = [...new Set(fields.filter((one) => one.owner === 'workspace' && one.sectionLabel).map((one) => say(one.sectionLabel)))]
  const types = TYPES.includes(draft.type) ? TYPES : [...TYPES, draft.type]
  return (
    <>
      <TextInput data-autofocus label={t('fields.labelVi')} required withAsterisk={false} maxLength={80} error={errorAt('label')} value={draft.vi} onChange={(event) => set({ vi: event.currentTarget.value })} />
      <TextInput label={t('fields.labelEn')} maxLength={80} placeholder={draft.vi} value={draft.en} onChange={(event) => set({ en: event.currentTarget.value })} />
      <NativeSelect
        label={t('fields.type')}
        disabled={fixed}
        description={fixed ? t('fields.typeFixed') : undefined}
        error={errorAt('type')}
        data={types.map((value) => ({ value, label: capital(t(`field.type.${value}`)) }))}
        value={draft.type}
        onChange={(event) => set({ type: event.currentTarget.value as FieldType })}
      />
      <Autocomplete label={t('fields.section')} placeholder={t('fields.sectionNone')} data={sections} maxLength={60} error={errorAt('section')} value={draft.sectionName} onChange={(sectionName) => set({ sectionName })} />
      <TextInput className={classes.wide} label={t('fields.help')} description={t('fields.helpHint')} maxLength={300} error={errorAt('help')} value={draft.helpVi} onChange={(event) => set({ helpVi: event.currentTarget.value })} />
    </>
  )
}
