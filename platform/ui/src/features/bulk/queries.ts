import { queryOptions, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Bulk, type Field, type RecordName } from '@/api'
import { say } from '@/i18n'
import { formatNumber, formatValue, isEmpty } from '@/kit/field/format'
import { arranged, fieldsQuery, useFields, useMembers } from '@/kit/field/useFields'

const SOON = 800
/** What this person began in the last thirty days. */
export const bulksQuery = queryOptions({
  queryKey: ['bulk', 'list'],
  queryFn: () => api.bulk.list(),
  refetchInterval: (query) => (query.state.data?.items.some((one) => one.state === 'running') ? SOON : false),
})

/** What takes an import back, whoever began that. */
export const undoingQuery = (of: string) =>
  queryOptions({
    queryKey: ['bulk', 'undoing', of],
    queryFn: async () => {
      const run = (await api.bulk.list(of)).items[0]
      // What was kept is told of a run by itself.
      return run ? await api.bulk.one(run.id) : null
    },
    refetchInterval: (query) => (query.state.data?.state === 'running' ? SOON : false),
  })

/** Puts a run that was just begun where runs are shown. */
export function useBegun() {
  const client = useQueryClient()
  return useCallback(
    (run: Bulk) => {
      client.setQueryData(bulksQuery.queryKey, (old) => ({ items: [run, ...(old?.items ?? []).filter((one) => one.id !== run.id)] }))
      if (run.of) client.setQueryData(undoingQuery(run.of).queryKey, run)
      void client.invalidateQueries({ queryKey: bulksQuery.queryKey })
    },
    [client],
  )
}

type Change = Pick<Bulk, 'addTags' | 'removeTags'> & { change: object | null }

function useWords() {
  const { t } = useTranslation()
  const members = useMembers()
  return ({ change, addTags, removeTags }: Change, byKey: Map<string, Field>) => {
    const { fields = {}, ...core } = (change ?? {}) as Record<string, unknown> & { fields?: Record<string, unknown> }
    return [
      ...Object.entries({ ...core, ...fields }).map(([key, value]) => {
        const field = byKey.get(key)
        return `${field ? say(field.label) : key}: ${isEmpty(value) ? t('field.empty') : field ? formatValue(field, value, members) : String(value)}`
      }),
      addTags.length > 0 && `${t('bulk.addTags')}: ${addTags.join(', ')}`,
      removeTags.length > 0 && `${t('bulk.removeTags')}: ${removeTags.join(', ')}`,
    ]
      .filter(Boolean)
      .join(' · ')
  }
}

/** What a bulk edit changes, in the words of the fields. */
export function useChangeWords(record: RecordName) {
  const words = useWords()
  const { byKey } = useFields(record)
  return (change: Change) => words(change, byKey)
}

/** What runs were for: the change that each made, or what it takes back. */
export function useRunNames(runs: Bulk[]) {
  const { t } = useTranslation()
  const words = useWords()
  const kinds = [...new Set(runs.filter((one) => one.kind === 'edit').map((one) => one.record))]
  const known = useQueries({ queries: kinds.map((record) => fieldsQuery(record)) })
  const nameOf = (run: Bulk): string => {
    if (run.kind === 'hand-over') return t('handover.title')
    if (run.kind === 'edit') return words(run, arranged(known[kinds.indexOf(run.record)]?.data?.items ?? [], run.record).byKey)
    const undone = runs.find((one) => one.id === run.of)
    return t('bulk.undoOf', { name: run.title ?? (undone ? nameOf(undone) : t('bulk.edit').toLocaleLowerCase()) })
  }
  return nameOf
}

/** What changes something for itself; the others take back what one of these did. */
export const isForward = ({ kind }: Bulk) => kind === 'edit' || kind === 'hand-over'

/** How a run stands, in words. */
export function useRunWords() {
  const { t } = useTranslation()
  return ({ state, kind, record, progress, result, failure }: Bulk) => {
    if (state === 'running' || state === 'draft')
      return [t('bulk.state.running'), progress.total === null ? formatNumber(progress.done) : `${formatNumber(progress.done)} / ${formatNumber(progress.total)}`].join(' · ')
    if (state === 'failed' && failure) return failure
    const sums =
      kind === 'hand-over'
        ? [t('handover.sums', { number: formatNumber(result.changed), count: result.changed }), result.refused > 0 && t('handover.leftAlone', { number: formatNumber(result.refused) })].filter(Boolean).join(', ')
        : kind === 'edit'
        ? t('bulk.edited', { changed: formatNumber(result.changed), unchanged: formatNumber(result.unchanged), refused: formatNumber(result.refused) })
        : [
            result.restored > 0 && t('bulk.back', { number: formatNumber(result.restored), what: t(`bulk.noun.${record}`, { count: result.restored }) }),
            result.deleted > 0 && t('bulk.thrown', { count: result.deleted, number: formatNumber(result.deleted) }),
            result.keptCount > 0 ? t('bulk.kept') : result.restored + result.deleted === 0 && t('bulk.nothingBack'),
          ]
            .filter(Boolean)
            .join(', ')
    return state === 'cancelled' ? `${t('bulk.state.cancelled')} · ${sums}` : sums
  }
}
