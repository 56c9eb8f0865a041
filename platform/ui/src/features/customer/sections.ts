import type { Customer, Field, Kind } from '@/api'
import { i18next, say } from '@/i18n'
import type { Plugin } from '@/api'
import { capital, isEmpty, readField } from '@/kit/field/format'

/** Kept by the system, or shown in the head of a profile. */
const NOT_EDITED = new Set(['kind'])
const ORDER = ['identity', 'contact', 'relation', 'relationship', 'demographics', 'work']

export type Section = { id: string; title: string; fields: Field[] }

export const isEditable = (field: Field) => !field.readOnly && !(field.owner === 'core' && NOT_EDITED.has(field.key))
/** A complaint has no stars, and a rating no deadline: what does not belong is left out unless it is filled. */
export function isOfKind(field: Field, record: object) {
  const kind = (record as { kind?: string }).kind
  const only = field.owner === 'core' && kind !== undefined ? ONLY_OF[field.key] : undefined
  return !only || only.includes(kind as string) || !isEmpty(readField(record, field))
}
const ONLY_OF: Record<string, string[]> = {
  nps: ['survey'], csat: ['survey'], rating: ['rating', 'survey'],
  state: ['complaint', 'question'], dueAt: ['complaint', 'question'], resolution: ['complaint', 'question'],
}
export const applies = (field: Field, kind: Kind) => !field.appliesTo?.length || field.appliesTo.includes(kind)

/** Fields as they stand on a form: the core's sections in their order, then one for each plugin. */
export function sectionsOf(fields: Field[], kind: Kind, plugins: Plugin[] = []): Section[] {
  const found = new Map<string, Section>()
  for (const field of fields) {
    if (!isEditable(field) || !applies(field, kind)) continue
    const id = field.owner === 'core' || (field.owner === 'workspace' && !field.sectionLabel) ? field.section : `${field.owner}.${field.section}`
    const section = found.get(id) ?? { id, title: titleOf(field, plugins), fields: [] }
    section.fields.push(field)
    found.set(id, section)
  }
  const rank = (one: Section) => {
    const at = ORDER.indexOf(one.id)
    return at >= 0 ? at : one.fields[0]?.owner === 'core' ? 50 : 100
  }
  return [...found.values()].sort((a, b) => rank(a) - rank(b))
}

const PARTS_OF_NAME = new Set(['familyName', 'middleName', 'givenName'])
/** On a profile, how to reach somebody stands before what they are called, and the parts of the name after what it does not say. */
export const contactFirst = (sections: Section[]) =>
  [...sections.filter((one) => one.id === 'contact'), ...sections.filter((one) => one.id !== 'contact')].map((one) => ({
    ...one,
    fields: [...one.fields.filter((field) => !PARTS_OF_NAME.has(field.key)), ...one.fields.filter((field) => PARTS_OF_NAME.has(field.key))],
  }))

/** What stands above a field's section. */
export function titleOf(field: Field, plugins: Plugin[] = []) {
  if (field.owner === 'core') return i18next.t(`section.${field.section}`, { defaultValue: capital(field.section) })
  if (field.owner === 'workspace') return field.sectionLabel ? say(field.sectionLabel) : i18next.t(`section.${field.section}`, { defaultValue: i18next.t('section.own') })
  const plugin = plugins.find((one) => one.id === field.owner)
  const name = plugin ? say(plugin.name) : i18next.t(`industry.${field.owner}`, { defaultValue: capital(field.owner) })
  return field.sectionLabel ? `${name} · ${say(field.sectionLabel)}` : name
}

/** Servers name the place of an error `phones[0].value` or `fields.telecom.contract`; the form knows `phones`, `telecom.contract`. */
export function errorOf(field: Field, errors: Record<string, string>): string | undefined {
  for (const [place, message] of Object.entries(errors)) {
    const plain = place.replace(/^fields\./, '')
    if (plain === field.key) return message
    if (plain.startsWith(`${field.key}[`) || (field.owner === 'core' && plain.startsWith(`${field.key}.`))) return message
  }
  return undefined
}

export function ageOf(customer: Pick<Customer, 'birthDate'>, today = new Date()) {
  if (!customer.birthDate) return null
  const [year, month, day] = customer.birthDate.split('-').map(Number) as [number, number, number]
  const before = today.getMonth() + 1 < month || (today.getMonth() + 1 === month && today.getDate() < day)
  return today.getFullYear() - year - (before ? 1 : 0)
}
