import { Badge, Button, Group, Text } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '@/api'
import { formatAgo } from '@/kit/field/format'
import { SettingsBlock } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { deviceOf } from './device'

/** Where the account is signed in; each can be ended from here. */
export function Sessions() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const sessions = useQuery({ queryKey: ['account-sessions'], queryFn: api.account.sessions })
  const end = useMutation({
    mutationFn: api.account.endSession,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['account-sessions'] })
      done(t('account.sessionEnded'))
    },
    onError: failed,
  })
  const endOthers = useMutation({
    mutationFn: api.account.endOtherSessions,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['account-sessions'] })
      done(t('account.othersEnded'))
    },
    onError: failed,
  })
  return (
    <SettingsBlock title={t('account.sessions')} hint={t('account.sessionsHint')}>
      {sessions.isPending ? (
        <LinesSkeleton lines={3} />
      ) : sessions.error ? (
        <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <div className={settingsClasses.rows}>
          {sessions.data.items.map((one) => {
            const device = deviceOf(one.userAgent)
            const Sign = device.mobile ? IconDeviceMobile : IconDeviceDesktop
            return (
              <div key={one.id} className={settingsClasses.row}>
                <Sign size={20} stroke={1.5} color="var(--q-muted)" />
                <div className={settingsClasses.grow}>
                  <Group gap={8}>
                    <Text fw={500}>{device.name || t('account.unknownDevice')}</Text>
                    {one.current && (
                      <Badge size="sm" variant="light">
                        {t('account.thisDevice')}
                      </Badge>
                    )}
                  </Group>
                  <Text size="sm" c="dimmed">
                    {[one.workspace, one.address, t('account.lastSeen', { when: formatAgo(one.lastSeenAt) })].filter(Boolean).join(' · ')}
                  </Text>
                </div>
                {!one.current && (
                  <Button size="xs" variant="default" loading={end.isPending && end.variables === one.id} onClick={() => end.mutate(one.id)}>
                    {t('account.endSession')}
                  </Button>
                )}
              </div>
            )
          })}
        </div>
      )}
      {(sessions.data?.items.length ?? 0) > 1 && (
        <Button mt={12} variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {t('account.endOthers')}
        </Button>
      )}
    </SettingsBlock>
  )
}
