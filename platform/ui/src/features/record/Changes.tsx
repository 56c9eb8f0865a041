import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Changed, RecordName } from '@/api'
import { say } from '@/i18n'
import { formatAgo, formatTime, formatValue, isEmpty } from '@/kit/field/format'
import { useFields, useMembers } from '@/kit/field/useFields'
import type { RecordKind } from './kinds'
import { recordHistoryQuery } from './queries'
import classes from './record.module.css'

/** What a change changed, in the words of the fields. */
export function ChangeLines({ record, changes }: { record: RecordName; changes: Changed[] }) {
  const { t } = useTranslation()
  const { byKey } = useFields(record)
  const members = useMembers()
  const show = (key: string, value: unknown) => {
    const field = byKey.get(key.replace(/^fields\./, ''))
    if (field) return formatValue(field, value, members)
    return Array.isArray(value) ? t('change.lines', { count: value.length }) : typeof value === 'object' ? '…' : String(value)
  }
  return (
    <>
      {changes.map((change) => {
        const field = byKey.get(change.field.replace(/^fields\./, ''))
        return (
          <span key={change.field} style={{ display: 'block', overflowWrap: 'anywhere' }}>
            <Text component="span" inherit c="dimmed">
              {field ? say(field.label) : t(`change.field.${change.field}`, { defaultValue: change.field })}:
            </Text>{' '}
            {!isEmpty(change.before) && <del>{show(change.field, change.before)}</del>} {isEmpty(change.after) ? t('field.empty') : show(change.field, change.after)}
          </span>
        )
      })}
    </>
  )
}

export function RecordChanges({ kind, id }: { kind: RecordKind; id: string }) {
  const { t } = useTranslation()
  const history = useQuery(recordHistoryQuery(kind, id))
  if (!history.data?.items.length) return null
  return (
    <section aria-label={t('history.title')} style={{ marginTop: 26 }}>
      <Title order={2} size="h3" fz={13} c="dimmed" mb={10}>
        {t('history.title')}
      </Title>
      <ul className={classes.changes}>
        {history.data.items.map((one) => (
          <li key={one.id}>
            <Text size="xs" c="dimmed" title={formatTime(one.at)}>
              {one.actor.name || t('actor.system')} {t(`change.${/Trashed$/.test(one.type) ? 'trashed' : /Restored$/.test(one.type) ? 'restored' : /Revised$/.test(one.type) ? 'revised' : 'added'}`)} · {formatAgo(one.at)}
            </Text>
            {!/Placed$|Recorded$|Received$|Planned$/.test(one.type) && <ChangeLines record={kind} changes={one.changes} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
