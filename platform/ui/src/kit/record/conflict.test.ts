import { describe, expect, it } from 'vitest'
import type { Customer, Field } from '@/api'
import { clashes, keepMine, patchedFields } from './conflict'
import { ageOf, errorOf } from '@/features/customer/sections'

const field = (key: string, owner = 'core') => ({ key, owner, type: 'text', label: { vi: key, en: key } }) as Field
const fields = [field('name'), field('occupation'), field('phones'), field('telecom.contract', 'telecom'), field('telecom.plan', 'telecom')]
const base = { name: 'An', occupation: null, phones: [], fields: { 'telecom.contract': 'a' } } as unknown as Customer

describe('a conflict', () => {
  it('isOnlyWhereBothChangedTheSameFieldDifferently', () => {
    const current = { ...base, occupation: 'Giáo viên', name: 'Bình' }
    expect(clashes(base, { occupation: 'Y tá' }, current, fields).map((one) => one.key)).toEqual(['occupation'])
    expect(clashes(base, { phones: [{ value: '1' }] }, current, fields)).toEqual([])
    expect(clashes(base, { occupation: 'Giáo viên' }, current, fields)).toEqual([])
  })

  it('isSeenInPluginFieldsOneByOne', () => {
    const current = { ...base, fields: { 'telecom.contract': 'b' } }
    const patch = { fields: { 'telecom.contract': 'c', 'telecom.plan': 'x' } }
    expect(clashes(base, patch, current, fields).map((one) => one.key)).toEqual(['telecom.contract'])
  })

  it('leavesTheirsOutOfMyPatch', () => {
    const patch = { name: 'C', fields: { 'telecom.contract': 'c' } }
    expect(keepMine(patch, [fields[3]!])).toEqual({ name: 'C' })
    expect(keepMine(patch, [fields[0]!])).toEqual({ fields: { 'telecom.contract': 'c' } })
    expect(patch.fields).toEqual({ 'telecom.contract': 'c' })
  })

  it('knowsWhichFieldsAPatchSets', () =>
    expect(patchedFields({ name: null, fields: { 'telecom.plan': null } }, fields).map((one) => one.key)).toEqual(['name', 'telecom.plan']))
})

describe('errors of the server', () => {
  it('findTheirField', () => {
    expect(errorOf(field('phones'), { 'phones[1].value': 'sai' })).toBe('sai')
    expect(errorOf(field('telecom.contract', 'telecom'), { 'fields.telecom.contract': 'sai' })).toBe('sai')
    expect(errorOf(field('addresses'), { 'addresses[0].line': 'dài' })).toBe('dài')
    expect(errorOf(field('name'), { names: 'sai' })).toBeUndefined()
  })
})

describe('age', () => {
  it('turnsOnTheBirthday', () => {
    expect(ageOf({ birthDate: '1990-11-23' }, new Date(2026, 10, 23))).toBe(36)
    expect(ageOf({ birthDate: '1990-11-24' }, new Date(2026, 10, 23))).toBe(35)
  })
})
