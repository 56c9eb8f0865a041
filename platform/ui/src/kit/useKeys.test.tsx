import { fireEvent, render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useKeys } from './useKeys'

function Shortcuts({ keys }: { keys: Record<string, () => void> }) {
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
