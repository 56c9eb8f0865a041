import { Text } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Order } from '@/api'
import { formatDate, formatMoney } from '@/kit/field/format'
import { CustomerName } from '@/kit/record/CustomerName'
import { OrderMark } from '../record/marks'
import { RecordList } from '../record/RecordList'
import { RecordPanel } from '../record/RecordPanel'
import recordClasses from '../record/record.module.css'
import { OrderDetail } from './OrderDetail'

const usual = () => ['number', 'placedAt', 'customerName', 'state', 'total', 'paid', 'channel', 'store']

export function OrderList() {
  const { t } = useTranslation()
  const view = useSearch({ from: '/inside/orders' })
  const navigate = useNavigate()
  const tabs = useMemo(
    () => [
      { name: t('order.tab.all'), view: {} },
      { name: t('order.tab.open'), view: { filter: ['state:in:placed,paid'] } },
      { name: t('order.tab.delivered'), view: { filter: ['state:in:delivered'] } },
      { name: t('order.tab.returned'), view: { filter: ['state:in:returned,cancelled'] } },
      { name: t('trash.title'), view: { trash: true } },
    ],
    [t],
  )
  const cells = useMemo(
    () => ({
      number: (row: Order) => <span style={{ fontWeight: 500 }}>{row.number}</span>,
      customerName: (row: Order) => (row.customerId ? <CustomerName quiet id={row.customerId} /> : <Text c="dimmed">{t('order.anonymous')}</Text>),
      state: (row: Order) => <OrderMark state={row.state} />,
      total: (row: Order) => <span className="num" style={{ fontWeight: 500 }}>{formatMoney(row.total, row.currency)}</span>,
      paid: (row: Order) => <span className="num" style={{ color: row.paid < row.total ? 'var(--q-warn)' : undefined }}>{formatMoney(row.paid, row.currency)}</span>,
    }),
    [t],
  )
  return (
    <RecordList
      kind="order"
      at="/orders"
      view={view}
      title={t('nav.orders')}
      tabs={tabs}
      usual={usual}
      cells={cells}
      searchLabel={t('order.search')}
      onAdd={() => void navigate({ to: '/orders/new', search: {} })}
      card={(row: Order) => (
        <span className={recordClasses.card}>
          <span className={recordClasses.cardLine}>
            <Text component="span" fw={500} truncate>
              {row.number}
            </Text>
            <span className="num">{formatMoney(row.total, row.currency)}</span>
          </span>
          <span className={recordClasses.cardLine}>
            <Text component="span" size="sm" c="dimmed" truncate className="num">
              {formatDate(row.placedAt)}
            </Text>
            <OrderMark state={row.state} />
          </span>
        </span>
      )}
      panel={(id, onClose) => (
        <RecordPanel key={id} kind="order" id={id} onClose={onClose}>
          {(record) => <OrderDetail order={record as Order} narrow />}
        </RecordPanel>
      )}
    />
  )
}
