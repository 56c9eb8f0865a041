import { describe, expect, it } from 'vitest'
import { parseDate, parseMoney, parseNumber, slugOf } from './parse'

const today = new Date(2026, 10, 23)

describe('dates as people write them', () => {
  it.each([
    ['5/3/26', '2026-03-05'],
    ['05/03/2026', '2026-03-05'],
    ['5.3.2026', '2026-03-05'],
    ['5-3-2026', '2026-03-05'],
    [' 5 / 3 / 2026 ', '2026-03-05'],
    ['5/3', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['2026-03-05T10:00:00Z', '2026-03-05'],
    ['05032026', '2026-03-05'],
    ['050326', '2026-03-05'],
    ['29/2/2024', '2024-02-29'],
  ])('reads %s', (text, day) => expect(parseDate(text, { today })).toBe(day))

  it.each(['31/2/2026', '29/2/2023', '13/13/2026', '0/1/2026', 'hôm qua', '5/3/126', '1/2/3/4'])('does not guess at %s', (text) =>
    expect(parseDate(text, { today })).toBeUndefined(),
  )

  it('takesTwoDigitsOfABirthYearAsThePast', () => {
    expect(parseDate('5/3/90', { past: true, today })).toBe('1990-03-05')
    expect(parseDate('5/3/27', { past: true, today })).toBe('1927-03-05')
    expect(parseDate('5/3/27', { today })).toBe('2027-03-05')
  })

  it('takesNothingAsNothing', () => expect(parseDate('  ')).toBeNull())
})

describe('amounts as people write them', () => {
  it.each([
    ['1.500.000 đ', 1_500_000],
    ['1.500.000₫', 1_500_000],
    ['1,500,000 VND', 1_500_000],
    ['1 500 000 đồng', 1_500_000],
    ['1,5tr', 1_500_000],
    ['1.5tr', 1_500_000],
    ['1tr5', 1_500_000],
    ['1tr250', 1_250_000],
    ['2 triệu', 2_000_000],
    ['500k', 500_000],
    ['500 nghìn', 500_000],
    ['1,2 tỷ', 1_200_000_000],
    ['1.500', 1500],
    ['1,500', 1500],
    ['20000', 20_000],
    ['0', 0],
    ['-50k', -50_000],
  ])('reads %s', (text, amount) => expect(parseMoney(text)).toBe(amount))

  it('hasNoDecimalsInDong', () => expect(parseMoney('1500,6')).toBe(1501))
  it('keepsDecimalsElsewhere', () => expect(parseMoney('12,50', { currency: 'USD' })).toBe(12.5))
  it.each(['nhiều', '1.5.0', '12abc', 'đ', '1,2,3'])('does not guess at %s', (text) => expect(parseMoney(text)).toBeUndefined())
  it('takesNothingAsNothing', () => expect(parseMoney('')).toBeNull())
})

describe('numbers', () => {
  it('followsTheLanguageWhereAMarkIsAmbiguous', () => {
    expect(parseNumber('1.500', 'vi')).toBe(1500)
    expect(parseNumber('1.500', 'en')).toBe(1.5)
    expect(parseNumber('1,500', 'vi')).toBe(1.5)
    expect(parseNumber('1,500', 'en')).toBe(1500)
  })
  it('understandsBothMarksWhereTheyAreClear', () => {
    for (const language of ['vi', 'en'] as const) {
      expect(parseNumber('1.234,5', language)).toBe(1234.5)
      expect(parseNumber('1,234.5', language)).toBe(1234.5)
      expect(parseNumber('3,14', language)).toBe(3.14)
    }
  })
  it('doesNotGuess', () => {
    expect(parseNumber('12 con', 'vi')).toBeUndefined()
    expect(parseNumber('.', 'vi')).toBeUndefined()
  })
})

describe('short names', () => {
  it.each([
    ['Cửa hàng Sen', 'cua-hang-sen'],
    ['  Điện máy Đức & Bình  ', 'dien-may-duc-binh'],
    ['Phở 24', 'pho-24'],
    ['!!!', ''],
  ])('makes %s an address', (name, slug) => expect(slugOf(name)).toBe(slug))
})
