import type { TimelineEntry } from '@/api'
import { daysBetween } from '@/kit/field/instant'

export type Group = { key: string; entries: TimelineEntry[] }

/** Newest first: today and yesterday by name, then by month. */
export function groupsOf(entries: TimelineEntry[], now = new Date()): Group[] {
  const groups: Group[] = []
  for (const entry of entries) {
    const at = new Date(entry.at)
    const days = daysBetween(at, now)
    const key = days < 0 ? 'later' : days === 0 ? 'today' : days === 1 ? 'yesterday' : `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}`
    const last = groups.at(-1)
    if (last?.key === key) last.entries.push(entry)
    else groups.push({ key, entries: [entry] })
  }
  return groups
}
