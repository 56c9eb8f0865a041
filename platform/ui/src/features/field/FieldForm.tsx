import { Button, Group, Modal, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Field, type RecordName } from '@/api'
import { say } from '@/i18n'
import { useFields } from '@/kit/field/useFields'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { bodyOf, draftOf, hasChoices, newFieldOf, type Draft, type PartProps } from './draft'
import { FieldBasics } from './FieldBasics'
import { FieldChoices } from './FieldChoices'
import { FieldLimits } from './FieldLimits'
import { FieldRules } from './FieldRules'
import { FieldUse } from './FieldUse'
import { useForgetFields } from './queries'
import classes from './field.module.css'

/** What the form has a place for; other errors stand above it. */
const KNOWN = ['label', 'help', 'type', 'section', 'required', 'unique', 'searchable', 'min', 'max', 'maxLength', 'pattern', 'choices', 'purpose', 'visibleWhen', 'validWhen', 'validMessage']
const isAt = (place: string, key: string) => place === key || place.startsWith(`${key}.`) || place.startsWith(`${key}[`)

export function FieldForm({ record, field, onClose }: { record: RecordName; field: Field | null; onClose: () => void }) {
  const { t } = useTranslation()
  const forget = useForgetFields()
  const { fields } = useFields(record)
  const [draft, setDraft] = useState<Draft>(() => draftOf(field))
  const keep = useMutation({
    mutationFn: () => (field ? api.field.change(field, bodyOf(draft)) : api.field.create(newFieldOf(draft, record))),
    onSuccess: (saved) => {
      forget()
      done(t(field ? 'fields.changed' : 'fields.added', { name: say(saved.label) }))
      onClose()
    },
  })
  const errors = isProblem(keep.error) ? keep.error.byField : {}
  const part: PartProps = {
    draft,
    set: (patch) => setDraft((old) => ({ ...old, ...patch })),
    errorAt: (key) => Object.entries(errors).find(([place]) => isAt(place, key))?.[1],
  }
  return (
    <Modal opened onClose={onClose} size="xl" title={field ? t('fields.editOf', { name: say(field.label) }) : t('fields.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate()
        }}
      >
        <Stack gap={16}>
          <FormProblem error={keep.error} fields={Object.keys(errors).filter((place) => KNOWN.some((key) => isAt(place, key)))} />
          <div className={classes.grid}>
            <FieldBasics {...part} fields={fields} fixed={field !== null} />
            {hasChoices(draft.type) && <FieldChoices {...part} />}
            <FieldLimits {...part} />
          </div>
          <FieldUse {...part} />
          <FieldRules {...part} fields={fields} own={field?.key} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={keep.isPending} disabled={!draft.vi.trim()}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
