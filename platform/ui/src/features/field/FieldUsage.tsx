import { Button, Checkbox, Group, SegmentedControl, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type RecordName } from '@/api'
import { say } from '@/i18n'
import { formatDate, formatNumber } from '@/kit/field/format'
import { dayOf, inDays } from '@/kit/field/instant'
import { Scroll } from '@/kit/Scroll'
import { Failure, LinesSkeleton } from '@/kit/states'
import { failed } from '@/kit/toast'
import { useCan } from '../session/useSession'
import { useRetire } from './Fields'
import { usageQuery } from './queries'
import classes from './field.module.css'

/** Fields that nobody filled, read or used: collecting less is the best protection. */
export function FieldUsage({ record }: { record: RecordName }) {
  const { t } = useTranslation()
  const can = useCan()
  const retire = useRetire()
  const [days, setDays] = useState('90')
  const [onlyUnused, setOnlyUnused] = useState(false)
  const since = dayOf(inDays(-Number(days), '00:00'))
  const usage = useQuery({ ...usageQuery(record, since), refetchInterval: (query) => (query.state.data?.counting ? 1500 : false) })
  const count = useMutation({ mutationFn: () => api.field.count(record), onSuccess: () => void usage.refetch(), onError: failed })
  if (usage.isPending) return <LinesSkeleton />
  if (usage.error) return <Failure error={usage.error} onRetry={() => void usage.refetch()} />
  const { items, records, countedOn, counting } = usage.data
  const used = (dates: (string | null)[]) => dates.filter((one) => one !== null).sort().at(-1) ?? null
  return (
    <>
      <Group justify="space-between" mb={10}>
        <Group gap="sm">
          <SegmentedControl size="xs" value={days} onChange={setDays} aria-label={t('fields.since')} data={['30', '90', '365'].map((value) => ({ value, label: t(`fields.sinceDays.${value as '30' | '90' | '365'}`) }))} />
          <Checkbox size="xs" label={t('fields.onlyUnused')} checked={onlyUnused} onChange={(event) => setOnlyUnused(event.currentTarget.checked)} />
        </Group>
        {can('field:manage') && (
          <Button size="xs" variant="default" leftSection={<IconRefresh size={15} />} loading={counting || count.isPending} onClick={() => count.mutate()}>
            {t(countedOn ? 'fields.count' : 'fields.countNow')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb={8}>
        {countedOn ? t('fields.countedOn', { when: formatDate(countedOn), records: formatNumber(records) }) : t('fields.notCounted')}
      </Text>
      <Scroll style={{ overflowX: 'auto' }} label={t('fields.tab.usage')}>
        <table className={classes.usage}>
          <thead>
            <tr>
              <th>{t('fields.column.field')}</th>
              <th>{t('fields.column.filled')}</th>
              <th>{t('fields.column.written')}</th>
              <th>{t('fields.column.used')}</th>
              <th aria-label={t('fields.retire')} />
            </tr>
          </thead>
          <tbody>
            {items
              .filter((one) => !onlyUnused || one.unused)
              .map((one) => {
                const last = used([one.readOn, one.filteredOn, one.sortedOn, one.exportedOn])
                const share = one.filled !== null && records > 0 ? one.filled / records : null
                return (
                  <tr key={one.field.key}>
                    <td>
                      {say(one.field.label)}
                      {one.unused && (
                        <Text size="xs" c="var(--q-warn)">
                          {t('fields.unused')}
                        </Text>
                      )}
                    </td>
                    <td className="num">
                      {one.filled === null ? '–' : formatNumber(one.filled)}
                      {share !== null && (
                        <div className={classes.bar} aria-hidden>
                          <i style={{ width: `${Math.round(share * 100)}%` }} />
                        </div>
                      )}
                    </td>
                    <td className="num">{one.writtenOn ? formatDate(one.writtenOn) : '–'}</td>
                    <td className="num">{last ? formatDate(last) : '–'}</td>
                    <td style={{ textAlign: 'right' }}>
                      {one.unused && one.field.owner === 'workspace' && can('field:manage') && (
                        <Button size="compact-xs" variant="default" onClick={() => void retire(one.field, true)}>
                          {t('fields.retire')}
                        </Button>
                      )}
                    </td>
                  </tr>
                )
              })}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}
