/** Instants as the person at the screen sees them: a local day and a local time. */

const two = (n: number) => String(n).padStart(2, '0')

export function dayOf(instant: string) {
  const at = new Date(instant)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

export function timeOf(instant: string) {
  const at = new Date(instant)
  return `${two(at.getHours())}:${two(at.getMinutes())}`
}

export function instantOf(day: string, time: string) {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return new Date(year, month - 1, date, hour, minute).toISOString()
}

/** The same time so many days later, also over a change of the clock. */
export function inDays(days: number, time: string, now = new Date()) {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour, minute).toISOString()
}

export function daysBetween(from: Date, to: Date) {
  const midnight = (one: Date) => Date.UTC(one.getFullYear(), one.getMonth(), one.getDate())
  return Math.round((midnight(to) - midnight(from)) / 86_400_000)
}
