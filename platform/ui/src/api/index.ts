import type * as C from './contract'
import { address, answer, client, sendFile, setCsrfToken } from './http'

export type * from './contract'
export { isProblem, Problem } from './problem'
export { keepViewAs, viewedAs, type ViewedAs } from './viewAs'
export { onProofWanted, setRequestLanguage, type Proof as ProofWanted } from './http'

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
  code?: string
}
export type CustomerQuery = { q?: string; filter?: string[]; sort?: string; archived?: boolean; trash?: boolean }
type Customers = C.Page<C.Customer>
export type RecordQuery = { filter?: string[]; sort?: string; trash?: boolean; number?: string }

type Wish = { parseAs?: 'blob'; query?: object; body?: object; headers?: Record<string, string>; signal?: AbortSignal }
/** Where one piece of code serves several addresses of the same shape, the types stand beside it and not in the path. */
const told = <T>(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', at: string, { query, ...rest }: Wish = {}) =>
  answer<T>(client.request(method.toLowerCase() as never, at as never, { params: { query }, ...rest } as never) as never)

/** Orders, interactions, feedback and tasks are all listed, shown, changed, thrown away and brought back alike. */
const records = <R>(at: string, trash = 'trashed') => ({
  list: ({ trash: thrown, ...query }: RecordQuery & { cursor?: string; limit?: number }, signal?: AbortSignal) =>
    told<C.Page<R>>('GET', at, { query: { ...query, ...(thrown ? { [trash]: true } : {}) }, signal }),
  one: (id: string) => told<R>('GET', `${at}/${id}`),
  create: (body: object, key?: string) => told<R>('POST', at, { body, headers: once(key) }),
  change: (id: string, version: number, body: object) =>
    told<R>('PATCH', `${at}/${id}`, { body, headers: { 'If-Match': `"v${version}"`, 'Content-Type': 'application/merge-patch+json' } }),
  trash: (id: string) => told<R>('DELETE', `${at}/${id}`),
  restore: (id: string) => told<R>('POST', `${at}/${id}/restore`),
  history: (id: string) => told<{ items: C.RecordChange[] }>('GET', `${at}/${id}/history`),
})

const ROOMS: Record<C.RecordName, string> = { customer: 'customers', order: 'orders', interaction: 'interactions', feedback: 'feedback', task: 'tasks' }
const placeOf = ({ record, id }: C.RecordPlace) => `/${ROOMS[record]}/${id}`
const filesAt = (at: C.RecordPlace) => `${placeOf(at)}/attachments`
const patching = (version: number) => ({ 'If-Match': `"v${version}"`, 'Content-Type': 'application/merge-patch+json' })

type Action = 'check' | 'start' | 'pause' | 'resume' | 'cancel'

export const api = {
  order: {
    ...records<C.Order>('/orders', 'trash'),
    pay: (id: string, body: C.NewPayment, key?: string) => told<C.Order>('POST', `/orders/${id}/payments`, { body, headers: once(key) }),
    takeBack: (id: string, body: C.NewReturn, key?: string) => told<C.Order>('POST', `/orders/${id}/returns`, { body, headers: once(key) }),
  },
  interaction: records<C.Interaction>('/interactions'),
  feedback: records<C.Feedback>('/feedback'),
  task: records<C.Task>('/tasks'),
  settings: {
    show: () => told<C.Settings>('GET', '/settings'),
    change: (body: Partial<C.Settings>) => told<C.Settings>('PATCH', '/settings', { body }),
  },
  session: {
    current: () => entered(answer(client.GET('/session'))),
    signUp: (body: SignUp, key?: string) => entered(answer(client.POST('/signup', { body, headers: once(key) }))),
    signIn: (body: { email: string; password: string; code?: string }) => entered(answer(client.POST('/session', { body }))),
    signOut: () => answer(client.DELETE('/session')),
    switchTo: (slug: string) => entered(answer(client.PUT('/session/workspace', { body: { slug } }))),
    beginPasskey: () => answer(client.POST('/session/passkey/challenge')),
    passkey: (credential: Record<string, never>) => entered(answer(client.POST('/session/passkey', { body: { credential } }))),
    beginConfirmation: () => answer(client.POST('/session/confirmation/challenge')),
    confirm: (body: C.Proof) => answer(client.POST('/session/confirmation', { body })),
    found: (body: { name: string; slug: string; industry: C.Industry }) =>
      entered(answer(client.POST('/workspaces', { body, headers: once() }))),
  },
  account: {
    change: (body: { name?: string; language?: C.Language }) => answer(client.PATCH('/account', { body })),
    password: (body: { currentPassword: string; newPassword: string }) => answer(client.PUT('/account/password', { body })),
    sessions: () => answer(client.GET('/account/sessions')),
    secondFactor: () => answer(client.GET('/account/second-factor')),
    passkeys: () => answer(client.GET('/account/passkeys')),
    beginPasskey: () => answer(client.POST('/account/passkeys/challenge')),
    addPasskey: (body: { name: string; credential: Record<string, never> }) => answer(client.POST('/account/passkeys', { body })),
    renamePasskey: (id: string, body: { name: string }) => answer(client.PATCH('/account/passkeys/{id}', { ...path({ id }), body })),
    removePasskey: (id: string) => answer(client.DELETE('/account/passkeys/{id}', path({ id }))),
    beginTotp: () => answer(client.POST('/account/second-factor/totp')),
    activateTotp: (body: { code: string }) => answer(client.POST('/account/second-factor/totp/activation', { body })),
    removeTotp: () => answer(client.DELETE('/account/second-factor/totp')),
    renewRecoveryCodes: () => answer(client.POST('/account/second-factor/recovery-codes')),
    endOtherSessions: () => answer(client.DELETE('/account/sessions')),
    endSession: (id: string) => answer(client.DELETE('/account/sessions/{id}', path({ id }))),
  },
  members: {
    list: () => answer(client.GET('/members')),
    remove: (id: string) => answer(client.DELETE('/members/{id}', path({ id }))),
    giveRole: (id: string, role: C.Role) => told<C.Member>('PUT', `/members/${id}/role`, { body: { role } }),
  },
  invitations: {
    list: () => answer(client.GET('/invitations')),
    invite: (body: { email: string; role: C.Role }) => answer(client.POST('/invitations', { body })),
    renew: (id: string) => answer(client.POST('/invitations/{id}/renewal', path({ id }))),
    revoke: (id: string) => answer(client.DELETE('/invitations/{id}', path({ id }))),
  },
  /** For who was invited: the token is what stands in the link after its #. */
  invitation: {
    read: (token: string) => answer(client.POST('/invitation', { body: { token } })),
    come: (body: { token: string; name: string; password: string }) => entered(answer(client.POST('/invitation/account', { body }))),
    join: (token: string) => entered(answer(client.POST('/invitation/membership', { body: { token } }))),
  },
  roles: {
    list: () => told<{ items: C.WorkspaceRole[] }>('GET', '/roles'),
    create: (body: C.RoleDraft) => told<C.WorkspaceRole>('POST', '/roles', { body, headers: once() }),
    change: (role: C.WorkspaceRole, body: C.RoleDraft) => told<C.WorkspaceRole>('PATCH', `/roles/${role.key}`, { body, headers: patching(role.version) }),
    effect: (key: string, body: C.RoleDraft) => told<C.RoleEffect>('POST', `/roles/${key}/effect`, { body }),
    remove: (key: string) => told<void>('DELETE', `/roles/${key}`),
  },
  teams: {
    list: () => told<{ items: C.Team[] }>('GET', '/teams'),
    create: (body: { name: string; parentId: string | null }) => told<C.Team>('POST', '/teams', { body, headers: once() }),
    change: (team: C.Team, body: { name: string; parentId: string | null }) => told<C.Team>('PUT', `/teams/${team.id}`, { body, headers: { 'If-Match': `"v${team.version}"` } }),
    members: (id: string, members: string[]) => told<C.Team>('PUT', `/teams/${id}/members`, { body: { members } }),
    remove: (id: string) => told<void>('DELETE', `/teams/${id}`),
  },
  sight: {
    own: (record: C.RecordName) => told<C.OwnSight>('GET', '/sight', { query: { record } }),
    /** Whether one may look as somebody at all; refused where one sees less oneself. */
    tryAs: (member: string) => told<C.OwnSight>('GET', '/sight', { query: { record: 'customer' }, headers: { 'X-View-As': member } }),
    /** Everybody who sees a record, and why; of one member also that they do not. */
    of: (at: C.RecordPlace) => told<{ items: C.Sight[] }>('GET', `${placeOf(at)}/seen-by/members`),
    why: (at: C.RecordPlace, member: string) => told<C.Sight>('GET', `${placeOf(at)}/seen-by/members/${member}`),
  },
  shares: {
    of: (at: C.RecordPlace) => told<{ items: C.Share[] }>('GET', `${placeOf(at)}/shared-with`),
    add: (at: C.RecordPlace, body: C.NewShare) => told<C.Share>('POST', `${placeOf(at)}/shared-with`, { body, headers: once() }),
    end: (id: string) => told<void>('DELETE', `/shares/${id}`),
  },
  security: {
    events: (query: { open?: boolean; cursor?: string; limit?: number }) => told<C.Page<C.SecurityEvent>>('GET', '/security-events', { query }),
    acknowledge: (id: string, note: string | null) => told<C.SecurityEvent>('POST', `/security-events/${id}/acknowledge`, { body: { note } }),
    rules: () => told<{ items: C.SecurityRule[]; mailReady: boolean }>('GET', '/security-rules'),
    setRule: (rule: string, body: C.SecurityRulePatch) =>
      told<C.SecurityRule>('PATCH', `/security-rules/${rule}`, { body, headers: { 'Content-Type': 'application/merge-patch+json' } }),
  },
  audit: {
    list: (query: C.AuditQuery, signal?: AbortSignal) => told<C.Page<C.AuditEntry>>('GET', '/audit', { query, signal }),
    /** Not by a link: who asks may have to prove first who they are. */
    whole: () => told<Blob>('GET', '/audit/export', { parseAs: 'blob' }),
    verified: () => told<{ last: C.SaidVerification | null }>('GET', '/audit/verification'),
    verify: () => told<C.TrailVerification>('POST', '/audit/verification', { body: {} }),
    recover: (seq: number, version: number, body: { fields: string[]; why: string | null }) =>
      told<C.Recovered>('POST', `/audit/${seq}/recover`, { body, headers: { 'If-Match': `"v${version}"` } }),
  },
  permissions: () => answer(client.GET('/permissions')),
  signInPolicy: {
    show: () => answer(client.GET('/sign-in-policy')),
    change: (version: number, body: C.SignInPolicyPatch) =>
      told<C.SignInPolicy>('PATCH', '/sign-in-policy', { body, headers: { 'If-Match': `"v${version}"`, 'Content-Type': 'application/merge-patch+json' } }),
  },
  apiKeys: {
    list: () => answer(client.GET('/api-keys')),
    create: (body: { name: string; permissions: string[]; expiresAt?: string | null }) =>
      answer(client.POST('/api-keys', { body, headers: once() })),
    revoke: (id: string) => answer(client.DELETE('/api-keys/{id}', path({ id }))),
  },
  fields: (record: C.RecordName = 'customer') =>
    answer(client.GET('/fields', { params: { query: { record } as never } })) as Promise<{ items: C.Field[] }>,
  field: {
    retired: (record: C.RecordName) => told<{ items: C.Field[] }>('GET', '/fields', { query: { record, retired: true } }),
    create: (body: C.NewField) => told<C.Field>('POST', '/fields', { body, headers: once() }),
    change: (field: C.Field, body: C.FieldPatch) =>
      told<C.Field>('PATCH', `/fields/${field.key}`, {
        query: { record: field.record }, body, headers: { 'If-Match': `"v${field.version}"`, 'Content-Type': 'application/merge-patch+json' },
      }),
    act: (field: C.Field, action: 'retire' | 'restore' | 'cancel') => told<C.Field>('POST', `/fields/${field.key}/${action}`, { query: { record: field.record } }),
    convert: (field: C.Field, body: object) => told<C.Field>('POST', `/fields/${field.key}/convert`, { query: { record: field.record }, body }),
    judge: (body: { record: C.RecordName; draft: object }) => told<C.FieldJudgement>('POST', '/fields/evaluate', { body }),
    usage: (record: C.RecordName, since: string) => told<C.FieldUsage>('GET', '/fields/usage', { query: { record, since } }),
    count: (record: C.RecordName) => told<void>('POST', '/fields/usage/count', { query: { record } }),
  },
  layout: {
    show: (record: C.RecordName, stage?: string) => told<C.Layout>('GET', `/layouts/${record}`, { query: { stage } }),
    keep: (record: C.RecordName, body: C.NewLayout, stage?: string) => told<C.Layout>('PUT', `/layouts/${record}`, { query: { stage }, body }),
    forget: (record: C.RecordName, stage?: string) => told<void>('DELETE', `/layouts/${record}`, { query: { stage } }),
  },
  consents: {
    of: (id: string) => told<{ items: C.ConsentStatus[] }>('GET', `/customers/${id}/consents`),
    record: (id: string, body: C.NewConsent, key?: string) => told<unknown>('POST', `/customers/${id}/consents`, { body, headers: once(key) }),
    purposes: () => told<{ items: C.ConsentPurpose[] }>('GET', '/consent-purposes'),
    add: (body: object) => told<C.ConsentPurpose>('POST', '/consent-purposes', { body, headers: once() }),
    change: (purpose: C.ConsentPurpose, body: object) =>
      told<C.ConsentPurpose>('PATCH', `/consent-purposes/${purpose.id}`, { body, headers: { 'If-Match': `"v${purpose.version}"`, 'Content-Type': 'application/merge-patch+json' } }),
    rewrite: (id: string, body: object) => told<C.ConsentPurpose>('POST', `/consent-purposes/${id}/versions`, { body, headers: once() }),
  },
  links: {
    of: (id: string) => told<{ items: C.CustomerLink[] }>('GET', `/customers/${id}/links`),
    add: (id: string, body: object) => told<C.CustomerLink>('POST', `/customers/${id}/links`, { body, headers: once() }),
    remove: (id: string) => told<void>('DELETE', `/links/${id}`),
  },
  sources: {
    list: () => told<{ items: C.Source[] }>('GET', '/sources'),
    add: (body: object) => told<C.Source>('POST', '/sources', { body, headers: once() }),
    change: (source: C.Source, body: object) =>
      told<C.Source>('PATCH', `/sources/${source.id}`, { body, headers: { 'If-Match': `"v${source.version}"`, 'Content-Type': 'application/merge-patch+json' } }),
  },
  views: {
    list: (record: C.RecordName) => told<{ items: C.SavedView[] }>('GET', '/views', { query: { record } }),
    create: (body: C.NewView) => told<C.SavedView>('POST', '/views', { body, headers: once() }),
    change: (view: C.SavedView, body: Partial<C.NewView>) =>
      told<C.SavedView>('PATCH', `/views/${view.id}`, { body, headers: { 'If-Match': `"v${view.version}"`, 'Content-Type': 'application/merge-patch+json' } }),
    remove: (id: string) => told<void>('DELETE', `/views/${id}`),
  },
  bulk: {
    preview: (body: C.NewBulk) => told<C.Bulk>('POST', '/bulk', { body, headers: once() }),
    list: (of?: string) => told<{ items: C.Bulk[] }>('GET', '/bulk', { query: { of } }),
    one: (id: string) => told<C.Bulk>('GET', `/bulk/${id}`),
    act: (id: string, action: 'start' | 'cancel') => told<C.Bulk>('POST', `/bulk/${id}/${action}`),
    undo: (id: string) => told<C.Bulk>('POST', `/bulk/${id}/undo`),
    notes: (id: string, cursor?: string) => told<C.Page<C.BulkNote>>('GET', `/bulk/${id}/notes`, { query: { cursor } }),
  },
  handOvers: {
    preview: (body: C.NewHandOver) => told<C.Bulk>('POST', '/hand-overs', { body, headers: once() }),
    /** By which who is signed in got something. */
    received: () => told<{ items: C.ReceivedHandOver[] }>('GET', '/hand-overs'),
    receivers: (id: string) => told<{ items: C.Receiver[] }>('GET', `/hand-overs/${id}/receivers`),
    of: (id: string, member: string, cursor?: string) => told<C.Page<C.HandedRecord>>('GET', `/hand-overs/${id}/receivers/${member}`, { query: { cursor, limit: 50 } }),
  },
  exports: {
    list: () => told<{ items: C.Export[] }>('GET', '/exports'),
    start: (body: C.NewExport) => told<C.Export>('POST', '/exports', { body, headers: once() }),
    stop: (id: string) => told<C.Export>('DELETE', `/exports/${id}`),
    fileAddress: (id: string) => address(`/exports/${id}/file`),
  },
  attachments: {
    of: (at: C.RecordPlace) => told<{ items: C.Attachment[] }>('GET', filesAt(at)),
    add: (at: C.RecordPlace, file: File, onProgress: (share: number) => void, signal?: AbortSignal) =>
      sendFile<C.Attachment>(`${filesAt(at)}?fileName=${encodeURIComponent(file.name)}`, file, once(), onProgress, signal),
    remove: (id: string) => told<void>('DELETE', `/attachments/${id}`),
    address: (id: string) => address(`/attachments/${id}/content`),
  },
  surveys: {
    list: () => told<{ items: C.Survey[] }>('GET', '/surveys'),
    one: (id: string) => told<C.Survey>('GET', `/surveys/${id}`),
    create: (body: C.NewSurvey, key?: string) => told<C.Survey>('POST', '/surveys', { body, headers: once(key) }),
    change: (survey: C.Survey, body: Partial<C.NewSurvey>) =>
      told<C.Survey>('PATCH', `/surveys/${survey.id}`, { body, headers: { 'If-Match': `"v${survey.version}"`, 'Content-Type': 'application/merge-patch+json' } }),
    link: (id: string, customerId: string | null) => told<C.SurveyLink>('POST', `/surveys/${id}/links`, { body: { customerId } }),
    results: (id: string) => told<C.SurveyResults>('GET', `/surveys/${id}/results`),
  },
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
    possibleDuplicates: (query: { phone?: string; email?: string; externalId?: string }) =>
      answer(client.GET('/customers/possible-duplicates', { params: { query } })) as Promise<{ items: C.Customer[] }>,
    timeline: (id: string, query: { kinds?: string; q?: string; from?: string; to?: string; cursor?: string; limit?: number }, signal?: AbortSignal) =>
      told<C.Page<C.TimelineEntry>>('GET', `/customers/${id}/timeline`, { query, signal }),
    summary: (id: string) => told<C.Summary>('GET', `/customers/${id}/summary`),
    profile: (id: string, limit: number) =>
      told<{ customer: C.Customer; summary: C.Summary; timeline: C.Page<C.TimelineEntry> }>('GET', `/customers/${id}/profile`, { query: { limit } }),
    origins: (id: string) => told<{ fields: Record<string, C.FieldOrigin | undefined> }>('GET', `/customers/${id}/origins`),
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
    undo: (id: string) => told<C.Bulk>('POST', `/imports/${id}/undo`),
    rejected: (id: string, cursor?: string) =>
      answer(client.GET('/imports/{id}/rejected', { params: { path: { id }, query: { cursor } } })),
    rejectedAddress: (id: string) => address(`/imports/${id}/rejected.csv`),
  },
  plugins: {
    list: () => answer(client.GET('/plugins')),
    switch: (id: string, enabled: boolean) => answer(client.PUT('/plugins/{id}', { ...path({ id }), body: { enabled } })),
  },
}
