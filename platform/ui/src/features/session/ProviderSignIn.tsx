import { Anchor, Button, Stack, Text, Title } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api'
import { provider as service } from '@/api/provider'
import { speak } from '@/i18n'
import { FormProblem, LinesSkeleton } from '@/kit/states'
import { Entrance } from './Entrance'
import { begin, begun, end, forgetDoor, keepDoor, tellDone, type Purpose } from './provider'
import { useEnter } from './useSession'

/** The way to a workspace's provider, and the place where it sends people back to. */
export function ProviderSignIn() {
  const { t } = useTranslation()
  const { slug } = useParams({ from: '/signin/provider/$slug' })
  const search = useSearch({ from: '/signin/provider/$slug' })
  const navigate = useNavigate()
  const enter = useEnter()
  const once = useRef(false)
  const [proved, setProved] = useState(false)
  const provider = useQuery({ queryKey: ['provider', slug], queryFn: () => service.name(slug), retry: false })
  const go = useMutation({
    mutationFn: async (purpose: Purpose) => {
      // Who proves again is signed in: what goes out needs the token of that session.
      if (purpose === 'prove') await api.session.current()
      begin({ purpose, next: search.next })
      window.location.assign((purpose === 'prove' ? await service.beginProof() : await service.begin(slug)).address)
    },
  })
  const comeBack = useMutation({
    mutationFn: async () => {
      const { purpose, next } = begun()
      end()
      const answer = { workspace: slug, state: search.state ?? '', ...(search.code ? { code: search.code } : {}), ...(search.iss ? { issuer: search.iss } : {}) }
      if (purpose === 'prove') {
        await api.session.current()
        await service.prove(answer)
      } else {
        const session = await service.signIn(answer)
        enter(session)
        await speak(session.account.language)
        if (provider.data) keepDoor({ slug, label: provider.data.label })
      }
      tellDone(purpose)
      return { purpose, next }
    },
    onSuccess: async ({ purpose, next }) => {
      if (purpose === 'prove') {
        setProved(true)
        return window.close()
      }
      await navigate({ to: next && /^\/(?![/\\])/.test(next) ? next : '/customers', replace: true })
    },
  })
  const back = search.code !== undefined || search.error !== undefined
  const ready = !provider.isPending
  useEffect(() => {
    // A code is good once; React may run an effect twice.
    if (once.current || !ready || (!back && !search.begin)) return
    once.current = true
    if (back) {
      // The code is no affair of the history.
      window.history.replaceState(window.history.state, '', window.location.pathname)
      comeBack.mutate()
    } else if (search.begin) go.mutate(search.begin)
  }, [back, ready, search.begin, comeBack, go])
  const error = go.error ?? comeBack.error ?? provider.error
  const busy = !ready || go.isPending || comeBack.isPending || (go.isSuccess && !error)
  useEffect(() => {
    if (provider.error) forgetDoor()
  }, [provider.error])
  return (
    <Entrance>
      <Title order={1} mb={6}>
        {proved ? t('provider.proved') : provider.data ? t('provider.signIn', { name: provider.data.label }) : t('signin.title')}
      </Title>
      <Text c="dimmed" mb={24}>
        {proved ? t('provider.provedHint') : t('provider.lead', { slug })}
      </Text>
      {!proved && (
        <Stack gap={16}>
          <FormProblem error={error} />
          {busy ? (
            <LinesSkeleton lines={2} />
          ) : (
            <>
              {provider.data && (
                <Button size="md" leftSection={<IconBuilding size={18} stroke={1.6} />} onClick={() => go.mutate(begun().purpose)}>
                  {t('provider.signIn', { name: provider.data.label })}
                </Button>
              )}
              <Anchor component={Link} to="/signin" underline="always">
                {t('provider.otherway')}
              </Anchor>
            </>
          )}
        </Stack>
      )}
    </Entrance>
  )
}
