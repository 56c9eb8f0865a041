/** The mark of the field that has the focus, else of the first one. */
export function originKey(within: HTMLElement | null) {
  const field = document.activeElement?.closest('[data-field]')
  const mark = (field && within?.contains(field) ? field : within)?.querySelector<HTMLButtonElement>('[data-origin]')
  mark?.focus()
  mark?.click()
}
