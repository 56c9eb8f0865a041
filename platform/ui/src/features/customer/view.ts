import { listOf, textOf } from '@/app/search'

/** A list as it stands in the address, so that a link shows a colleague the same. */
export type CustomerView = {
  q?: string
  filter?: string[]
  sort?: string
  archived?: boolean
  cols?: string
  open?: string
}

export const readView = (search: Record<string, unknown>): CustomerView => ({
  q: textOf(search.q),
  filter: listOf(search.filter),
  sort: textOf(search.sort),
  archived: search.archived === true || search.archived === 'true' || undefined,
  cols: textOf(search.cols),
  open: textOf(search.open),
})
