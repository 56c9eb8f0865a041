import type { Language } from '@/api'

const locale = (language: Language) => (language === 'vi' ? 'vi-VN' : 'en-GB')
const HOME = 'Asia/Ho_Chi_Minh'

/** Browsers still know some places by names that their people have given up. */
const RENAMED: Record<string, string> = { 'Asia/Saigon': HOME, 'Asia/Calcutta': 'Asia/Kolkata', 'Asia/Rangoon': 'Asia/Yangon', 'Asia/Katmandu': 'Asia/Kathmandu', 'Europe/Kiev': 'Europe/Kyiv' }
/** Those that shops here trade in come first. */
const NEAR = ['VND', 'USD', 'EUR', 'CNY', 'JPY', 'KRW', 'THB', 'SGD', 'LAK', 'KHR']

export function currencies(language: Language, current: string) {
  const names = new Intl.DisplayNames(locale(language), { type: 'currency' })
  const all = new Set([...NEAR, current, ...Intl.supportedValuesOf('currency')])
  return [...all].map((value) => ({ value, label: `${value} – ${names.of(value) ?? value}` }))
}

export function zones(current: string) {
  const all = new Set([HOME, current, ...Intl.supportedValuesOf('timeZone').map((one) => RENAMED[one] ?? one)])
  return [...all].map((value) => ({ value, label: `${value.replaceAll('_', ' ')} (${offsetOf(value)})` }))
}

const offsetOf = (timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' }).formatToParts().find((one) => one.type === 'timeZoneName')?.value ?? 'GMT'

/** Within a sentence: in Vietnamese a weekday begins small there. */
export const timeIn = (timeZone: string, language: Language, now = new Date()) =>
  new Intl.DateTimeFormat(locale(language), { timeZone, weekday: 'long', hour: '2-digit', minute: '2-digit' }).format(now).replace('Thứ', 'thứ').replace('Chủ Nhật', 'chủ nhật')
