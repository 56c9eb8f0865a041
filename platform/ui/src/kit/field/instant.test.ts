import { describe, expect, it } from 'vitest'
import { dayOf, daysBetween, inDays, instantOf, timeOf } from './instant'
import { parseTime } from './parse'

describe('an instant', () => {
  it('isTheSameAfterItWasTakenApart', () => {
    const at = instantOf('2026-03-05', '07:30')
    expect([dayOf(at), timeOf(at)]).toEqual(['2026-03-05', '07:30'])
  })

  it('liesSoManyDaysAhead', () => {
    const at = inDays(3, '09:00', new Date(2026, 10, 29, 22, 15))
    expect([dayOf(at), timeOf(at)]).toEqual(['2026-12-02', '09:00'])
    expect(daysBetween(new Date(2026, 10, 29, 23, 59), new Date(2026, 10, 30, 0, 1))).toBe(1)
  })
})

describe('a time', () => {
  it.each([['9', '09:00'], ['9h30', '09:30'], ['9:05', '09:05'], ['0930', '09:30'], ['21.15', '21:15'], ['14 giờ', undefined], ['25:00', undefined], ['9:75', undefined], ['', undefined]])(
    'isReadAsItIsTyped %s',
    (typed, time) => expect(parseTime(typed)).toBe(time),
  )
})
