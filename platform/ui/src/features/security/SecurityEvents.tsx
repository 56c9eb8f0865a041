import { Anchor, Badge, Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type SecurityEvent } from '@/api'
import { say } from '@/i18n'
import { formatAgo, formatDate, formatDuration, formatNumber, formatTime } from '@/kit/field/format'
import { useMembers } from '@/kit/field/useFields'
import { SettingsPage } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, LinesSkeleton, Message } from '@/kit/states'
import { Acknowledge } from './Acknowledge'
import { SecurityRules } from './SecurityRules'
import classes from './security.module.css'

const SHOWN = ['open', 'all', 'rules'] as const
type Shown = (typeof SHOWN)[number]

/** What stood out among all that was done, for somebody to look into; and what finds it. */
export function SecurityEvents() {
  const { t } = useTranslation()
  const { show = 'open' } = useSearch({ from: '/inside/settings/security' })
  const navigate = useNavigate()
  return (
    <SettingsPage title={t('settings.security')} lead={t(show === 'rules' ? 'security.rule.lead' : 'security.lead')}>
      <SegmentedControl
        size="xs"
        mb="md"
        aria-label={t('security.which')}
        value={show}
        onChange={(value) => void navigate({ to: '/settings/security', search: { show: value === 'open' ? undefined : (value as Exclude<Shown, 'open'>) } })}
        data={SHOWN.map((value) => ({ value, label: t(`security.show.${value}`) }))}
      />
      {show === 'rules' ? <SecurityRules /> : <Events open={show === 'open'} />}
    </SettingsPage>
  )
}

function Events({ open }: { open: boolean }) {
  const { t } = useTranslation()
  const [looking, setLooking] = useState<SecurityEvent | null>(null)
  const nameOf = useSubjectName()
  const events = useInfiniteQuery({
    queryKey: ['security-events', open],
    queryFn: ({ pageParam }) => api.security.events({ open: open || undefined, cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
  const items = events.data?.pages.flatMap((page) => page.items) ?? []
  if (events.isPending) return <LinesSkeleton lines={5} />
  if (events.error && items.length === 0) return <Failure error={events.error} onRetry={() => void events.refetch()} />
  if (items.length === 0 && !events.hasNextPage)
    return (
      <Message icon={IconShieldCheck} title={t(open ? 'security.noneOpen' : 'security.none')}>
        {t('security.noneHint')}
      </Message>
    )
  return (
    <>
      <ul className={`${settingsClasses.rows} ${classes.events}`} aria-label={t('settings.security')}>
        {items.map((one) => (
          <Event key={one.id} event={one} onLook={() => setLooking(one)} />
        ))}
      </ul>
      {events.hasNextPage && (
        <Button variant="subtle" color="gray" mt="sm" loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
          {t('trail.older')}
        </Button>
      )}
      {looking && <Acknowledge event={looking} who={nameOf(looking)} onClose={() => setLooking(null)} />}
    </>
  )
}

function Event({ event: one, onLook }: { event: SecurityEvent; onLook: () => void }) {
  const { t } = useTranslation()
  const told = useDetail(one)
  const who = useSubjectName()(one)
  return (
    <li className={classes.event}>
      <IconShieldExclamation size={22} stroke={1.5} color={one.acknowledged ? 'var(--q-muted)' : 'var(--q-bad)'} style={{ flex: 'none' }} />
      <div className={classes.body}>
        <Text fw={500}>
          {say(one.label)} · {who}{' '}
          {one.endsSessions && (
            <Badge size="sm" variant="light" color="red">
              {t('security.ended')}
            </Badge>
          )}
        </Text>
        <Text size="sm" className="num">
          {told.join(' · ')}
        </Text>
        <Text size="sm" c="dimmed" className="num" title={formatTime(one.at)}>
          {formatAgo(one.at)}
          {one.acknowledged && ` · ${t('security.by', { name: one.acknowledged.by?.name ?? '', when: formatAgo(one.acknowledged.at) })}`}
        </Text>
        {one.acknowledged?.note && (
          <Text size="sm" mt={2}>
            “{one.acknowledged.note}”
          </Text>
        )}
        {one.subject.id && (
          <Group gap="sm" mt={2}>
            <Anchor component={Link} to="/settings/trail" search={{ ...(one.rule === 'failed-sign-ins' ? { act: 'SignInFailed' } : { who: one.subject.id }), from: dayOf(one.at), until: dayOf(one.at) } as never} size="sm">
              {t(one.rule === 'failed-sign-ins' ? 'security.trailFailed' : 'security.trail')}
            </Anchor>
          </Group>
        )}
      </div>
      {!one.acknowledged && (
        <Button size="compact-sm" variant="default" onClick={onLook}>
          {t('security.acknowledge')}
        </Button>
      )}
    </li>
  )
}

/** Of failed sign-ins nobody knows who it was, but whose account. */
export function useSubjectName() {
  const { t } = useTranslation()
  const people = useMembers()
  return ({ subject }: SecurityEvent) => people.find((one) => one.id === subject.id)?.name ?? (subject.name || t('actor.system'))
}

const dayOf = (at: string) => formatDate(at).split('/').reverse().join('-')

/** What exactly stood out, by rule. */
function useDetail({ rule, amount, threshold, detail }: SecurityEvent): string[] {
  const { t } = useTranslation()
  const said = (detail ?? {}) as { usual?: number; hour?: number; place?: string; address?: string; fields?: string | string[]; recordId?: string; from?: string; to?: string; kilometres?: number; minutes?: number }
  return [
    said.kilometres === undefined && amount !== null && threshold !== null && t('security.amount', { amount: formatNumber(amount), unit: t(`security.unit.${rule as 'refusals'}`, { defaultValue: '' }), threshold: formatNumber(threshold) }),
    (said.usual ?? 0) > 0 && t('security.usual', { number: formatNumber(said.usual!) }),
    said.hour !== undefined && t('security.hour', { hour: said.hour, next: (said.hour + 1) % 24 }),
    said.fields !== undefined && t('security.where', { fields: [said.fields].flat().join(', '), record: said.recordId ?? '' }),
    said.place && (said.address && said.address !== said.place ? `${said.place} (${said.address})` : said.place),
    said.kilometres !== undefined && t('security.travel', { from: said.from ?? '?', to: said.to ?? '?', kilometres: formatNumber(said.kilometres), time: formatDuration((said.minutes ?? 0) * 60) }),
  ].filter((one) => typeof one === 'string')
}
