import { IconLockExclamation } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
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

export function UnreadableValue() {
  const { t } = useTranslation()
  return (
    <span className={classes.line} title={t('field.unreadableHint')}>
      <IconLockExclamation size={15} stroke={1.7} color="var(--q-bad)" aria-hidden style={{ flex: 'none' }} />
      {t('field.unreadable')}
    </span>
  )
}
