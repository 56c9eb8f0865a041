import { describe, expect, it } from 'vitest'
import { currencies, timeIn, zones } from './choices'

describe('choices of the settings', () => {
  it('callsOurTimeZoneByItsNameAndOnce', () => {
    const names = zones('Asia/Ho_Chi_Minh').map((one) => one.value)
    expect(names.filter((one) => /Saigon|Ho_Chi_Minh/.test(one))).toEqual(['Asia/Ho_Chi_Minh'])
    expect(zones('Asia/Ho_Chi_Minh')[0]!.label).toBe('Asia/Ho Chi Minh (GMT+07:00)')
  })

  it('offersWhatIsSetThoughTheBrowserDoesNotKnowIt', () => {
    expect(zones('Etc/GMT-7').map((one) => one.value)).toContain('Etc/GMT-7')
    expect(currencies('vi', 'XAU').map((one) => one.value)).toContain('XAU')
  })

  it('tellsTheTimeThere', () => {
    expect(timeIn('Asia/Ho_Chi_Minh', 'en', new Date('2026-03-02T20:30:00Z'))).toMatch(/Tuesday.*03:30/)
    expect(timeIn('Asia/Ho_Chi_Minh', 'vi', new Date('2026-03-02T20:30:00Z'))).toMatch(/03:30.*thứ/)
  })
})
