import type { Field, LayoutSection, NewLayout, Text } from '@/api'

/** A layout as one list: names of sections, the fields below each, then what is hidden. */
export type Row = { id: string; section: { key: string; label: Text } } | { id: string; field: string } | { id: typeof HIDDEN }
export const HIDDEN = 'hidden'

/** Fields that no form shows, by the section they came from: they go back there untouched. */
type Rest = Record<string, string[]>
export type Arrangement = { rows: Row[]; rest: Rest; addresses: string[] }

const whole = (key: string) => (key.startsWith('address.') ? 'addresses' : key)
const sectionRow = (key: string, label: Text): Row => ({ id: `section ${key}`, section: { key, label } })
const fieldRow = (field: string): Row => ({ id: field, field })

/** The parts of an address are one row, as they are one input. */
export function arrangementOf(layout: NewLayout, edited: Field[]): Arrangement {
  const shown = new Set(edited.map((one) => one.key))
  const placed = new Set<string>()
  const rest: Rest = {}
  const addresses: string[] = []
  const take = (keys: string[], section: string) =>
    keys.flatMap((key): Row[] => {
      const it = whole(key)
      if (!shown.has(it)) rest[section] = [...(rest[section] ?? []), key]
      else if (it === 'addresses' && key !== it) addresses.push(key)
      if (!shown.has(it) || placed.has(it)) return []
      placed.add(it)
      return [fieldRow(it)]
    })
  const rows = layout.sections.flatMap((one) => {
    const fields = take(one.fields, one.key)
    // A section of nothing but sums and keys of imports is none of a form.
    return fields.length > 0 || one.fields.length === 0 ? [sectionRow(one.key, one.label), ...fields] : []
  })
  return { rows: [...rows, { id: HIDDEN }, ...take(layout.hidden, HIDDEN)], rest, addresses }
}

export function layoutOf({ rows, rest, addresses }: Arrangement, before: NewLayout): NewLayout {
  const sections: LayoutSection[] = []
  const hidden: string[] = []
  let into: string[] = hidden
  for (const row of rows) {
    if ('section' in row) {
      into = []
      sections.push({ ...row.section, fields: into })
    } else if ('field' in row) into.push(...(row.field === 'addresses' && addresses.length > 0 ? addresses : [row.field]))
    else into = hidden
  }
  for (const [key, fields] of Object.entries(rest)) {
    const there = sections.find((one) => one.key === key)
    if (key === HIDDEN) hidden.push(...fields)
    else if (there) there.fields.push(...fields)
    else sections.push({ key, label: before.sections.find((one) => one.key === key)?.label ?? { vi: key, en: key }, fields })
  }
  return { sections, hidden }
}

/** Above the first section is no place; what must be filled in cannot be hidden. */
export function mayMove(rows: Row[], from: number, to: number, required: (key: string) => boolean) {
  const row = rows[from]
  if (!row || !('field' in row) || to < 1 || to >= rows.length) return false
  const bound = rows.findIndex((one) => one.id === HIDDEN)
  return !(required(row.field) && to >= bound)
}

/** A section changes places with its neighbour, with all that is in it. */
export function swapSections(rows: Row[], index: number, by: 1 | -1): Row[] {
  const starts = rows.flatMap((row, n) => ('section' in row || row.id === HIDDEN ? [n] : []))
  const at = starts.indexOf(index)
  const first = by === 1 ? at : at - 1
  const [a, b, c] = [starts[first], starts[first + 1], starts[first + 2]]
  if (a === undefined || b === undefined || c === undefined) return rows
  return [...rows.slice(0, a), ...rows.slice(b, c), ...rows.slice(a, b), ...rows.slice(c)]
}
