import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem } from '@/api'
import { FormProblem, LinesSkeleton } from '@/kit/states'
import { secondFactorQuery } from '../account/queries'
import { CodeInput } from './CodeInput'
import { PasskeyButton } from './PasskeyButton'
import { ProviderButton } from './ProviderButton'
import { useSession } from './useSession'

/** Before something delicate: the same person as at the sign-in. What was begun waits behind it. */
export function ConfirmDialog({ onDone }: { onDone: (proved?: boolean) => void }) {
  const { byProvider } = useSession()
  return byProvider ? <ByProvider onDone={onDone} /> : <ByAccount onDone={onDone} />
}

/** The account is not theirs to prove here: the provider has let them in. */
function ByProvider({ onDone }: { onDone: (proved?: boolean) => void }) {
  const { t } = useTranslation()
  const { workspace } = useSession()
  return (
    <Modal opened onClose={() => onDone(false)} title={t('confirm.title')} size="sm" zIndex={1000} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack>
        <Text c="dimmed">{t('confirm.hint')}</Text>
        <ProviderButton slug={workspace.slug} purpose="prove" onDone={() => onDone(true)} />
      </Stack>
    </Modal>
  )
}

function ByAccount({ onDone }: { onDone: (proved?: boolean) => void }) {
  const { t } = useTranslation()
  const { account } = useSession()
  const factor = useQuery(secondFactorQuery)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  // Where there is an application, the password alone is not enough.
  const byCode = Boolean(factor.data?.totpSince)
  const confirm = useMutation({ mutationFn: () => api.session.confirm(byCode ? { code } : { password }), onSuccess: () => onDone(true) })
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
          <FormProblem error={confirm.error} fields={['password', 'code']} />
          <input type="email" autoComplete="username" value={account.email} readOnly hidden />
          {factor.isPending ? (
            <LinesSkeleton lines={1} />
          ) : byCode ? (
            <CodeInput value={code} onChange={setCode} error={errors.code} />
          ) : (
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
          )}
          {(factor.data?.passkeys ?? 0) > 0 && (
            <PasskeyButton label={t('confirm.byPasskey')} begin={api.session.beginConfirmation} finish={(passkey) => api.session.confirm({ passkey })} onDone={() => onDone(true)} />
          )}
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
