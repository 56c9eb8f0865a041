import { Anchor, Button, Group, TextInput } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/api'
import { provider as service } from '@/api/provider'
import { FormProblem } from '@/kit/states'
import { lastDoor } from './provider'

/** On the sign-in page: by the provider of a workspace, which is named by its address. */
export function ProviderDoor({ next }: { next?: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const known = lastDoor()
  const [asking, setAsking] = useState(false)
  const [written, setWritten] = useState('')
  const open = (slug: string) => navigate({ to: '/signin/provider/$slug', params: { slug }, search: { begin: 'sign-in', next } })
  const find = useMutation({
    mutationFn: async (slug: string) => {
      await service.name(slug)
      return slug
    },
    onSuccess: open,
  })
  const unknown = isProblem(find.error, 'not-found')
  return (
    <>
      {known && (
        <Button variant="default" leftSection={<IconBuilding size={18} stroke={1.6} />} onClick={() => void open(known.slug)}>
          {t('provider.signIn', { name: known.label })}
        </Button>
      )}
      {asking ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            // People paste the whole link, or the address as it is on the settings page.
            find.mutate(written.trim().toLowerCase().split('/').filter(Boolean).at(-1) ?? '')
          }}
        >
          {!unknown && <FormProblem error={find.error} />}
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <TextInput
              flex={1}
              label={t('provider.workspace')}
              description={t('provider.workspaceHint')}
              placeholder="cua-hang-sen"
              required
              withAsterisk={false}
              autoFocus
              value={written}
              error={unknown ? t('provider.unknown') : undefined}
              onChange={(event) => setWritten(event.currentTarget.value)}
            />
          </Group>
          <Button type="submit" variant="default" fullWidth mt={12} loading={find.isPending}>
            {t('provider.go')}
          </Button>
        </form>
      ) : (
        <Anchor component="button" type="button" size="sm" underline="always" onClick={() => setAsking(true)}>
          {t(known ? 'provider.other' : 'provider.byWorkspace')}
        </Anchor>
      )}
    </>
  )
}
