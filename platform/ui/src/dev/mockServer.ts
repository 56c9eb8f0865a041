import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin as VitePlugin } from 'vite'
import type { Customer, HistoryEntry, Import } from '../api/contract'
import * as records from './mockRecords.ts'
import { respondWork } from './mockWork.ts'
import { coreFields, owner, people, plugins } from './mockData.ts'

/** Answers the HTTP contract from memory, for `npm run dev`. It is never part of a build. */
const customers = people(5000)
records.furnish(customers)
const history = new Map<string, HistoryEntry[]>()
/** Newest first, from the import that brought the customer. */
const changesOf = (customer: Customer) => [...(history.get(customer.id) ?? []), { id: 'h0', at: customer.createdAt, actor: owner, type: 'CustomerRegistered', source: 'import', changes: [] }]
const imports: Import[] = []
const keys: Record<string, unknown>[] = [
  { id: 'k1', name: 'Website đặt hàng', prefix: 'quen_7f3a', permissions: ['customer:read', 'customer:create'], createdAt: '2026-10-02T03:00:00Z', createdBy: owner, lastUsedAt: '2026-11-22T15:40:00Z', expiresAt: null },
]
const invitations: Record<string, unknown>[] = []
const members = [
  { id: owner.id, name: owner.name, email: 'mai@saomai.vn', role: 'owner' },
  { id: 'm2', name: 'Lê Văn Sơn', email: 'son@saomai.vn', role: 'sales' },
  { id: 'm3', name: 'Phạm Thu Hà', email: 'ha@saomai.vn', role: 'viewer' },
]
const all = 'order:* view:share interaction:* feedback:* task:* setting:read field:manage customer:read customer:create customer:update customer:archive customer:export import:run field:read plugin:read plugin:switch apikey:manage member:read member:manage'.split(' ')
const account = { id: owner.id, name: owner.name, email: 'mai@saomai.vn', language: 'vi' }
const workspaces = [
  { id: 'w1', slug: 'sao-mai', name: 'Viễn Thông Sao Mai', industry: 'telecom', role: 'owner', language: 'vi' },
  { id: 'w2', slug: 'cua-hang-sen', name: 'Cửa hàng Sen', industry: 'retail', role: 'owner', language: 'vi' },
]
let workspace = workspaces[0]!
let signedIn = true
const policy = { idleMinutes: 10080, absoluteMinutes: 43200, mostSessions: null as number | null, confirmMinutes: 15, secondFactor: false, widestIdleMinutes: 10080, widestAbsoluteMinutes: 43200, version: 0 }
const session = () => ({ account, workspace, workspaces, permissions: all, csrfToken: 'mock', secondFactorMissing: false, byProvider: false, providerMissing: false })
const fields = () => [...coreFields, ...plugins.filter((one) => one.enabled).flatMap((one) => one.fields)]
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd')

class Refusal {
  constructor(readonly status: number, readonly type: string, readonly more: object = {}) {}
}

const valueOf = (customer: Customer, key: string): unknown => {
  if (key.includes('.')) return customer.fields[key]
  if (key === 'phones') return customer.phones.map((one) => one.value)
  if (key === 'emails') return customer.emails.map((one) => one.value)
  return (customer as unknown as Record<string, unknown>)[key]
}

function matches(customer: Customer, filter: string) {
  const [key, op, ...rest] = filter.split(':')
  const wanted = rest.join(':')
  const value = valueOf(customer, key!)
  const list = (Array.isArray(value) ? value : value == null ? [] : [value]).map(String)
  const order = (a: string) => (Number.isFinite(Number(a)) ? Number(a) - Number(wanted) : a.localeCompare(wanted))
  switch (op) {
    case 'empty': return list.length === 0
    case 'notempty': return list.length > 0
    case 'eq': return list.includes(wanted)
    case 'ne': return !list.includes(wanted)
    case 'in': return list.some((one) => wanted.split(',').includes(one))
    case 'contains': return list.some((one) => fold(one).includes(fold(wanted)))
    case 'lt': return list.some((one) => order(one) < 0)
    case 'lte': return list.some((one) => order(one) <= 0)
    case 'gt': return list.some((one) => order(one) > 0)
    case 'gte': return list.some((one) => order(one) >= 0)
    default: throw new Refusal(400, 'bad-request')
  }
}

