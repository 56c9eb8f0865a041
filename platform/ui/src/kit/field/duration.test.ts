import { beforeAll, describe, expect, it } from 'vitest'
import { startLanguage } from '@/i18n'
import { formatLength, parseLength } from './duration'

beforeAll(() => startLanguage('vi'))

describe('how long a call took', () => {
  it.each([
    ['7', 420],
    ['7 phút', 420],
    ['7p', 420],
    ['7,5', 450],
    ['0.5', 30],
    ['4:32', 272],
    ['4p32', 272],
    ['4 phút 32 giây', 272],
    ['1:05:00', 3900],
    ['1h', 3600],
    ['1h30', 5400],
    ['1 giờ 5 phút', 3900],
    ['45 giây', 45],
    ['45s', 45],
    ['1 hour 5 minutes', 3900],
  ])('reads %s', (text, seconds) => expect(parseLength(text)).toBe(seconds))

  it.each(['lâu', '7 phút lâu', '5 giây 3 phút', '4:75', '1:75:00', '-3', '3 3'])('does not guess at %s', (text) => expect(parseLength(text)).toBeUndefined())

  it('takesNothingAsNothing', () => expect(parseLength(' ')).toBeNull())

  it.each([
    [0, '0 giây'],
    [45, '45 giây'],
    [420, '7 phút'],
    [272, '4 phút 32 giây'],
    [3900, '1 giờ 5 phút'],
    [604_800, '168 giờ'],
  ])('says %d so that it can be read back', (seconds, said) => {
    expect(formatLength(seconds)).toBe(said)
    expect(parseLength(said)).toBe(seconds)
  })
})
