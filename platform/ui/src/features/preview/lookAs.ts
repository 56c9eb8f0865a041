import type { QueryClient } from '@tanstack/react-query'
import { api, keepViewAs, type Member, type Session } from '@/api'
import { say } from '@/i18n'
import { permissionsQuery } from '../apikey/queries'
import { rolesQuery, spread } from '../role/queries'
import { sessionQuery } from '../session/useSession'

/** Begins to look as a member. The page is loaded anew: nothing that was seen before stays on it. */
export async function lookAs(client: QueryClient, member: Member) {
  await api.sight.tryAs(member.id)
  const [{ items: all }, { items: roles }] = await Promise.all([client.ensureQueryData(permissionsQuery), client.ensureQueryData(rolesQuery)])
  const session = client.getQueryData<Session>(sessionQuery.queryKey)!
  const names = all.map((one) => one.name)
  const own = new Set(spread(session.permissions, names))
  const theirs = spread(roles.find((one) => one.key === member.role)?.permissions ?? [], names)
  keepViewAs({ id: member.id, name: member.name, role: say(roles.find((one) => one.key === member.role)?.label) || member.role, workspace: session.workspace!.id, permissions: theirs.filter((one) => one.endsWith(':read') && own.has(one)) })
  window.location.assign('/customers')
}

/** Back to what one sees oneself, from nothing again. */
export function stopLooking() {
  keepViewAs(null)
  window.location.assign('/settings/members')
}