function select(query: URLSearchParams) {
  const q = fold(query.get('q') ?? '')
  const archived = query.get('archived') === 'true'
  const found = (workspace.slug === 'sao-mai' ? customers : []).filter(
    (one) =>
      (one.archivedAt !== null) === archived &&
      (!q || fold([one.name, one.externalId, ...one.phones.map((p) => p.value.replace(/\D/g, '')), ...one.emails.map((e) => e.value)].join(' ')).includes(q)) &&
      query.getAll('filter').every((filter) => matches(one, filter)),
  )
  const sort = query.get('sort')
  if (!sort) return found
  const key = sort.replace(/^-/, '')
  return found.toSorted((a, b) => (sort.startsWith('-') ? -1 : 1) * String(valueOf(a, key) ?? '').localeCompare(String(valueOf(b, key) ?? ''), 'vi', { numeric: true }))
}

const page = <T>(list: T[], query: URLSearchParams) => {
  const from = Number(query.get('cursor') ?? 0)
  const limit = Number(query.get('limit') ?? 50)
  return { items: list.slice(from, from + limit), nextCursor: from + limit < list.length ? String(from + limit) : null }
}

function remember(customer: Customer, type: HistoryEntry['type'], changes: HistoryEntry['changes'] = []) {
  const entries = history.get(customer.id) ?? []
  entries.unshift({ id: crypto.randomUUID(), at: new Date().toISOString(), actor: owner, type, source: null, changes })
  history.set(customer.id, entries)
}

function save(customer: Customer, body: Record<string, unknown>) {
  const changes: HistoryEntry['changes'] = []
  const errors = []
  if ('name' in body && !body.name && !body.givenName) errors.push({ field: 'name', code: 'required', message: 'Cần có tên khách hàng.' })
  for (const phone of (body.phones as { value: string }[] | undefined) ?? [])
    if (phone.value.replace(/\D/g, '').length < 9) errors.push({ field: 'phones', code: 'phone', message: `"${phone.value}" không phải số điện thoại. Hãy nhập như 0912 345 678.` })
  if (errors.length) throw new Refusal(422, 'validation', { title: 'Chưa lưu được', errors })
  for (const [key, value] of Object.entries(body)) {
    if (key === 'fields') {
      for (const [name, one] of Object.entries(value as object)) {
        changes.push({ field: name, before: customer.fields[name] ?? null, after: one })
        customer.fields[name] = one
      }
      continue
    }
    const target = customer as unknown as Record<string, unknown>
    changes.push({ field: key, before: target[key] ?? null, after: value })
    target[key] = value
  }
  customer.version++
  customer.updatedAt = new Date().toISOString()
  return changes
}

function advance(one: Import) {
  if ((one.state !== 'running' && one.state !== 'checking') || !one.progress) return one
  const total = one.progress.rowsTotal!
  one.progress.rowsDone = Math.min(total, one.progress.rowsDone + Math.ceil(total / 12))
  one.progress.etaSeconds = Math.ceil((total - one.progress.rowsDone) / (total / 12))
  if (one.progress.rowsDone < total) return one
  if (one.state === 'checking') {
    one.state = 'checked'
    one.check = { create: total - 14, update: 9, skip: 0, reject: 5, examples: [
      { row: 2, action: 'create', name: 'Nguyễn Thị Hạnh', reason: null }, { row: 3, action: 'update', name: 'Trần Văn Dũng', reason: null },
      { row: 7, action: 'reject', name: 'Lê Hoa', reason: 'Số điện thoại "09x" không đúng.' } ] }
  } else {
    one.state = 'completed'
    one.result = { created: total - 14, updated: 9, skipped: 0, rejected: 5 }
    one.finishedAt = new Date().toISOString()
  }
  return one
}

type Call = { method: string; path: string[]; query: URLSearchParams; body: never; raw: string; headers: IncomingMessage['headers'] }

