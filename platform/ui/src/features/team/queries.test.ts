import { expect, it } from 'vitest'
import type { Team } from '@/api'
import { branchOf, treeOf } from './queries'

const team = (id: string, parentId: string | null, name = id): Team => ({ id, parentId, name, members: [], version: 1 })
const TEAMS = [team('b1', 'b', 'Đội 10'), team('b2', 'b', 'Đội 2'), team('b', null, 'Miền Bắc'), team('a', null, 'Miền Nam'), team('b11', 'b1')]

it('putsEachTeamBehindTheOneAbove', () => {
  expect(treeOf(TEAMS).map(({ team, depth }) => `${depth} ${team.name}`)).toEqual(['0 Miền Bắc', '1 Đội 2', '1 Đội 10', '2 b11', '0 Miền Nam'])
})

it('showsATeamWhoseParentIsNotThereAtTheTop', () => {
  expect(treeOf([team('x', 'gone')])).toHaveLength(1)
})

it('knowsWhatATeamCannotBePutUnder', () => {
  expect([...branchOf(TEAMS, 'b')].sort()).toEqual(['b', 'b1', 'b11', 'b2'])
})
