import { describe, expect, it } from 'vitest'
import type { Field, NewLayout } from '@/api'
import { moved } from '@/kit/useReorder'
import { arrangementOf, HIDDEN, layoutOf, mayMove, swapSections } from './arrangement'

const label = (text: string) => ({ vi: text, en: text })
const layout: NewLayout = {
  sections: [
    { key: 'identity', label: label('Định danh'), fields: ['name', 'tags'] },
    { key: 'contact', label: label('Liên hệ'), fields: ['phones', 'address.line', 'address.ward'] },
    { key: 'computed', label: label('Tự tính'), fields: ['rollup.spend'] },
  ],
  hidden: ['occupation', 'rollup.orders'],
}
const edited = ['name', 'tags', 'phones', 'addresses', 'occupation'].map((key) => ({ key }) as Field)
const ids = (rows: { id: string }[]) => rows.map((one) => one.id)

describe('arrangement', () => {
  const it0 = arrangementOf(layout, edited)

  it('showsWhatFormsShowAndAnAddressAsOne', () => {
    expect(ids(it0.rows)).toEqual(['section identity', 'name', 'tags', 'section contact', 'phones', 'addresses', HIDDEN, 'occupation'])
  })

  it('givesBackWhatItDoesNotShow', () => {
    expect(layoutOf(it0, layout)).toEqual({ sections: layout.sections, hidden: ['occupation', 'rollup.orders'] })
  })

  it('movesAFieldToAnotherSectionAndHidesIt', () => {
    const hidden = moved(it0.rows, 5, 6)
    expect(layoutOf({ ...it0, rows: hidden }, layout)).toMatchObject({ sections: [{}, { fields: ['phones'] }, {}], hidden: ['address.line', 'address.ward', 'occupation', 'rollup.orders'] })
    const there = moved(it0.rows, 4, 1)
    expect(layoutOf({ ...it0, rows: there }, layout).sections[0]!.fields).toEqual(['phones', 'name', 'tags'])
  })

  it('hidesNothingThatMustBeFilledIn', () => {
    const required = (key: string) => key === 'name'
    expect(mayMove(it0.rows, 1, 6, required)).toBe(false)
    expect(mayMove(it0.rows, 1, 5, required)).toBe(true)
    expect(mayMove(it0.rows, 2, 6, required)).toBe(true)
    expect(mayMove(it0.rows, 2, 0, required)).toBe(false)
  })

  it('swapsSectionsWithTheirFields', () => {
    expect(ids(swapSections(it0.rows, 0, 1))).toEqual(['section contact', 'phones', 'addresses', 'section identity', 'name', 'tags', HIDDEN, 'occupation'])
    expect(swapSections(it0.rows, 3, 1)).toEqual(it0.rows)
    expect(ids(swapSections(it0.rows, 3, -1))[0]).toBe('section contact')
  })
})
