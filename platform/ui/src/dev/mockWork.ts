import type { Attachment, Bulk, Customer, Export, SavedView } from '../api/contract'
import { owner } from './mockData.ts'

/** Saved views, files that are made, bulk edits and attachments, from memory. */
type Json = Record<string, any>
const views: SavedView[] = []
const exports: Export[] = []
const runs: (Bulk & { ids: string[]; before: Map<string, Json> })[] = []
const files: Attachment[] = []
const fresh = () => ({ id: crypto.randomUUID(), createdAt: new Date().toISOString(), createdBy: owner })
const remove = <T extends { id: string }>(list: T[], id: string) => void list.splice(list.findIndex((one) => one.id === id), 1)

const wished = (customer: Customer, { change = {}, addTags = [], removeTags = [] }: Json): Json => ({
  ...change,
  ...(addTags.length || removeTags.length ? { tags: [...new Set([...customer.tags, ...addTags])].filter((tag) => !removeTags.includes(tag)) } : {}),
})

function preview(found: Customer[], input: Json): Bulk {
  const samples = found.flatMap((one) => {
    const changes = Object.entries(wished(one, input)).map(([field, after]) => ({ field, before: (one as Json)[field] ?? null, after })).filter((it) => JSON.stringify(it.before) !== JSON.stringify(it.after))
    return changes.length ? [{ customerId: one.id, name: one.name, changes }] : []
  })
  const run = {
    ...fresh(), kind: 'edit', of: null, title: null, state: 'draft', query: null, change: input as never, finishedAt: null, failure: null, ids: found.map((one) => one.id), before: new Map<string, Json>(),
    preview: { count: found.length, exact: true, examined: found.length, changed: samples.length, unchanged: found.length - samples.length, refused: 0, samples: samples.slice(0, 10) as never, refusals: [] },
    progress: { done: 0, total: found.length, startedAt: null }, result: { changed: 0, unchanged: 0, refused: 0, restored: 0, deleted: 0, kept: [] },
  } as unknown as (typeof runs)[0]
  runs.unshift(run)
  return run
}

function act(run: (typeof runs)[0], action: string | undefined, customers: Customer[]): Bulk {
  const mine = customers.filter((one) => run.ids.includes(one.id))
  if (action === 'cancel') run.state = 'cancelled'
  if (action === 'start') {
    for (const one of mine) {
      const patch = wished(one, run.change as Json)
      run.before.set(one.id, Object.fromEntries(Object.keys(patch).map((key) => [key, (one as Json)[key]])))
      Object.assign(one, patch)
    }
    Object.assign(run, { state: 'completed', progress: { ...run.progress, done: mine.length }, result: { ...run.result, changed: run.preview!.changed, unchanged: run.preview!.unchanged } })
  }
  if (action !== 'undo') return run
  mine.forEach((one) => Object.assign(one, run.before.get(one.id)))
  runs.unshift({ ...run, ...fresh(), kind: 'undo-bulk', of: run.id, result: { ...run.result, changed: 0, restored: run.result.changed } })
  return runs[0]!
}

/** Undefined: none of this. */
export function respondWork(method: string, path: string[], query: URLSearchParams, input: Json, select: (asked?: Json) => Customer[], customers: Customer[], size: number): { answer: unknown } | undefined {
  const [room, id, action] = path as [string, string?, string?]
  if (action === 'attachments' || room === 'attachments') {
    if (method === 'DELETE') return { answer: remove(files, id!) }
    if (method === 'GET') return { answer: { items: files.filter((one) => one.recordId === id) } }
    files.push({ ...fresh(), record: 'customer', recordId: id!, fileName: query.get('fileName')!, mediaType: 'application/pdf', size })
    return { answer: files.at(-1) }
  }
  if (room === 'views') {
    if (!id && method === 'GET') return { answer: { items: views.filter((one) => one.record === query.get('record')) } }
    if (!id) return { answer: (views.push({ scope: 'private', query: {}, columns: [], density: null, own: true, version: 1, ...fresh(), updatedAt: new Date().toISOString(), ...(input as { record: 'customer'; name: string }) }), views.at(-1)) }
    return { answer: method === 'DELETE' ? remove(views, id) : Object.assign(views.find((one) => one.id === id)!, input) }
  }
  if (room === 'exports') {
    if (!id && method === 'GET') return { answer: { items: exports.map((one) => Object.assign(one, one.progress.rowsDone > 3000 ? { state: 'completed', fileName: `khach-hang.${one.format}`, size: 418_000 } : { progress: { rowsDone: one.progress.rowsDone + 900 } })) } }
    if (!id) return { answer: (exports.unshift({ ...fresh(), record: input.record, format: input.format, state: 'running', progress: { rowsDone: 0 }, fileName: null, size: null, failure: null, finishedAt: null, expiresAt: null }), exports[0]) }
    return { answer: Object.assign(exports.find((one) => one.id === id)!, method === 'DELETE' ? { state: 'cancelled' } : {}) }
  }
  if (room === 'bulk') {
    if (!id) return { answer: preview(input.ids ? customers.filter((one) => input.ids.includes(one.id)) : select(input.query), input) }
    return { answer: action === 'notes' ? { items: [], nextCursor: null } : act(runs.find((one) => one.id === id)!, action, customers) }
  }
  return undefined
}
