import type { Address, Customer, Email, Field, Language, Member, Phone } from '@/api'
import { i18next, language, say } from '@/i18n'
import { formatLength, isDuration } from './duration'

const locale = (spoken: Language = language()) => (spoken === 'vi' ? 'vi-VN' : 'en-GB')

export const formatNumber = (value: number) => new Intl.NumberFormat(locale(), { maximumFractionDigits: 4 }).format(value)

export function formatMoney(value: number, currency = 'VND') {
  if (currency === 'VND') return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 0 }).format(value)} ₫`
  return new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(value)
}

/** `2026-03-05` → `05/03/2026`, without a time zone getting in between; instants are shown in local time. */
export function formatDate(value: string) {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (day) return `${day[3]}/${day[2]}/${day[1]}`
  const at = new Date(value)
  if (Number.isNaN(at.getTime())) return value
  return `${String(at.getDate()).padStart(2, '0')}/${String(at.getMonth() + 1).padStart(2, '0')}/${at.getFullYear()}`
}

export function formatTime(value: string) {
  const at = new Date(value)
  return `${formatDate(value)} ${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400], ['hour', 3600], ['minute', 60]]
export function formatAgo(value: string, now = Date.now()) {
  const seconds = (new Date(value).getTime() - now) / 1000
  if (Math.abs(seconds) > 7 * 86_400) return formatDate(value)
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  for (const [unit, size] of STEPS) if (Math.abs(seconds) >= size) return words.format(Math.round(seconds / size), unit)
  return i18next.t('time.justNow')
}

export function formatDuration(seconds: number) {
  if (seconds < 60) return i18next.t('time.seconds', { count: Math.max(1, Math.round(seconds)) })
  return i18next.t('time.minutes', { count: Math.round(seconds / 60) })
}

export const formatSize = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1024)))} KB`
    : bytes < 1024 ** 3
      ? `${formatNumber(Math.round(bytes / 1024 / 102.4) / 10)} MB`
      : `${formatNumber(Math.round(bytes / 1024 ** 2 / 102.4) / 10)} GB`

/** `+84912345678` → `0912 345 678`; what is not a Vietnamese number stays as it was written. */
export function formatPhone(phone: Phone | string) {
  const written = typeof phone === 'string' ? phone : phone.value
  const normal = (typeof phone === 'string' ? null : phone.normal) ?? written
  const local = /^(?:\+?84|0)(\d{9})$/.exec(normal.replace(/[^\d+]/g, ''))
  return local ? `0${local[1]!.slice(0, 3)} ${local[1]!.slice(3, 6)} ${local[1]!.slice(6)}` : written
}

export const formatAddress = (address: Address) =>
  [address.line, address.ward, address.district, address.province].filter(Boolean).join(', ')

/** Where an address from before July 2025 lies today; null where that is what was written. */
export function placeNow({ units }: Address) {
  if (!units || (!units.formerDistrict && !units.formerWard && (units.ward || !units.formerProvince || units.formerProvince.name === units.province.name))) return null
  return [units.ward?.name, units.province.name].filter(Boolean).join(', ')
}

const LIST_KEYS: Record<string, 'phones' | 'emails' | 'addresses'> = {
  phones: 'phones', emails: 'emails', addresses: 'addresses',
}
/** Phones, e-mails and addresses of a customer are lists of small records, whatever their field is called. */
export const listOf = (field: Field) => (field.owner === 'core' ? LIST_KEYS[field.key] : undefined)

export function readField(record: object, field: Field): unknown {
  const customer = record as Partial<Customer>
  const list = listOf(field)
  if (list) return customer[list]
  if (field.owner !== 'core') return customer.fields?.[field.key]
  if (field.key.startsWith('address.')) {
    const main = customer.addresses?.find((one) => one.primary) ?? customer.addresses?.[0]
    return main?.[field.key.slice('address.'.length) as 'province']
  }
  if (field.key.startsWith('rollup.')) {
    const value = customer.rollups?.[field.key.slice('rollup.'.length) as 'spend'] as unknown
    return value && typeof value === 'object' ? (value as { score: number }).score : value
  }
  return (customer as Record<string, unknown>)[field.key]
}

/** What stands alone, and not within a sentence. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** The merge patch that sets a field. */
export function patchOf(field: Field, value: unknown): Record<string, unknown> {
  const list = listOf(field)
  if (list) return { [list]: value ?? [] }
  return field.owner === 'core' ? { [field.key]: value } : { fields: { [field.key]: value } }
}

export const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** An encrypted value that somebody has changed outside Quen; it can be written over. */
export const isUnreadable = (value: unknown) => typeof value === 'object' && value !== null && (value as { unreadable?: unknown }).unreadable === true

export const labelOfChoice = (field: Field, value: unknown) => {
  const choice = field.choices?.find((one) => one.value === value)
  return choice ? say(choice.label) : String(value)
}

/** A field's value as text: in cells, history, conflicts and on the clipboard. */
export function formatValue(field: Field, value: unknown, members?: Member[]): string {
  if (isEmpty(value)) return ''
  if (isUnreadable(value)) return i18next.t('field.unreadable')
  const list = listOf(field)
  if (list && Array.isArray(value)) {
    if (list === 'phones') return (value as Phone[]).map(formatPhone).join(', ')
    if (list === 'emails') return (value as Email[]).map((one) => one.value).join(', ')
    return (value as Address[]).map(formatAddress).join('; ')
  }
  if (isDuration(field) && Number.isFinite(Number(value))) return formatLength(Number(value))
  switch (field.type) {
    case 'number':
    case 'integer':
      return Number.isFinite(Number(value)) ? formatNumber(Number(value)) : String(value)
    case 'percent':
      return Number.isFinite(Number(value)) ? `${formatNumber(Number(value))}%` : String(value)
    case 'datetime':
      return formatTime(String(value))
    case 'address':
      return formatAddress(value as Address)
    case 'url':
      return String(value).replace(/^https?:\/\//, '').replace(/\/$/, '')
    case 'money':
      return Number.isFinite(Number(value)) ? formatMoney(Number(value), field.currency ?? 'VND') : String(value)
    case 'date':
      return formatDate(String(value))
    case 'boolean':
      return i18next.t(value === true || value === 'true' ? 'field.yes' : 'field.no')
    case 'choice':
      return labelOfChoice(field, value)
    case 'choices':
      return (Array.isArray(value) ? value : [value]).map((one) => labelOfChoice(field, one)).join(', ')
    case 'phone':
      return typeof value === 'string' ? formatPhone(value) : String(value)
    case 'tags':
      return (Array.isArray(value) ? value : [value]).join(', ')
    case 'member':
      return members?.find((one) => one.id === value)?.name ?? i18next.t('field.formerMember')
    default:
      return Array.isArray(value) ? value.map(String).join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
}
