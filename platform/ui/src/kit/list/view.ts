import type { ListAsked } from '@/api'
import { listOf, textOf } from '@/app/search'

/** A list as it stands in the address, so that a link shows a colleague the same. */
export type ListView = {
  q?: string
  filter?: string[]
  sort?: string
  archived?: boolean
  trash?: boolean
  cols?: string
  /** The saved view that this began from. */
  view?: string
  open?: string
}
export type Tab = { name: string; view: ListView }

const truth = (value: unknown) => value === true || value === 'true' || undefined

export const readListView = (search: Record<string, unknown>): ListView => ({
  q: textOf(search.q),
  filter: listOf(search.filter),
  sort: textOf(search.sort),
  archived: truth(search.archived),
  trash: truth(search.trash),
  cols: textOf(search.cols),
  view: textOf(search.view),
  open: textOf(search.open),
})

/** Whether two show the same records, in whatever order and columns. */
export const sameList = (a: ListView, b: ListView) =>
  (a.q ?? '') === (b.q ?? '') && (a.filter ?? []).join('\n') === (b.filter ?? []).join('\n') && Boolean(a.archived) === Boolean(b.archived) && Boolean(a.trash) === Boolean(b.trash)

/** What the server keeps of it: which records, in which order. */
export const askedOf = ({ q, filter, sort, archived }: ListView): ListAsked => ({ q, filters: filter ?? [], sort, archived: archived ?? false })
