import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type Field, type FieldType, type Member } from '@/api'
import { i18next, language } from '@/i18n'
import { useCan } from '@/features/session/useSession'

export const fieldsQuery = queryOptions({ queryKey: ['fields'], queryFn: api.fields, staleTime: 60_000 })
export const membersQuery = queryOptions({ queryKey: ['members'], queryFn: api.members.list, staleTime: 300_000 })

const NONE: Field[] = []

const made = (key: string, type: FieldType, section: string, sortable = false): Field => {
  const label = i18next.t(`system.${key}`)
  return {
    key, type, section, owner: 'core', label: { vi: label, en: label }, help: null, sectionLabel: null, readOnly: false, required: false,
    searchable: false, sortable, choices: [], min: null, max: null, maxLength: null, pattern: null, currency: null, appliesTo: [],
  }
}

/** Filtered, mapped and shown by its parts, an address is filled in as a whole. */
export const isPartOfAddress = (field: Field) => field.owner === 'core' && field.key.startsWith('address.')

/** `shown` are all that can be a column, `edited` those of forms and profiles. */
export function arranged(fields: Field[]) {
  const first = fields.filter((one) => !one.readOnly).findIndex(isPartOfAddress)
  const edited = fields.filter((one) => !one.readOnly).flatMap((one, n) => (isPartOfAddress(one) ? (n === first ? [made('addresses', 'text', one.section)] : []) : [one]))
  const shown = [...fields, made('createdAt', 'date', 'system', true), made('updatedAt', 'date', 'system', true)]
  const byKey = new Map([...edited, ...shown].map((one) => [one.key, one]))
  return { edited, shown, byKey }
}

/** The catalogue of this workspace: the core's fields and those of the plugins that are on. */
export function useFields() {
  const query = useQuery(fieldsQuery)
  const spoken = language()
  const fields = query.data?.items ?? NONE
  return {
    ...query,
    fields,
    // The labels that are made here depend on the language.
    ...useMemo(() => arranged(fields), [fields, spoken]),
  }
}

const NOBODY: Member[] = []
export function useMembers() {
  const can = useCan()
  const { data } = useQuery({ ...membersQuery, enabled: can('member:read') })
  return data?.items ?? NOBODY
}
