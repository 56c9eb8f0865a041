import dayjs from 'dayjs'
import type { AuditQuery } from '@/api'
import { actsOf } from './acts'
import type { TrailView } from './view'

/** What the server is asked for a view of the trail. */
export const queryOf = (view: TrailView): AuditQuery => ({
  who: view.who,
  kind: view.kind,
  act: actsOf(view.act),
  recordType: view.record,
  recordId: view.id,
  customerId: view.customer,
  field: view.field,
  why: view.why,
  from: view.from && dayjs(view.from).startOf('day').toISOString(),
  until: view.until && dayjs(view.until).add(1, 'day').startOf('day').toISOString(),
})
