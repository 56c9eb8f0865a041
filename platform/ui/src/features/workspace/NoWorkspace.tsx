import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSignOut } from '@/app/Frame'
import { Entrance } from '../session/Entrance'
import { Found } from './Workspaces'

/** Signed in, and a member of nothing (any more). */
export function NoWorkspace() {
  const { t } = useTranslation()
  const signOut = useSignOut()
  return (
    <Entrance>
      <Title order={1} mb={6}>
        {t('workspace.noneYet')}
      </Title>
      <Text c="dimmed" mb={24}>
        {t('workspace.noneYetHint')}
      </Text>
      <Found />
      <Button variant="subtle" color="gray" onClick={() => void signOut()}>
        {t('session.signOut')}
      </Button>
    </Entrance>
  )
}
