import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './profile.module.css'

/** One of the things that hang on a customer. */
export function Card({ title, tone, action, children }: { title: string; tone?: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.sideCard} data-tone={tone} aria-label={title}>
      <div className={classes.sideHead}>
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}

export const Nothing = ({ children }: { children: ReactNode }) => (
  <Text size="sm" c="dimmed">
    {children}
  </Text>
)
