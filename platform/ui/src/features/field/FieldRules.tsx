import { Button, Stack, Text, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '@/api'
import { say } from '@/i18n'
import type { PartProps } from './draft'
import classes from './field.module.css'

/** When it shows and when it is valid, in CEL; out of the way until somebody wants it. */
export function FieldRules({ draft, set, errorAt, fields, own }: PartProps & { fields: Field[]; own?: string }) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState(Boolean(draft.visibleWhen || draft.validWhen))
  // Keys of fields belong into the rule that was written last.
  const [into, setInto] = useState<'visibleWhen' | 'validWhen'>('visibleWhen')
  const refused = ['visibleWhen', 'validWhen', 'validMessage'].some(errorAt)
  if (!wanted && !refused)
    return (
      <div>
        <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => setWanted(true)}>
          {t('fields.addRule')}
        </Button>
      </div>
    )
  const rule = (key: 'visibleWhen' | 'validWhen', example: string) => (
    <Textarea autosize minRows={1} label={t(`fields.${key}`)} placeholder={example} spellCheck={false} error={errorAt(key)} value={draft[key] ?? ''} onFocus={() => setInto(key)} onChange={(event) => set({ [key]: event.currentTarget.value })} />
  )
  return (
    <Stack gap={12} className={classes.rule}>
      <Text size="sm" c="dimmed">
        {t('fields.ruleHint')}
      </Text>
      <div className={classes.words} role="group" aria-label={t('fields.ruleWords')}>
        {fields
          .filter((one) => one.key !== own && !/^(created|updated)At$|^customerName$|^address\./.test(one.key))
          .slice(0, 24)
          .map((one) => (
            <UnstyledButton key={one.key} title={say(one.label)} onClick={() => set({ [into]: `${draft[into] ?? ''}${draft[into] ? ' ' : ''}record.${one.key}` })}>
              record.{one.key}
            </UnstyledButton>
          ))}
      </div>
      {rule('visibleWhen', "record.stage == 'customer'")}
      {rule('validWhen', 'record.birthDate < today()')}
      {draft.validWhen?.trim() && (
        <div className={classes.grid}>
          <TextInput label={t('fields.messageVi')} maxLength={200} error={errorAt('validMessage')} value={draft.messageVi} onChange={(event) => set({ messageVi: event.currentTarget.value })} />
          <TextInput label={t('fields.messageEn')} maxLength={200} value={draft.messageEn} onChange={(event) => set({ messageEn: event.currentTarget.value })} />
        </div>
      )}
    </Stack>
  )
}
