import type * as C from './contract'
import { address, send, setCsrfToken } from './http'

export type * from './contract'
export { isProblem, Problem } from './problem'
export { onSignedOut, setRequestLanguage } from './http'

const get = async <T>(path: string, query?: Record<string, never> | object, signal?: AbortSignal) =>
  (await send<T>('GET', path, { query: query as never, signal })).data
const write = async <T>(method: string, path: string, json?: unknown, headers?: Record<string, string>) =>
  (await send<T>(method, path, { json, headers })).data
/** A retry of the same attempt carries the same key, so that nothing is created twice. */
const once = (key: string = crypto.randomUUID()) => ({ 'Idempotency-Key': key })

async function session(method: string, path: string, json?: unknown, headers?: Record<string, string>) {
  const { data } = await send<C.Session>(method, path, { json, headers, anonymous: true })
  setCsrfToken(data.csrfToken)
  return data
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

export const api = {
  session: {
    current: () => session('GET', '/session'),
    signUp: (body: SignUp, key?: string) => session('POST', '/signup', body, once(key)),
    signIn: (body: { email: string; password: string }) => session('POST', '/session', body),
    signOut: () => write<void>('DELETE', '/session'),
    switchTo: (slug: string) => session('PUT', '/session/workspace', { slug }),
    found: (body: { name: string; slug: string; industry: C.Industry }) => session('POST', '/workspaces', body, once()),
  },
  account: {
    change: (body: { name?: string; language?: C.Language }) => write<C.Account>('PATCH', '/account', body),
    password: (body: { currentPassword: string; newPassword: string }) => write<void>('PUT', '/account/password', body),
    sessions: () => get<{ items: C.AccountSession[] }>('/account/sessions'),
    endSession: (id: string) => write<void>('DELETE', `/account/sessions/${id}`),
  },
  members: {
    list: () => get<{ items: C.Member[] }>('/members'),
    add: (body: { email: string; name: string; role: C.Role; password: string }) =>
      write<C.Member>('POST', '/members', body, once()),
    remove: (id: string) => write<void>('DELETE', `/members/${id}`),
  },
  apiKeys: {
    list: () => get<{ items: C.ApiKey[] }>('/api-keys'),
    create: (body: { name: string; permissions: string[]; expiresAt?: string | null }) =>
      write<C.NewApiKey>('POST', '/api-keys', body, once()),
    revoke: (id: string) => write<void>('DELETE', `/api-keys/${id}`),
  },
  fields: () => get<{ items: C.Field[] }>('/fields', { record: 'customer' }),
  tags: (prefix: string) => get<{ items: string[] }>('/tags', { prefix }),
  customers: {
    list: (query: CustomerQuery & { cursor?: string; limit?: number }, signal?: AbortSignal) =>
      get<C.Page<C.Customer>>('/customers', query, signal),
    count: (query: CustomerQuery, signal?: AbortSignal) => get<C.Count>('/customers/count', query, signal),
    one: (id: string) => get<C.Customer>(`/customers/${id}`),
    create: (body: C.CustomerInput, key?: string) => write<C.Customer>('POST', '/customers', body, once(key)),
    change: (id: string, version: number, patch: C.CustomerPatch) =>
      write<C.Customer>('PATCH', `/customers/${id}`, patch, {
        'If-Match': `"v${version}"`,
        'Content-Type': 'application/merge-patch+json',
      }),
    archive: (id: string) => write<C.Customer>('POST', `/customers/${id}/archive`),
    restore: (id: string) => write<C.Customer>('POST', `/customers/${id}/restore`),
    history: (id: string, cursor?: string) => get<C.Page<C.HistoryEntry>>(`/customers/${id}/history`, { cursor }),
    possibleDuplicates: (query: { phone?: string; email?: string; externalId?: string }) =>
      get<{ items: C.Customer[] }>('/customers/possible-duplicates', query),
    exportAddress: (query: CustomerQuery & { format: 'csv' | 'xlsx'; columns: string }) =>
      address('/customers/export', query as never),
  },
  imports: {
    list: (cursor?: string) => get<C.Page<C.Import>>('/imports', { cursor }),
    one: (id: string) => get<C.Import>(`/imports/${id}`),
    upload: async (file: File) =>
      (
        await send<C.Import>('POST', '/imports', {
          query: { fileName: file.name },
          body: file,
          headers: {
            ...once(),
            'Content-Type': /\.xlsx$/i.test(file.name)
              ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
              : 'text/csv',
          },
        })
      ).data,
    map: (id: string, mapping: C.ImportMapping) => write<C.Import>('PUT', `/imports/${id}/mapping`, mapping),
    act: (id: string, action: 'check' | 'start' | 'pause' | 'resume' | 'cancel') =>
      write<C.Import>('POST', `/imports/${id}/${action}`),
    rejected: (id: string, cursor?: string) => get<C.Page<C.RejectedRow>>(`/imports/${id}/rejected`, { cursor }),
    rejectedAddress: (id: string) => address(`/imports/${id}/rejected.csv`),
  },
  plugins: {
    list: () => get<{ items: C.Plugin[] }>('/plugins'),
    switch: (id: string, enabled: boolean) => write<C.Plugin>('PUT', `/plugins/${id}`, { enabled }),
  },
}
