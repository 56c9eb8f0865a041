import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { done, failed } from '@/kit/toast'
import { collection, type AnyRecord, type RecordKind } from './kinds'
import { useRecordCache } from './queries'

/** Into the trash and out of it again, one record or many. */
export function useTrash(kind: RecordKind) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const cache = useRecordCache(kind)
  return async function move(records: AnyRecord[], away: boolean, undoable = true): Promise<AnyRecord[]> {
    const good: AnyRecord[] = []
    let error: unknown
    // One after the other, so that a slow connection is not flooded; what failed is said at the end.
    for (const record of records)
      try {
        good.push((await (away ? collection(kind).trash(record.id) : collection(kind).restore(record.id))) as AnyRecord)
      } catch (problem) {
        error = problem
      }
    good.forEach(cache.put)
    cache.forgetLists()
    void client.invalidateQueries({ queryKey: ['records', kind, 'some'] })
    if (error) failed(error)
    if (good.length > 0) done(t(away ? 'trash.done' : 'trash.restored', { count: good.length }), undoable ? () => void move(good, !away, false) : undefined)
    return good
  }
}
