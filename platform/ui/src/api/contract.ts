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
export type ApiKey = S['ApiKey']
export type NewApiKey = S['CreatedApiKey']

export type FieldType = Field['type']
export type Kind = S['CustomerKind']
export type Choice = S['FieldChoice']
export type Field = S['Field']

export type Phone = Partial<S['Phone']> & { value: string }
export type Email = Partial<S['Email']> & { value: string }
export type Address = Partial<S['Address']>
export type Place = S['Place']
export type Actor = S['Actor']
export type Stage = S['Stage']

export type Customer = Omit<S['Customer'], 'fields' | 'phones' | 'emails' | 'addresses'> & {
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
export type Import = S['Import']
export type ImportMapping = S['ImportMapping']
export type RejectedRow = S['RejectedRow']

export type Plugin = S['Plugin']

export type FieldError = S['FieldError']
export type ProblemBody = Omit<Partial<S['Problem']>, 'current' | 'type'> & { type: string; title: string; status: number; current?: Customer | null }
