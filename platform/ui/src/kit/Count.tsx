import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatNumber } from './field/format'
import classes from './count.module.css'

export const Counts = ({ children }: { children: ReactNode }) => <div className={classes.counts}>{children}</div>

/** A figure of a preview or of a result. */
export function Count({ value, label, tone }: { value: number; label: string; tone?: 'good' | 'bad' }) {
  return (
    <div className={classes.count} data-tone={tone}>
      <b className="num">{formatNumber(value)}</b>
      <Text size="sm" c="dimmed" component="span">
        {label}
      </Text>
    </div>
  )
}
