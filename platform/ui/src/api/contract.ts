/** The words that the server and the browser share. Everything else imports them from `@/api`. */

export type Text = { vi: string; en: string }
export type Page<T> = { items: T[]; nextCursor: string | null }

export type Industry = 'retail' | 'telecom' | 'health' | 'education' | 'services' | 'other'
export type Language = 'vi' | 'en'
export type Role = 'owner' | 'sales' | 'viewer'

export type Account = { id: string; name: string; email: string; language: Language }
export type Workspace = { id: string; slug: string; name: string; industry: Industry; role: Role; language?: Language }
export type Session = {
  account: Account
  workspace: Workspace
  workspaces: Workspace[]
  permissions: string[]
  csrfToken: string
}
export type AccountSession = {
  id: string
  createdAt: string
  lastSeenAt: string
  userAgent: string | null
  address: string | null
  current: boolean
}
export type Member = { id: string; name: string; email: string; role: Role }

export type ApiKey = {
  id: string
  name: string
  prefix: string
  permissions: string[]
  createdAt: string
  createdBy: Actor | string | null
  lastUsedAt: string | null
  expiresAt: string | null
}
export type NewApiKey = ApiKey & { key: string }

export type FieldType =
  | 'text'
  | 'number'
  | 'money'
  | 'date'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'phone'
  | 'email'
  | 'tags'
  | 'member'
export type Kind = 'person' | 'organisation'
export type Choice = { value: string; label: Text }
export type Field = {
  key: string
  owner: string
  type: FieldType
  label: Text
  help?: Text | null
  section: string
  required: boolean
  searchable: boolean
  sortable: boolean
  choices?: Choice[] | null
  min?: number | string | null
  max?: number | string | null
  maxLength?: number | null
  pattern?: string | null
  currency?: string | null
  appliesTo?: Kind[] | null
}

export type Phone = { value: string; normal?: string | null; label?: string | null; primary?: boolean }
export type Email = { value: string; normal?: string | null; label?: string | null; primary?: boolean }
export type Address = {
  line?: string | null
  ward?: string | null
  district?: string | null
  province?: string | null
  country?: string | null
  postalCode?: string | null
  label?: string | null
  primary?: boolean
}
export type Actor = { kind: string; id: string | null; name: string | null }
export type Stage = 'lead' | 'prospect' | 'customer' | 'regular' | 'lapsed'

export type CustomerInput = {
  kind: Kind
  name?: string | null
  familyName?: string | null
  middleName?: string | null
  givenName?: string | null
  gender?: string | null
  birthDate?: string | null
  birthPlace?: string | null
  interests?: string[]
  education?: string | null
  occupation?: string | null
  incomeBand?: string | null
  taxCode?: string | null
  phones?: Phone[]
  emails?: Email[]
  addresses?: Address[]
  externalId?: string | null
  preferredChannel?: string | null
  tags?: string[]
  ownerId?: string | null
  stage?: Stage
  fields?: Record<string, unknown>
}
export type Customer = CustomerInput & {
  id: string
  name: string
  phones: Phone[]
  emails: Email[]
  addresses: Address[]
  tags: string[]
  interests: string[]
  stage: Stage
  fields: Record<string, unknown>
  createdAt: string
  createdBy: Actor | null
  updatedAt: string
  updatedBy: Actor | null
  archivedAt: string | null
  version: number
}
export type CustomerPatch = Partial<CustomerInput>
export type Count = { count: number; exact: boolean }
export type HistoryEntry = {
  id: string
  at: string
  actor: Actor | null
  type: string
  source?: string | null
  changes: { field: string; before: unknown; after: unknown }[]
}

export type ImportState =
  | 'uploaded'
  | 'checking'
  | 'checked'
  | 'running'
  | 'paused'
  | 'completed'
  | 'cancelled'
  | 'failed'
export type MatchKey = 'phone' | 'email' | 'externalId'
export type ImportColumn = {
  index: number
  heading: string
  type: string | null
  samples: string[]
  field: string | null
  suggestedField: string | null
}
export type ImportCheck = {
  create: number
  update: number
  skip: number
  reject: number
  examples: { row: number; action: string; name: string | null; reason?: string | null }[]
}
export type Import = {
  id: string
  fileName: string
  size: number
  state: ImportState
  encoding: string | null
  delimiter: string | null
  header: boolean
  sheet?: string | null
  columns: ImportColumn[]
  preview: string[][]
  match: MatchKey[]
  onMatch: 'update' | 'skip'
  onNew: 'create' | 'skip'
  progress: { rowsDone: number; rowsTotal: number | null; startedAt: string | null; etaSeconds: number | null } | null
  check: ImportCheck | null
  result: { created: number; updated: number; skipped: number; rejected: number } | null
  failure: string | null
  createdAt: string
  createdBy: Actor | null
  finishedAt: string | null
}
export type ImportMapping = {
  encoding?: string | null
  delimiter?: string | null
  header?: boolean
  columns: { index: number; field: string | null }[]
  match: MatchKey[]
  onMatch: 'update' | 'skip'
  onNew: 'create' | 'skip'
}
export type RejectedRow = {
  row: number
  reasons: { field: string | null; code: string; message: string }[]
  values: string[]
}

export type Plugin = {
  id: string
  version: string
  name: Text
  description: Text
  vendor: string
  industries: string[]
  enabled: boolean
  fields: Field[]
  hooks: string[]
  failure: string | null
}

export type FieldError = { field: string; code: string; message: string }
export type ProblemBody = {
  type: string
  title: string
  status: number
  detail?: string
  requestId?: string
  errors?: FieldError[]
  permission?: string
  current?: Customer
  changedFields?: string[]
}
