import { Button, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from '@tanstack/react-router'
import { api } from '@/api'
import { useSignOut } from '@/app/Frame'
import { Entrance } from './Entrance'
import { useEnter, useSession } from './useSession'

/** The workspace wants its people to come by its provider, and this session did not. */
export function ProviderMissing() {
  const { t } = useTranslation()
  const { workspace, workspaces } = useSession()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const enter = useEnter()
  const others = workspaces.filter((one) => one.id !== workspace.id && !one.suspended)
  return (
    <Entrance>
      <Title order={1} mb={6}>
        {t('provider.missing')}
      </Title>
      <Text c="dimmed" mb={24}>
        {t('provider.missingHint', { name: workspace.name })}
      </Text>
      <Button size="md" onClick={() => void navigate({ to: '/signin/provider/$slug', params: { slug: workspace.slug }, search: { begin: 'sign-in' } })}>
        {t('provider.go')}
      </Button>
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
    </Entrance>
  )
}
