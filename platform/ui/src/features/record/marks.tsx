import { Text } from '@mantine/core'
import { IconStarFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Feedback, OrderState } from '@/api'
import { daysBetween, timeOf } from '@/kit/field/instant'
import { formatDate } from '@/kit/field/format'
import classes from './record.module.css'

const TONES: Record<string, string> = {
  open: 'warn', 'in-progress': 'info', resolved: 'good', closed: 'calm', done: 'good', cancelled: 'calm',
  draft: 'calm', placed: 'info', paid: 'good', delivered: 'good', returned: 'warn',
}

export function OrderMark({ state }: { state: OrderState | string }) {
  const { t } = useTranslation()
  return <Mark tone={TONES[state]}>{t(`order.state.${state}`, { defaultValue: state })}</Mark>
}

export function FeedbackMark({ state }: { state: string }) {
  const { t } = useTranslation()
  return <Mark tone={TONES[state]}>{t(`feedback.state.${state}`, { defaultValue: state })}</Mark>
}

export function Mark({ tone = 'calm', children }: { tone?: string; children: React.ReactNode }) {
  return (
    <span className={classes.mark} data-tone={tone}>
      {children}
    </span>
  )
}

/** What the customer gave: 9/10, 4/5 stars. */
export function Score({ feedback }: { feedback: Pick<Feedback, 'nps' | 'csat' | 'rating'> }) {
  if (feedback.nps !== null && feedback.nps !== undefined)
    return <Mark tone={feedback.nps >= 9 ? 'good' : feedback.nps >= 7 ? 'calm' : 'bad'}>NPS {feedback.nps}/10</Mark>
  const stars = feedback.rating ?? feedback.csat
  if (stars === null || stars === undefined) return null
  return (
    <Mark tone={stars >= 4 ? 'good' : stars === 3 ? 'calm' : 'bad'}>
      {stars}/5 <IconStarFilled size={11} aria-hidden />
    </Mark>
  )
}

/** When something is due, in words as long as it is near. */
export function Due({ at, over = false, size = 'sm' }: { at: string; over?: boolean; size?: string }) {
  const { t } = useTranslation()
  const days = daysBetween(new Date(), new Date(at))
  const late = !over && new Date(at).getTime() < Date.now()
  const words =
    days === 0 ? t('due.today', { time: timeOf(at) }) : days === 1 ? t('due.tomorrow', { time: timeOf(at) }) : days === -1 ? t('due.yesterday') : formatDate(at)
  return (
    <Text component="span" size={size} className="num" c={late ? 'var(--q-bad)' : 'dimmed'} fw={late ? 500 : undefined} style={{ whiteSpace: 'nowrap' }}>
      {late ? t('due.late', { when: words }) : words}
    </Text>
  )
}
