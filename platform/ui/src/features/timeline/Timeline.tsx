import { ActionIcon, Button, Loader, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconSearchOff, IconTimelineEvent, IconX } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineKind } from '@/api'
import { language } from '@/i18n'
import { capital } from '@/kit/field/format'
import { Failure, LinesSkeleton, Message } from '@/kit/states'
import { useCan } from '../session/useSession'
import type { RecordKind } from '../record/kinds'
import { Entry } from './Entry'
import { groupsOf } from './group'
import { timelineQuery } from './queries'
import classes from './timeline.module.css'

const KINDS: { kind: TimelineKind; permission: string }[] = [
  { kind: 'interaction', permission: 'interaction:read' },
  { kind: 'order', permission: 'order:read' },
  { kind: 'feedback', permission: 'feedback:read' },
  { kind: 'task', permission: 'task:read' },
  { kind: 'consent', permission: 'consent:read' },
  { kind: 'change', permission: 'customer:read' },
]

type Props = { id: string; onOpen: (kind: RecordKind, id: string) => void }

/** All that happened with a customer, newest first; the next page is asked for before the end is reached. */
export function Timeline({ id, onOpen }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const [chosen, setChosen] = useState<TimelineKind[]>([])
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 250)
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({ ...timelineQuery(id, chosen, q), placeholderData: keepPreviousData })
  const entries = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const groups = useMemo(() => groupsOf(entries), [entries])
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const mark = end.current
    if (!mark || !hasNextPage) return
    const watch = new IntersectionObserver((seen) => seen[0]?.isIntersecting && !isFetchingNextPage && void fetchNextPage(), { rootMargin: '800px' })
    watch.observe(mark)
    return () => watch.disconnect()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, entries.length])
  const name = (key: string) => {
    if (!/^\d/.test(key)) return t(`timeline.group.${key}`)
    const [year, month] = key.split('-').map(Number) as [number, number]
    const words = new Intl.DateTimeFormat(language() === 'vi' ? 'vi-VN' : 'en-GB', { month: 'long', year: 'numeric' }).format(new Date(year, month - 1, 1))
    return capital(words)
  }
  return (
    <section aria-label={t('timeline.title')}>
      <div className={classes.tools}>
        <div className={classes.bar} role="group" aria-label={t('timeline.filter')}>
          <UnstyledButton className={classes.chip} aria-pressed={chosen.length === 0} onClick={() => setChosen([])}>
            {t('timeline.all')}
          </UnstyledButton>
          {KINDS.filter((one) => can(one.permission)).map(({ kind }) => (
            <UnstyledButton
              key={kind}
              className={classes.chip}
              aria-pressed={chosen.includes(kind)}
              onClick={() => setChosen(chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind])}
            >
              {t(`timeline.kind.${kind}`)}
            </UnstyledButton>
          ))}
        </div>
        <TextInput
          size="xs"
          className={classes.search}
          aria-label={t('timeline.search')}
          placeholder={t('timeline.search')}
          leftSection={<IconSearch size={14} stroke={1.7} />}
          rightSection={
            typed && (
              <ActionIcon size={24} aria-label={t('customer.searchClear')} onClick={() => setTyped('')}>
                <IconX size={14} />
              </ActionIcon>
            )
          }
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setTyped('')
          }}
        />
      </div>
      {isPending ? (
        <LinesSkeleton lines={8} />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : entries.length === 0 && hasNextPage ? null : entries.length === 0 && q ? (
        <Message icon={IconSearchOff} title={t('timeline.notFound', { text: q })}>
          {t('timeline.notFoundHint')}
        </Message>
      ) : entries.length === 0 ? (
        <Message icon={IconTimelineEvent} title={t(chosen.length ? 'timeline.nothing' : 'timeline.none')}>
          {t(chosen.length ? 'timeline.nothingHint' : 'timeline.noneHint')}
        </Message>
      ) : (
        groups.map((group) => (
          <section key={group.key} aria-label={name(group.key)}>
            <h3 className={classes.group}>{name(group.key)}</h3>
            <ol className={classes.list}>
              {group.entries.map((entry) => (
                <Entry key={`${entry.kind}${entry.id}`} entry={entry} onOpen={onOpen} />
              ))}
            </ol>
          </section>
        ))
      )}
      <div ref={end} />
      {isFetchingNextPage && <Loader size="sm" mx="auto" my="md" display="block" />}
      {hasNextPage && !isFetchingNextPage && (
        <Button variant="subtle" color="gray" size="xs" onClick={() => void fetchNextPage()}>
          {t('history.more')}
        </Button>
      )}
    </section>
  )
}
