import type { TooltipProps } from '@mantine/core'
import { lazy, Suspense, type ReactElement } from 'react'
import type { DroppedProps } from './overlay'

// What floats over a page comes just after the page: what it hangs from is there, and can be pressed, before.
const Dropped = lazy(async () => ({ default: (await import('./overlay')).Dropped }))
const Tooltip = lazy(async () => ({ default: (await import('./overlay')).Tooltip }))

export const Drop = (props: DroppedProps) => (
  <Suspense fallback={props.target}>
    <Dropped {...props} />
  </Suspense>
)

type TipProps = Omit<TooltipProps, 'children'> & { children: ReactElement }
export const Tip = ({ children, ...rest }: TipProps) => (
  <Suspense fallback={children}>
    <Tooltip {...rest}>{children as never}</Tooltip>
  </Suspense>
)
