import { useQueries, useQuery, keepPreviousData } from '@tanstack/react-query'
import { api, type Feedback, type Interaction, type Order, type Page, type RecordName, type RecordQuery, type Task } from '@/api'
import { collection, titleOf, type AnyRecord, type RecordKind } from '@/features/record/kinds'
import { useCan } from '@/features/session/useSession'
import { formatDate, formatMoney, formatPhone } from '@/kit/field/format'

export type Found = { kind: RecordName; id: string; label: string; hint?: string; square?: boolean }

const FEW = 5
const within = (text: string, ...keys: string[]) => (text.length > 1 ? keys.map((key) => ({ filter: [`${key}:contains:${text}`] })) : [])
/** By what each is looked for. Orders by how their number begins; an order's number has a digit in it. */
const ASKS: Record<RecordKind, (text: string) => RecordQuery[]> = {
  order: (text) => (/\d/.test(text) ? [{ number: text }] : []),
  task: (text) => within(text, 'title'),
  feedback: (text) => within(text, 'subject', 'body'),
  interaction: (text) => within(text, 'subject', 'body'),
}
const KINDS = Object.keys(ASKS) as RecordKind[]
/** The server reads some thousands of records for one answer, and says where it stopped. */
const ANSWERS = 12

async function few(kind: RecordKind, query: RecordQuery, signal: AbortSignal) {
  const items: AnyRecord[] = []
  let cursor: string | undefined
  for (let n = 0; n < ANSWERS && items.length < FEW; n++) {
    const page = (await collection(kind).list({ ...query, limit: FEW, cursor }, signal)) as Page<AnyRecord>
    items.push(...page.items)
    if (!page.nextCursor) break
    cursor = page.nextCursor
  }
  return items
}

/** What fits in any of the ways in which it is looked for, each once. */
const search = async (kind: RecordKind, text: string, signal: AbortSignal) => {
  const found = (await Promise.all(ASKS[kind](text).map((query) => few(kind, query, signal)))).flat()
  return [...new Map(found.map((one) => [one.id, one])).values()].slice(0, FEW)
}

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
    queries: KINDS.map((kind) => ({
      queryKey: ['records', kind, 'palette', text],
      queryFn: ({ signal }: { signal: AbortSignal }) => search(kind, text, signal),
      enabled: ASKS[kind](text).length > 0 && can(`${kind}:read`),
      staleTime: 30_000,
    })),
  })
  const found: Found[] = text
    ? (customers.data?.items ?? []).map((one) => ({ kind: 'customer', id: one.id, label: one.name, hint: one.phones[0] ? formatPhone(one.phones[0]) : one.emails[0]?.value, square: one.kind === 'organisation' }))
    : []
  others.forEach((query, n) => {
    const kind = KINDS[n]!
    found.push(...(query.data ?? []).map((record) => ({ kind, id: record.id, label: titleOf(kind, record) ?? '…', hint: hintOf(kind, record) })))
  })
  return { found, busy: customers.isFetching || others.some((one) => one.isFetching), answered: !customers.isLoading && others.every((one) => !one.isLoading), fresh: !customers.isPlaceholderData }
}

function hintOf(kind: RecordKind, record: AnyRecord) {
  if (kind === 'order') return `${formatMoney((record as Order).total, (record as Order).currency)} · ${formatDate((record as Order).placedAt)}`
  if (kind === 'task') return (record as Task).dueAt ? formatDate((record as Task).dueAt!) : undefined
  return [(record as Feedback | Interaction).customerName, formatDate((record as Feedback | Interaction).at)].filter(Boolean).join(' · ')
}