function respondRecord({ method, path, query, body, headers }: Call): unknown {
  const [name, id, action] = path as [string, string | undefined, string | undefined]
  const list = records.stores[name]!
  const one = list.find((it) => it.id === id)
  const input = body as Record<string, any>
  if (!id) {
    if (method === 'POST') return records.create(name, input, customers)
    const thrown = query.get('trash') === 'true' || query.get('trashed') === 'true'
    const found = list.filter((it) => (it.deletedAt !== null) === thrown && (!query.get('number') || it.number?.startsWith(query.get('number'))) &&
      query.getAll('filter').every((filter) => matches(it as never, filter.replace(/:me$/, `:${owner.id}`).replace(/:now$/, `:${new Date().toISOString()}`))))
    return page(found, query)
  }
  if (!one) throw new Refusal(404, 'not-found')
  switch (`${method} ${action ?? ''}`) {
    case 'GET ': return one
    case 'GET history': return { items: one.version > 1 ? [{ id: 'c1', at: one.updatedAt, actor: owner, type: 'FeedbackRevised', source: null, changes: [{ field: 'state', before: 'open', after: one.state }] }] : [] }
    case 'DELETE ': one.deletedAt = new Date().toISOString(); return one
    case 'POST restore': one.deletedAt = null; return one
    case 'POST payments': one.payments.push(input); records.settle(one); if (one.state === 'placed' && one.paid >= one.total) one.state = 'paid'; return one
    case 'POST returns': { const amount = input.amount ?? 0; one.returns.push({ at: new Date().toISOString(), ...input, amount }); one.returned += amount; for (const it of input.lines) one.lines.find((line: { position: number }) => line.position === it.position).returnedQuantity += it.quantity; return one }
    case 'PATCH ':
      if (headers['if-match'] !== `"v${one.version}"`) throw new Refusal(412, 'conflict', { current: one, changedFields: [] })
      Object.assign(one, input, { fields: { ...one.fields, ...input.fields }, version: one.version + 1, updatedAt: new Date().toISOString() })
      if (name === 'orders') records.settle(one)
      return one
    default: throw new Refusal(404, 'not-found')
  }
}

