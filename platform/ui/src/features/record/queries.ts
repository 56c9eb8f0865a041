import { queryOptions, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { api, type Page, type RecordQuery } from '@/api'
import { collection, type AnyRecord, type RecordKind } from './kinds'

export const recordQuery = (kind: RecordKind, id: string) =>
  queryOptions({ queryKey: ['records', kind, 'one', id], queryFn: () => collection(kind).one(id) as Promise<AnyRecord> })

/** A few of a customer's records, for the side of a profile. */
export const someQuery = (kind: RecordKind, query: RecordQuery & { limit?: number }) =>
  queryOptions({
    queryKey: ['records', kind, 'some', query],
    queryFn: ({ signal }) => collection(kind).list({ limit: 5, ...query }, signal) as Promise<Page<AnyRecord>>,
  })

export const recordHistoryQuery = (kind: RecordKind, id: string) =>
  queryOptions({ queryKey: ['records', kind, 'history', id], queryFn: () => collection(kind).history(id) })

export const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: api.settings.show, staleTime: 300_000 })

/** Puts what the server answered wherever the record is shown; sums and timelines are asked for again. */
export function useRecordCache(kind: RecordKind) {
  const client = useQueryClient()
  const put = useCallback(
    (record: AnyRecord) => {
      client.setQueryData(recordQuery(kind, record.id).queryKey, record)
      client.setQueriesData<InfiniteData<Page<AnyRecord>>>({ queryKey: ['records', kind, 'list'] }, (old) =>
        old && { ...old, pages: old.pages.map((page) => ({ ...page, items: page.items.map((one) => (one.id === record.id ? record : one)) })) },
      )
      void client.invalidateQueries({ queryKey: ['records', kind, 'some'] })
      void client.invalidateQueries({ queryKey: ['records', kind, 'history', record.id] })
      if (record.customerId) forgetCustomer(client, record.customerId)
    },
    [client, kind],
  )
  const forgetLists = useCallback(() => void client.invalidateQueries({ queryKey: ['records', kind, 'list'] }), [client, kind])
  return useMemo(() => ({ put, forgetLists }), [put, forgetLists])
}

/** After something happened with a customer: its timeline begins anew, its figures are counted again. */
export function forgetCustomer(client: ReturnType<typeof useQueryClient>, id: string) {
  client.setQueriesData<InfiniteData<unknown>>({ queryKey: ['customers', 'timeline', id] }, (old) =>
    old && { pages: old.pages.slice(0, 1), pageParams: old.pageParams.slice(0, 1) },
  )
  void client.invalidateQueries({ queryKey: ['customers', 'timeline', id] })
  void client.invalidateQueries({ queryKey: ['customers', 'summary', id] })
  void client.invalidateQueries({ queryKey: ['customers', 'one', id] })
}
