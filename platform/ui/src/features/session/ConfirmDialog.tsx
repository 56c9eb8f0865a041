import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem } from '@/api'
import { FormProblem } from '@/kit/states'
import { useSession } from './useSession'

/** Before something delicate: the same person as at the sign-in. What was begun waits behind it. */
export function ConfirmDialog({ onDone }: { onDone: (proved?: boolean) => void }) {
  const { t } = useTranslation()
  const { account } = useSession()
  const [password, setPassword] = useState('')
  const confirm = useMutation({ mutationFn: () => api.session.confirm({ password }), onSuccess: () => onDone(true) })
  const errors = isProblem(confirm.error) ? confirm.error.byField : {}
  return (
    <Modal opened onClose={() => onDone(false)} title={t('confirm.title')} size="sm" zIndex={1000} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          confirm.mutate()
        }}
      >
        <Stack>
          <Text c="dimmed">{t('confirm.hint')}</Text>
          <FormProblem error={confirm.error} fields={['password']} />
          <input type="email" autoComplete="username" value={account.email} readOnly hidden />
          <PasswordInput
            label={t('signin.passwordOf', { email: account.email })}
            autoComplete="current-password"
            required
            withAsterisk={false}
            data-autofocus
            value={password}
            error={errors.password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => onDone(false)}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={confirm.isPending}>
              {t('confirm.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
