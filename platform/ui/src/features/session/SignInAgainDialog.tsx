import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { forget } from '@/app/forget'
import { api, type Session } from '@/api'
import { FormProblem } from '@/kit/states'
import { CodeInput } from './CodeInput'
import { PasskeyButton } from './PasskeyButton'
import { ProviderButton } from './ProviderButton'
import { usePassword } from './usePassword'
import { sessionQuery } from './useSession'

export function SignInAgainDialog({ onDone }: { onDone: (proved?: boolean) => void }) {
  const { t } = useTranslation()
  // What is being typed stays on the page, which nobody reads through the cover; in the tab nothing waits for whoever comes next.
  useEffect(forget, [])
  const client = useQueryClient()
  const known = client.getQueryData<Session>(sessionQuery.queryKey)
  const email = known?.account.email ?? ''
  const go = async (session: Session) => {
    // A passkey says itself whose it is: somebody else's begins from nothing.
    if (session.account.id !== known?.account.id) return window.location.assign('/')
    // The new session starts in a workspace of the server's choice: go back to the one on the screen.
    const here = known?.workspace && session.workspace?.id !== known.workspace.id ? await api.session.switchTo(known.workspace.slug) : session
    client.setQueryData(sessionQuery.queryKey, here)
    onDone()
  }
  const signIn = usePassword(email, go)
  if (known?.byProvider && known.workspace)
    return (
      <Modal opened onClose={() => window.location.assign('/signin')} title={t('signin.again')} closeOnClickOutside={false} closeOnEscape={false} closeButtonProps={{ 'aria-label': t('signin.leave') }} overlayProps={{ backgroundOpacity: 0.85, blur: 12 }} zIndex={1000}>
        <Stack>
          <Text c="dimmed">{t('signin.againHint')}</Text>
          <ProviderButton slug={known.workspace.slug} purpose="sign-in-again" onDone={async () => go(await api.session.current())} />
        </Stack>
      </Modal>
    )
  return (
    <Modal
      opened
      onClose={() => window.location.assign('/signin')}
      title={t('signin.again')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('signin.leave') }}
      overlayProps={{ backgroundOpacity: 0.85, blur: 12 }}
      zIndex={1000}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          signIn.submit()
        }}
      >
        <Stack>
          <Text c="dimmed">{t('signin.againHint')}</Text>
          <FormProblem error={signIn.error} fields={['code']} />
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          {signIn.code !== null ? (
            <CodeInput value={signIn.code} onChange={signIn.setCode} error={signIn.codeError} />
          ) : (
            <PasswordInput
              label={t('signin.passwordOf', { email })}
              autoComplete="current-password"
              required
              withAsterisk={false}
              data-autofocus
              value={signIn.password}
              onChange={(event) => signIn.setPassword(event.currentTarget.value)}
            />
          )}
          <Button type="submit" loading={signIn.pending}>
            {t('signin.action')}
          </Button>
          <PasskeyButton label={t('signin.passkey')} begin={api.session.beginPasskey} finish={api.session.passkey} onDone={go} />
        </Stack>
      </form>
    </Modal>
  )
}
