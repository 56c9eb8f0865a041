import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, type TimelineKind } from '@/api'

export const TIMELINE_PAGE = 30

export const timelineQuery = (id: string, kinds: TimelineKind[], q = '') =>
  infiniteQueryOptions({
    queryKey: ['customers', 'timeline', id, kinds.join(','), q],
    queryFn: ({ pageParam, signal }) => api.customers.timeline(id, { kinds: kinds.join(',') || undefined, q: q || undefined, cursor: pageParam, limit: TIMELINE_PAGE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

export const summaryQuery = (id: string) => queryOptions({ queryKey: ['customers', 'summary', id], queryFn: () => api.customers.summary(id) })
