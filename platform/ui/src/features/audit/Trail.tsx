import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconDownload, IconHistory, IconRefresh } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import dayjs from 'dayjs'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api'
import { formatNumber } from '@/kit/field/format'
import { SettingsPage } from '@/kit/SettingsPage'
import { Failure, LinesSkeleton, Message } from '@/kit/states'
import { failed } from '@/kit/toast'
import { useSession } from '../session/useSession'
import { Entry } from './Entry'
import { Filters } from './Filters'
import { queryOf } from './query'
import { Verified } from './Verified'
import type { TrailView } from './view'
import classes from './trail.module.css'

const PAGE = 50
/** By field, reason or kind of actor the server looks through so many entries at a time, and may find none among them. */
const LOOKS = 10

/** Who did what, when and from where, and what it was before. */
export function Trail() {
  const { t } = useTranslation()
  const view = useSearch({ from: '/inside/settings/trail' })
  const navigate = useNavigate()
  const client = useQueryClient()
  const { workspace } = useSession()
  const queryKey = ['audit', view]
  const trail = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => api.audit.list({ ...queryOf(view), cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    // All that was turned over would be fetched again, page after page.
    refetchOnWindowFocus: false,
  })
  const whole = useMutation({ mutationFn: api.audit.whole, onSuccess: (file) => keep(file, `trail-${workspace.slug}-${dayjs().format('YYYYMMDD-HHmm')}.ndjson`), onError: failed })
  const change = (next: Partial<TrailView>) => void navigate({ to: '/settings/trail', search: (old) => ({ ...old, ...next }), replace: true })
  const dropAll = () => void navigate({ to: '/settings/trail', search: {} })
  const narrowed = Object.values(view).some(Boolean)
  const pages = trail.data?.pages ?? []
  const entries = pages.flatMap((page) => page.items)
  const empty = pages.length - 1 - pages.findLastIndex((page) => page.items.length > 0)
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = trail
  const seeking = hasNextPage && empty > 0 && empty < LOOKS && !isFetchNextPageError
  useEffect(() => {
    if (seeking && !isFetchingNextPage) void fetchNextPage()
  }, [seeking, isFetchingNextPage, fetchNextPage, empty])
  const passed = pages.at(-1)?.nextCursor
  return (
    <SettingsPage
      title={t('settings.trail')}
      lead={t('trail.lead')}
      action={
        <Group gap={6} wrap="nowrap">
          <ActionIcon size={36} variant="default" aria-label={t('trail.refresh')} title={t('trail.refresh')} loading={trail.isRefetching} onClick={() => void client.resetQueries({ queryKey: ['audit'] })}>
            <IconRefresh size={17} />
          </ActionIcon>
          <Button variant="default" leftSection={<IconDownload size={16} />} loading={whole.isPending} onClick={() => whole.mutate()}>
            {t('trail.download')}
          </Button>
        </Group>
      }
    >
      <Verified />
      <Filters view={view} onChange={change} />
      {view.id && (
        <Group gap="xs" mb="sm">
          <Text size="sm">{t('trail.oneRecord')}</Text>
          <Button size="compact-xs" variant="subtle" onClick={() => change({ id: undefined })}>
            {t('trail.ofAll')}
          </Button>
        </Group>
      )}
      {trail.isPending ? (
        <LinesSkeleton lines={8} />
      ) : trail.error && entries.length === 0 ? (
        <Failure error={trail.error} onRetry={() => void trail.refetch()} />
      ) : entries.length === 0 && !hasNextPage ? (
        <Message
          icon={IconHistory}
          title={t(narrowed ? 'trail.nothing' : 'trail.none')}
          action={
            narrowed && (
              <Button variant="default" onClick={dropAll}>
                {t('trail.dropAll')}
              </Button>
            )
          }
        >
          {t(narrowed ? 'trail.nothingHint' : 'trail.noneHint')}
        </Message>
      ) : (
        <>
          {narrowed && entries.length > 0 && (
            <Button size="compact-xs" variant="subtle" mb={4} onClick={dropAll}>
              {t('trail.dropAll')}
            </Button>
          )}
          <ol className={classes.entries} aria-label={t('settings.trail')}>
            {entries.map((entry, n) => (
              <Entry key={entry.seq} entry={entry} day={dayOf(entry.at) !== dayOf(entries[n - 1]?.at)} onNarrow={change} />
            ))}
          </ol>
          {hasNextPage && (
            <Older busy={isFetchingNextPage} auto={empty === 0 && !isFetchNextPageError} onMore={() => void fetchNextPage()}>
              {empty > 0 && passed && (
                <Text size="sm" c="dimmed" className="num" role="status">
                  {t(seeking ? 'trail.seeking' : 'trail.sought', { number: formatNumber(parseInt(passed, 36)) })}
                </Text>
              )}
            </Older>
          )}
        </>
      )}
      <Text size="sm" c="dimmed" mt={24}>
        {t('trail.sealed')}
      </Text>
    </SettingsPage>
  )
}

/** Comes by itself where one scrolls to it, and can be pressed. */
function Older({ busy, auto, onMore, children }: { busy: boolean; auto: boolean; onMore: () => void; children: React.ReactNode }) {
  const { t } = useTranslation()
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(onMore)
  latest.current = onMore
  useEffect(() => {
    if (!auto || busy || !end.current) return
    const observer = new IntersectionObserver(([one]) => one?.isIntersecting && latest.current(), { rootMargin: '400px' })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [auto, busy])
  return (
    <div ref={end} className={classes.older}>
      {children}
      <Button variant="subtle" color="gray" loading={busy} onClick={onMore}>
        {t('trail.older')}
      </Button>
    </div>
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
