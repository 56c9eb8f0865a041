import { afterEach, describe, expect, it } from 'vitest'
import { keepViewAs } from '@/api'
import { recents, remember } from './recent'

afterEach(() => sessionStorage.clear())

describe('what was used lately', () => {
  it('comesNewestFirstAndOnce', () => {
    remember('w1', { kind: 'customer', id: 'a', label: 'An' })
    remember('w1', { kind: 'command', id: 'theme' })
    remember('w1', { kind: 'customer', id: 'a', label: 'An Nhiên' })
    expect(recents('w1')).toEqual([{ kind: 'customer', id: 'a', label: 'An Nhiên' }, { kind: 'command', id: 'theme' }])
  })

  it('isOfOneWorkspace', () => {
    remember('w1', { kind: 'order', id: 'o', label: 'DH-1' })
    expect(recents('w2')).toEqual([])
  })

  it('neitherKeepsNorOffersAnythingWhileOneLooksAsSomebodyElse', () => {
    remember('w1', { kind: 'customer', id: 'a', label: 'An', hint: '0912 345 678' })
    keepViewAs({ id: 'lan', name: 'Lan', role: 'Phân tích', workspace: 'w1', permissions: [] })
    remember('w1', { kind: 'customer', id: 'a', label: 'An', hint: '091•••••78' })
    expect(recents('w1')).toEqual([])
    keepViewAs(null)
    expect(recents('w1')).toEqual([{ kind: 'customer', id: 'a', label: 'An', hint: '0912 345 678' }])
  })

  it('takesWhatCannotBeReadForNothing', () => {
    sessionStorage.setItem('quen.recent.w1', '{')
    expect(recents('w1')).toEqual([])
  })
})
