import { Select, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, FieldAccess, RecordName } from '@/api'
import { say } from '@/i18n'
import { foldAccents } from '@/kit/field/parse'
import { arranged, fieldsQuery } from '@/kit/field/useFields'
import { Failure, LinesSkeleton } from '@/kit/states'
import { ACCESSES } from './queries'
import classes from './role.module.css'

type Said = Record<string, FieldAccess>
type Props = { record: RecordName; said: Said; fixed: boolean; onChange: (said: Said) => void }

const LONG = 12

/** What is seen of each field: what is not said of one follows from the rest. */
export function FieldAccesses({ record, said, fixed, onChange }: Props) {
  const { t } = useTranslation()
  const catalogue = useQuery(fieldsQuery(record))
  const [sought, setSought] = useState('')
  if (catalogue.isPending) return <LinesSkeleton lines={6} />
  if (catalogue.error) return <Failure error={catalogue.error} onRetry={() => void catalogue.refetch()} />
  const all = fieldsOf(catalogue.data.items, record)
  const rest: FieldAccess = said['*'] ?? 'write'
  const usual = (field: Field): FieldAccess => (field.owner !== 'core' && field.sensitivity && field.sensitivity !== 'public' ? 'hidden' : rest)
  const set = (key: string, value: string | null) => {
    const { [key]: _, ...others } = said
    onChange(value === null || value === '' ? others : { ...others, [key]: value as FieldAccess })
  }
  const wanted = foldAccents(sought.trim())
  const found = all.filter((field) => foldAccents(say(field.label)).includes(wanted))
  const words = (value: FieldAccess) => t(`roles.access.${value}`)
  return (
    <>
      <div className={classes.fieldLine} data-first>
        <Text fw={500} style={{ flex: 1 }}>
          {t('roles.allFields')}
        </Text>
        <Select className={classes.access} size="xs" disabled={fixed} allowDeselect={false} aria-label={t('roles.allFields')} value={rest} data={ACCESSES.map((value) => ({ value, label: words(value) }))} onChange={(value) => set('*', value === 'write' ? null : value)} />
      </div>
      {all.length > LONG && <TextInput size="xs" mb={4} leftSection={<IconSearch size={15} />} aria-label={t('roles.findField')} placeholder={t('roles.findField')} value={sought} onChange={(event) => setSought(event.currentTarget.value)} />}
      <ul className={classes.fields}>
        {found.map((field) => (
          <li key={field.key} className={classes.fieldLine} data-said={said[field.key] ? true : undefined}>
            <span className={classes.fieldName}>{say(field.label)}</span>
            {field.sensitivity && field.sensitivity !== 'public' && (
              <Text component="span" size="xs" c="dimmed">
                {t(`fields.sensitivities.${field.sensitivity}` as never, { defaultValue: t(`roles.sensitivity.${field.sensitivity}`) })}
              </Text>
            )}
            <Select
              className={classes.access}
              size="xs"
              disabled={fixed}
              allowDeselect={false}
              aria-label={t('roles.accessOf', { name: say(field.label) })}
              value={said[field.key] ?? ''}
              data={[{ value: '', label: t('roles.asRest', { what: words(usual(field)).toLocaleLowerCase() }) }, ...ACCESSES.map((value) => ({ value, label: words(value) }))]}
              onChange={(value) => set(field.key, value)}
            />
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('filter.noField')}
        </Text>
      )}
    </>
  )
}

/** An address is seen as a whole, and what is worked out is worked out of what is seen. */
const fieldsOf = (fields: Field[], record: RecordName) => arranged(fields, record).edited.filter((one) => !one.readOnly)
