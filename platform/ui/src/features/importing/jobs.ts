import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ImportState } from '@/api'
import { formatNumber } from '@/kit/field/format'
import type { Job } from '@/kit/tray/Tray'
import { useEnded } from '@/kit/tray/useEnded'
import { useCan } from '../session/useSession'
import { importsQuery, isActive, isOver, percentOf, useImportAct } from './queries'

/** Imports in the tray. What runs is asked from the server, so that it survives a reload. */
export function useImportJobs(): Job[] {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const act = useImportAct()
  const { data } = useQuery({ ...importsQuery, enabled: can('import:run') })
  const [ended, hide] = useEnded(data?.items, (state) => isActive(state as ImportState), () => {
    // New customers are there now.
    for (const key of [['customers'], ['imports', 'one'], ['tags']]) void client.invalidateQueries({ queryKey: key })
  })
  return (data?.items ?? [])
    .filter((run) => isActive(run.state) || run.state === 'paused' || ended.has(run.id))
    .map((run) => ({
      id: run.id,
      name: run.fileName,
      at: `/imports/${run.id}`,
      state: run.state === 'completed' ? 'done' : run.state === 'failed' ? 'failed' : isOver(run.state) ? 'stopped' : run.state === 'paused' ? 'paused' : 'running',
      words: isOver(run.state)
        ? run.result
          ? t('tray.result', { created: formatNumber(run.result.created), updated: formatNumber(run.result.updated), rejected: formatNumber(run.result.rejected) })
          : t(`import.state.${run.state}`)
        : [t(`import.state.${run.state}`), run.progress && `${formatNumber(run.progress.rowsDone)}${run.progress.rowsTotal ? ` / ${formatNumber(run.progress.rowsTotal)}` : ''}`].filter(Boolean).join(' · '),
      percent: percentOf(run),
      secondsLeft: run.progress?.etaSeconds,
      acts:
        run.state === 'running'
          ? [{ label: t('import.pause'), icon: IconPlayerPause, run: () => act.mutate({ id: run.id, action: 'pause' }) }]
          : run.state === 'paused'
            ? [{ label: t('import.resume'), icon: IconPlayerPlay, run: () => act.mutate({ id: run.id, action: 'resume' }) }]
            : [],
      onStop: () => act.mutate({ id: run.id, action: 'cancel' }),
      onHide: () => hide(run.id),
    }))
}
