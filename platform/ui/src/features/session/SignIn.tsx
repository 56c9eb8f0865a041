import { Anchor, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api'
import { speak } from '@/i18n'
import { FormProblem } from '@/kit/states'
import { Entrance } from './Entrance'
import { useEnter } from './useSession'

export function SignIn() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/signin' })
  const enter = useEnter()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => api.session.signIn({ email: email.trim(), password }),
    onSuccess: async (session) => {
      enter(session)
      await speak(session.account.language)
      // Only a path of this page: a link from elsewhere must not lead elsewhere.
      await navigate({ to: next && /^\/(?![/\\])/.test(next) ? next : '/customers', replace: true })
    },
  })
  return (
    <Entrance>
      <Title order={1} mb={6}>
        {t('signin.title')}
      </Title>
      <Text c="dimmed" mb={24}>
        {t('signin.lead')}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          signIn.mutate()
        }}
      >
        <Stack gap={16}>
          <FormProblem error={signIn.error} />
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
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" size="md" loading={signIn.isPending} mt={4}>
            {t('signin.action')}
          </Button>
        </Stack>
      </form>
      <Text c="dimmed" mt={24}>
        {t('signin.new')}{' '}
        <Anchor component={Link} to="/signup" underline="always">
          {t('signup.action')}
        </Anchor>
      </Text>
    </Entrance>
  )
}
