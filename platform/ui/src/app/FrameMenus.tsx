import { Menu, Text } from '@mantine/core'
import { IconCheck, IconLogout, IconPlus, IconSearch, IconSettings, IconUserCircle } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/features/session/useSession'
import { Avatar } from '@/kit/Avatar'
import { useSignOut, useSwitchWorkspace, type Place } from './Frame'
import classes from './Frame.module.css'

export type MenuProps = { target: ReactElement; opened: boolean; onChange: (opened: boolean) => void }

/** On a phone: what does not fit into the bar. */
export function MoreMenu({ target, places, ...open }: MenuProps & { places: Place[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Menu position="top-end" width={220} {...open}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {[...places, { to: '/settings', icon: IconSettings, label: 'nav.settings' }].map((place) => (
          <Menu.Item key={place.to} leftSection={<place.icon size={18} stroke={1.6} />} onClick={() => void navigate({ to: place.to })}>
            {t(place.label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

export function WorkspaceMenu({ target, ...open }: MenuProps) {
  const { t } = useTranslation()
  const { workspace, workspaces } = useSession()
  const switchTo = useSwitchWorkspace()
  const navigate = useNavigate()
  return (
    <Menu position="bottom-start" width={250} {...open}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('nav.workspaces')}</Menu.Label>
        {workspaces.map((one) => (
          <Menu.Item
            key={one.id}
            leftSection={<Avatar name={one.name} id={one.id} square size={22} />}
            rightSection={one.id === workspace.id ? <IconCheck size={16} /> : null}
            onClick={() => one.id !== workspace.id && void switchTo(one.slug)}
          >
            <Text size="sm" lineClamp={1}>
              {one.name}
            </Text>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => void navigate({ to: '/settings/workspaces' })}>
          {t('nav.foundWorkspace')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

export function AccountMenu({ target, onKeys, ...open }: MenuProps & { onKeys: () => void }) {
  const { t } = useTranslation()
  const { account } = useSession()
  const navigate = useNavigate()
  const signOut = useSignOut()
  return (
    <Menu position="top-start" width={220} {...open}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{account.email}</Menu.Label>
        <Menu.Item leftSection={<IconUserCircle size={16} />} onClick={() => void navigate({ to: '/settings/account' })}>
          {t('settings.account')}
        </Menu.Item>
        <Menu.Item onClick={onKeys} rightSection={<kbd className={classes.kbd}>?</kbd>} leftSection={<IconSearch size={16} opacity={0} />}>
          {t('keys.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          {t('session.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
