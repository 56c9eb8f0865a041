import { fireEvent, render } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import { expect, it } from 'vitest'
import { opens, useKeys } from './useKeys'

function Shortcuts({ keys }: { keys: Record<string, () => unknown> }) {
  useKeys(keys)
  return null
}

it('takesTheSecondKeyOfASequenceForNothingElse', () => {
  const done: string[] = []
  render(
    <>
      <Shortcuts keys={{ f: () => done.push('filter') }} />
      <Shortcuts keys={{ 'g f': () => done.push('go') }} />
    </>,
  )
  fireEvent.keyDown(window, { key: 'g' })
  fireEvent.keyDown(window, { key: 'f' })
  expect(done).toEqual(['go'])
  fireEvent.keyDown(window, { key: 'f' })
  expect(done).toEqual(['go', 'filter'])
})

it('hearsAKeyThatIsPressedTheMomentItsPlaceShows', () => {
  const done: string[] = []
  function Screen({ tab }: { tab: string }) {
    useLayoutEffect(() => void window.dispatchEvent(new KeyboardEvent('keydown', { key: '1' })), [tab])
    return <Shortcuts keys={{ 1: () => done.push(tab) }} />
  }
  const { rerender } = render(<Screen tab="all" />)
  rerender(<Screen tab="mine" />)
  expect(done).toEqual(['all', 'mine'])
})

it('givesWhatIsTypedWhileABoxIsOnItsWayToTheBox', async () => {
  const done: string[] = []
  const Screen = ({ box }: { box: boolean }) => (
    <>
      <Shortcuts keys={{ a: () => done.push('all'), q: () => (load = opens(new Promise<void>((settle) => (arrive = settle)))) }} />
      {box && <input aria-label="box" />}
    </>
  )
  let arrive = () => {}
  let load: Promise<void> | undefined
  const { rerender, getByLabelText } = render(<Screen box={false} />)
  fireEvent.keyDown(window, { key: 'q' })
  for (const key of ['l', 'a', 'x', 'Backspace', 'n']) fireEvent.keyDown(window, { key })
  arrive()
  await load
  rerender(<Screen box />)
  getByLabelText('box').focus()
  expect(getByLabelText('box')).toHaveProperty('value', 'lan')
  expect(done).toEqual([])
})
