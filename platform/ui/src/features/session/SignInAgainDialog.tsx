import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Session } from '@/api'
import { FormProblem } from '@/kit/states'
import { sessionQuery } from './useSession'

export function SignInAgainDialog({ onDone }: { onDone: (proved?: boolean) => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const known = client.getQueryData<Session>(sessionQuery.queryKey)
  const signIn = useMutation({
    mutationFn: async () => {
      const session = await api.session.signIn({ email: known?.account.email ?? '', password })
      // The new session starts in a workspace of the server's choice: go back to the one on the screen.
      return known?.workspace && session.workspace?.id !== known.workspace.id ? api.session.switchTo(known.workspace.slug) : session
    },
    onSuccess: (session) => {
      client.setQueryData(sessionQuery.queryKey, session)
      onDone()
    },
  })
  return (
    <Modal
      opened
      onClose={() => window.location.assign('/signin')}
      title={t('signin.again')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('signin.leave') }}
      zIndex={1000}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          signIn.mutate()
        }}
      >
        <Stack>
          <Text c="dimmed">{t('signin.againHint')}</Text>
          <FormProblem error={signIn.error} />
          <input type="email" autoComplete="username" value={known?.account.email ?? ''} readOnly hidden />
          <PasswordInput
            label={t('signin.passwordOf', { email: known?.account.email ?? '' })}
            autoComplete="current-password"
            required
            withAsterisk={false}
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={signIn.isPending}>
            {t('signin.action')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
