import { ActionIcon, Anchor, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Customer, Feedback, Order, Task } from '@/api'
import { formatDate, formatMoney } from '@/kit/field/format'
import { Attachments } from '../attachment/Attachments'
import { someQuery } from '../record/queries'
import { titleOf, type RecordKind } from '../record/kinds'
import { Due, FeedbackMark, OrderMark } from '../record/marks'
import { useCan } from '../session/useSession'
import { TaskCheck } from '../task/TaskCheck'
import { CustomerConsents } from '../consent/CustomerConsents'
import { CustomerLinks } from '../link/CustomerLinks'
import { Card, Nothing } from './Card'
import { summaryQuery } from '../timeline/queries'
import classes from './profile.module.css'

type Props = { customer: Customer; onOpen: (kind: RecordKind, id: string) => void; onAddTask: () => void }

/** What hangs on this customer: what is wrong, what is to be done, what was bought. */
export function ProfileSide({ customer, onOpen, onAddTask }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const { data: summary } = useQuery(summaryQuery(customer.id))
  const tasks = useQuery({ ...someQuery('task', { filter: [`customerId:eq:${customer.id}`, 'state:eq:open'], limit: 6 }), enabled: can('task:read') })
  const orders = useQuery({ ...someQuery('order', { filter: [`customerId:eq:${customer.id}`], limit: 5 }), enabled: can('order:read') })
  const complaints = summary?.openComplaints ?? []
  return (
    <>
      {complaints.length > 0 && (
        <Card title={t('side.complaints')} tone="bad">
          {complaints.map((one: Feedback) => (
            <UnstyledButton key={one.id} className={classes.item} onClick={() => onOpen('feedback', one.id)}>
              <span className={classes.itemText}>{titleOf('feedback', one) ?? t('timeline.type.complaint')}</span>
              <span className={classes.itemLine}>
                {one.state && <FeedbackMark state={one.state} />}
                {one.dueAt && <Due at={one.dueAt} size="xs" />}
              </span>
            </UnstyledButton>
          ))}
        </Card>
      )}
      {can('task:read') && (
        <Card
          title={t('side.tasks')}
          action={
            can('task:create') && (
              <Tooltip label={`${t('record.add.task')}  T`}>
                <ActionIcon size={26} aria-label={t('record.add.task')} onClick={onAddTask}>
                  <IconPlus size={16} stroke={1.8} />
                </ActionIcon>
              </Tooltip>
            )
          }
        >
          {tasks.data?.items.length === 0 && <Nothing>{t('side.noTasks')}</Nothing>}
          {tasks.data?.items.map((record) => {
            const one = record as Task
            return (
              <div key={one.id} className={classes.task}>
                <TaskCheck task={one} />
                <UnstyledButton className={classes.itemText} style={{ flex: 1 }} onClick={() => onOpen('task', one.id)}>
                  {one.title}
                </UnstyledButton>
                {one.dueAt && <Due at={one.dueAt} size="xs" />}
              </div>
            )
          })}
        </Card>
      )}
      {can('order:read') && (
        <Card
          title={t('side.orders')}
          action={
            can('order:create') && (
              <Tooltip label={t('record.add.order')}>
                <ActionIcon size={26} renderRoot={(props) => <Link to="/orders/new" search={{ customerId: customer.id }} {...props} />} aria-label={t('record.add.order')}>
                  <IconPlus size={16} stroke={1.8} />
                </ActionIcon>
              </Tooltip>
            )
          }
        >
          {orders.data?.items.length === 0 && <Nothing>{t('side.noOrders')}</Nothing>}
          {orders.data?.items.map((record) => {
            const one = record as Order
            return (
              <Link key={one.id} to="/orders/$id" params={{ id: one.id }} className={classes.item}>
                <span className={classes.itemLine}>
                  <span className={classes.itemText}>{one.number}</span>
                  <span className="num" style={{ fontWeight: 500, whiteSpace: 'nowrap' }}>
                    {formatMoney(one.total, one.currency)}
                  </span>
                </span>
                <span className={classes.itemLine}>
                  <Text component="span" size="xs" c="dimmed" className="num">
                    {formatDate(one.placedAt)}
                  </Text>
                  <OrderMark state={one.state} />
                </span>
              </Link>
            )
          })}
          {orders.data?.nextCursor && (
            <Anchor component={Link} to="/orders" search={{ filter: [`customerId:eq:${customer.id}`] } as never} size="sm" mt={6} display="inline-block">
              {t('side.allOrders')}
            </Anchor>
          )}
        </Card>
      )}
      <Attachments record="customer" id={customer.id} readOnly={!can('customer:update') || customer.archivedAt !== null} />
      <CustomerLinks customer={customer} />
      {can('consent:read') && <CustomerConsents customer={customer} />}
    </>
  )
}
