import { Progress, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Settings } from '@/api'
import { language } from '@/i18n'
import { formatMoney, formatSize } from '@/kit/field/format'
import { foldAccents } from '@/kit/field/parse'
import { SettingsBlock, SettingsPage } from '@/kit/SettingsPage'
import { Failure, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { settingsQuery } from '../record/queries'
import { useCan } from '../session/useSession'
import { currencies, timeIn, zones } from './choices'

/** How the workspace counts and tells the time. */
export function WorkspaceSettings() {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const settings = useQuery(settingsQuery)
  const keep = useMutation({
    mutationFn: (patch: Partial<Settings>) => api.settings.change(patch),
    onSuccess: (saved, patch) => {
      const before = settings.data
      client.setQueryData(settingsQuery.queryKey, saved)
      const back = before && (Object.fromEntries(Object.keys(patch).map((key) => [key, before[key as keyof Settings]])) as Partial<Settings>)
      done(t('setting.saved'), back && (() => void api.settings.change(back).then((it) => client.setQueryData(settingsQuery.queryKey, it), failed)))
    },
    onError: (error) => {
      if (!isProblem(error) || Object.keys(error.byField).length === 0) failed(error)
    },
  })
  if (settings.isPending) return <LinesSkeleton />
  if (settings.error) return <Failure error={settings.error} onRetry={() => void settings.refetch()} />
  const { currency, timeZone, attachments } = settings.data
  const errors = isProblem(keep.error) ? keep.error.byField : {}
  const common = { searchable: true, allowDeselect: false, maw: 380, disabled: !can('setting:manage') || keep.isPending, nothingFoundMessage: t('setting.nothing'), filter: unaccented }
  return (
    <SettingsPage title={t('settings.general')} lead={t('setting.lead')}>
      <Stack gap={0}>
        <SettingsBlock title={t('setting.currency')} hint={t('setting.currencyHint')}>
          <Select {...common} aria-label={t('setting.currency')} data={currencies(language(), currency)} value={currency} error={errors.currency} onChange={(value) => value && value !== currency && keep.mutate({ currency: value })} />
          <Text size="sm" c="dimmed" mt={6} className="num">
            {t('setting.example', { text: formatMoney(1500000, currency) })}
          </Text>
        </SettingsBlock>
        <SettingsBlock title={t('setting.timeZone')} hint={t('setting.timeZoneHint')}>
          <Select {...common} aria-label={t('setting.timeZone')} data={zones(timeZone)} value={timeZone} error={errors.timeZone} onChange={(value) => value && value !== timeZone && keep.mutate({ timeZone: value })} />
          <Text size="sm" c="dimmed" mt={6} className="num">
            {t('setting.now', { time: timeIn(timeZone, language()) })}
          </Text>
        </SettingsBlock>
        <SettingsBlock title={t('setting.room')} hint={t('setting.roomHint')}>
          <Progress value={Math.round((100 * attachments.usedBytes) / attachments.mostBytes)} color={attachments.usedBytes > 0.9 * attachments.mostBytes ? 'red' : undefined} maw={380} aria-label={t('setting.room')} />
          <Text size="sm" c="dimmed" mt={6} className="num">
            {t('setting.roomUsed', { used: formatSize(attachments.usedBytes), most: formatSize(attachments.mostBytes) })}
          </Text>
        </SettingsBlock>
      </Stack>
      {!can('setting:manage') && (
        <Text size="sm" c="dimmed">
          {t('setting.readOnly')}
        </Text>
      )}
    </SettingsPage>
  )
}

type Options = { options: unknown[]; search: string; limit: number }
const unaccented = (({ options, search }: Options) => (options as { label: string; value: string }[]).filter((one) => foldAccents(`${one.label} ${one.value}`).includes(foldAccents(search.trim())))) as never
