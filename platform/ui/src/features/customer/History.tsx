import { Button, Text, Title } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '@/api'
import { say } from '@/i18n'
import { formatAgo, formatTime, formatValue, isEmpty } from '@/kit/field/format'
import { useFields, useMembers } from '@/kit/field/useFields'
import { Failure, LinesSkeleton } from '@/kit/states'
import { historyQuery } from './queries'
import classes from './profile.module.css'

const KNOWN = ['CustomerRegistered', 'CustomerRevised', 'CustomerArchived', 'CustomerRestored']

/** What happened to this record, who did it, and what it was before. */
export function History({ id }: { id: string }) {
  const { t } = useTranslation()
  const history = useInfiniteQuery(historyQuery(id))
  if (history.isPending) return <LinesSkeleton lines={5} />
  if (history.error) return <Failure error={history.error} onRetry={() => void history.refetch()} />
  const entries = history.data.pages.flatMap((page) => page.items)
  return (
    <section aria-label={t('history.title')}>
      <Title order={2} size="h3" mb={14}>
        {t('history.title')}
      </Title>
      <ol className={classes.timeline}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button variant="subtle" color="gray" size="xs" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t('history.more')}
        </Button>
      )}
    </section>
  )
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation()
  const { byKey } = useFields()
  const members = useMembers()
  const name = entry.actor?.name ?? (entry.actor?.kind ? t(`actor.${entry.actor.kind}`, { defaultValue: entry.actor.kind }) : t('actor.system'))
  const what = KNOWN.includes(entry.type) ? t(`history.${entry.type}`) : entry.type
  const show = (key: string, value: unknown) => {
    const field = byKey.get(key.replace(/^fields\./, ''))
    return field ? formatValue(field, value, members) : typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
  // A new record's values stand on the profile already.
  const changes = entry.type === 'CustomerRegistered' ? [] : entry.changes
  return (
    <li className={classes.entry}>
      <Text size="sm">
        <b style={{ fontWeight: 600 }}>{name}</b> {what}
      </Text>
      <Text size="xs" c="dimmed" title={formatTime(entry.at)}>
        {formatAgo(entry.at)}
        {entry.source && ` · ${t(`source.${entry.source}`, { defaultValue: entry.source })}`}
      </Text>
      {changes.length > 0 && (
        <dl className={classes.changes}>
          {changes.map((change) => {
            const field = byKey.get(change.field.replace(/^fields\./, ''))
            return (
              <div key={change.field}>
                <dt>{field ? say(field.label) : change.field}:</dt>
                <dd>
                  {!isEmpty(change.before) && <del>{show(change.field, change.before)}</del>}
                  {isEmpty(change.after) ? t('field.empty') : show(change.field, change.after)}
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </li>
  )
}
