import { ActionIcon, Anchor, Button, Menu, Select, Text } from '@mantine/core'
import { IconArrowsExchange, IconDots, IconEye, IconHistory, IconUserMinus, IconUserPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Invitation, type Member, type Role } from '@/api'
import { Avatar } from '@/kit/Avatar'
import { Confirm } from '@/kit/Confirm'
import { membersQuery } from '@/kit/field/useFields'
import { SettingsPage } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { lookAs } from '../preview/lookAs'
import { rolesQuery, useRoleName } from '../role/queries'
import { useCan, useMe } from '../session/useSession'
import { Invitations } from './Invitations'
import { HandOver, Invite } from './Invite'

export function Members() {
  const { t } = useTranslation()
  const can = useCan()
  const me = useMe()
  const client = useQueryClient()
  const members = useQuery(membersQuery)
  const roleName = useRoleName()
  const roles = useQuery(rolesQuery).data?.items ?? []
  // A role that is not listed (any more) is still what somebody has.
  const offered = (own: Role) => [...roles.map((one) => one.key), ...(roles.some((one) => one.key === own) ? [] : [own])].map((value) => ({ value, label: roleName(value) }))
  const giveRole = useMutation({
    mutationFn: ({ member, role }: { member: Member; role: Role; undoable?: boolean }) => api.members.giveRole(member.id, role),
    onSuccess: (saved, { member, undoable = true }) => {
      client.setQueryData(membersQuery.queryKey, (old) => old && { items: old.items.map((one) => (one.id === saved.id ? saved : one)) })
      done(t('member.given', { name: saved.name, role: roleName(saved.role) }), undoable ? () => giveRole.mutate({ member: saved, role: member.role, undoable: false }) : undefined)
    },
    onError: failed,
  })
  const [adding, setAdding] = useState(false)
  const [handing, setHanding] = useState<Invitation | null>(null)
  const [leaving, setLeaving] = useState<Member | null>(null)
  const remove = useMutation({
    mutationFn: (member: Member) => api.members.remove(member.id),
    onSuccess: (_, member) => {
      setLeaving(null)
      void client.invalidateQueries({ queryKey: membersQuery.queryKey })
      done(t('member.removed', { name: member.name }))
    },
    onError: failed,
  })
  return (
    <SettingsPage
      title={t('settings.members')}
      lead={t('member.lead')}
      action={
        can('member:manage') && (
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => setAdding(true)}>
            {t('member.add')}
          </Button>
        )
      }
    >
      {members.isPending ? (
        <LinesSkeleton lines={4} />
      ) : members.error ? (
        <Failure error={members.error} onRetry={() => void members.refetch()} />
      ) : (
        <div className={settingsClasses.rows}>
          {members.data.items.map((one) => (
            <div key={one.id} className={settingsClasses.row}>
              <Avatar name={one.name} id={one.id} size={34} />
              <div className={settingsClasses.grow} style={{ flexBasis: 200 }}>
                <Text fw={500}>
                  {one.name}
                  {one.id === me && (
                    <Text component="span" c="dimmed" fw={400}>
                      {' '}
                      · {t('member.you')}
                    </Text>
                  )}
                </Text>
                <Text size="sm" c="dimmed">
                  {one.email}
                </Text>
              </div>
              {can('role:manage') && one.id !== me ? (
                <Select
                  className={settingsClasses.under}
                  size="xs"
                  w={170}
                  allowDeselect={false}
                  aria-label={t('member.roleOf', { name: one.name })}
                  value={one.role}
                  data={offered(one.role)}
                  disabled={giveRole.isPending}
                  onChange={(role) => role && role !== one.role && giveRole.mutate({ member: one, role })}
                />
              ) : (
                <Text size="sm" className={`${settingsClasses.under} ${settingsClasses.said}`}>{roleName(one.role)}</Text>
              )}
              <MemberMenu member={one} self={one.id === me} onRemove={() => setLeaving(one)} />
            </div>
          ))}
        </div>
      )}
      {can('member:manage') && <Invitations onLink={setHanding} />}
      {adding && <Invite onClose={() => setAdding(false)} onLink={setHanding} />}
      {handing && <HandOver invitation={handing} onClose={() => setHanding(null)} />}
      {leaving && (
        <Confirm
          title={t('member.removeOf', { name: leaving.name })}
          action={t('member.remove')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate(leaving)}
          onClose={() => setLeaving(null)}
        >
          {t('member.removeHint')}
          {can('record:handover') && (
            <Text mt="sm">
              {t('member.handOverFirst')}{' '}
              <Anchor component={Link} to="/settings/hand-over" search={{ from: leaving.id } as never}>
                {t('member.handWork', { name: leaving.name })}
              </Anchor>
            </Text>
          )}
        </Confirm>
      )}
    </SettingsPage>
  )
}

/** What else can be done about somebody. */
function MemberMenu({ member, self, onRemove }: { member: Member; self: boolean; onRemove: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const look = useMutation({ mutationFn: () => lookAs(client, member), onError: failed })
  const acts = [
    !self && can('role:manage') && { icon: IconEye, label: t('member.lookAs', { name: member.name }), run: () => look.mutate() },
    can('record:handover') && { icon: IconArrowsExchange, label: t('member.handWork', { name: member.name }), to: '/settings/hand-over', search: { from: member.id } },
    can('audit:read') && { icon: IconHistory, label: t('member.trail', { name: member.name }), to: '/settings/trail', search: { who: member.id } },
    !self && can('member:manage') && { icon: IconUserMinus, label: t('member.removeOf', { name: member.name }), run: onRemove, color: 'var(--q-bad)' },
  ].filter((one) => one !== false)
  if (acts.length === 0) return null
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon loading={look.isPending} aria-label={t('member.more', { name: member.name })}>
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown maw={320}>
        {acts.map(({ icon: Sign, label, run, to, search, color }: { icon: typeof IconDots; label: string; run?: () => void; to?: string; search?: object; color?: string }) => {
          const common = { leftSection: <Sign size={17} stroke={1.6} />, c: color }
          return to ? (
            <Menu.Item key={label} {...common} component={Link} to={to as never} search={search as never}>
              {label}
            </Menu.Item>
          ) : (
            <Menu.Item key={label} {...common} onClick={run}>
              {label}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
