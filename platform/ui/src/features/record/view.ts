import { listOf, textOf } from '@/app/search'

/** A list of records as it stands in the address. */
export type RecordView = { q?: string; filter?: string[]; sort?: string; trash?: boolean; cols?: string; open?: string }

export const readRecordView = (search: Record<string, unknown>): RecordView => ({
  q: textOf(search.q),
  filter: listOf(search.filter),
  sort: textOf(search.sort),
  trash: search.trash === true || search.trash === 'true' || undefined,
  cols: textOf(search.cols),
  open: textOf(search.open),
})
