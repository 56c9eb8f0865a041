import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './settings.module.css'

/** One column, short, with what it is for said once. */
export function SettingsPage({ title, lead, action, children }: { title: string; lead?: string; action?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <header className={classes.header}>
        <Title order={1} size="h2" fz={20}>
          {title}
        </Title>
        {action && <div className={classes.action}>{action}</div>}
        {lead && (
          <Text c="dimmed" maw={560} className={classes.lead}>
            {lead}
          </Text>
        )}
      </header>
      {children}
    </div>
  )
}

export function SettingsBlock({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className={classes.block}>
      <h2 className={classes.title}>{title}</h2>
      {hint && (
        <Text c="dimmed" size="sm" mb={12}>
          {hint}
        </Text>
      )}
      {children}
    </section>
  )
}
