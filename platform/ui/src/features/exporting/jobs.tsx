import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Export } from '@/api'
import { formatNumber, formatSize } from '@/kit/field/format'
import { failed } from '@/kit/toast'
import type { Job } from '@/kit/tray/Tray'
import { useEnded } from '@/kit/tray/useEnded'
import { useCan } from '../session/useSession'

export const exportsQuery = queryOptions({
  queryKey: ['exports'],
  queryFn: api.exports.list,
  refetchInterval: (query) => (query.state.data?.items.some((one) => one.state === 'running') ? 800 : false),
})

/** Files that are made, in the tray. What runs is asked from the server, so that it survives a reload. */
export function useExportJobs(): Job[] {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const { data } = useQuery({ ...exportsQuery, enabled: can('customer:export') })
  const [ended, hide] = useEnded(data?.items, (state) => state === 'running', () => undefined)
  const stop = useMutation({ mutationFn: api.exports.stop, onSettled: () => client.invalidateQueries({ queryKey: exportsQuery.queryKey }), onError: failed })
  return (data?.items ?? [])
    .filter((one) => one.state === 'running' || (ended.has(one.id) && one.state !== 'expired'))
    .map((one) => ({
      id: one.id,
      name: one.fileName ?? t('export.of', { name: t(`export.record.${one.record}`), format: one.format.toUpperCase() }),
      state: one.state === 'running' ? 'running' : one.state === 'completed' ? 'done' : one.state === 'failed' ? 'failed' : 'stopped',
      words:
        one.state === 'failed' && one.failure
          ? one.failure
          : [t(`export.state.${one.state}`), t('export.rows', { count: one.progress.rowsDone, number: formatNumber(one.progress.rowsDone) }), one.size !== null && formatSize(one.size)].filter(Boolean).join(' · '),
      percent: null,
      more: one.state === 'completed' && <Download run={one} />,
      onStop: () => stop.mutate(one.id),
      onHide: () => hide(one.id),
    }))
}

export function Download({ run }: { run: Export }) {
  const { t } = useTranslation()
  return (
    <Button component="a" href={api.exports.fileAddress(run.id)} download={run.fileName ?? true} size="compact-xs" variant="light" leftSection={<IconDownload size={14} />} aria-label={t('export.downloadOf', { name: run.fileName })}>
      {t('export.download')}
    </Button>
  )
}
