import type { components } from './generated'

/** The words that the server and the browser share, named for use; generated from docs/api/openapi.json (`npm run api`). */
type S = components['schemas']

export type Text = S['Text']
export type Page<T> = { items: T[]; nextCursor: string | null }

export type Industry = S['Industry']
export type Language = S['Language']
export type Role = S['Role']
export type Account = S['Account']
export type Workspace = S['Workspace']
/** The workspace is null where the account is a member of none (any more). */
export type Session = S['Session']
export type AccountSession = S['OpenSession']
export type Member = S['Member']
export type Invitation = S['Invitation']
export type Asked = S['AskedIn']
/** What the members who have it may do and see. */
export type WorkspaceRole = Omit<S['WorkspaceRole'], 'reach' | 'fields'> & { reach: Partial<Record<RecordName, Reach>>; fields: Partial<Record<RecordName, Record<string, FieldAccess>>> }
export type RoleDraft = { key?: string } & Partial<Pick<WorkspaceRole, 'label' | 'permissions' | 'reach' | 'fields'>>
export type RoleEffect = S['RoleEffect']
export type Reach = 'none' | 'own' | 'team' | 'team-below' | 'all'
export type FieldAccess = 'hidden' | 'masked' | 'read' | 'write'
export type Permission = S['Permission']
export type Team = S['Team']
export type Share = S['Share']
export type NewShare = S['NewShare']
export type OwnSight = { everyRow: boolean; fields: Record<string, FieldAccess> }
/** What a member sees of a record, and why. */
export type Sight = Omit<S['Sight'], 'fields'> & { fields: Record<string, FieldAccess> }
export type AuditEntry = Omit<S['AuditEntry'], 'detail'> & { detail: Record<string, unknown> | null }
export type AuditQuery = { who?: string; kind?: string; act?: string; recordType?: string; recordId?: string; customerId?: string; field?: string; why?: string; from?: string; until?: string; cursor?: string; limit?: number }
export type TrailVerification = S['TrailVerification']
export type SaidVerification = S['SaidVerification']
export type Recovered = S['Recovered']
export type SecurityEvent = S['SecurityEvent']
export type SecurityRule = S['SecurityRule']
export type SecurityRulePatch = Partial<Pick<SecurityRule, 'enabled' | 'floor' | 'factor' | 'endsSessions' | 'mails'>>
export type ApiKey = S['ApiKey']
export type SignInPolicy = S['SignInPolicy']
export type SignInPolicyPatch = S['SignInPolicyPatch']
export type Passkey = S['Passkey']
export type ProviderAnswer = S['ProviderAnswer']
export type SignInProvider = S['SignInProvider']
export type SignInProviderPatch = S['SignInProviderPatch']
export type PasskeyOptions = S['PasskeyOptions']
export type Proof = S['Proof']
export type NewApiKey = S['CreatedApiKey']

export type Kind = S['CustomerKind']
export type Choice = S['FieldChoice']
/** What fields that the browser makes up do not say may be absent. */
type FieldSaid = 'key' | 'owner' | 'label' | 'help' | 'section' | 'sectionLabel' | 'required' | 'searchable' | 'sortable' | 'choices' | 'min' | 'max' | 'maxLength' | 'pattern' | 'currency' | 'appliesTo'
export type FieldType =
  | 'text' | 'longtext' | 'integer' | 'number' | 'money' | 'percent' | 'date' | 'datetime' | 'boolean' | 'choice' | 'choices' | 'email' | 'phone' | 'url' | 'address'
  | 'reference' | 'file' | 'tags' | 'member'
export type Sensitivity = 'public' | 'personal' | 'sensitive'
export type FieldWork = {
  kind: 'index' | 'unique' | 'convert' | 'preview' | 'seal' | 'unseal'
  state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'
  done: number
  total: number
  to: FieldType | null
  fits: number
  misfits: number
  samples: { recordId: string; value: string }[]
  failure: Text | null
}
export type Field = Pick<S['Field'], FieldSaid> & {
  type: FieldType
  record?: RecordName
  readOnly?: boolean
  /** What who is looking may do with it, where that is less than everything. */
  access?: FieldAccess
  unique?: boolean
  default?: unknown
  ready?: boolean
  operators?: string[]
  references?: string | null
  sensitivity?: Sensitivity
  purpose?: Text | null
  visibleWhen?: string | null
  validWhen?: string | null
  validMessage?: Text | null
  version?: number
  retiredAt?: string | null
  work?: FieldWork | null
}
export type FieldPatch = Partial<Omit<Field, 'key' | 'record' | 'owner' | 'type' | 'work' | 'version' | 'retiredAt' | 'operators' | 'ready' | 'sortable'>> & {
  /** Why a sensitive field's values are to be stored plain again. */
  reason?: string
}
export type NewField = FieldPatch & { record: RecordName; key?: string; type: FieldType; label: Text }
export type FieldUsage = {
  since: string
  countedOn: string | null
  counting: boolean
  records: number
  items: { field: Field; filled: number | null; writtenOn: string | null; readOn: string | null; filteredOn: string | null; sortedOn: string | null; exportedOn: string | null; unused: boolean }[]
}
export type FieldJudgement = { hidden: string[]; errors: { field: string; code: string; message: string }[] }
export type LayoutSection = { key: string; label: Text; fields: string[] }
export type NewLayout = { sections: LayoutSection[]; hidden: string[] }
export type Layout = NewLayout & { record: RecordName; stage: string | null; own: boolean }
export type RecordName = 'customer' | 'order' | 'interaction' | 'feedback' | 'task'

export type Phone = Partial<S['Phone']> & { value: string }
export type Email = Partial<S['Email']> & { value: string }
export type Address = Partial<S['Address']>
export type Place = S['Place']
export type Actor = S['Actor']
export type Stage = S['Stage']

