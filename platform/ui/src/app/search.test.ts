import { describe, expect, it } from 'vitest'
import { readListView } from '@/kit/list/view'
import { parseSearch, stringifySearch } from './search'

describe('the view in the address', () => {
  it('survivesBeingSentToAColleague', () => {
    const view = { q: 'nguyễn & con', filter: ['stage:in:lead,prospect', 'name:contains:50%'], sort: '-name', archived: true, cols: 'name,phones', open: 'abc' }
    expect(readListView(parseSearch(stringifySearch(view)))).toEqual(view)
  })

  it('staysShortAndReadable', () => {
    expect(stringifySearch({ q: undefined, filter: ['stage:in:lead'], archived: undefined })).toBe('?filter=stage:in:lead')
    expect(stringifySearch(readListView({}))).toBe('')
  })

  it('takesAnythingThatIsTypedThere', () => {
    expect(readListView(parseSearch('?filter=&sort=&archived=maybe&x=1'))).toEqual({})
  })
})
