import { Anchor, Button } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Bulk } from '@/api'
import { lazily } from '@/app/lazily'
import { failed } from '@/kit/toast'
import type { Job } from '@/kit/tray/Tray'
import { useEnded } from '@/kit/tray/useEnded'
import { useCan } from '../session/useSession'
import { bulksQuery, isForward, useBegun, useRunNames, useRunWords } from './queries'

const Left = lazily(() => import('./Left'), 'Left')

/** An edit that just ended is still offered for undoing; later ones are among all the runs. */
const LATELY = 3_600_000
const NONE: string[] = []
const HIDDEN = 50

/** What can be done with a run that has come to its end. */
export function useRunActs() {
  const client = useQueryClient()
  const begun = useBegun()
  const act = useMutation({
    mutationFn: ({ id, action }: { id: string; action: 'start' | 'cancel' }) => api.bulk.act(id, action),
    onSuccess: begun,
    onError: failed,
    onSettled: () => client.invalidateQueries({ queryKey: bulksQuery.queryKey }),
  })
  const undo = useMutation({ mutationFn: ({ id }: Bulk) => api.bulk.undo(id), onSuccess: begun, onError: failed })
  return { act, undo }
}

export function RunActs({ run, runs, onLook }: { run: Bulk; runs: Bulk[]; onLook: (run: Bulk) => void }) {
  const { t } = useTranslation()
  const { act, undo } = useRunActs()
  // What is being taken back, or was, is not taken back again.
  const undone = runs.some((one) => one.of === run.id && one.state !== 'cancelled')
  return (
    <>
      {run.state === 'failed' && (
        <Button size="compact-xs" variant="light" loading={act.isPending} onClick={() => act.mutate({ id: run.id, action: 'start' })}>
          {t('import.resume')}
        </Button>
      )}
      {isForward(run) && run.state !== 'running' && run.state !== 'failed' && run.result.changed > 0 && !undone && (
        <Button size="compact-xs" variant="light" loading={undo.isPending} onClick={() => undo.mutate(run)}>
          {t('action.undo')}
        </Button>
      )}
      {run.state !== 'running' && run.result.refused + run.result.keptCount > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => onLook(run)}>
          {t(isForward(run) ? 'bulk.seeRefused' : 'bulk.seeKept')}
        </Button>
      )}
    </>
  )
}

/** What a run left alone, over whatever page is open. */
export function useLeft(nameOf: (run: Bulk) => string): [(run: Bulk) => void, ReactNode] {
  const [looked, setLooked] = useState<Bulk | null>(null)
  return [
    setLooked,
    looked && (
      <Suspense>
        <Left run={looked} name={nameOf(looked)} onClose={() => setLooked(null)} />
      </Suspense>
    ),
  ]
}

const EMPTY: Bulk[] = []

/** Bulk edits and undoings in the tray. */
export function useBulkJobs(): [Job[], ReactNode] {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const words = useRunWords()
  const { act } = useRunActs()
  const [hidden, setHidden] = useLocalStorage<string[]>({ key: 'quen.bulk.hidden', defaultValue: NONE })
  const { data } = useQuery({ ...bulksQuery, enabled: can('customer:update') })
  const runs = data?.items ?? EMPTY
  const nameOf = useRunNames(runs)
  const [look, dialog] = useLeft(nameOf)
  useEnded(data?.items, (state) => state === 'running', () => {
    for (const key of [['customers'], ['records']]) void client.invalidateQueries({ queryKey: key })
  })
  const jobs = runs
    .filter((run) => run.state === 'running' || (!hidden.includes(run.id) && Date.now() - Date.parse(run.finishedAt ?? run.createdAt) < LATELY && !runs.some((one) => one.of === run.id && one.state !== 'cancelled')))
    .map((run): Job => {
      const { done, total, startedAt } = run.progress
      return {
        id: run.id,
        name: nameOf(run),
        at: run.kind === 'undo-import' ? `/imports/${run.of}` : run.kind === 'hand-over' ? '/settings/hand-over' : undefined,
        search: run.kind === 'hand-over' ? { run: run.id } : undefined,
        state: run.state === 'completed' ? 'done' : run.state === 'failed' ? 'failed' : run.state === 'cancelled' ? 'stopped' : 'running',
        words: words(run),
        percent: total ? Math.min(100, Math.round((done / total) * 100)) : null,
        old: run.finishedAt !== null && Date.parse(run.finishedAt) < performance.timeOrigin,
        secondsLeft: total && done && startedAt ? (((Date.now() - Date.parse(startedAt)) / 1000) * (total - done)) / done : null,
        more: (
          <>
            <RunActs run={run} runs={runs} onLook={look} />
            <Anchor component={Link} to="/bulk" size="xs" c="dimmed" ml="auto">
              {t('bulk.all')}
            </Anchor>
          </>
        ),
        onStop: () => act.mutate({ id: run.id, action: 'cancel' }),
        onHide: () => setHidden((old) => [run.id, ...old].slice(0, HIDDEN)),
      }
    })
  return [jobs, dialog]
}