export type Customer = Omit<S['Customer'], 'fields' | 'phones' | 'emails' | 'addresses' | 'rollups' | 'suggestedName' | 'sourceId' | 'deletedAt'> & {
  rollups?: Rollups | null
  suggestedName?: string | null
  sourceId?: string | null
  deletedAt?: string | null
  fields: Record<string, unknown>
  phones: Phone[]
  emails: Email[]
  addresses: Address[]
}
export type CustomerPatch = Omit<S['CustomerPatch'], 'fields' | 'phones' | 'emails' | 'addresses' | 'kind'> & {
  kind?: Kind
  fields?: Record<string, unknown>
  phones?: Phone[]
  emails?: Email[]
  addresses?: Address[]
}
export type CustomerInput = CustomerPatch & { kind: Kind }
export type Count = S['CustomerCount']
export type HistoryEntry = S['HistoryEntry']

export type ImportState = Import['state']
export type MatchKey = S['MatchIdentifier']
export type ImportColumn = S['ImportColumn']
export type ImportCheck = S['ImportCheck']
export type Import = Omit<S['Import'], 'sourceId'> & { sourceId?: string | null }
export type ImportMapping = S['ImportMapping']
export type RejectedRow = S['RejectedRow']

export type Plugin = Omit<S['Plugin'], 'fields' | 'help'> & { fields: Field[]; help?: Text | null }

export type FieldError = S['FieldError']
export type ProblemBody = Omit<Partial<S['Problem']>, 'current' | 'type'> & { type: string; title: string; status: number; current?: Customer | null }

type Valued<T> = Omit<T, 'fields'> & { fields: Record<string, unknown> }
export type Rollups = S['Rollups']
export type Settings = S['Settings']
export type Order = Valued<S['Order']>
export type OrderState = S['OrderState']
export type OrderLine = S['OrderLine']
export type NewOrder = S['NewOrder']
export type NewPayment = S['NewPayment']
export type NewReturn = S['NewReturn']
export type Interaction = Valued<Omit<S['Interaction'], 'direction' | 'outcome'>> & {
  direction: S['Interaction']['direction'] | null
  outcome: S['Interaction']['outcome'] | null
}
export type Feedback = Valued<Omit<S['Feedback'], 'channel' | 'state' | 'answers'>> & {
  channel: S['Feedback']['channel'] | null
  state: S['Feedback']['state'] | null
  answers: SurveyAnswers | null
}
export type Task = Valued<S['Task']>
export type Summary = {
  rollups?: Rollups | null
  nextTask?: Task | null
  openComplaints?: Feedback[] | null
  lastInteraction?: Interaction | null
  consents?: S['ConsentAtAGlance'][] | null
  links?: S['LinkAtAGlance'][] | null
}
export type Changed = { field: string; before?: unknown; after?: unknown }
export type TimelineKind = 'order' | 'interaction' | 'feedback' | 'task' | 'change' | 'consent'
export type TimelineEntry = {
  kind: TimelineKind
  id: string
  at: string
  actor: Actor
  type: string
  record: Record<string, unknown>
  changes: Changed[] | null
  source: string | null
  /** Those at the record. */
  files: { id: string; fileName: string }[]
}
export type RecordChange = { id: string; at: string; actor: Actor; type: string; source: string | null; changes: Changed[] }

export type ConsentStatus = S['ConsentStatus']
export type ConsentPurpose = S['ConsentPurpose']
export type ConsentChannel = S['ConsentChannel']
export type NewConsent = S['NewConsent']
export type CustomerLink = S['CustomerLink']
export type LinkType = S['LinkType']
export type Source = S['Source']
export type SourceKind = S['SourceKind']

/** What a list was asked for, as views, exports and bulk edits keep it. */
export type ListAsked = { q?: string; filters?: string[]; sort?: string; archived?: boolean }
export type SavedView = Omit<S['View'], 'query'> & { query: ListAsked }
export type NewView = Partial<Pick<SavedView, 'scope' | 'query' | 'columns'>> & { record: RecordName; name: string }

export type Bulk = S['Bulk']
export type BulkNote = S['BulkNote']
export type NewBulk = { record: RecordName; ids?: string[]; query?: ListAsked; change?: object; addTags?: string[]; removeTags?: string[] }
export type HandedKind = 'customer' | 'task' | 'feedback'
export type HandOverRule = 'one' | 'evenly' | 'team' | 'by-hand'
export type NewHandOver = {
  from: string
  records: HandedKind[]
  rule: HandOverRule
  to: string[]
  teamId: string | null
  named: { recordId: string; to: string }[]
  fitting: { query: ListAsked; to: string[] }[]
}
export type Receiver = { member: string; counts: Partial<Record<HandedKind, number>> }
export type ReceivedHandOver = { id: string; from: string; by: string; state: Bulk['state']; startedAt: string | null; counts: Partial<Record<HandedKind, number>> }
export type HandedRecord = Omit<S['HandedRecord'], 'record'> & { record: HandedKind }
export type Export = S['Export']
export type NewExport = { record: RecordName; format: Export['format']; query: ListAsked; columns?: string[] }
export type Attachment = S['Attachment']
/** One record, whichever kind it is of. */
export type RecordPlace = { record: RecordName; id: string }

export type Survey = S['Survey']
export type SurveyQuestion = S['SurveyQuestion']
export type NewSurvey = S['NewSurvey']
export type SurveyLink = S['SurveyLink']
export type SurveyResults = S['SurveyResults']
/** What was answered, with the question as it was asked then. */
export type SurveyAnswers = Record<string, { type: SurveyQuestion['type']; label: Text; value: string | number }>
export type Origin = S['EarlierValue']
export type FieldOrigin = S['FieldOrigin']
