import { Anchor, Badge, Button, SegmentedControl, Text } from '@mantine/core'
import { IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type SecurityEvent } from '@/api'
import { say } from '@/i18n'
import { formatAgo, formatNumber, formatTime } from '@/kit/field/format'
import { SettingsPage } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, LinesSkeleton, Message } from '@/kit/states'
import { done, failed } from '@/kit/toast'

/** What stood out among all that was done, for somebody to look into. */
export function SecurityEvents() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [open, setOpen] = useState(true)
  const events = useInfiniteQuery({
    queryKey: ['security-events', open],
    queryFn: ({ pageParam }) => api.security.events({ open: open || undefined, cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
  const acknowledge = useMutation({
    mutationFn: (event: SecurityEvent) => api.security.acknowledge(event.id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['security-events'] })
      done(t('security.acknowledged'))
    },
    onError: failed,
  })
  const items = events.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <SettingsPage title={t('settings.security')} lead={t('security.lead')}>
      <SegmentedControl
        size="xs"
        mb="md"
        aria-label={t('security.which')}
        value={open ? 'open' : 'all'}
        onChange={(value) => setOpen(value === 'open')}
        data={[
          { value: 'open', label: t('security.open') },
          { value: 'all', label: t('security.all') },
        ]}
      />
      {events.isPending ? (
        <LinesSkeleton lines={5} />
      ) : events.error ? (
        <Failure error={events.error} onRetry={() => void events.refetch()} />
      ) : items.length === 0 && !events.hasNextPage ? (
        <Message icon={IconShieldCheck} title={t(open ? 'security.noneOpen' : 'security.none')}>
          {t('security.noneHint')}
        </Message>
      ) : (
        <ul className={settingsClasses.rows} style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-label={t('settings.security')}>
          {items.map((one) => (
            <li key={one.id} className={settingsClasses.row}>
              <IconShieldExclamation size={22} stroke={1.5} color={one.acknowledged ? 'var(--q-muted)' : 'var(--q-bad)'} style={{ flex: 'none' }} />
              <div className={settingsClasses.grow}>
                <Text fw={500}>
                  {say(one.label)} · {one.subject.name || t('actor.system')}{' '}
                  {one.endsSessions && (
                    <Badge size="sm" variant="light" color="red">
                      {t('security.ended')}
                    </Badge>
                  )}
                </Text>
                <Text size="sm" c="dimmed" className="num" title={formatTime(one.at)}>
                  {[
                    formatAgo(one.at),
                    one.amount !== null && one.threshold !== null && t('security.amount', { amount: formatNumber(one.amount), threshold: formatNumber(one.threshold) }),
                    one.acknowledged && t('security.by', { name: one.acknowledged.by?.name ?? '', when: formatAgo(one.acknowledged.at) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
                {one.rule === 'unreadable-value' && (
                  <Text size="sm" c="dimmed">
                    {t('security.where', { fields: [one.detail.fields].flat().join(', '), record: String(one.detail.recordId) })}
                  </Text>
                )}
                {one.subject.id && (
                  <Anchor component={Link} to="/settings/trail" search={{ who: one.subject.id } as never} size="sm">
                    {t('security.trail')}
                  </Anchor>
                )}
              </div>
              {!one.acknowledged && (
                <Button size="compact-sm" variant="default" loading={acknowledge.isPending && acknowledge.variables?.id === one.id} onClick={() => acknowledge.mutate(one)}>
                  {t('security.acknowledge')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {events.hasNextPage && (
        <Button variant="subtle" color="gray" mt="sm" loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
          {t('trail.older')}
        </Button>
      )}
    </SettingsPage>
  )
}
