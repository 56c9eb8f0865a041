import { queryOptions } from '@tanstack/react-query'
import { api, type Team } from '@/api'

export const teamsQuery = queryOptions({ queryKey: ['teams'], queryFn: api.teams.list, staleTime: 60_000 })

/** Teams with those below each behind it, and how deep they lie. */
export function treeOf(teams: Team[]): { team: Team; depth: number }[] {
  const known = new Set(teams.map((one) => one.id))
  const below = (parent: string | null, depth: number): { team: Team; depth: number }[] =>
    teams
      .filter((one) => (one.parentId && known.has(one.parentId) ? one.parentId : null) === parent)
      .sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }))
      .flatMap((team) => [{ team, depth }, ...below(team.id, depth + 1)])
  return below(null, 0)
}

/** The team itself and all below it: none of them can be what it is put under. */
export const branchOf = (teams: Team[], id: string): Set<string> => {
  const branch = new Set([id])
  for (let grown = true; grown; ) {
    const size = branch.size
    teams.forEach((one) => one.parentId && branch.has(one.parentId) && branch.add(one.id))
    grown = branch.size > size
  }
  return branch
}
