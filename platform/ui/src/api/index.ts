import type * as C from './contract'
import { address, answer, client, setCsrfToken } from './http'

export type * from './contract'
export { isProblem, Problem } from './problem'
export { onSignedOut, setRequestLanguage } from './http'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A retry of the same attempt carries the same key, so that nothing is created twice. */
const once = (key: string = crypto.randomUUID()) => ({ 'Idempotency-Key': key })
const path = <P extends object>(parameters: P) => ({ params: { path: parameters } })

async function entered(call: Promise<C.Session>) {
  const session = await call
  setCsrfToken(session.csrfToken)
  return session
}

export type SignUp = {
  workspaceName: string
  slug: string
  industry: C.Industry
  name: string
  email: string
  password: string
  language: C.Language
}
export type CustomerQuery = { q?: string; filter?: string[]; sort?: string; archived?: boolean }
type Customers = C.Page<C.Customer>
type Action = 'check' | 'start' | 'pause' | 'resume' | 'cancel'

export const api = {
  session: {
    current: () => entered(answer(client.GET('/session'))),
    signUp: (body: SignUp, key?: string) => entered(answer(client.POST('/signup', { body, headers: once(key) }))),
    signIn: (body: { email: string; password: string }) => entered(answer(client.POST('/session', { body }))),
    signOut: () => answer(client.DELETE('/session')),
    switchTo: (slug: string) => entered(answer(client.PUT('/session/workspace', { body: { slug } }))),
    found: (body: { name: string; slug: string; industry: C.Industry }) =>
      entered(answer(client.POST('/workspaces', { body, headers: once() }))),
  },
  account: {
    change: (body: { name?: string; language?: C.Language }) => answer(client.PATCH('/account', { body })),
    password: (body: { currentPassword: string; newPassword: string }) => answer(client.PUT('/account/password', { body })),
    sessions: () => answer(client.GET('/account/sessions')),
    endSession: (id: string) => answer(client.DELETE('/account/sessions/{id}', path({ id }))),
  },
  members: {
    list: () => answer(client.GET('/members')),
    add: (body: { email: string; name: string; role: C.Role; password: string }) =>
      answer(client.POST('/members', { body, headers: once() })),
    remove: (id: string) => answer(client.DELETE('/members/{id}', path({ id }))),
  },
  apiKeys: {
    list: () => answer(client.GET('/api-keys')),
    create: (body: { name: string; permissions: string[]; expiresAt?: string | null }) =>
      answer(client.POST('/api-keys', { body, headers: once() })),
    revoke: (id: string) => answer(client.DELETE('/api-keys/{id}', path({ id }))),
  },
  fields: () => answer(client.GET('/fields', { params: { query: { record: 'customer' } } })),
  tags: (prefix: string) => answer(client.GET('/tags', { params: { query: { prefix } } })),
  places: (query: { level: C.Place['level']; q?: string; province?: string; limit?: number }) =>
    answer(client.GET('/places', { params: { query } })),
  customers: {
    list: (query: CustomerQuery & { cursor?: string; limit?: number }, signal?: AbortSignal) =>
      answer(client.GET('/customers', { params: { query }, signal })) as Promise<Customers>,
    count: ({ q, filter, archived }: CustomerQuery, signal?: AbortSignal) =>
      answer(client.GET('/customers/count', { params: { query: { q, filter, archived } }, signal })),
    one: (id: string) => answer(client.GET('/customers/{id}', path({ id }))) as Promise<C.Customer>,
    create: (body: C.CustomerInput, key?: string) =>
      answer(client.POST('/customers', { body: body as never, headers: once(key) })) as Promise<C.Customer>,
    change: (id: string, version: number, patch: C.CustomerPatch) =>
      answer(
        client.PATCH('/customers/{id}', {
          params: { path: { id }, header: { 'If-Match': `"v${version}"` } },
          body: patch as never,
          headers: { 'Content-Type': 'application/merge-patch+json' },
        }),
      ) as Promise<C.Customer>,
    archive: (id: string) => answer(client.POST('/customers/{id}/archive', path({ id }))) as Promise<C.Customer>,
    restore: (id: string) => answer(client.POST('/customers/{id}/restore', path({ id }))) as Promise<C.Customer>,
    history: (id: string, cursor?: string) =>
      answer(client.GET('/customers/{id}/history', { params: { path: { id }, query: { cursor } } })),
    possibleDuplicates: (query: { phone?: string; email?: string; externalId?: string }) =>
      answer(client.GET('/customers/possible-duplicates', { params: { query } })) as Promise<{ items: C.Customer[] }>,
    exportAddress: (query: CustomerQuery & { format: 'csv' | 'xlsx'; columns: string }) => address('/customers/export', query),
  },
  imports: {
    list: (cursor?: string) => answer(client.GET('/imports', { params: { query: { cursor } } })),
    one: (id: string) => answer(client.GET('/imports/{id}', path({ id }))),
    upload: (file: File) =>
      answer(
        client.POST('/imports', {
          params: { query: { fileName: file.name } },
          body: file as never,
          bodySerializer: (body) => body as never,
          headers: { ...once(), 'Content-Type': /\.xlsx$/i.test(file.name) ? XLSX : 'text/csv' },
        }),
      ),
    map: (id: string, body: C.ImportMapping) => answer(client.PUT('/imports/{id}/mapping', { ...path({ id }), body })),
    act: (id: string, action: Action) => answer(client.POST(`/imports/{id}/${action}`, path({ id }))),
    rejected: (id: string, cursor?: string) =>
      answer(client.GET('/imports/{id}/rejected', { params: { path: { id }, query: { cursor } } })),
    rejectedAddress: (id: string) => address(`/imports/${id}/rejected.csv`),
  },
  plugins: {
    list: () => answer(client.GET('/plugins')),
    switch: (id: string, enabled: boolean) => answer(client.PUT('/plugins/{id}', { ...path({ id }), body: { enabled } })),
  },
}
