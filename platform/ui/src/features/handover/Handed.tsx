import { Anchor, Button, Select, Text, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChecklist, IconChevronDown, IconSpeakerphone, IconUser } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type HandedRecord, type Member } from '@/api'
import { Failure, LinesSkeleton } from '@/kit/states'
import classes from './handover.module.css'

const SIGNS = { customer: IconUser, task: IconChecklist, feedback: IconSpeakerphone }
type Choice = { among: Member[]; of: (recordId: string) => string | undefined; set: (recordId: string, to: string | null) => void }
type Props = { id: string; member: string; live?: boolean; children: ReactNode; choice?: Choice }

/** A receiver, and behind it the list of what they get. */
export function Handed({ id, member, live, children, choice }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const region = useId()
  return (
    <>
      <UnstyledButton className={classes.head} aria-expanded={open} aria-controls={region} onClick={() => setOpen(!open)}>
        {children}
        <IconChevronDown size={17} style={{ flex: 'none', transform: open ? 'rotate(180deg)' : undefined }} />
      </UnstyledButton>
      <div id={region} role="region" aria-label={t('handover.list')} hidden={!open}>
        {open && <Records id={id} member={member} live={live} choice={choice} />}
      </div>
    </>
  )
}

function Records({ id, member, live, choice }: Omit<Props, 'children'>) {
  const { t } = useTranslation()
  const list = useInfiniteQuery({
    queryKey: ['bulk', 'handed', id, member],
    queryFn: ({ pageParam }) => api.handOvers.of(id, member, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: live ? 2000 : false,
  })
  if (list.isPending) return <LinesSkeleton lines={3} />
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  return (
    <div className={classes.records}>
      <ul className={classes.list}>
        {list.data.pages.flatMap((page) => page.items).map((one) => (
          <Record key={one.recordId} one={one} choice={choice} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button size="compact-sm" variant="subtle" color="gray" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('handover.more')}
        </Button>
      )}
    </div>
  )
}

function Record({ one, choice }: { one: HandedRecord; choice?: Choice }) {
  const { t } = useTranslation()
  const Sign = SIGNS[one.record]
  const name = one.name ?? t('handover.unseen')
  return (
    <li className={classes.record}>
      <Sign size={16} stroke={1.6} aria-label={t(`roles.record.${one.record}`)} role="img" />
      <span className={classes.recordName}>
        {one.name === null ? (
          <Text component="span" c="dimmed">
            {name}
          </Text>
        ) : (
          <Anchor inherit renderRoot={(props) => <Link {...placeOf(one)} {...props} />}>
            {name}
          </Anchor>
        )}
      </span>
      {one.moved && (
        <Text component="span" size="sm" c="var(--q-good)" style={{ whiteSpace: 'nowrap' }}>
          <IconCheck size={14} style={{ verticalAlign: -2 }} /> {t('handover.moved')}
        </Text>
      )}
      {choice && (
        <Select
          size="xs"
          w={190}
          searchable
          clearable
          aria-label={t('handover.instead', { name })}
          placeholder={t('handover.asPlanned')}
          nothingFoundMessage={t('filter.noField')}
          value={choice.of(one.recordId) ?? null}
          onChange={(to) => choice.set(one.recordId, to)}
          data={choice.among.map((person) => ({ value: person.id, label: person.name }))}
        />
      )}
    </li>
  )
}

const placeOf = ({ record, recordId: id }: HandedRecord) => (record === 'customer' ? { to: '/customers/$id', params: { id } } : { to: record === 'task' ? '/tasks' : '/feedback', search: { open: id } })
