import { Button, Group, UnstyledButton } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, type Field, type Member } from '@/api'
import { say } from '@/i18n'
import { FieldInput } from '../field/FieldInput'
import { FilesOf } from '../field/FileValue'
import { isEmpty, patchOf, readField } from '../field/format'
import { failed } from '../toast'
import { FieldValue } from './FieldValue'
import classes from './record.module.css'

type Props<R extends { id: string }> = {
  field: Field
  record: R
  members: Member[]
  readOnly: boolean
  save: (base: R, patch: object) => Promise<boolean>
  /** What a feature has to say about the value, beside it. */
  mark?: ReactNode
}

/** A value that turns into its input where it stands. Enter saves, Escape takes it back. */
export function EditableField<R extends { id: string }>({ field, record, members, readOnly, save, mark }: Props<R>) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const [value, setValue] = useState<unknown>(null)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const base = useRef(record)
  const button = useRef<HTMLButtonElement>(null)
  const returnFocus = useRef(false)
  useEffect(() => {
    if (!editing && returnFocus.current) {
      returnFocus.current = false
      button.current?.focus()
    }
  }, [editing])

  const start = () => {
    base.current = record
    setValue(readField(record, field) ?? null)
    setErrors({})
    setEditing(true)
  }
  const stop = () => {
    returnFocus.current = true
    setEditing(false)
  }
  const commit = async () => {
    const clean = Array.isArray(value) ? value.filter((one) => typeof one !== 'object' || !('value' in one) || one.value.trim() !== '') : value
    if (JSON.stringify(clean ?? null) === JSON.stringify(readField(base.current, field) ?? null)) return stop()
    setBusy(true)
    try {
      await save(base.current, patchOf(field, isEmpty(clean) && !Array.isArray(clean) ? null : clean))
      stop()
    } catch (error) {
      const found = isProblem(error) ? error.byField : {}
      if (Object.keys(found).length > 0) setErrors(found)
      else failed(error)
    } finally {
      setBusy(false)
    }
  }
  const label = say(field.label)
  const own = Object.entries(errors).find(([place]) => place.replace(/^fields\./, '') === field.key)?.[1]
  const message = own ?? (Object.keys(errors).some((one) => one.includes('[')) ? undefined : Object.values(errors)[0])
  return (
    <FilesOf value={{ record: field.record ?? 'customer', id: record.id }}>
      <div className={classes.field} data-editing={editing || undefined} data-field={field.key}>
        <div className={classes.label} id={`label-${field.key}`}>
          {label}
        </div>
        {editing ? (
          <form
            className={classes.edit}
            onSubmit={(event) => {
              event.preventDefault()
              void commit()
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                event.stopPropagation()
                stop()
              }
            }}
          >
            <FieldInput field={field} value={value} onChange={setValue as never} members={members} label={false} autoFocus error={message} errors={errors} />
            <Group gap={6} mt={6}>
              <Button type="submit" size="compact-sm" loading={busy}>
                {t('action.save')}
              </Button>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={stop}>
                {t('action.cancel')}
              </Button>
            </Group>
          </form>
        ) : readOnly || (field.access && field.access !== 'write') ? (
          <div className={classes.value} data-masked={field.access === 'masked' || undefined}>
            <FieldValue field={field} record={record} members={members} />
            {field.access === 'masked' && <IconEyeOff size={15} stroke={1.7} color="var(--q-muted)" role="img" aria-label={t('field.masked')} style={{ flex: 'none' }}><title>{t('field.masked')}</title></IconEyeOff>}
            {mark}
          </div>
        ) : (
          <div className={classes.value}>
            <FieldValue field={field} record={record} members={members} onEmpty={start} />
            <UnstyledButton ref={button} className={classes.cover} onClick={start} data-edit aria-label={t('field.edit', { name: label })} />
            {mark}
          </div>
        )}
      </div>
    </FilesOf>
  )
}
