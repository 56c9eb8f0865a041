import type { Field, FieldPatch, FieldType, NewField, RecordName, Text } from '@/api'
import { slugOf } from '@/kit/field/parse'

/** What a workspace can choose; tags and members belong to the core. */
export const TYPES: FieldType[] = ['text', 'longtext', 'integer', 'number', 'money', 'percent', 'date', 'datetime', 'boolean', 'choice', 'choices', 'email', 'phone', 'url', 'address', 'reference', 'file']

export type Draft = Partial<Field> & { type: FieldType; vi: string; en: string; helpVi: string; helpEn: string; sectionName: string; purposeVi: string; messageVi: string; messageEn: string; encrypted: boolean; reason: string }

/** What each part of the form is given. */
export type PartProps = { draft: Draft; set: (patch: Partial<Draft>) => void; errorAt: (key: string) => string | undefined }

export const isNumber = (type: FieldType) => ['integer', 'number', 'money', 'percent'].includes(type)
export const isText = (type: FieldType) => type === 'text' || type === 'longtext'
export const hasChoices = (type: FieldType) => type === 'choice' || type === 'choices'

export function draftOf(field: Field | null): Draft {
  return {
    ...(field ?? { required: false, unique: false, searchable: true, sensitivity: 'personal', choices: [] }),
    type: field?.type ?? 'text',
    vi: field?.label.vi ?? '', en: field?.label.en ?? '', helpVi: field?.help?.vi ?? '', helpEn: field?.help?.en ?? '',
    sectionName: field?.sectionLabel?.vi ?? '', purposeVi: field?.purpose?.vi ?? '', messageVi: field?.validMessage?.vi ?? '', messageEn: field?.validMessage?.en ?? '',
    encrypted: field?.sensitivity === 'sensitive', reason: '',
  }
}

/** Whether values that are encrypted would be stored plain again. */
export const opens = (draft: Draft) => draft.encrypted && draft.sensitivity !== 'sensitive'

/** Who writes in one language is understood in the other. */
const both = (vi: string, en: string): Text | null => {
  const [a, b] = [vi.trim(), en.trim()]
  return a || b ? { vi: a || b, en: b || a } : null
}

/** The field as the server takes it; of a type only what the type knows. */
export function bodyOf(draft: Draft): FieldPatch {
  const section = draft.sectionName.trim()
  const { type } = draft
  return {
    label: both(draft.vi, draft.en) ?? { vi: '', en: '' },
    help: both(draft.helpVi, draft.helpEn),
    ...(section ? { section: slugOf(section).replaceAll('-', '_') || 'other', sectionLabel: { vi: section, en: section } } : {}),
    // A file comes to a record that is there already, and is found by nothing.
    required: type !== 'file' && (draft.required ?? false),
    unique: type !== 'file' && (draft.unique ?? false),
    searchable: type !== 'file' && (draft.searchable ?? false),
    min: isNumber(type) ? (draft.min ?? null) : null,
    max: isNumber(type) ? (draft.max ?? null) : null,
    maxLength: isText(type) ? (draft.maxLength ?? null) : null,
    pattern: type === 'text' ? draft.pattern?.trim() || null : null,
    choices: hasChoices(type) ? named(draft.choices ?? []) : [],
    currency: type === 'money' ? (draft.currency ?? 'VND') : null,
    references: type === 'reference' ? (draft.references ?? 'customer') : null,
    sensitivity: draft.sensitivity ?? 'personal',
    ...(opens(draft) ? { reason: draft.reason.trim() } : {}),
    purpose: both(draft.purposeVi, ''),
    visibleWhen: draft.visibleWhen?.trim() || null,
    validWhen: draft.validWhen?.trim() || null,
    validMessage: both(draft.messageVi, draft.messageEn),
  }
}

export const newFieldOf = (draft: Draft, record: RecordName): NewField => ({
  ...(Object.fromEntries(Object.entries(bodyOf(draft)).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))) as FieldPatch),
  record, type: draft.type, label: bodyOf(draft).label!,
})

/** A choice's value is made from its label once, and stays when the label is changed. */
function named(choices: Field['choices']): Field['choices'] {
  const taken = new Set(choices.map((one) => one.value).filter(Boolean))
  return choices
    .filter((one) => one.label.vi.trim() || one.label.en.trim())
    .map((one) => {
      const label = both(one.label.vi, one.label.en)!
      let value = one.value
      for (let n = 1; !value || (!one.value && taken.has(value)); n++) value = `${slugOf(label.en) || 'choice'}${n > 1 ? `-${n}` : ''}`
      taken.add(value)
      return { value, label }
    })
}
