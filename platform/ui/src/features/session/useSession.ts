import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api, viewedAs, type Session } from '@/api'

export type WorkingSession = Session & { workspace: NonNullable<Session['workspace']> }

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: api.session.current,
  staleTime: 60_000,
  retry: false,
})

/** Who works here; while one looks as somebody else, with no more than they may. Only for what is shown inside the frame, where a session and a workspace are certain. */
export function useSession(): WorkingSession {
  const { data } = useQuery(sessionQuery)
  if (!data?.workspace) throw new Error('nobody is signed in to a workspace')
  const as = viewedAs()
  return (as ? { ...data, permissions: as.permissions } : data) as WorkingSession
}

/** Who “I” am on the screen: while one looks as somebody else, that one. */
export function useMe() {
  const { account } = useSession()
  return viewedAs()?.id ?? account.id
}

export function useCan() {
  const { permissions } = useSession()
  return useCallback((permission: string) => permits(permissions, permission), [permissions])
}

export function permits(granted: string[], permission: string) {
  const [room] = permission.split(':')
  return granted.some((one) => one === '*' || one === permission || one === `${room}:*` || one === '*:*')
}

/** Another workspace or another person: nothing that was loaded before may be seen again. */
export function useEnter() {
  const client = useQueryClient()
  return useCallback(
    (session: Session) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
      client.setQueryData(sessionQuery.queryKey, session)
    },
    [client],
  )
}
