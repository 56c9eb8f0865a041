import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Customer } from '@/api'
import { formatDate, formatMoney, formatNumber, formatTime } from '@/kit/field/format'
import { settingsQuery } from '../record/queries'
import { useCan } from '../session/useSession'
import { summaryQuery } from '../timeline/queries'
import classes from './figures.module.css'

/** What a sales person takes in within five seconds: how much, how often, how long ago, and whether something is wrong. */
export function KeyFigures({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const can = useCan()
  const summary = useQuery(summaryQuery(customer.id))
  const settings = useQuery({ ...settingsQuery, enabled: can('setting:read') })
  const it = customer.rollups ?? summary.data?.rollups
  if (!it) return summary.isPending ? <Skeleton height={118} radius={10} mb={18} /> : null
  const currency = settings.data?.currency ?? 'VND'
  const happy = it.lastSatisfaction
  const share = happy ? (happy.kind === 'nps' ? happy.score / 10 : (happy.score - 1) / 4) : null
  const daysAgo = (days: number | null) => (days === null ? '–' : days <= 0 ? t('figure.today') : days === 1 ? t('figure.yesterday') : t('figure.days', { count: days }))
  const figures: { name: string; value: string; hint?: string; title?: string; tone?: string }[] = [
    { name: t('figure.spend'), value: formatMoney(it.spend, currency), hint: it.returns > 0 ? t('figure.returns', { count: it.returns }) : undefined },
    { name: t('figure.orders'), value: formatNumber(it.orders), hint: it.firstOrderAt ? t('figure.since', { when: formatDate(it.firstOrderAt) }) : undefined },
    { name: t('figure.average'), value: it.average === null ? '–' : formatMoney(Math.round(it.average), currency) },
    {
      name: t('figure.lastOrder'),
      value: daysAgo(it.daysSinceLastOrder),
      title: it.lastOrderAt ? formatTime(it.lastOrderAt) : undefined,
      hint: it.lastOrderAt ? formatDate(it.lastOrderAt) : undefined,
    },
    { name: t('figure.complaints'), value: formatNumber(it.openComplaints), tone: it.openComplaints > 0 ? 'bad' : undefined },
    {
      name: t('figure.satisfaction'),
      value: happy ? `${formatNumber(happy.score)}/${happy.kind === 'nps' ? 10 : 5}` : '–',
      hint: happy ? `${happy.kind === 'rating' ? t('figure.stars') : happy.kind.toUpperCase()} · ${formatDate(happy.at)}` : undefined,
      tone: share === null ? undefined : share < 0.5 ? 'bad' : share >= 0.75 ? 'good' : undefined,
    },
  ]
  return (
    <dl className={classes.figures} aria-label={t('figure.label')}>
      {figures.map((one) => (
        <div key={one.name} className={classes.figure} data-tone={one.tone} title={one.title}>
          <dt>{one.name}</dt>
          <dd>
            <b>{one.value}</b>
            {one.hint && <span>{one.hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
