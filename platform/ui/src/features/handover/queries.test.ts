import { expect, it } from 'vitest'
import { asked, EMPTY, missing } from './queries'

const plan = { ...EMPTY, from: 'a' }

it('asksForReceiversAsTheChosenWayWantsThem', () => {
  expect(missing(EMPTY)).toBe('from')
  expect(missing(plan)).toBe('to')
  expect(missing({ ...plan, to: ['b'] })).toBeNull()
  expect(missing({ ...plan, rule: 'team' })).toBe('to')
  expect(missing({ ...plan, rule: 'by-hand' })).toBe('named')
  expect(missing({ ...plan, rule: 'by-hand', named: [{ recordId: 'r', to: 'b' }] })).toBeNull()
  expect(missing({ ...plan, to: ['b'], records: [] })).toBe('records')
})

it('sendsNothingThatAnotherWayWasToldBefore', () => {
  const told = { ...plan, to: ['b', 'c'], teamId: 't', fitting: [{ query: {}, to: ['b'] }] }
  expect(asked({ ...told, rule: 'one' })).toMatchObject({ to: ['b'], teamId: null })
  expect(asked({ ...told, rule: 'team' })).toMatchObject({ to: [], teamId: 't' })
  expect(asked({ ...told, rule: 'by-hand', records: ['task'] })).toMatchObject({ to: [], teamId: null, fitting: [] })
})
