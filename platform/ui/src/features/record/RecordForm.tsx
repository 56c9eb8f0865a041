import { Button, Group, Input, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Fragment, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, type Field } from '@/api'
import { CustomerPicker } from '@/kit/field/CustomerPicker'
import { FieldInput } from '@/kit/field/FieldInput'
import { isEmpty, patchOf, readField } from '@/kit/field/format'
import { useLaidOut } from '@/kit/field/layout'
import { isWritable, useFields, useMembers } from '@/kit/field/useFields'
import { useRules } from '@/kit/field/useRules'
import { FormProblem, LinesSkeleton } from '@/kit/states'
import { done } from '@/kit/toast'
import { useKeys } from '@/kit/useKeys'
import { errorOf } from '../customer/sections'
import { collection, type AnyRecord, type FormKind } from './kinds'
import { useRecordCache } from './queries'
import classes from './record.module.css'

type Draft = Record<string, unknown> & { customerId?: string | null; fields?: Record<string, unknown> }
type Props = {
  kind: FormKind
  start: Draft
  /** Fields that make no sense before the record exists. */
  without?: string[]
  customerNeeded: boolean
  onClose: () => void
  onSaved?: (record: AnyRecord) => void
}

/** A new interaction, feedback or task, filled in by the catalogue's fields. */
export function RecordForm({ kind, start, without = [], customerNeeded, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const cache = useRecordCache(kind)
  const members = useMembers()
  const { edited, isPending } = useFields(kind)
  const [draft, setDraft] = useState<Draft>(start)
  const rules = useRules(kind, edited, draft)
  const attempt = useRef(crypto.randomUUID())
  const form = useRef<HTMLFormElement>(null)
  const create = useMutation({
    mutationFn: async () => {
      const full = Object.fromEntries(Object.entries(draft).filter(([, value]) => !isEmpty(value)))
      return (await collection(kind).create(full, attempt.current)) as AnyRecord
    },
    onSuccess: (record) => {
      cache.put(record)
      cache.forgetLists()
      done(t(`record.saved.${kind}`))
      onClose()
      onSaved?.(record)
    },
    onError: () => {
      attempt.current = crypto.randomUUID()
    },
  })
  useKeys({ 'mod+enter': () => form.current?.requestSubmit() })
  const errors = isProblem(create.error) ? create.error.byField : {}
  const set = (field: Field, value: unknown) =>
    setDraft((old) => {
      const patch = patchOf(field, value) as Draft
      return { ...old, ...patch, ...(patch.fields ? { fields: { ...old.fields, ...patch.fields } } : {}) }
    })
  const sections = useLaidOut(kind, edited.filter((one) => isWritable(one) && !without.includes(one.key) && !rules.hidden.has(one.key) && one.type !== 'file'))
  const fields = sections.flatMap((one) => one.fields)
  const placed = fields.flatMap((field) => Object.keys(errors).filter((place) => errorOf(field, { [place]: 'x' })))
  return (
    <Modal opened onClose={onClose} title={t(`record.add.${kind}`)} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
      {isPending ? (
        <LinesSkeleton />
      ) : (
        <form
          ref={form}
          onSubmit={(event) => {
            event.preventDefault()
            create.mutate()
          }}
        >
          <FormProblem error={create.error} fields={[...placed, 'customerId']} />
          <div className={classes.form} style={{ marginTop: create.error ? 14 : 0 }}>
            <Input.Wrapper className={classes.wide}>
              <CustomerPicker
                label={t('record.customer')}
                required={customerNeeded}
                data-autofocus={!start.customerId || undefined}
                error={errors.customerId}
                value={draft.customerId ?? null}
                onChange={(customerId) => setDraft({ ...draft, customerId })}
              />
            </Input.Wrapper>
            {sections.map((section) => (
              <Fragment key={section.id}>
                {sections.length > 1 && <h3 className={`${classes.wide} ${classes.sectionTitle}`}>{section.title}</h3>}
                {section.fields.map((field) => (
                  <div key={field.key} className={wide(field) ? classes.wide : undefined} data-field={field.key}>
                    <FieldInput
                      field={field}
                      members={members}
                      value={readField(draft, field)}
                      onChange={((value: unknown) => set(field, value)) as never}
                      error={errorOf(field, errors) ?? errorOf(field, rules.errors)}
                      errors={errors}
                    />
                  </div>
                ))}
              </Fragment>
            ))}
          </div>
          <Group justify="flex-end" gap="xs" mt="lg">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending} disabled={customerNeeded && !draft.customerId}>
              {t('action.save')}
            </Button>
          </Group>
        </form>
      )}
    </Modal>
  )
}

const wide = (field: Field) => ['title', 'subject', 'body', 'resolution'].includes(field.key) || field.type === 'longtext' || field.type === 'address'
