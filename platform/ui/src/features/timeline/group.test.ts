import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '@/api'
import { groupsOf } from './group'

const at = (year: number, month: number, day: number, hour = 12) => ({ id: `${month}-${day}-${hour}`, at: new Date(year, month - 1, day, hour).toISOString() }) as TimelineEntry
const now = new Date(2026, 10, 23, 9)

describe('a timeline', () => {
  it('namesTodayAndYesterdayAndThenTheMonths', () =>
    expect(groupsOf([at(2026, 11, 23, 8), at(2026, 11, 22, 23), at(2026, 11, 2), at(2026, 11, 1), at(2025, 11, 5)], now).map((one) => [one.key, one.entries.length])).toEqual([
      ['today', 1], ['yesterday', 1], ['2026-11', 2], ['2025-11', 1],
    ]))

  it('keepsWhatIsStillToComeAbove', () => expect(groupsOf([at(2026, 11, 24)], now)[0]?.key).toBe('later'))
  it('hasNoGroupsWithoutEntries', () => expect(groupsOf([], now)).toEqual([]))
})
