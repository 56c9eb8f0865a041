import { ActionIcon, Badge, Button, Text } from '@mantine/core'
import { IconMail, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Invitation } from '@/api'
import { formatDate } from '@/kit/field/format'
import { SettingsBlock } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { useRoleName } from '../role/queries'
import { invitationsQuery } from './queries'

/** Who was asked in and has not come yet. */
export function Invitations({ onLink }: { onLink: (invitation: Invitation) => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const roleName = useRoleName()
  const invitations = useQuery(invitationsQuery)
  const refresh = () => void client.invalidateQueries({ queryKey: invitationsQuery.queryKey })
  const renew = useMutation({
    mutationFn: (one: Invitation) => api.invitations.renew(one.id),
    onSuccess: (renewed) => {
      refresh()
      if (renewed.link) onLink(renewed)
      else done(t('member.invited', { email: renewed.email }))
    },
    onError: failed,
  })
  const revoke = useMutation({
    mutationFn: (one: Invitation) => api.invitations.revoke(one.id),
    onSuccess: (_, one) => {
      refresh()
      done(t('member.revoked', { email: one.email }))
    },
    onError: failed,
  })
  if (invitations.error) return <Failure error={invitations.error} onRetry={() => void invitations.refetch()} />
  if (!invitations.data?.items.length) return null
  return (
    <SettingsBlock title={t('member.waiting')} hint={t('member.waitingHint')}>
      <div className={settingsClasses.rows}>
        {invitations.data.items.map((one) => (
          <div key={one.id} className={settingsClasses.row} data-testid="invitation">
            <IconMail size={20} stroke={1.5} color="var(--q-muted)" />
            <div className={settingsClasses.grow} style={{ flexBasis: 200 }}>
              <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
                {one.email}
              </Text>
              <Text size="sm" c="dimmed">
                {[roleName(one.role), t('member.invitedBy', { name: one.invitedBy }), t('member.until', { day: formatDate(one.expiresAt) })].join(' · ')}
              </Text>
            </div>
            {one.expired && (
              <Badge size="sm" variant="light" color="gray">
                {t('member.expired')}
              </Badge>
            )}
            <Button size="xs" variant="default" loading={renew.isPending && renew.variables?.id === one.id} onClick={() => renew.mutate(one)}>
              {t(one.mailed ? 'member.sendAgain' : 'member.newLink')}
            </Button>
            <ActionIcon aria-label={t('member.revoke', { email: one.email })} onClick={() => revoke.mutate(one)}>
              <IconTrash size={17} stroke={1.6} />
            </ActionIcon>
          </div>
        ))}
      </div>
    </SettingsBlock>
  )
}
