import { describe, expect, it } from 'vitest'
import type { Field } from '@/api'
import { arranged } from './useFields'

const field = (key: string, more: Partial<Field> = {}) => ({ key, owner: 'core', type: 'text', section: 'identity', sortable: false, label: { vi: key, en: key }, ...more }) as Field

describe('the columns of a list', () => {
  const { shown, edited, byKey } = arranged([field('name', { sortable: true }), field('address.line'), field('address.province')])

  it('canBeSortedByTheTimesOfACustomer', () => {
    expect(shown.filter((one) => one.sortable).map((one) => one.key)).toEqual(['name', 'createdAt', 'updatedAt'])
  })

  it('includeTheTimesThatNobodyEdits', () => {
    expect(edited.map((one) => one.key)).toEqual(['name', 'addresses'])
    expect(byKey.get('addresses')?.sortable).toBe(false)
  })
})
