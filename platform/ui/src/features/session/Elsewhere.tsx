import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '@/api'
import { useSignOut } from '@/app/Frame'
import { useEnter, useSession } from './useSession'

/** Where somebody goes on who does not get into this workspace: into another one, or out. */
export function Elsewhere() {
  const { t } = useTranslation()
  const { workspace, workspaces } = useSession()
  const signOut = useSignOut()
  const enter = useEnter()
  const others = workspaces.filter((one) => one.id !== workspace.id && !one.suspended)
  return (
    <Group mt={24} gap="xs">
      {others.map((one) => (
        <Button key={one.id} variant="subtle" color="gray" onClick={() => void api.session.switchTo(one.slug).then(enter)}>
          {t('factor.elsewhere', { name: one.name })}
        </Button>
      ))}
      <Button variant="subtle" color="gray" onClick={() => void signOut()}>
        {t('session.signOut')}
      </Button>
    </Group>
  )
}
