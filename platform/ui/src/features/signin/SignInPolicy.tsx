import { Select, Stack, Switch, Text } from '@mantine/core'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type SignInPolicy, type SignInPolicyPatch } from '@/api'
import { SettingsBlock, SettingsPage } from '@/kit/SettingsPage'
import { Failure, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { sessionQuery, useCan } from '../session/useSession'
import { Provider } from './Provider'
import { choices, spanOf } from './spans'

export const signInPolicyQuery = queryOptions({ queryKey: ['sign-in-policy'], queryFn: api.signInPolicy.show })

const IDLE = [15, 30, 60, 240, 480, 1440, 4320, 10080]
const ABSOLUTE = [480, 720, 1440, 4320, 10080, 20160, 43200]
const CONFIRM = [5, 15, 30, 60]
const SESSIONS = [1, 2, 3, 5, 10]

/** What the workspace asks of those who sign in. */
export function SignInPolicyPage() {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const policy = useQuery(signInPolicyQuery)
  const keep = useMutation({
    mutationFn: (patch: SignInPolicyPatch) => api.signInPolicy.change(policy.data!.version, patch),
    onSuccess: (saved) => {
      client.setQueryData(signInPolicyQuery.queryKey, saved)
      // It may be this very session that has to prove more now.
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      done(t('signInPolicy.saved'))
    },
    onError: (error) => {
      if (isProblem(error, 'conflict')) void policy.refetch()
      if (!isProblem(error) || Object.keys(error.byField).length === 0) failed(error)
    },
  })
  if (policy.isPending) return <LinesSkeleton />
  if (policy.error) return <Failure error={policy.error} onRetry={() => void policy.refetch()} />
  const errors = isProblem(keep.error) ? keep.error.byField : {}
  const now: SignInPolicy = policy.data
  const minutes = (key: 'idleMinutes' | 'absoluteMinutes' | 'confirmMinutes', offered: number[], most: number) => (
    <Select
      aria-label={t(`signInPolicy.${key}`)}
      maw={280}
      allowDeselect={false}
      disabled={!can('setting:manage') || keep.isPending}
      data={choices(offered, now[key], most).map((one) => ({ value: String(one), label: spanOf(t, one) }))}
      value={String(now[key])}
      error={errors[key]}
      onChange={(value) => value && Number(value) !== now[key] && keep.mutate({ [key]: Number(value) })}
    />
  )
  return (
    <SettingsPage title={t('settings.signIn')} lead={t('signInPolicy.lead')}>
      <Stack gap={0}>
        <SettingsBlock title={t('signInPolicy.secondFactor')}>
          <Switch
            label={t('signInPolicy.secondFactorOn')}
            description={t('signInPolicy.secondFactorHint')}
            disabled={!can('setting:manage') || keep.isPending}
            checked={now.secondFactor}
            onChange={(event) => keep.mutate({ secondFactor: event.currentTarget.checked })}
          />
        </SettingsBlock>
        <SettingsBlock title={t('signInPolicy.idleMinutes')} hint={t('signInPolicy.idleHint')}>
          {minutes('idleMinutes', IDLE, Math.min(now.widestIdleMinutes, now.absoluteMinutes))}
        </SettingsBlock>
        <SettingsBlock title={t('signInPolicy.absoluteMinutes')} hint={t('signInPolicy.absoluteHint')}>
          {minutes('absoluteMinutes', ABSOLUTE, now.widestAbsoluteMinutes)}
        </SettingsBlock>
        <SettingsBlock title={t('signInPolicy.mostSessions')} hint={t('signInPolicy.mostHint')}>
          <Select
            aria-label={t('signInPolicy.mostSessions')}
            maw={280}
            allowDeselect={false}
            disabled={!can('setting:manage') || keep.isPending}
            data={[{ value: '0', label: t('signInPolicy.anyNumber') }, ...choices(SESSIONS, now.mostSessions ?? 1, 100).map((one) => ({ value: String(one), label: t('signInPolicy.devices', { count: one }) }))]}
            value={String(now.mostSessions ?? 0)}
            error={errors.mostSessions}
            onChange={(value) => value && keep.mutate({ mostSessions: Number(value) })}
          />
        </SettingsBlock>
        <SettingsBlock title={t('signInPolicy.confirmMinutes')} hint={t('signInPolicy.confirmHint')}>
          {minutes('confirmMinutes', CONFIRM, 480)}
        </SettingsBlock>
        <Provider />
      </Stack>
      {!can('setting:manage') && (
        <Text size="sm" c="dimmed">
          {t('setting.readOnly')}
        </Text>
      )}
    </SettingsPage>
  )
}
