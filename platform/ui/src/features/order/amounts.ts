import type { Field, NewOrder } from '@/api'

export type DraftLine = { sku: string; name: string; quantity: number | null; unitPrice: number | null; discount: number | null; tax: number | null }

export const emptyLine = (): DraftLine => ({ sku: '', name: '', quantity: 1, unitPrice: null, discount: null, tax: null })
export const isBlank = (line: DraftLine) => !line.sku.trim() && !line.name.trim() && line.unitPrice === null

export const lineTotal = (line: DraftLine) => (line.quantity ?? 0) * (line.unitPrice ?? 0) - (line.discount ?? 0) + (line.tax ?? 0)

/** As the server adds it up; shown while somebody still types. */
export function orderTotal(lines: DraftLine[], { discount, shipping, tax }: { discount: number | null; shipping: number | null; tax: number | null }) {
  return lines.reduce((sum, line) => sum + lineTotal(line), 0) - (discount ?? 0) + (shipping ?? 0) + (tax ?? 0)
}

export const linesOf = (lines: DraftLine[]): NewOrder['lines'] =>
  lines.filter((one) => !isBlank(one)).map((one) => ({
    sku: one.sku.trim() || null, name: one.name.trim() || null, quantity: one.quantity ?? 0, unitPrice: one.unitPrice ?? 0, discount: one.discount, tax: one.tax,
  }))

/** An amount that is no field of the catalogue, for the input that reads 1,5tr. */
export const amountField = (type: 'money' | 'number', currency: string | null = null): Field => ({
  key: 'amount', owner: 'form', type, currency, label: { vi: '', en: '' }, help: null, section: '', sectionLabel: null, required: false,
  searchable: false, sortable: false, choices: [], min: null, max: null, maxLength: null, pattern: null, appliesTo: [],
})
