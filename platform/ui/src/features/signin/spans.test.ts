import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { choices, spanOf } from './spans'

const t = ((key: string, { count }: { count: number }) => `${count} ${key}`) as unknown as TFunction

describe('spans of time', () => {
  it('areSaidInTheLargestUnitThatLeavesNoRest', () => {
    expect([15, 60, 90, 1440, 1500, 10080].map((one) => spanOf(t, one))).toEqual(['15 span.minutes', '1 span.hours', '90 span.minutes', '1 span.days', '25 span.hours', '7 span.days'])
  })

  it('offerWhatIsSetAndNothingThatIsTooMuch', () => {
    expect(choices([15, 60, 480], 20, 60)).toEqual([15, 20, 60])
    expect(choices([15, 60, 480], 480, 60)).toEqual([15, 60, 480])
  })
})
