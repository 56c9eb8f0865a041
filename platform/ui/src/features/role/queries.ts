import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type FieldAccess, type Reach, type RecordName, type Role } from '@/api'
import { say } from '@/i18n'
import { useCan } from '../session/useSession'

export const rolesQuery = queryOptions({ queryKey: ['roles'], queryFn: api.roles.list, staleTime: 60_000 })

export const RECORDS: RecordName[] = ['customer', 'order', 'interaction', 'feedback', 'task']
export const REACHES: Reach[] = ['none', 'own', 'team', 'team-below', 'all']
export const ACCESSES: FieldAccess[] = ['hidden', 'masked', 'read', 'write']
/** Owners may do and see everything, always. */
export const OWNER = 'owner'

/** What a role is called in this workspace. */
export function useRoleName() {
  const { t } = useTranslation()
  const can = useCan()
  const { data } = useQuery({ ...rolesQuery, enabled: can('member:read') })
  return (key: Role) => say(data?.items.find((one) => one.key === key)?.label) || t(`role.${key}` as 'role.owner', { defaultValue: key })
}

const roomOf = (permission: string) => permission.slice(0, permission.indexOf(':'))

/** `customer:*` and `*` stand for all that there are. */
export const spread = (granted: string[], all: string[]) => all.filter((one) => granted.some((it) => it === '*' || it === '*:*' || it === one || it === `${roomOf(one)}:*`))

/** Where everything of a kind is allowed, what comes later is too, as it was before. */
export function gather(granted: string[], all: string[], before: string[]): string[] {
  const rooms = new Set(before.filter((one) => one.endsWith(':*')).map(roomOf))
  const whole = [...rooms].filter((room) => all.filter((one) => roomOf(one) === room).every((one) => granted.includes(one)))
  return [...whole.map((room) => `${room}:*`), ...granted.filter((one) => !whole.includes(roomOf(one)))]
}
