import type { Field } from '@/api'

export type Patch = Record<string, unknown> & { fields?: Record<string, unknown> }
import { isEmpty, patchOf, readField } from '@/kit/field/format'

/** The fields that a merge patch sets. */
export function patchedFields(patch: Patch, fields: Field[]): Field[] {
  return fields.filter((field) => {
    const one = patchOf(field, null)
    if ('fields' in one) return Object.hasOwn(patch.fields ?? {}, field.key)
    return Object.keys(one).some((key) => Object.hasOwn(patch, key))
  })
}

const sameValue = (a: unknown, b: unknown) => (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b)

/** Of what I want to set, that which somebody else has changed in the meantime to something else. */
export function clashes(base: object, patch: Patch, current: object, fields: Field[]): Field[] {
  return patchedFields(patch, fields).filter((field) => {
    const theirs = readField(current, field)
    return !sameValue(readField(base, field), theirs) && !sameValue(readField(patch, field), theirs)
  })
}

/** My patch without what I leave as the other one wrote it. */
export function keepMine(patch: Patch, theirs: Field[]): Patch {
  const left: Patch = { ...patch, ...(patch.fields ? { fields: { ...patch.fields } } : {}) }
  for (const field of theirs) {
    const one = patchOf(field, null)
    if ('fields' in one) delete left.fields?.[field.key]
    else for (const key of Object.keys(one)) delete left[key]
  }
  if (left.fields && Object.keys(left.fields).length === 0) delete left.fields
  return left
}
