import { textOf } from '@/app/search'

/** What is sought in the trail, as it stands in the address. Days are whole ones, in the reader's time. */
export type TrailView = { who?: string; act?: string; record?: string; id?: string; customer?: string; from?: string; until?: string }

export const readTrailView = (search: Record<string, unknown>): TrailView => ({
  who: textOf(search.who),
  act: textOf(search.act),
  record: textOf(search.record),
  id: textOf(search.id),
  customer: textOf(search.customer),
  from: textOf(search.from),
  until: textOf(search.until),
})