function respond(call: Call): unknown {
  const { method, path, query, body, raw, headers } = call
  const asked = ({ q, filters = [], archived }: Record<string, any> = {}) => select(new URLSearchParams([...filters.map((one: string) => ['filter', one]), ...(q ? [['q', q]] : []), ...(archived ? [['archived', 'true']] : [])]))
  const work = respondWork(method, path, query, body, asked, customers, raw.length)
  if (work) return work.answer
  if (path[0]! in records.stores) return respondRecord(call)
  const [room, id, action] = path
  const input = body as Record<string, unknown>
  const route = `${method} ${room}${id ? '/:id' : ''}${action ? `/${action}` : ''}`
  if (room === 'session' || room === 'signup') {
    if (method === 'GET' && !signedIn) throw new Refusal(401, 'unauthenticated')
    if (method === 'POST' && room === 'session' && input.password === 'sai') throw new Refusal(401, 'unauthenticated', { detail: 'E-mail hoặc mật khẩu chưa đúng.' })
    if (room === 'signup' && input.slug === 'sao-mai') throw new Refusal(409, 'taken', { errors: [{ field: 'slug', code: 'taken', message: 'Địa chỉ này đã có người dùng.' }] })
    signedIn = method !== 'DELETE'
    if (method === 'PUT') workspace = workspaces.find((one) => one.slug === input.slug) ?? workspace
    return method === 'DELETE' ? undefined : session()
  }
  if (!signedIn) throw new Refusal(401, 'unauthenticated')
  const customer = room === 'customers' && id ? customers.find((one) => one.id === id) : undefined
  const one = room === 'imports' && id ? imports.find((it) => it.id === id) : undefined
  switch (route) {
    case 'POST workspaces': workspaces.push({ ...(input as { name: string; slug: string; industry: string }), id: String(input.slug), role: 'owner', language: 'vi' }); workspace = workspaces.at(-1)!; return session()
    case 'PATCH account': Object.assign(account, input); return account
    case 'PUT account/:id': if (input.currentPassword === 'sai') throw new Refusal(422, 'validation', { errors: [{ field: 'currentPassword', code: 'wrong', message: 'Mật khẩu hiện tại chưa đúng.' }] }); return undefined
    case 'GET account/:id': return id === 'second-factor' ? { totpSince: null, passkeys: 0, recoveryCodesLeft: 0 } : id === 'passkeys' ? { items: [] } : { items: [
      { id: 's1', createdAt: '2026-11-20T02:00:00Z', lastSeenAt: new Date().toISOString(), userAgent: headers['user-agent'], address: '113.161.72.10', current: true },
      { id: 's2', createdAt: '2026-11-02T02:00:00Z', lastSeenAt: '2026-11-21T10:00:00Z', userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1', address: '27.72.98.4', current: false } ] }
    case 'DELETE account/:id/s2': return undefined
    case 'GET members': return { items: members }
    case 'GET invitations': return { items: invitations }
    case 'POST invitations': invitations.unshift({ id: crypto.randomUUID(), email: String(input.email), role: String(input.role), invitedBy: account.name, createdAt: new Date().toISOString(), expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(), expired: false, mailed: false }); return { ...invitations[0], link: `${location.origin}/invitation#9c1d2e3f` }
    case 'POST invitations/:id/renewal': return { ...invitations.find((it) => it.id === id), link: `${location.origin}/invitation#9c1d2e3f` }
    case 'DELETE invitations/:id': invitations.splice(invitations.findIndex((it) => it.id === id), 1); return undefined
    case 'DELETE members/:id': members.splice(members.findIndex((it) => it.id === id), 1); return undefined
    case 'GET permissions': return { items: all.map((name) => ({ name, label: { vi: name, en: name } })) }
    case 'GET sign-in-policy': return policy
    case 'GET sign-in-provider': return { issuer: null, clientId: null, label: null, domains: [], joinRole: null, onlyWay: false, redirectAddress: 'http://localhost:8080/signin/provider/sao-mai', version: 0 }
    case 'PATCH sign-in-policy': Object.assign(policy, input, { version: policy.version + 1 }); return policy
    case 'GET api-keys': return { items: keys }
    case 'POST api-keys': keys.push({ ...input, id: crypto.randomUUID(), prefix: '9c1d2e3f', state: 'active', createdAt: new Date().toISOString(), createdBy: owner, lastUsedAt: null }); return { ...keys.at(-1), key: 'quen_live_9c1d2e3f_T5wX2mQ8rVb7KpLzYn4HsJf6Gd3A' }
    case 'DELETE api-keys/:id': keys.splice(keys.findIndex((it) => it.id === id), 1); return undefined
    case 'GET fields': return { items: query.get('record') && query.get('record') !== 'customer' ? records.recordFields[query.get('record')!] : fields() }
    case 'GET places': return { items: [] }
    case 'GET tags': return { items: [...new Set(customers.flatMap((it) => it.tags))].filter((it) => fold(it).includes(fold(query.get('prefix') ?? ''))) }
    case 'GET customers': return page(select(query), query)
    case 'POST customers': {
      const fresh = { ...people(1)[0]!, id: crypto.randomUUID(), birthDate: null, tags: [], phones: [], emails: [], addresses: [], fields: {}, stage: 'lead', version: 0 } as Customer
      save(fresh, { name: null, ...input })
      fresh.name ||= [fresh.familyName, fresh.middleName, fresh.givenName].filter(Boolean).join(' ')
      customers.unshift(fresh); remember(fresh, 'CustomerRegistered'); return fresh
    }
    case 'GET customers/:id':
      if (id === 'count') { const n = select(query).length; return { count: n, exact: n <= 1000 } }
      if (id === 'possible-duplicates') return { items: customers.filter((it) => it.phones.some((p) => p.value.replace(/\D/g, '') === (query.get('phone') ?? '-').replace(/\D/g, ''))).slice(0, 3) }
      if (!customer) throw new Refusal(404, 'not-found')
      return { ...customer, rollups: records.rollupsOf(customer) }
    case 'PATCH customers/:id': {
      if (headers['if-match'] !== `"v${customer!.version}"`) throw new Refusal(412, 'conflict', { current: customer, changedFields: history.get(id!)?.[0]?.changes.map((it) => it.field) ?? [] })
      remember(customer!, 'CustomerRevised', save(customer!, input)); return customer
    }
    case 'POST customers/:id/archive': customer!.archivedAt = new Date().toISOString(); remember(customer!, 'CustomerArchived'); return customer
    case 'POST customers/:id/restore': customer!.archivedAt = null; remember(customer!, 'CustomerRestored'); return customer
    case 'GET settings': return { currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh', attachments: { usedBytes: 734003200, mostBytes: 21474836480 } }
    case 'GET customers/:id/timeline': {
      const kinds = query.get('kinds')?.split(',').filter(Boolean)
      return page(records.timelineOf(customer!, changesOf(customer!)).filter((it) => !kinds?.length || kinds.includes(it.kind)), query)
    }
    case 'GET customers/:id/summary': return records.summaryOf(customer!)
    case 'GET customers/:id/profile':
      return { customer, summary: records.summaryOf(customer!), timeline: page(records.timelineOf(customer!, changesOf(customer!)), query) }
    case 'GET customers/:id/history': return { items: changesOf(customer!), nextCursor: null }
    case 'GET imports': return { items: imports.map(advance), nextCursor: null }
    case 'POST imports': {
      const rows = raw.split(/\r?\n/).filter(Boolean).map((line) => line.split(/[,;\t]/))
      const guess = (heading: string) => fields().find((it) => fold(heading).includes(fold(it.label.vi)) || fold(heading) === fold(it.key))?.key ?? null
      imports.unshift({ id: crypto.randomUUID(), record: 'customer', fileName: query.get('fileName')!, size: raw.length, state: 'uploaded', encoding: 'UTF-8', delimiter: ',', header: true, sheet: null,
        columns: (rows[0] ?? []).map((heading, index) => ({ index, heading, type: 'text', samples: rows.slice(1, 4).map((row) => row[index] ?? ''), field: guess(heading), suggestedField: guess(heading) })),
        preview: rows.slice(0, 8), match: ['phone', 'email'], onMatch: 'update', onNew: 'create', progress: { rowsDone: 0, rowsTotal: null, startedAt: null, etaSeconds: null }, check: null, result: null, failure: null, createdAt: new Date().toISOString(), createdBy: owner, finishedAt: null })
      return imports[0]
    }
    case 'GET imports/:id': if (!one) throw new Refusal(404, 'not-found'); return advance(one)
    case 'PUT imports/:id/mapping': Object.assign(one!, { ...input, columns: one!.columns.map((it, n) => ({ ...it, field: (input.columns as { field: string | null }[])[n]?.field ?? null })), state: 'uploaded', check: null }); return one
    case 'POST imports/:id/check': case 'POST imports/:id/start':
      Object.assign(one!, { state: action === 'check' ? 'checking' : 'running', progress: { rowsDone: 0, rowsTotal: 2400, startedAt: new Date().toISOString(), etaSeconds: 12 } }); return one
    case 'POST imports/:id/pause': one!.state = 'paused'; return one
    case 'POST imports/:id/resume': one!.state = 'running'; return one
    case 'POST imports/:id/cancel': one!.state = 'cancelled'; return one
    case 'GET imports/:id/rejected': return { items: [{ row: 7, reasons: [{ field: 'phones', code: 'phone', message: 'Số điện thoại "09x" không đúng.' }], values: ['Lê Hoa', '09x'] }, { row: 19, reasons: [{ field: 'birthDate', code: 'date', message: '"31/02/1990" không phải ngày có thật.' }], values: ['Vũ Minh', '0987654321'] }], nextCursor: null }
    case 'GET plugins': return { items: plugins }
    case 'PUT plugins/:id': { const it = plugins.find((p) => p.id === id)!; it.enabled = input.enabled as boolean; return it }
    default: throw new Refusal(404, 'not-found', { detail: `mock: ${route}` })
  }
}

async function serve(request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url!, 'http://mock')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks).toString('utf8')
  const json = /json/.test(request.headers['content-type'] ?? '')
  if (url.pathname.endsWith('/dev/sign-out')) signedIn = false
  const delay = Number(url.searchParams.get('slow') ?? 40)
  await new Promise((done) => setTimeout(done, delay))
  try {
    const result = respond({ method: request.method!, path: url.pathname.split('/').filter(Boolean), query: url.searchParams, body: (json && raw ? JSON.parse(raw) : {}) as never, raw, headers: request.headers })
    response.statusCode = result === undefined ? 204 : 200
    response.setHeader('Content-Type', 'application/json')
    response.end(result === undefined ? undefined : JSON.stringify(result))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    response.statusCode = error.status
    response.setHeader('Content-Type', 'application/problem+json')
    response.end(JSON.stringify({ type: `urn:quen:problem:${error.type}`, title: error.type, status: error.status, requestId: 'mock-4f1c', ...error.more }))
  }
}

export const mockServer = (): VitePlugin => ({
  name: 'quen-mock-server',
  configureServer(vite) {
    vite.middlewares.use('/api/v1', (request, response) => void serve(request, response))
  },
})
