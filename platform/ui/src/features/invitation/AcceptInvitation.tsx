import { Button, PasswordInput, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Asked, type Session } from '@/api'
import { speak } from '@/i18n'
import { Failure, FormProblem, LinesSkeleton, Message } from '@/kit/states'
import { CodeInput } from '../session/CodeInput'
import { Entrance } from '../session/Entrance'
import { usePassword } from '../session/usePassword'
import { sessionQuery, useEnter } from '../session/useSession'

/** Where the link of an invitation leads: what stands after the # is never sent in an address. */
export function AcceptInvitation() {
  const { t } = useTranslation()
  const [token] = useState(() => window.location.hash.slice(1))
  const asked = useQuery({ queryKey: ['invitation', token], queryFn: () => api.invitation.read(token), retry: false, staleTime: Infinity })
  const session = useQuery(sessionQuery)
  if (asked.isPending || session.isPending) return <LinesSkeleton lines={4} />
  const worthless = isProblem(asked.error, 'not-found') || isProblem(asked.error, 'validation')
  return (
    <Entrance>
      {worthless ? (
        <Message icon={IconMailOff} title={t('invitation.none')}>
          {isProblem(asked.error, 'validation') ? asked.error.message : t('invitation.noneHint')}
        </Message>
      ) : asked.error ? (
        <Failure error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <>
          <Title order={1} mb={6}>
            {t('invitation.title', { name: asked.data.workspace })}
          </Title>
          <Text c="dimmed" mb={24}>
            {t('invitation.lead', { name: asked.data.invitedBy, email: asked.data.email })}
          </Text>
          <Ways asked={asked.data} token={token} session={session.data} />
        </>
      )}
    </Entrance>
  )
}

function Ways({ asked, token, session }: { asked: Asked; token: string; session?: Session }) {
  const { t } = useTranslation()
  const [known, setKnown] = useState(false)
  const navigate = useNavigate()
  const enter = useEnter()
  const go = async (entered: Session) => {
    enter(entered)
    await speak(entered.account.language)
    await navigate({ to: '/customers', replace: true })
  }
  const join = useMutation({ mutationFn: () => api.invitation.join(token), onSuccess: go })
  const signOut = useMutation({ mutationFn: api.session.signOut, onSuccess: () => window.location.reload() })
  if (session && session.account.email !== asked.email)
    return (
      <Stack gap={16}>
        <Text>{t('invitation.other', { email: session.account.email })}</Text>
        <Button loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {t('invitation.signOut')}
        </Button>
      </Stack>
    )
  if (session)
    return (
      <Stack gap={16}>
        <FormProblem error={join.error} />
        <Button size="md" loading={join.isPending} onClick={() => join.mutate()}>
          {t('invitation.accept')}
        </Button>
      </Stack>
    )
  return (
    <Stack gap={16}>
      <SegmentedControl
        fullWidth
        value={known ? 'known' : 'new'}
        onChange={(value) => setKnown(value === 'known')}
        data={[
          { value: 'new', label: t('invitation.new') },
          { value: 'known', label: t('invitation.known') },
        ]}
      />
      {known ? <Known email={asked.email} token={token} onIn={go} /> : <Newcomer email={asked.email} token={token} onIn={go} />}
    </Stack>
  )
}

function Newcomer({ email, token, onIn }: { email: string; token: string; onIn: (session: Session) => unknown }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const come = useMutation({ mutationFn: () => api.invitation.come({ token, name, password }), onSuccess: onIn })
  const errors = isProblem(come.error) ? come.error.byField : {}
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        come.mutate()
      }}
    >
      <Stack gap={16}>
        <FormProblem error={come.error} fields={['name', 'password']} />
        <TextInput label={t('account.name')} placeholder={t('account.nameExample')} autoComplete="name" required withAsterisk={false} value={name} error={errors.name} onChange={(event) => setName(event.currentTarget.value)} />
        {/* for the browser's own store of passwords */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput label={t('account.password')} description={t('account.passwordHint')} autoComplete="new-password" required withAsterisk={false} value={password} error={errors.password} onChange={(event) => setPassword(event.currentTarget.value)} />
        <Button type="submit" size="md" loading={come.isPending} mt={4}>
          {t('invitation.accept')}
        </Button>
      </Stack>
    </form>
  )
}

function Known({ email, token, onIn }: { email: string; token: string; onIn: (session: Session) => unknown }) {
  const { t } = useTranslation()
  const join = useMutation({ mutationFn: () => api.invitation.join(token), onSuccess: onIn })
  const signIn = usePassword(email, () => join.mutate())
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        signIn.submit()
      }}
    >
      <Stack gap={16}>
        <FormProblem error={signIn.error ?? join.error} fields={['code']} />
        {signIn.code !== null ? (
          <CodeInput value={signIn.code} onChange={signIn.setCode} error={signIn.codeError} />
        ) : (
          <>
            <input type="email" autoComplete="username" value={email} readOnly hidden />
            <PasswordInput label={t('signin.passwordOf', { email })} autoComplete="current-password" required withAsterisk={false} value={signIn.password} onChange={(event) => signIn.setPassword(event.currentTarget.value)} />
          </>
        )}
        <Button type="submit" size="md" loading={signIn.pending || join.isPending} mt={4}>
          {t('invitation.accept')}
        </Button>
      </Stack>
    </form>
  )
}
