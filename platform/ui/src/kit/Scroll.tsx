import type { ComponentPropsWithRef } from 'react'

type Props = Omit<ComponentPropsWithRef<'div'>, 'aria-label'> & { label: string }

/** Scrolls, also by the keys of somebody who may press nothing in it. No region: a page has few of them, and this is only its frame. */
export function Scroll({ label, ...rest }: Props) {
  return <div tabIndex={0} role="group" aria-label={label} {...rest} />
}
