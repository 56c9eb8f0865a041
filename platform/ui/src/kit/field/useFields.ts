import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type Field, type FieldType, type Member, type OwnSight, type RecordName } from '@/api'
import { i18next, language } from '@/i18n'
import { isDuration } from './duration'
import { useCan } from '@/features/session/useSession'

export const fieldsQuery = (record: RecordName = 'customer') =>
  queryOptions({ queryKey: ['fields', record], queryFn: () => api.fields(record), staleTime: 60_000 })
export const membersQuery = queryOptions({ queryKey: ['members'], queryFn: api.members.list, staleTime: 300_000 })

/** What one sees and may write oneself. */
export const sightQuery = (record: RecordName = 'customer') => queryOptions({ queryKey: ['sight', record], queryFn: () => api.sight.own(record), staleTime: 60_000, retry: false })

const NONE: Field[] = []
type Said = OwnSight['fields'] | undefined
const seen = (field: Field, said: Said): Field => {
  const access = said?.[field.key]
  return !access || access === 'write' ? field : { ...field, access, sortable: field.sortable && access !== 'masked' }
}
/** As if what is hidden were not there. */
const inSight = (fields: Field[], said: Said) => (said ? fields.filter((one) => said[one.key] !== 'hidden').map((one) => seen(one, said)) : fields)
export const isWritable = (field: Field) => !field.access || field.access === 'write'

const made = (key: string, type: FieldType, section: string, sortable = false): Field => {
  const label = i18next.t(`system.${key}`)
  return {
    key, type, section, owner: 'core', label: { vi: label, en: label }, help: null, sectionLabel: null, readOnly: false, required: false,
    searchable: false, sortable, choices: [], min: null, max: null, maxLength: null, pattern: null, currency: null, appliesTo: [],
  }
}

/** Filtered, mapped and shown by its parts, an address is filled in as a whole. */
export const isPartOfAddress = (field: Field) => field.owner === 'core' && field.key.startsWith('address.')

/** Columns of an import that say which customer or which line is meant: no property of the record. */
const isOfAnother = (field: Field) => field.owner === 'core' && /^(customer|line)\./.test(field.key)
/** What the server works out or keeps itself is shown, and filled in by nobody. */
export const isComputed = (field: Field) =>
  Boolean(field.readOnly) || (field.owner === 'core' && (field.section === 'computed' || ['resolvedAt', 'doneAt'].includes(field.key)))

/** A file holds seconds and its columns say so; a screen says how long in words. */
const inWords = (field: Field): Field => {
  if (!isDuration(field)) return field
  const label = i18next.t('field.length')
  return { ...field, label: { vi: label, en: label } }
}

/** `shown` are all that can be a column, `edited` those of forms and profiles. */
export function arranged(fields: Field[], record: RecordName = 'customer', said?: Said) {
  const own = record === 'customer' ? fields : fields.filter((one) => !isOfAnother(one)).map(inWords)
  const first = own.findIndex(isPartOfAddress)
  const edited = own
    .flatMap((one, n) => (isPartOfAddress(one) ? (n === first ? inSight([made('addresses', 'text', one.section)], said) : []) : [one]))
    .filter((one) => !isComputed(one))
  const named = record === 'customer' ? own : [made('customerName', 'text', 'system'), ...own]
  const sortable = record === 'customer'
  const shown = [...named, made('createdAt', 'datetime', 'system', sortable), made('updatedAt', 'datetime', 'system', sortable || record === 'order')]
  const byKey = new Map([...edited, ...shown].map((one) => [one.key, one]))
  return { edited, shown, byKey }
}

/** The catalogue of this workspace: the core's fields, its own and those of the plugins that are on. */
export function useFields(record: RecordName = 'customer') {
  const query = useQuery(fieldsQuery(record))
  const sight = useQuery(sightQuery(record)).data?.fields
  const spoken = language()
  const items = query.data?.items ?? NONE
  const fields = useMemo(() => inSight(items, sight), [items, sight])
  return {
    ...query,
    // The labels that are made here depend on the language.
    ...useMemo(() => {
      const all = arranged(fields, record, sight)
      return { ...all, fields: record === 'customer' ? fields : all.shown }
    }, [fields, spoken, record, sight]),
  }
}

const NOBODY: Member[] = []
export function useMembers() {
  const can = useCan()
  const { data } = useQuery({ ...membersQuery, enabled: can('member:read') })
  return data?.items ?? NOBODY
}
