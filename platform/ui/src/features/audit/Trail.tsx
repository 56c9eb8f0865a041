import { Button, Group, Select, Text } from '@mantine/core'
import { IconDownload, IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { api, type AuditQuery } from '@/api'
import { DateInput } from '@/kit/field/DateInput'
import { useMembers } from '@/kit/field/useFields'
import { SettingsPage } from '@/kit/SettingsPage'
import { Failure, LinesSkeleton, Message } from '@/kit/states'
import { failed } from '@/kit/toast'
import { RECORDS } from '../role/queries'
import { useSession } from '../session/useSession'
import { Entry } from './Entry'
import type { TrailView } from './view'
import { ACTS, useActWords } from './words'
import classes from './trail.module.css'

/** Who did what, when and from where, and what it was before. */
export function Trail() {
  const { t } = useTranslation()
  const view = useSearch({ from: '/inside/settings/trail' })
  const navigate = useNavigate()
  const people = useMembers()
  const { workspace } = useSession()
  const words = useActWords()
  const query: AuditQuery = {
    who: view.who, act: view.act, recordType: view.record, recordId: view.id, customerId: view.customer,
    from: view.from && dayjs(view.from).startOf('day').toISOString(),
    until: view.until && dayjs(view.until).add(1, 'day').startOf('day').toISOString(),
  }
  const trail = useInfiniteQuery({
    queryKey: ['audit', view],
    queryFn: ({ pageParam, signal }) => api.audit.list({ ...query, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
  const whole = useMutation({ mutationFn: api.audit.whole, onSuccess: (file) => keep(file, `trail-${workspace.slug}-${dayjs().format('YYYYMMDD-HHmm')}.ndjson`), onError: failed })
  const change = (next: Partial<TrailView>) => void navigate({ to: '/settings/trail', search: (old) => ({ ...old, ...next }), replace: true })
  const narrowed = Object.values(view).some(Boolean)
  const entries = trail.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <SettingsPage
      title={t('settings.trail')}
      lead={t('trail.lead')}
      action={
        <Button variant="default" leftSection={<IconDownload size={16} />} loading={whole.isPending} onClick={() => whole.mutate()}>
          {t('trail.download')}
        </Button>
      }
    >
      <div className={classes.filters} role="search" aria-label={t('trail.search')}>
        <Select size="xs" clearable searchable label={t('trail.who')} placeholder={t('trail.anybody')} nothingFoundMessage={t('filter.noField')} value={view.who ?? null} onChange={(who) => change({ who: who ?? undefined })} data={people.map((one) => ({ value: one.id, label: one.name }))} />
        <Select size="xs" clearable searchable label={t('trail.what')} placeholder={t('trail.anything')} nothingFoundMessage={t('filter.noField')} value={view.act ?? null} onChange={(act) => change({ act: act ?? undefined })} data={ACTS.map((value) => ({ value, label: words(value) }))} />
        <Select size="xs" clearable label={t('trail.of')} placeholder={t('trail.anything')} value={view.record ?? null} onChange={(record) => change({ record: record ?? undefined })} data={RECORDS.map((value) => ({ value, label: t(`roles.record.${value}`) }))} />
        <DateInput size="xs" label={t('trail.from')} value={view.from ?? null} onChange={(from) => change({ from: from ?? undefined })} />
        <DateInput size="xs" label={t('trail.until')} value={view.until ?? null} onChange={(until) => change({ until: until ?? undefined })} />
      </div>
      {(view.customer || view.id) && (
        <Group gap="xs" mb="sm">
          <Text size="sm">{t('trail.oneRecord')}</Text>
          <Button size="compact-xs" variant="subtle" onClick={() => change({ customer: undefined, id: undefined })}>
            {t('trail.ofAll')}
          </Button>
        </Group>
      )}
      {trail.isPending ? (
        <LinesSkeleton lines={8} />
      ) : trail.error ? (
        <Failure error={trail.error} onRetry={() => void trail.refetch()} />
      ) : entries.length === 0 && !trail.hasNextPage ? (
        <Message
          icon={IconHistory}
          title={t(narrowed ? 'trail.nothing' : 'trail.none')}
          action={
            narrowed && (
              <Button variant="default" onClick={() => void navigate({ to: '/settings/trail', search: {} })}>
                {t('trail.dropAll')}
              </Button>
            )
          }
        >
          {narrowed ? undefined : t('trail.noneHint')}
        </Message>
      ) : (
        <>
          <ol className={classes.entries} aria-label={t('settings.trail')}>
            {entries.map((entry, n) => (
              <Entry key={entry.seq} entry={entry} day={dayOf(entry.at) !== dayOf(entries[n - 1]?.at)} />
            ))}
          </ol>
          {trail.hasNextPage && (
            <Button variant="subtle" color="gray" mt="sm" loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
              {t('trail.older')}
            </Button>
          )}
        </>
      )}
      <Text size="sm" c="dimmed" mt={24}>
        {t('trail.sealed')}
      </Text>
    </SettingsPage>
  )
}

const dayOf = (at: string | undefined) => at && dayjs(at).format('YYYY-MM-DD')

function keep(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
