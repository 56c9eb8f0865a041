import type { ReactNode } from 'react'
import type { Field } from '@/api'
import { labelOfChoice } from './format'
import classes from './field.module.css'

/** The dot's fill says how far along, so that colour is not alone. */
export function StageBadge({ field, value }: { field: Field; value: string }) {
  return (
    <span className={classes.stage} data-stage={value}>
      <i />
      {labelOfChoice(field, value)}
    </span>
  )
}

export const Tag = ({ children }: { children: ReactNode }) => <span className={classes.tag}>{children}</span>
