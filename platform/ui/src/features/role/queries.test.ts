import { expect, it } from 'vitest'
import { gather, spread } from './queries'

const ALL = ['customer:read', 'customer:update', 'order:read', 'order:export']

it('showsWhatAWildcardStandsFor', () => {
  expect(spread(['customer:*', 'order:read'], ALL)).toEqual(['customer:read', 'customer:update', 'order:read'])
  expect(spread(['*'], ALL)).toEqual(ALL)
})

it('keepsAWildcardAsLongAsAllOfItIsAllowed', () => {
  expect(gather(['customer:read', 'customer:update', 'order:read'], ALL, ['customer:*'])).toEqual(['customer:*', 'order:read'])
  expect(gather(['customer:read'], ALL, ['customer:*'])).toEqual(['customer:read'])
  expect(gather(['order:read', 'order:export'], ALL, [])).toEqual(['order:read', 'order:export'])
})
