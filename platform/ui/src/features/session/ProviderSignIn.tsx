import { Alert, Anchor, Button, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconBuilding } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Session } from '@/api'
import { provider as service } from '@/api/provider'
import { speak } from '@/i18n'
import { FormProblem, LinesSkeleton } from '@/kit/states'
import { Entrance } from './Entrance'
import { begin, begun, end, forgetDoor, keepDoor, lastDoor, tellDone, type Purpose } from './provider'
import { useEnter } from './useSession'

const outdated = (error: unknown) => isProblem(error) && error.body.errors?.some((one) => one.code === 'outdated')

/** The way to a workspace's provider, and the place where it sends people back to. */
export function ProviderSignIn() {
  const { t } = useTranslation()
  const { slug } = useParams({ from: '/signin/provider/$slug' })
  const search = useSearch({ from: '/signin/provider/$slug' })
  const navigate = useNavigate()
  const enter = useEnter()
  const once = useRef(false)
  const [purpose] = useState<Purpose>(search.begin ?? begun().purpose)
  const [done, setDone] = useState(false)
  const provider = useQuery({ queryKey: ['provider', slug], queryFn: () => service.name(slug), retry: false })
  const comeBack = useMutation({
    mutationFn: async () => {
      const { next } = begun()
      const answer = {
        workspace: slug,
        state: search.state ?? '',
        ...(search.code ? { code: search.code } : {}),
        ...(search.iss ? { issuer: search.iss } : {}),
        ...(search.error ? { error: search.error } : {}),
      }
      if (purpose === 'prove') {
        await api.session.current()
        await service.prove(answer)
      } else {
        const session = await service.signIn(answer).catch((error) => inside(error, slug))
        enter(session)
        await speak(session.account.language)
        if (provider.data) keepDoor({ slug, label: provider.data.label })
      }
      end()
      tellDone(purpose)
      return next
    },
    onSuccess: async (next) => {
      if (purpose !== 'sign-in') {
        setDone(true)
        return window.close()
      }
      await navigate({ to: next && /^\/(?![/\\])/.test(next) ? next : '/customers', replace: true })
    },
  })
  const go = useMutation({
    mutationFn: async () => {
      // Who proves again is signed in: what goes out needs the token of that session.
      if (purpose === 'prove') await api.session.current()
      begin({ purpose, next: search.next ?? begun().next })
      const door = lastDoor()
      // Who was not let in would come back as the same person, without having been asked.
      const choose = (comeBack.isError && !outdated(comeBack.error)) || (door?.slug === slug && door.choose)
      const { address } = purpose === 'prove' ? await service.beginProof() : await service.begin(slug, choose)
      // The page that leads on by itself is no place to come back to.
      window.location[search.begin ? 'replace' : 'assign'](address)
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
    } else go.mutate()
  }, [back, ready, search.begin, comeBack, go])
  const { reset } = go
  useEffect(() => {
    // Whoever comes back by the browser's button may find the page as it was left.
    const shown = (event: PageTransitionEvent) => event.persisted && reset()
    window.addEventListener('pageshow', shown)
    return () => window.removeEventListener('pageshow', shown)
  }, [reset])
  const unknown = isProblem(provider.error, 'not-found')
  const error = go.error ?? comeBack.error ?? provider.error
  const busy = !ready || go.isPending || comeBack.isPending || (go.isSuccess && !error)
  useEffect(() => {
    if (unknown && lastDoor()?.slug === slug) forgetDoor()
  }, [unknown, slug])
  const action = provider.data ? t(purpose === 'prove' ? 'provider.prove' : 'provider.signIn', { name: provider.data.label }) : t('signin.title')
  return (
    <Entrance>
      <Title order={1} mb={6}>
        {done ? t('provider.proved') : action}
      </Title>
      <Text c="dimmed" mb={24}>
        {done ? t('provider.provedHint') : purpose === 'prove' ? t('confirm.hint') : t('provider.lead', { slug })}
      </Text>
      {!done && (
        <Stack gap={16}>
          {unknown ? (
            <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert" py={10}>
              {t('provider.unknown')}
            </Alert>
          ) : (
            <FormProblem error={error} />
          )}
          {busy ? (
            <LinesSkeleton lines={2} />
          ) : (
            <>
              {provider.data && (
                <Button size="md" leftSection={<IconBuilding size={18} stroke={1.6} />} onClick={() => go.mutate()}>
                  {action}
                </Button>
              )}
              {provider.error && !unknown && (
                <Button size="md" variant="default" onClick={() => void provider.refetch()}>
                  {t('state.retry')}
                </Button>
              )}
              {purpose !== 'prove' && (
                <Anchor component={Link} to="/signin" underline="always">
                  {t('provider.otherway')}
                </Anchor>
              )}
            </>
          )}
        </Stack>
      )}
    </Entrance>
  )
}

/** Who comes by an answer a second time (the back button, a page opened twice) and is in, is in. */
async function inside(error: unknown, slug: string): Promise<Session> {
  const session = outdated(error) ? await api.session.current().catch(() => null) : null
  if (session?.workspace?.slug !== slug) throw error
  return session
}
