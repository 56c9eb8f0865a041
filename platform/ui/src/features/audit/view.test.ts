import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ACTS } from './acts'
import { queryOf } from './query'
import { readTrailView } from './view'

it('seeksAWholeGroupByAllOfItsActs', () => {
  expect(queryOf(readTrailView({ act: 'rights' })).act?.split(',')).toEqual([...ACTS.rights])
  expect(queryOf(readTrailView({ act: 'SignedIn', why: '' }))).toMatchObject({ act: 'SignedIn', why: undefined })
})

it('seeksWholeDays', () => {
  const { from, until } = queryOf({ from: '2026-03-05', until: '2026-03-05' })
  expect(Date.parse(until!) - Date.parse(from!)).toBe(86_400_000)
})

it('hasWordsForEveryActThatCanBeSought', () => {
  const { trail } = JSON.parse(readFileSync('src/i18n/vi.rest.json', 'utf8'))
  expect(Object.values(ACTS).flat().filter((act) => !(act in trail.act))).toEqual([])
})
