import { Anchor, Badge, Button, Text } from '@mantine/core'
import { IconChevronRight, IconPlus, IconShieldHalf } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceRole } from '@/api'
import { say } from '@/i18n'
import { membersQuery } from '@/kit/field/useFields'
import { SettingsPage } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, LinesSkeleton } from '@/kit/states'
import { useCan } from '../session/useSession'
import { NewRole } from './NewRole'
import { OWNER, rolesQuery } from './queries'

/** What kinds of members there are, and what each may do and see. */
export function Roles() {
  const { t } = useTranslation()
  const can = useCan()
  const roles = useQuery(rolesQuery)
  const members = useQuery(membersQuery).data?.items
  const [adding, setAdding] = useState(false)
  const about = (role: WorkspaceRole) => {
    const count = members?.filter((one) => one.role === role.key).length
    const guarded = Object.values(role.fields).flatMap((keys) => Object.values(keys ?? {})).filter((one) => one === 'hidden' || one === 'masked').length
    return [
      count !== undefined && t('roles.people', { count }),
      role.key === OWNER ? t('roles.everything') : `${t('roles.record.customer')}: ${t(`roles.reach.${role.reach.customer ?? 'none'}`).toLocaleLowerCase()}`,
      guarded > 0 && t('roles.guarded', { count: guarded }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <SettingsPage
      title={t('settings.roles')}
      lead={t('roles.lead')}
      action={
        can('role:manage') && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            {t('roles.add')}
          </Button>
        )
      }
    >
      {roles.isPending ? (
        <LinesSkeleton lines={6} />
      ) : roles.error ? (
        <Failure error={roles.error} onRetry={() => void roles.refetch()} />
      ) : (
        <div className={settingsClasses.rows}>
          {roles.data.items.map((one) => (
            <div key={one.key} className={settingsClasses.row}>
              <IconShieldHalf size={20} stroke={1.5} color="var(--q-muted)" style={{ flex: 'none' }} />
              <div className={settingsClasses.grow}>
                <Anchor component={Link} to="/settings/roles/$key" params={{ key: one.key } as never} fw={500} c="var(--q-text)">
                  {say(one.label)}
                </Anchor>
                <Text size="sm" c="dimmed" className="num">
                  {about(one)}
                </Text>
              </div>
              {!one.ready && (
                <Badge size="sm" variant="light" color="gray">
                  {t('roles.own')}
                </Badge>
              )}
              <IconChevronRight size={16} stroke={1.7} color="var(--q-muted)" style={{ flex: 'none' }} />
            </div>
          ))}
        </div>
      )}
      {adding && <NewRole roles={roles.data?.items ?? []} onClose={() => setAdding(false)} />}
    </SettingsPage>
  )
}
