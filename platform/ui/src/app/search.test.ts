import { describe, expect, it } from 'vitest'
import { readView } from '@/features/customer/view'
import { parseSearch, stringifySearch } from './search'

describe('the view in the address', () => {
  it('survivesBeingSentToAColleague', () => {
    const view = { q: 'nguyễn & con', filter: ['stage:in:lead,prospect', 'name:contains:50%'], sort: '-name', archived: true, cols: 'name,phones', open: 'abc' }
    expect(readView(parseSearch(stringifySearch(view)))).toEqual(view)
  })

  it('staysShortAndReadable', () => {
    expect(stringifySearch({ q: undefined, filter: ['stage:in:lead'], archived: undefined })).toBe('?filter=stage:in:lead')
    expect(stringifySearch(readView({}))).toBe('')
  })

  it('takesAnythingThatIsTypedThere', () => {
    expect(readView(parseSearch('?filter=&sort=&archived=maybe&x=1'))).toEqual({})
  })
})
