import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type RecordName, type SavedView } from '@/api'
import { askedOf, type ListView } from '@/kit/list/view'

export const viewsQuery = (record: RecordName) => queryOptions({ queryKey: ['views', record], queryFn: () => api.views.list(record), staleTime: 60_000 })

/** A saved view as it stands in the address: all of it, so that the link means the same to who may not see the view. */
export function addressOf({ id, query, columns }: SavedView): ListView {
  const { q, filters, sort, archived } = query
  return { view: id, q: q || undefined, filter: filters?.length ? filters : undefined, sort: sort || undefined, archived: archived || undefined, cols: columns.join(',') || undefined }
}

/** What is kept of a list under a name. */
export const keptOf = (view: ListView, columns: string[]) => ({ query: askedOf(view), columns })

const looks = ({ q, filter, sort, archived, cols }: ListView) => JSON.stringify([q, filter, sort, archived, cols])
export const differs = (saved: SavedView, shown: ListView) => looks(addressOf(saved)) !== looks(shown)

export function useViewCache(record: RecordName) {
  const client = useQueryClient()
  return useMemo(() => {
    const { queryKey } = viewsQuery(record)
    const without = (id: string, more: SavedView[] = []) =>
      client.setQueryData(queryKey, (old) => old && { items: [...old.items.filter((one) => one.id !== id), ...more].sort((a, b) => a.name.localeCompare(b.name, 'vi')) })
    return { put: (view: SavedView) => without(view.id, [view]), drop: (id: string) => without(id), forget: () => void client.invalidateQueries({ queryKey }) }
  }, [client, record])
}
