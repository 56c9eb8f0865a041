import { Button, Group, PasswordInput, SegmentedControl, Select, Stack, Switch, TextInput, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Language, type Session } from '@/api'
import { useSignOut } from '@/app/Frame'
import { lazily } from '@/app/lazily'
import { speak } from '@/i18n'
import { SettingsBlock, SettingsPage } from '@/kit/SettingsPage'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { singleKeysOn, switchSingleKeys } from '@/kit/useKeys'
import { sessionQuery, useSession } from '../session/useSession'
import { Sessions } from './Sessions'

const Passkeys = lazily(() => import('./Passkeys'), 'Passkeys')
const SecondFactor = lazily(() => import('./SecondFactor'), 'SecondFactor')

export function AccountSettings() {
  const { t } = useTranslation()
  const { account, byProvider } = useSession()
  const signOut = useSignOut()
  return (
    <SettingsPage title={t('settings.account')} lead={byProvider ? t('provider.accountLead', { email: account.email }) : undefined}>
      {!byProvider && <Person />}
      <Look />
      {!byProvider && (
        <>
          <Password />
          <Suspense fallback={null}>
            <Passkeys />
            <SecondFactor />
          </Suspense>
          <Sessions />
        </>
      )}
      <SettingsBlock title={t('session.signOut')} hint={t('account.signOutHint')}>
        <Button variant="default" onClick={() => void signOut()}>
          {t('session.signOut')}
        </Button>
      </SettingsBlock>
    </SettingsPage>
  )
}

function Person() {
  const { t } = useTranslation()
  const { account } = useSession()
  const client = useQueryClient()
  const [name, setName] = useState(account.name)
  const change = useMutation({
    mutationFn: api.account.change,
    onSuccess: async (saved) => {
      client.setQueryData<Session>(sessionQuery.queryKey, (old) => old && { ...old, account: { ...old.account, ...saved } })
      await speak(saved.language)
      done(t('account.saved'))
    },
  })
  const errors = isProblem(change.error) ? change.error.byField : {}
  return (
    <SettingsBlock title={t('account.profile')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ name: name.trim() })
        }}
      >
        <Stack gap={14} maw={420}>
          <FormProblem error={change.error} fields={['name', 'language']} />
          <TextInput label={t('account.name')} required withAsterisk={false} value={name} error={errors.name} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label={t('account.email')} value={account.email} readOnly variant="filled" description={t('account.emailFixed')} />
          <Select
            label={t('account.language')}
            data={[
              { value: 'vi', label: 'Tiếng Việt' },
              { value: 'en', label: 'English' },
            ]}
            allowDeselect={false}
            value={account.language}
            onChange={(value) => value && change.mutate({ language: value as Language })}
          />
          <Group>
            <Button type="submit" loading={change.isPending} disabled={name.trim() === account.name || !name.trim()}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SettingsBlock>
  )
}

function Look() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [keys, setKeys] = useState(singleKeysOn())
  return (
    <SettingsBlock title={t('account.look')}>
      <Stack gap={16}>
        <SegmentedControl
          w="fit-content"
          aria-label={t('account.look')}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
          data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`account.theme.${value}`) }))}
        />
        <Switch
          label={t('keys.single')}
          description={t('keys.singleHint')}
          checked={keys}
          onChange={(event) => {
            switchSingleKeys(event.currentTarget.checked)
            setKeys(event.currentTarget.checked)
          }}
        />
      </Stack>
    </SettingsBlock>
  )
}

function Password() {
  const { t } = useTranslation()
  const { account } = useSession()
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const change = useMutation({
    mutationFn: () => api.account.password({ currentPassword, newPassword }),
    onSuccess: () => {
      setCurrent('')
      setNew('')
      done(t('account.passwordChanged'))
    },
  })
  const errors = isProblem(change.error) ? change.error.byField : {}
  return (
    <SettingsBlock title={t('account.password')} hint={t('account.passwordHint')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate()
        }}
      >
        <Stack gap={14} maw={420}>
          <FormProblem error={change.error} fields={['currentPassword', 'newPassword']} />
          <input type="email" autoComplete="username" value={account.email} readOnly hidden />
          <PasswordInput label={t('account.currentPassword')} autoComplete="current-password" required withAsterisk={false} value={currentPassword} error={errors.currentPassword} onChange={(event) => setCurrent(event.currentTarget.value)} />
          <PasswordInput label={t('account.newPassword')} autoComplete="new-password" required withAsterisk={false} value={newPassword} error={errors.newPassword ?? errors.password} onChange={(event) => setNew(event.currentTarget.value)} />
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              {t('account.changePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SettingsBlock>
  )
}
