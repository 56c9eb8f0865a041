import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from '@tanstack/react-router'
import { Elsewhere } from './Elsewhere'
import { Entrance } from './Entrance'
import { useSession } from './useSession'

/** The workspace wants its people to come by its provider, and this session did not. */
export function ProviderMissing() {
  const { t } = useTranslation()
  const { workspace } = useSession()
  const navigate = useNavigate()
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
      <Elsewhere />
    </Entrance>
  )
}
