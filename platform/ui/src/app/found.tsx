import { useQueries, useQuery, keepPreviousData } from '@tanstack/react-query'
import { api, type Feedback, type Interaction, type Order, type RecordName, type Task } from '@/api'
import { titleOf, type AnyRecord, type RecordKind } from '@/features/record/kinds'
import { someQuery } from '@/features/record/queries'
import { useCan } from '@/features/session/useSession'
import { formatDate, formatMoney, formatPhone } from '@/kit/field/format'

export type Found = { kind: RecordName; id: string; label: string; hint?: string; square?: boolean }

const FEW = 5
/** By what each is looked for. Orders by how their number begins; an order's number has a digit in it. */
const ASKS: Record<RecordKind, (text: string) => object | null> = {
  order: (text) => (/\d/.test(text) ? { number: text } : null),
  task: (text) => (text.length > 1 ? { filter: [`title:contains:${text}`] } : null),
  feedback: (text) => (text.length > 1 ? { filter: [`subject:contains:${text}`] } : null),
  interaction: (text) => (text.length > 1 ? { filter: [`body:contains:${text}`] } : null),
}
const KINDS = Object.keys(ASKS) as RecordKind[]

/** Records that fit, of each kind as soon as it answers: a slow one keeps nobody waiting. */
export function useFound(text: string): { found: Found[]; busy: boolean; answered: boolean; fresh: boolean } {
  const can = useCan()
  const customers = useQuery({
    queryKey: ['customers', 'palette', text],
    queryFn: ({ signal }) => api.customers.list({ q: text, limit: 6 }, signal),
    enabled: text.length > 0 && can('customer:read'),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  const others = useQueries({
    queries: KINDS.map((kind) => {
      const query = ASKS[kind](text)
      return { ...someQuery(kind, { ...query, limit: FEW }), enabled: query !== null && can(`${kind}:read`), staleTime: 30_000 }
    }),
  })
  const found: Found[] = text
    ? (customers.data?.items ?? []).map((one) => ({ kind: 'customer', id: one.id, label: one.name, hint: one.phones[0] ? formatPhone(one.phones[0]) : one.emails[0]?.value, square: one.kind === 'organisation' }))
    : []
  others.forEach((query, n) => {
    const kind = KINDS[n]!
    if (ASKS[kind](text)) found.push(...(query.data?.items ?? []).map((record) => ({ kind, id: record.id, label: titleOf(kind, record) ?? '…', hint: hintOf(kind, record) })))
  })
  return { found, busy: customers.isFetching || others.some((one) => one.isFetching), answered: !customers.isLoading && others.every((one) => !one.isLoading), fresh: !customers.isPlaceholderData }
}

function hintOf(kind: RecordKind, record: AnyRecord) {
  if (kind === 'order') return `${formatMoney((record as Order).total, (record as Order).currency)} · ${formatDate((record as Order).placedAt)}`
  if (kind === 'task') return (record as Task).dueAt ? formatDate((record as Task).dueAt!) : undefined
  return [(record as Feedback | Interaction).customerName, formatDate((record as Feedback | Interaction).at)].filter(Boolean).join(' · ')
}
