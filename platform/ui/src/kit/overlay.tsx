import { Popover, type PopoverProps } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'

export { Tooltip } from '@mantine/core'

export type DroppedProps = Omit<PopoverProps, 'children'> & { target: ReactElement; children: ReactNode }

export const Dropped = ({ target, children, ...rest }: DroppedProps) => (
  <Popover {...rest}>
    <Popover.Target>{target}</Popover.Target>
    <Popover.Dropdown p="sm">{children}</Popover.Dropdown>
  </Popover>
)
