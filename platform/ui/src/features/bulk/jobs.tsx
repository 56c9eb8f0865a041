import { Button } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { queryOptions, useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { Suspense, useCallback, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Bulk } from '@/api'
import { lazily } from '@/app/lazily'
import { formatNumber } from '@/kit/field/format'
import { failed } from '@/kit/toast'
import type { Job } from '@/kit/tray/Tray'
import { useEnded } from '@/kit/tray/useEnded'
import { useSession } from '../session/useSession'

const Left = lazily(() => import('./Left'), 'Left')

export const bulkQuery = (id: string) =>
  queryOptions({
    queryKey: ['bulk', 'one', id],
    queryFn: () => api.bulk.one(id),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 800 : false),
    retry: false,
  })

type Kept = { id: string; name: string; importId?: string }
const NONE: Kept[] = []

/** The server tells of a run only by its id: those that were started here are remembered until they are hidden. */
export function useKeptRuns() {
  const { workspace } = useSession()
  const [kept, setKept] = useLocalStorage<Kept[]>({ key: `quen.bulk.${workspace.id}`, defaultValue: NONE })
  const client = useQueryClient()
  const keep = useCallback(
    (run: Bulk, name: string, { instead, importId }: { instead?: string; importId?: string } = {}) => {
      client.setQueryData(bulkQuery(run.id).queryKey, run)
      setKept((old) => [{ id: run.id, name, importId }, ...old.filter((one) => one.id !== instead && one.id !== run.id)].slice(0, 8))
    },
    [client, setKept],
  )
  const forget = useCallback((id: string) => setKept((old) => old.filter((one) => one.id !== id)), [setKept])
  return { kept, keep, forget }
}

/** How a run stands, in words. */
export function useRunWords() {
  const { t } = useTranslation()
  return ({ state, kind, progress, result, failure }: Bulk) => {
    if (state === 'running' || state === 'draft')
      return [t('bulk.state.running'), progress.total === null ? formatNumber(progress.done) : `${formatNumber(progress.done)} / ${formatNumber(progress.total)}`].join(' · ')
    if (state === 'failed' && failure) return failure
    const sums =
      kind === 'edit'
        ? t('bulk.edited', { changed: formatNumber(result.changed), unchanged: formatNumber(result.unchanged), refused: formatNumber(result.refused) })
        : [
            result.restored > 0 && t('bulk.back', { count: result.restored, number: formatNumber(result.restored) }),
            result.deleted > 0 && t('bulk.thrown', { count: result.deleted, number: formatNumber(result.deleted) }),
            result.kept.length > 0 ? t('bulk.kept') : result.restored + result.deleted === 0 && t('bulk.nothingBack'),
          ]
            .filter(Boolean)
            .join(', ')
    return state === 'cancelled' ? `${t('bulk.state.cancelled')} · ${sums}` : sums
  }
}

/** Bulk edits and undoings in the tray. */
export function useBulkJobs(): [Job[], ReactNode] {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { kept, keep, forget } = useKeptRuns()
  const words = useRunWords()
  const [looked, setLooked] = useState<{ run: Bulk; name: string } | null>(null)
  const answers = useQueries({ queries: kept.map((one) => bulkQuery(one.id)) })
  const runs = kept.flatMap((one, n) => (answers[n]?.data ? [{ ...one, run: answers[n].data }] : []))
  const gone = kept.find((_, n) => isProblem(answers[n]?.error, 'not-found'))
  useEffect(() => {
    if (gone) forget(gone.id)
  }, [gone, forget])
  useEnded(runs.map(({ run }) => run), (state) => state === 'running', () => {
    for (const key of [['customers'], ['records']]) void client.invalidateQueries({ queryKey: key })
  })
  const act = useMutation({
    mutationFn: ({ id, action }: { id: string; action: 'start' | 'cancel' }) => api.bulk.act(id, action),
    onSuccess: (run) => client.setQueryData(bulkQuery(run.id).queryKey, run),
    onError: failed,
  })
  const undo = useMutation({
    mutationFn: ({ id }: Kept) => api.bulk.undo(id),
    onSuccess: (run, { id, name }) => keep(run, t('bulk.undoOf', { name }), { instead: id }),
    onError: failed,
  })
  const jobs = runs.map(({ run, ...one }): Job => {
    const { done, total, startedAt } = run.progress
    const changed = run.kind === 'edit' && run.result.changed > 0
    const left = run.result.refused + run.result.kept.length > 0
    return {
      id: run.id,
      name: one.name,
      at: one.importId && `/imports/${one.importId}`,
      state: run.state === 'completed' ? 'done' : run.state === 'failed' ? 'failed' : run.state === 'cancelled' ? 'stopped' : 'running',
      words: words(run),
      percent: total ? Math.min(100, Math.round((done / total) * 100)) : null,
      secondsLeft: total && done && startedAt ? (((Date.now() - Date.parse(startedAt)) / 1000) * (total - done)) / done : null,
      more: (changed || left || run.state === 'failed') && (
        <>
          {run.state === 'failed' && (
            <Button size="compact-xs" variant="light" loading={act.isPending} onClick={() => act.mutate({ id: run.id, action: 'start' })}>
              {t('import.resume')}
            </Button>
          )}
          {changed && (
            <Button size="compact-xs" variant="light" loading={undo.isPending} onClick={() => undo.mutate(one)}>
              {t('action.undo')}
            </Button>
          )}
          {left && (
            <Button size="compact-xs" variant="subtle" onClick={() => setLooked({ run, name: one.name })}>
              {t(run.kind === 'edit' ? 'bulk.seeRefused' : 'bulk.seeKept')}
            </Button>
          )}
        </>
      ),
      onStop: () => act.mutate({ id: run.id, action: 'cancel' }),
      onHide: () => forget(run.id),
    }
  })
  return [jobs, looked && <Suspense><Left run={looked.run} name={looked.name} onClose={() => setLooked(null)} /></Suspense>]
}
