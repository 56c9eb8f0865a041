import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type Field, type Member } from '@/api'
import { useCan } from '@/features/session/useSession'

export const fieldsQuery = queryOptions({ queryKey: ['fields'], queryFn: api.fields, staleTime: 60_000 })
export const membersQuery = queryOptions({ queryKey: ['members'], queryFn: api.members.list, staleTime: 300_000 })

const NONE: Field[] = []

/** The catalogue of this workspace: the core's fields and those of the plugins that are on. */
export function useFields() {
  const query = useQuery(fieldsQuery)
  const fields = query.data?.items ?? NONE
  const byKey = useMemo(() => new Map(fields.map((one) => [one.key, one])), [fields])
  return { ...query, fields, byKey }
}

const NOBODY: Member[] = []
export function useMembers() {
  const can = useCan()
  const { data } = useQuery({ ...membersQuery, enabled: can('member:read') })
  return data?.items ?? NOBODY
}
