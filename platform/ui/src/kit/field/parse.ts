import type { Language } from '@/api'

/** Turns what people type or paste into values. `undefined`: this cannot be read; `null`: nothing was given. */

const two = (n: number) => String(n).padStart(2, '0')

export function parseDate(text: string, { past = false, today = new Date() } = {}): string | null | undefined {
  const typed = text.trim()
  if (!typed) return null
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/.exec(typed)
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const local =
    /^(\d{1,2})\s*[/\-. ]\s*(\d{1,2})(?:\s*[/\-. ]\s*(\d{4}|\d{2}))?$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed)
  if (!local) return undefined
  let year = local[3] ? Number(local[3]) : today.getFullYear()
  if (local[3]?.length === 2) {
    year += 2000
    if (year > today.getFullYear() + (past ? 0 : 20)) year -= 100
  }
  return checked(year, Number(local[2]), Number(local[1]))
}

function checked(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? `${year}-${two(month)}-${two(day)}` : undefined
}

/** `9`, `9h30`, `9:30`, `0930`, `21.05` */
export function parseTime(text: string): string | undefined {
  const found = /^(\d{1,2})(?:\s*(?:[:h.g])\s*(\d{1,2})?|(\d{2}))?$/i.exec(text.trim())
  if (!found) return undefined
  const hour = Number(found[1])
  const minute = Number(found[2] ?? found[3] ?? 0)
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : undefined
}

/** A lone separator before exactly three digits is read as the language writes thousands; otherwise it is the decimal mark. */
export function parseNumber(text: string, language: Language): number | null | undefined {
  const typed = text.trim().replace(/[\s\u00a0\u202f']/g, '').replace('−', '-')
  if (!typed) return null
  if (!/^-?[\d.,]+$/.test(typed) || !/\d/.test(typed)) return undefined
  const thousands = language === 'vi' ? '.' : ','
  const marks = typed.match(/[.,]/g) ?? []
  let plain: string
  if (marks.length === 0) plain = typed
  else if (new Set(marks).size === 2) {
    const decimal = typed.lastIndexOf('.') > typed.lastIndexOf(',') ? '.' : ','
    if (marks.filter((mark) => mark === decimal).length > 1) return undefined
    plain = typed.replaceAll(decimal === '.' ? ',' : '.', '').replace(decimal, '.')
  } else {
    const mark = marks[0]!
    const grouped = new RegExp(`^-?\\d{1,3}(\\${mark}\\d{3})+$`).test(typed)
    if (marks.length > 1) {
      if (!grouped) return undefined
      plain = typed.replaceAll(mark, '')
    } else plain = grouped && mark === thousands ? typed.replace(mark, '') : typed.replace(mark, '.')
  }
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}

const TIMES: Record<string, number> = {
  k: 1e3, n: 1e3, ng: 1e3, nghìn: 1e3, ngàn: 1e3, nghin: 1e3, ngan: 1e3,
  tr: 1e6, triệu: 1e6, trieu: 1e6, m: 1e6,
  tỷ: 1e9, tỉ: 1e9, ty: 1e9, ti: 1e9, b: 1e9,
}

export function parseMoney(text: string, { currency = 'VND' }: { currency?: string } = {}): number | null | undefined {
  const typed = text.trim().toLowerCase().normalize('NFC').replace(/(?:vnđ|vnd|đồng|₫|đ|usd|\$|€)\s*$/u, '').replace(/^[$€₫]/u, '').trim()
  if (!typed) return text.trim() ? undefined : null
  const whole = currency === 'VND'
  const short = /^(-?[\d.,\s]+?)\s*(\p{L}+)\s*(\d*)$/u.exec(typed)
  if (short) {
    const times = TIMES[short[2]!]
    const amount = parseNumber(short[1]!, 'vi')
    if (!times || amount == null) return undefined
    // "1tr5" is one and a half million.
    const rest = short[3] ? Number(`0.${short[3]}`) : 0
    return Math.round((amount + rest) * times)
  }
  // Dong has no decimals, so a group of three is always thousands, whichever mark was pasted.
  const plain = whole && /^-?\d{1,3}([.,\s]\d{3})+$/.test(typed) ? typed.replace(/[.,\s]/g, '') : typed
  const value = parseNumber(plain, 'vi')
  return value == null ? value : whole ? Math.round(value) : value
}

export const foldAccents = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd')

export function slugOf(name: string) {
  return foldAccents(name).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '')
}
