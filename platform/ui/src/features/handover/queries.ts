import { queryOptions } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Bulk, type HandedKind, type NewHandOver } from '@/api'
import { formatNumber } from '@/kit/field/format'

export const KINDS: HandedKind[] = ['customer', 'task', 'feedback']
export const RULES = ['one', 'evenly', 'team', 'by-hand'] as const

const SOON = 800
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['bulk', 'one', id],
    queryFn: () => api.bulk.one(id),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? SOON : false),
  })
export const receiversQuery = (id: string) => queryOptions({ queryKey: ['bulk', 'receivers', id], queryFn: () => api.handOvers.receivers(id) })
export const receivedQuery = queryOptions({ queryKey: ['bulk', 'received'], queryFn: api.handOvers.received, staleTime: 30_000 })

export const EMPTY: NewHandOver = { from: '', records: KINDS, rule: 'one', to: [], teamId: null, named: [], fitting: [] }

/** What is missing before it can be looked at; null: nothing. */
export function missing({ from, records, rule, to, teamId, named, fitting }: NewHandOver): 'from' | 'records' | 'to' | 'named' | 'fitting' | null {
  if (!from) return 'from'
  if (records.length === 0) return 'records'
  if (rule === 'team' ? !teamId : rule !== 'by-hand' && to.length === 0) return 'to'
  if (fitting.some((one) => one.to.length === 0 || !one.query)) return 'fitting'
  return rule === 'by-hand' && named.length + fitting.length === 0 ? 'named' : null
}

/** What the server is sent: nothing that the chosen way does not ask for. */
export const asked = (plan: NewHandOver): NewHandOver => ({
  ...plan,
  to: plan.rule === 'one' ? plan.to.slice(0, 1) : plan.rule === 'evenly' ? plan.to : [],
  teamId: plan.rule === 'team' ? plan.teamId : null,
  fitting: plan.records.includes('customer') ? plan.fitting : [],
})

export const stands = (run: Bulk) => (run.state === 'draft' ? 'draft' : run.state === 'running' ? 'running' : 'over')

/** “12 customers, 3 tasks”. */
export function useCountWords() {
  const { t } = useTranslation()
  return (counts: Partial<Record<HandedKind, number>>) =>
    KINDS.filter((kind) => counts[kind])
      .map((kind) => `${formatNumber(counts[kind]!)} ${t(`bulk.noun.${kind}`, { count: counts[kind]! })}`)
      .join(', ')
}
