import type { Field } from '@/api'
import { i18next } from '@/i18n'

/** The one field whose number is a time that something took; the server keeps seconds. */
export const isDuration = (field: Field) => field.owner === 'core' && field.key === 'durationSeconds'

/** To the second, so that what is shown can be read back: `1 giờ 5 phút`, `4 phút 32 giây`. */
export function formatLength(seconds: number) {
  const whole = Math.max(0, Math.round(seconds))
  const parts = [['hours', Math.floor(whole / 3600)], ['minutes', Math.floor((whole % 3600) / 60)], ['seconds', whole % 60]] as const
  const said = parts.filter(([, count]) => count > 0).map(([unit, count]) => i18next.t(`time.${unit}`, { count }))
  return said.length > 0 ? said.join(' ') : i18next.t('time.seconds', { count: 0 })
}

const UNITS: Record<string, number> = {
  h: 3600, g: 3600, giờ: 3600, gio: 3600, hour: 3600, hours: 3600,
  p: 60, ph: 60, phút: 60, phut: 60, m: 60, min: 60, mins: 60, minute: 60, minutes: 60,
  s: 1, gi: 1, giây: 1, giay: 1, sec: 1, secs: 1, second: 1, seconds: 1,
}

/** A lone number is minutes. `undefined`: this cannot be read; `null`: nothing was given. */
export function parseLength(text: string): number | null | undefined {
  const typed = text.trim().toLowerCase().normalize('NFC')
  if (!typed) return null
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$/.exec(typed)
  if (clock) return clock[1] !== undefined && Number(clock[2]) > 59 ? undefined : Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
  const plain = /^\d+(?:[.,]\d+)?$/.exec(typed)
  if (plain) return Math.round(Number(typed.replace(',', '.')) * 60)
  const parts = [...typed.matchAll(/(\d+(?:[.,]\d+)?)\s*(\p{L}*)\s*/gyu)]
  if (parts.length === 0 || parts.reduce((sum, one) => sum + one[0].length, 0) !== typed.length) return undefined
  let seconds = 0
  let before = Infinity
  for (const [, amount, unit] of parts) {
    // After hours a bare number is minutes, after minutes seconds: 1h30, 4p32.
    const size = unit ? UNITS[unit] : before / 60
    if (!size || size < 1 || size >= before) return undefined
    seconds += Number(amount!.replace(',', '.')) * size
    before = size
  }
  return Math.round(seconds)
}
