import { Anchor, Button, Divider, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Session } from '@/api'
import { speak } from '@/i18n'
import { FormProblem } from '@/kit/states'
import { CodeInput } from './CodeInput'
import { Entrance } from './Entrance'
import { PasskeyButton } from './PasskeyButton'
import { ProviderDoor } from './ProviderDoor'
import { usePassword } from './usePassword'
import { useEnter } from './useSession'

export function SignIn() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/signin' })
  const enter = useEnter()
  const [email, setEmail] = useState('')
  const go = async (session: Session) => {
    enter(session)
    await speak(session.account.language)
    // Only a path of this page: a link from elsewhere must not lead elsewhere.
    await navigate({ to: next && /^\/(?![/\\])/.test(next) ? next : '/customers', replace: true })
  }
  const signIn = usePassword(email, go)
  const second = signIn.code !== null
  return (
    <Entrance>
      <Title order={1} mb={6}>
        {t(second ? 'factor.title' : 'signin.title')}
      </Title>
      <Text c="dimmed" mb={24}>
        {second ? t('factor.lead', { email: email.trim() }) : t('signin.lead')}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          signIn.submit()
        }}
      >
        <Stack gap={16}>
          <FormProblem error={signIn.error} fields={['code']} />
          {signIn.code !== null ? (
            <CodeInput value={signIn.code} onChange={signIn.setCode} error={signIn.codeError} />
          ) : (
            <>
              <TextInput
                label={t('account.email')}
                type="email"
                autoComplete="username"
                required
                withAsterisk={false}
                autoFocus
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              <PasswordInput
                label={t('account.password')}
                autoComplete="current-password"
                required
                withAsterisk={false}
                value={signIn.password}
                onChange={(event) => signIn.setPassword(event.currentTarget.value)}
              />
            </>
          )}
          <Button type="submit" size="md" loading={signIn.pending} mt={4}>
            {t('signin.action')}
          </Button>
          {second && (
            <Button variant="subtle" color="gray" onClick={signIn.startOver}>
              {t('factor.startOver')}
            </Button>
          )}
        </Stack>
      </form>
      <Stack gap={12} mt={20}>
        <Divider label={t('signin.or')} />
        <PasskeyButton label={t('signin.passkey')} begin={api.session.beginPasskey} finish={api.session.passkey} onDone={go} />
        {!second && <ProviderDoor next={next} />}
      </Stack>
      {!second && (
        <Text c="dimmed" mt={24}>
          {t('signin.new')}{' '}
          <Anchor component={Link} to="/signup" underline="always">
            {t('signup.action')}
          </Anchor>
        </Text>
      )}
    </Entrance>
  )
}
