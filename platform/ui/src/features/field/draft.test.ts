import { describe, expect, it } from 'vitest'
import type { Field } from '@/api'
import { arranged } from '@/kit/field/useFields'
import { draftOf, newFieldOf } from './draft'

const draft = { ...draftOf(null), vi: 'Hạng thẻ', type: 'choice' as const }
const field = (key: string, more: Partial<Field> = {}) => ({ key, owner: 'core', type: 'text', section: 'order', label: { vi: key, en: key }, ...more }) as Field

describe('a new field', () => {
  it('isUnderstoodInTheLanguageThatNobodyWrote', () => expect(newFieldOf(draft, 'customer').label).toEqual({ vi: 'Hạng thẻ', en: 'Hạng thẻ' }))

  it('makesTheValuesOfItsChoicesOnceAndNeverTwice', () => {
    const choices = [{ value: 'gold', label: { vi: 'Vàng ròng', en: '' } }, { value: '', label: { vi: 'Bạc', en: '' } }, { value: '', label: { vi: 'Bắc', en: '' } }, { value: '', label: { vi: ' ', en: '' } }]
    expect(newFieldOf({ ...draft, choices }, 'customer').choices?.map((one) => one.value)).toEqual(['gold', 'bac', 'bac-2'])
  })

  it('saysNothingThatItsTypeDoesNotKnow', () => {
    const body = newFieldOf({ ...draft, type: 'date', min: 3, maxLength: 9, pattern: 'x' }, 'order')
    expect([body.min, body.maxLength, body.pattern, body.choices]).toEqual([undefined, undefined, undefined, undefined])
    const file = newFieldOf({ ...draft, type: 'file', required: true, unique: true, searchable: true }, 'customer')
    expect([file.required, file.unique, file.searchable]).toEqual([false, false, false])
  })
})

describe('the fields of an order', () => {
  it('leaveOutWhatBelongsToItsLinesAndItsCustomer', () => {
    const { edited, byKey } = arranged([field('number'), field('line.sku'), field('customer.name'), field('placedAt', { type: 'datetime' }), field('total', { readOnly: true })], 'order')
    expect(edited.map((one) => one.key)).toEqual(['number', 'placedAt'])
    expect(byKey.get('placedAt')?.type).toBe('datetime')
    expect(byKey.has('line.sku')).toBe(false)
    expect(byKey.has('total')).toBe(true)
  })
})
