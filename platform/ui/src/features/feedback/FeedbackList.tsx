import { Text } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Feedback } from '@/api'
import { CustomerName } from '@/kit/record/CustomerName'
import { beginning, iconOf, titleOf } from '../record/kinds'
import { Due, FeedbackMark, Score } from '../record/marks'
import { RecordForm } from '../record/RecordForm'
import { RecordList } from '../record/RecordList'
import { RecordPanel } from '../record/RecordPanel'
import recordClasses from '../record/record.module.css'
import classes from '@/kit/list/list.module.css'

const usual = () => ['subject', 'customerName', 'kind', 'state', 'ownerId', 'dueAt', 'nps', 'at']

export function FeedbackList() {
  const { t } = useTranslation()
  const view = useSearch({ from: '/inside/feedback' })
  const [adding, setAdding] = useState(false)
  const tabs = useMemo(
    () => [
      { name: t('feedback.tab.all'), view: {} },
      { name: t('feedback.tab.open'), view: { filter: ['kind:in:complaint', 'state:in:open,in-progress'] } },
      { name: t('feedback.tab.mine'), view: { filter: ['ownerId:in:me', 'state:in:open,in-progress'] } },
      { name: t('feedback.tab.late'), view: { filter: ['state:in:open,in-progress', 'dueAt:lt:now'] } },
      { name: t('trash.title'), view: { trash: true } },
    ],
    [t],
  )
  const cells = useMemo(
    () => ({
      subject: (row: Feedback) => {
        const Sign = iconOf('feedback', row.kind)
        return (
          <span className={classes.name}>
            <Sign size={17} stroke={1.7} color={row.kind === 'complaint' ? 'var(--q-bad)' : 'var(--q-muted)'} style={{ flex: 'none' }} />
            <span className={classes.nameText}>{titleOf('feedback', row) ?? t(`timeline.type.${row.kind}`)}</span>
          </span>
        )
      },
      customerName: (row: Feedback) => <CustomerName quiet id={row.customerId} name={row.customerName} />,
      state: (row: Feedback) => (row.state ? <FeedbackMark state={row.state} /> : null),
      nps: (row: Feedback) => <Score feedback={row} />,
      dueAt: (row: Feedback) => (row.dueAt ? <Due at={row.dueAt} over={row.state === 'resolved' || row.state === 'closed'} /> : null),
    }),
    [t],
  )
  return (
    <>
      <RecordList
        kind="feedback"
        at="/feedback"
        view={view}
        title={t('nav.feedback')}
        tabs={tabs}
        usual={usual}
        cells={cells}
        onAdd={() => setAdding(true)}
        card={(row: Feedback) => (
          <span className={recordClasses.card}>
            <span className={recordClasses.cardLine}>
              <Text component="span" fw={500} truncate>
                {titleOf('feedback', row) ?? t(`timeline.type.${row.kind}`)}
              </Text>
              {row.state && <FeedbackMark state={row.state} />}
            </span>
            <span className={recordClasses.cardLine}>
              <Text component="span" size="sm" c="dimmed" truncate>
                {row.customerName}
              </Text>
              {row.dueAt ? <Due at={row.dueAt} over={row.state === 'resolved' || row.state === 'closed'} /> : <Score feedback={row} />}
            </span>
          </span>
        )}
        panel={(id, onClose) => <RecordPanel key={id} kind="feedback" id={id} onClose={onClose} />}
      />
      {adding && (
        <RecordForm kind="feedback" {...beginning('feedback', '')} onClose={() => setAdding(false)} />
      )}
    </>
  )
}
