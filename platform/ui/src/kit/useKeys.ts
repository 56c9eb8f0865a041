import { useLayoutEffect, useRef } from 'react'

export type Keys = Record<string, (event: KeyboardEvent) => void>

const SINGLE = 'quen.singleKeys'
/** WCAG 2.1.4: shortcuts of one character can be switched off. */
export const singleKeysOn = () => localStorage.getItem(SINGLE) !== 'off'
export const switchSingleKeys = (on: boolean) => localStorage.setItem(SINGLE, on ? 'on' : 'off')

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) &&
  !(target instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(target.type))

const inDialog = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('[role="dialog"], [role="listbox"], [role="menu"]') !== null

let pending = { key: '', at: 0 }

let opening = false
let early = ''
/** A box to type in comes when the line lets it; what is typed until then is meant for it, and is no shortcut. */
export function opens<T>(load: Promise<T>): Promise<T> {
  opening = true
  // the box takes the focus a moment after it is there
  const end = () => setTimeout(() => ((opening = false), (early = '')), 1500)
  load.then(end, end)
  return load
}
window.addEventListener('focusin', ({ target }) => {
  if (!opening || !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
  opening = false
  if (early) {
    target.setRangeText(early, 0, target.value.length, 'end')
    target.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  early = ''
})

/** Names: 'j', 'Enter', 'g c' (one after the other), 'mod+k'. Single keys are left alone while somebody types. */
export function useKeys(keys: Keys, enabled = true) {
  const latest = useRef(keys)
  // Before the screen shows what the keys are for: none is pressed in between, and none means what is not on the screen yet.
  useLayoutEffect(() => {
    latest.current = keys
  })
  useLayoutEffect(() => {
    if (!enabled) return
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const mod = event.metaKey || event.ctrlKey
      if (mod) {
        const run = latest.current[`mod+${event.key.toLowerCase()}`]
        if (run && !event.shiftKey && !event.altKey) {
          event.preventDefault()
          run(event)
        }
        return
      }
      if (event.altKey || typing(event.target)) return
      if (opening && (event.key.length === 1 || event.key === 'Backspace')) {
        event.preventDefault()
        early = event.key === 'Backspace' ? early.slice(0, -1) : early + event.key
        return
      }
      if (inDialog(event.target)) return
      if (event.key.length === 1 && !singleKeysOn()) return
      // Between the two keys of a sequence, the second means nothing by itself, wherever else it is a shortcut.
      const begun = Date.now() - pending.at < 900 ? pending.key : ''
      const run = latest.current[begun ? `${begun} ${event.key}` : event.key]
      if (run) {
        // A focused button or link keeps its own Enter.
        if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('button, a, [role="tab"]')) return
        pending = { key: '', at: 0 }
        event.preventDefault()
        run(event)
      } else if (!begun && event.key === 'g') pending = { key: 'g', at: Date.now() }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [enabled])
}
