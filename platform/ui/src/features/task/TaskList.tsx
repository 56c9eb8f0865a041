import { Text } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '@/api'
import { CustomerName } from '@/kit/record/CustomerName'
import { Due } from '../record/marks'
import { beginning } from '../record/kinds'
import { RecordForm } from '../record/RecordForm'
import { RecordList } from '../record/RecordList'
import { RecordPanel } from '../record/RecordPanel'
import { useSession } from '../session/useSession'
import recordClasses from '../record/record.module.css'
import { TaskCheck } from './TaskCheck'
import classes from '@/kit/list/list.module.css'

const usual = () => ['title', 'dueAt', 'customerName', 'priority', 'assigneeId']

export function TaskList() {
  const { t } = useTranslation()
  const view = useSearch({ from: '/inside/tasks' })
  const { account } = useSession()
  const [adding, setAdding] = useState(false)
  const tabs = useMemo(
    () => [
      { name: t('task.tab.mine'), view: { filter: ['assigneeId:in:me', 'state:in:open'] } },
      { name: t('task.tab.late'), view: { filter: ['state:in:open', 'dueAt:lt:now'] } },
      { name: t('task.tab.open'), view: { filter: ['state:in:open'] } },
      { name: t('task.tab.done'), view: { filter: ['state:in:done'] } },
      { name: t('task.tab.all'), view: {} },
      { name: t('trash.title'), view: { trash: true } },
    ],
    [t],
  )
  const cells = useMemo(
    () => ({
      title: (row: Task) => (
        <span className={classes.name}>
          <TaskCheck task={row} />
          <span className={classes.nameText} style={row.state !== 'open' ? { textDecoration: 'line-through', color: 'var(--q-muted)' } : undefined}>
            {row.title}
          </span>
        </span>
      ),
      dueAt: (row: Task) => (row.dueAt ? <Due at={row.dueAt} over={row.state !== 'open'} /> : null),
      customerName: (row: Task) => (row.customerId ? <CustomerName quiet id={row.customerId} name={row.customerName} /> : null),
      priority: (row: Task) => (
        <Text component="span" inherit c={row.priority === 'high' ? 'var(--q-bad)' : row.priority === 'low' ? 'dimmed' : undefined}>
          {t(`task.priority.${row.priority}`)}
        </Text>
      ),
    }),
    [t],
  )
  return (
    <>
      <RecordList
        kind="task"
        at="/tasks"
        view={view}
        title={t('nav.tasks')}
        tabs={tabs}
        usual={usual}
        cells={cells}
        onAdd={() => setAdding(true)}
        card={(row: Task) => (
          <span className={recordClasses.card}>
            <Text component="span" display="block" fw={500} truncate td={row.state !== 'open' ? 'line-through' : undefined}>
              {row.title}
            </Text>
            <span className={recordClasses.cardLine}>
              <Text component="span" size="sm" c="dimmed" truncate>
                {row.customerName}
              </Text>
              {row.dueAt && <Due at={row.dueAt} over={row.state !== 'open'} />}
            </span>
          </span>
        )}
        panel={(id, onClose) => <RecordPanel key={id} kind="task" id={id} onClose={onClose} />}
      />
      {adding && <RecordForm kind="task" {...beginning('task', account.id)} onClose={() => setAdding(false)} />}
    </>
  )
}
