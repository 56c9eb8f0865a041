import { useRef, type KeyboardEvent, type PointerEvent } from 'react'

/**
 * Puts the children of a list in order: by dragging a handle, with mouse or finger, or by the arrow keys while the
 * handle has the focus. The order changes under the hand, so there is nothing to drop.
 */
export function useReorder<L extends HTMLElement>(move: (from: number, to: number) => void) {
  const list = useRef<L>(null)
  const latest = useRef(move)
  latest.current = move
  const handle = (index: number) => ({
    style: { touchAction: 'none', cursor: 'grab' } as const,
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      let at = index
      const drag = ({ clientY }: globalThis.PointerEvent) => {
        // Past the middle of a neighbour, so that long and short ones do not swap to and fro.
        const to = [...(list.current?.children ?? [])].filter((one, n) => {
          const { top, height } = one.getBoundingClientRect()
          return n !== at && top + height / 2 < clientY
        }).length
        if (to !== at) {
          latest.current(at, to)
          at = to
        }
      }
      const drop = () => {
        window.removeEventListener('pointermove', drag)
        window.removeEventListener('pointerup', drop)
        window.removeEventListener('pointercancel', drop)
      }
      window.addEventListener('pointermove', drag)
      window.addEventListener('pointerup', drop)
      window.addEventListener('pointercancel', drop)
    },
    onKeyDown: (event: KeyboardEvent) => {
      const to = index + (event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0)
      if (to === index) return
      event.preventDefault()
      if (to >= 0 && to < (list.current?.children.length ?? 0)) latest.current(index, to)
    },
  })
  return { list, handle }
}

export function moved<T>(all: T[], from: number, to: number): T[] {
  const copy = [...all]
  const [one] = copy.splice(from, 1)
  copy.splice(to, 0, one!)
  return copy
}
