import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type Import, type ImportState, type Page } from '@/api'
import { failed } from '@/kit/toast'

export const isActive = (state: ImportState) => state === 'checking' || state === 'running'
export const isOver = (state: ImportState) => state === 'completed' || state === 'cancelled' || state === 'failed'

export const importsQuery = queryOptions({
  queryKey: ['imports', 'list'],
  queryFn: () => api.imports.list(),
  refetchInterval: (query) => (query.state.data?.items.some((one) => isActive(one.state)) ? 1000 : false),
})

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: () => api.imports.one(id),
    refetchInterval: (query) => (query.state.data && isActive(query.state.data.state) ? 700 : false),
  })

type Action = 'check' | 'start' | 'pause' | 'resume' | 'cancel'
/** Checking, starting, pausing, going on, giving up. */
export function useImportAct() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, action }: { id: string; action: Action }) => api.imports.act(id, action),
    onSuccess: (saved) => {
      client.setQueryData(importQuery(saved.id).queryKey, saved)
      client.setQueryData<Page<Import>>(importsQuery.queryKey, (old) =>
        old && { ...old, items: old.items.map((one) => (one.id === saved.id ? { ...one, ...saved } : one)) },
      )
      void client.invalidateQueries({ queryKey: importsQuery.queryKey })
    },
    onError: failed,
  })
}

export const percentOf = (run: Import) =>
  run.progress?.rowsTotal ? Math.min(100, Math.round((run.progress.rowsDone / run.progress.rowsTotal) * 100)) : null
