import { Badge, Button, Group, Text } from '@mantine/core'
import { IconDeviceMobileCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api'
import { Confirm } from '@/kit/Confirm'
import { formatDate } from '@/kit/field/format'
import { SettingsBlock } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { RecoveryCodes } from './RecoveryCodes'
import { SetUpTotp } from './SetUpTotp'
import { secondFactorQuery } from './queries'

/** What protects the account beside its password. */
export function SecondFactor() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const factor = useQuery(secondFactorQuery)
  const [doing, setDoing] = useState<'set-up' | 'remove' | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const refresh = () => void client.invalidateQueries({ queryKey: secondFactorQuery.queryKey })
  const renew = useMutation({
    mutationFn: api.account.renewRecoveryCodes,
    onSuccess: (made) => {
      setCodes(made.codes)
      refresh()
    },
    onError: failed,
  })
  const remove = useMutation({
    mutationFn: api.account.removeTotp,
    onSuccess: () => {
      refresh()
      done(t('factor.removed'))
    },
    onError: failed,
    onSettled: () => setDoing(null),
  })
  return (
    <SettingsBlock title={t('factor.block')} hint={t('factor.hint')}>
      {factor.isPending ? (
        <LinesSkeleton lines={2} />
      ) : factor.error ? (
        <Failure error={factor.error} onRetry={() => void factor.refetch()} />
      ) : factor.data.totpSince === null ? (
        <Button variant="default" onClick={() => setDoing('set-up')}>
          {t('factor.setUp')}
        </Button>
      ) : (
        <div className={settingsClasses.rows}>
          <div className={settingsClasses.row}>
            <IconDeviceMobileCheck size={20} stroke={1.5} color="var(--q-muted)" />
            <div className={settingsClasses.grow}>
              <Group gap={8}>
                <Text fw={500}>{t('factor.app')}</Text>
                <Badge size="sm" variant="light">
                  {t('factor.on')}
                </Badge>
              </Group>
              <Text size="sm" c="dimmed">
                {[t('factor.since', { when: formatDate(factor.data.totpSince) }), t('factor.codesLeft', { count: factor.data.recoveryCodesLeft })].join(' · ')}
              </Text>
            </div>
            <Group gap="xs">
              <Button size="xs" variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
                {t('factor.newCodes')}
              </Button>
              <Button size="xs" variant="default" onClick={() => setDoing('remove')}>
                {t('factor.remove')}
              </Button>
            </Group>
          </div>
        </div>
      )}
      {doing === 'set-up' && (
        <SetUpTotp
          onClose={() => setDoing(null)}
          onDone={(made) => {
            setDoing(null)
            setCodes(made)
            refresh()
          }}
        />
      )}
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />}
      {doing === 'remove' && (
        <Confirm title={t('factor.removeTitle')} action={t('factor.remove')} busy={remove.isPending} onConfirm={() => remove.mutate()} onClose={() => setDoing(null)}>
          {t('factor.removeHint')}
        </Confirm>
      )}
    </SettingsBlock>
  )
}
