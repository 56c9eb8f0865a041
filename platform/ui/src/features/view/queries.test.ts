import { describe, expect, it } from 'vitest'
import type { SavedView } from '@/api'
import { parseSearch, stringifySearch } from '@/app/search'
import { readListView } from '@/kit/list/view'
import { addressOf, differs, keptOf } from './queries'

const saved = (more: object): SavedView => ({
  id: 'v1', record: 'customer', name: 'Khách quen', scope: 'private', query: {}, columns: [], density: null, own: true, version: 1,
  createdAt: '', createdBy: { kind: 'member', id: null, name: '' }, updatedAt: '', ...more,
})

describe('a saved view', () => {
  it('isWhatWasKeptWhenItsAddressIsRead', () => {
    const view = saved(keptOf({ q: 'an', filter: ['stage:in:regular'], sort: '-name', archived: true }, ['name', 'phones']))
    const shown = readListView(parseSearch(stringifySearch(addressOf(view))))
    expect(shown).toEqual({ view: 'v1', q: 'an', filter: ['stage:in:regular'], sort: '-name', archived: true, cols: 'name,phones' })
    expect(differs(view, shown)).toBe(false)
  })

  it('isMarkedOnceSomethingOfItWasChangedAndNotForTheRecordThatIsOpen', () => {
    const view = saved({ query: { filters: ['stage:in:regular'] } })
    expect(differs(view, { ...addressOf(view), open: 'c1' })).toBe(false)
    expect(differs(view, { ...addressOf(view), filter: undefined })).toBe(true)
    expect(differs(view, { ...addressOf(view), sort: 'name' })).toBe(true)
    expect(differs(view, { ...addressOf(view), cols: 'name' })).toBe(true)
  })

  it('asksForNothingWhereNothingWasKept', () => {
    expect(addressOf(saved({ query: { q: '', filters: [] } }))).toMatchObject({ filter: undefined, archived: undefined, cols: undefined })
  })
})
