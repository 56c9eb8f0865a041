import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api'

/** The same for everybody, and it changes with a release only. */
export const permissionsQuery = queryOptions({ queryKey: ['permissions'], queryFn: api.permissions, staleTime: Infinity })

/** In which group of the form a permission stands, by what is before its colon. */
const RECORDS = ['customer', 'order', 'interaction', 'feedback', 'task']
const WORK = ['survey', 'consent', 'source', 'import', 'view', 'record', 'delivery']

export const GROUPS = ['records', 'work', 'rest'] as const
export function groupOf(permission: string): (typeof GROUPS)[number] {
  const room = permission.split(':')[0]!
  return RECORDS.includes(room) ? 'records' : WORK.includes(room) ? 'work' : 'rest'
}
