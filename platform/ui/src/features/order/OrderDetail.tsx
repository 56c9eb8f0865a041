import { Button, Group, Menu, Text, Title } from '@mantine/core'
import { IconArrowBackUp, IconCash, IconChevronDown, IconPencil, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Order, OrderState } from '@/api'
import { formatDate, formatMoney, formatNumber, formatTime } from '@/kit/field/format'
import { useLaidOut } from '@/kit/field/layout'
import { useFields, useMembers } from '@/kit/field/useFields'
import { CustomerName } from '@/kit/record/CustomerName'
import { EditableField } from '@/kit/record/EditableField'
import { Scroll } from '@/kit/Scroll'
import { failed } from '@/kit/toast'
import { Attachments } from '../attachment/Attachments'
import { RecordChanges } from '../record/Changes'
import { OrderMark } from '../record/marks'
import { TrashedNotice, useSaveRecord } from '../record/RecordPanel'
import { useCan } from '../session/useSession'
import { PaymentForm } from './PaymentForm'
import { ReturnForm } from './ReturnForm'
import classes from './order.module.css'

const STATES: OrderState[] = ['draft', 'placed', 'paid', 'delivered', 'cancelled', 'returned']
/** Shown in the head, in the sums, or changed by the order's own forms. */
const ELSEWHERE = new Set(['number', 'placedAt', 'state', 'customerId', 'discount', 'shipping', 'tax'])

export function OrderDetail({ order, narrow = false }: { order: Order; narrow?: boolean }) {
  const { t } = useTranslation()
  const can = useCan()
  const members = useMembers()
  const { edited } = useFields('order')
  const sections = useLaidOut('order', edited.filter((field) => !ELSEWHERE.has(field.key)))
  const [save, dialog] = useSaveRecord('order')
  const [form, setForm] = useState<'payment' | 'return' | null>(null)
  const readOnly = !can('order:update') || order.deletedAt !== null
  const money = (value: number) => formatMoney(value, order.currency)
  const goods = order.lines.reduce((sum, line) => sum + line.total, 0)
  const owed = order.total - order.returned - order.paid
  // A column of nothing takes the room of the names.
  const discounted = !narrow && order.lines.some((line) => line.discount)
  const more = order.lineCount - order.lines.length
  const Heading = narrow ? 'h1' : 'h2'
  return (
    <div>
      <TrashedNotice kind="order" record={order} />
      <Group justify="space-between" align="flex-start" gap="md">
        <div style={{ minWidth: 0 }}>
          <Title order={1} size="h2" fz={narrow ? 17 : 20} style={{ overflowWrap: 'anywhere' }}>
            {order.number}
          </Title>
          <Group gap={8} mt={4}>
            <OrderMark state={order.state} />
            <Text size="sm" c="dimmed" title={formatTime(order.placedAt)}>
              {[t('order.placedOn', { when: formatDate(order.placedAt) }), order.channel && t(`order.channel.${order.channel}`), order.store].filter(Boolean).join(' · ')}
            </Text>
          </Group>
          <Text size="sm" mt={6} style={{ display: 'inline-flex', alignItems: 'center', gap: 5 }}>
            <IconUser size={14} stroke={1.7} color="var(--q-muted)" />
            {order.customerId ? <CustomerName id={order.customerId} /> : <span>{t('order.anonymous')}</span>}
          </Text>
        </div>
        <div className={narrow ? undefined : classes.owed}>
          <div className={classes.big}>{money(order.total)}</div>
          <Text size="sm" c={owed > 0 ? 'var(--q-warn)' : 'dimmed'} className="num">
            {owed > 0 ? t('order.owed', { amount: money(owed) }) : owed < 0 ? t('order.overpaid', { amount: money(-owed) }) : t('order.settled')}
          </Text>
        </div>
      </Group>
      {!readOnly && (
        <Group gap={6} mt={14}>
          {owed > 0 && (
            <Button size="xs" leftSection={<IconCash size={15} stroke={1.8} />} onClick={() => setForm('payment')}>
              {t('order.pay')}
            </Button>
          )}
          <Menu position="bottom-start">
            <Menu.Target>
              <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} />}>
                {t('order.setState')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {STATES.filter((one) => one !== order.state).map((state) => (
                <Menu.Item key={state} onClick={() => void save(order, { state }).catch(failed)}>
                  {t(`order.state.${state}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {order.kind !== 'return' && order.state !== 'draft' && order.state !== 'cancelled' && (
            <Button size="xs" variant="default" leftSection={<IconArrowBackUp size={15} stroke={1.8} />} onClick={() => setForm('return')}>
              {t('order.takeBack')}
            </Button>
          )}
          <Button size="xs" variant="default" leftSection={<IconPencil size={15} stroke={1.8} />} renderRoot={(props) => <Link to="/orders/$id/edit" params={{ id: order.id }} {...props} />}>
            {t('action.edit')}
          </Button>
        </Group>
      )}
      <section className={classes.block}>
        <div className={classes.blockHead}>
          <Heading style={{ fontSize: 14, fontWeight: 600, margin: 0 }}>{t('order.lines')}</Heading>
        </div>
        <Scroll style={{ overflowX: 'auto' }} label={t('order.lines')}>
          <table className={classes.lines}>
            <thead>
              <tr>
                <th>{t('order.line.name')}</th>
                <th className={`${classes.right} ${classes.roomy}`}>{t('order.line.quantity')}</th>
                <th className={`${classes.right} ${classes.roomy}`}>{t('order.line.unitPrice')}</th>
                {discounted && <th className={`${classes.right} ${classes.roomy}`}>{t('order.line.discount')}</th>}
                <th className={classes.right}>{t('order.line.total')}</th>
              </tr>
            </thead>
            <tbody>
              {order.lines.map((line) => (
                <tr key={line.position}>
                  <td>
                    {line.name ?? line.sku ?? t('order.line.unnamed')}
                    {line.name && line.sku && (
                      <Text size="xs" c="dimmed">
                        {line.sku}
                      </Text>
                    )}
                    <Text size="xs" c="dimmed" className={`num ${classes.tight}`}>
                      {formatNumber(line.quantity)} × {money(line.unitPrice)}
                      {line.discount ? ` − ${money(line.discount)}` : ''}
                      {line.returnedQuantity > 0 && ` · ${t('order.line.returned', { quantity: formatNumber(line.returnedQuantity) })}`}
                    </Text>
                  </td>
                  <td className={`${classes.right} ${classes.roomy}`}>
                    {formatNumber(line.quantity)}
                    {line.returnedQuantity > 0 && (
                      <Text size="xs" c="var(--q-warn)">
                        {t('order.line.returned', { quantity: formatNumber(line.returnedQuantity) })}
                      </Text>
                    )}
                  </td>
                  <td className={`${classes.right} ${classes.roomy}`}>{money(line.unitPrice)}</td>
                  {discounted && <td className={`${classes.right} ${classes.roomy}`}>{line.discount ? `−${money(line.discount)}` : ''}</td>}
                  <td className={classes.right}>{money(line.total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        {more > 0 && (
          <Text size="sm" c="dimmed" mt={6}>
            {t('order.moreLines', { count: more })}
          </Text>
        )}
        <dl className={classes.sums}>
          <dt>{t('order.goods')}</dt>
          <dd>{money(goods)}</dd>
          {([['discount', -order.discount], ['shipping', order.shipping], ['tax', order.tax]] as const).map(([key, value]) =>
            value ? [<dt key={key}>{t(`order.${key}`)}</dt>, <dd key={`${key}v`}>{money(value)}</dd>] : null,
          )}
          <dt className={classes.total}>{t('order.total')}</dt>
          <dd className={classes.total}>{money(order.total)}</dd>
        </dl>
      </section>
      <section className={classes.block}>
        <div className={classes.blockHead}>
          <h2>{t('order.payments')}</h2>
          {!readOnly && owed <= 0 && (
            <Button size="compact-sm" variant="subtle" onClick={() => setForm('payment')}>
              {t('order.pay')}
            </Button>
          )}
        </div>
        {order.payments.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('order.noPayments')}
          </Text>
        ) : (
          <div className={classes.rows}>
            {order.payments.map((one, index) => (
              <div key={index}>
                <span>
                  {t(`order.method.${one.method}`)}
                  <Text size="xs" c="dimmed" className="num">
                    {[formatTime(one.at), one.reference].filter(Boolean).join(' · ')}
                  </Text>
                </span>
                <span className="num">{money(one.amount)}</span>
              </div>
            ))}
          </div>
        )}
      </section>
      {order.returns.length > 0 && (
        <section className={classes.block}>
          <div className={classes.blockHead}>
            <h2>{t('order.returns')}</h2>
          </div>
          <div className={classes.rows}>
            {order.returns.map((one, index) => (
              <div key={index}>
                <span>
                  {one.lines.map((line) => `${formatNumber(line.quantity)} × ${nameOfLine(order, line.position)}`).join(', ') || t('order.returned')}
                  <Text size="xs" c="dimmed" className="num">
                    {[formatTime(one.at), one.reason].filter(Boolean).join(' · ')}
                  </Text>
                </span>
                <span className="num">−{money(one.amount)}</span>
              </div>
            ))}
          </div>
        </section>
      )}
      {sections.map((section) => {
        const title = sections.length === 1 ? t('order.details') : section.title
        return (
          <section key={section.id} className={classes.block} aria-label={title ?? undefined}>
            <div className={classes.blockHead}>
              <h2>{title}</h2>
            </div>
            {section.fields.map((field) => (
              <EditableField key={field.key} field={field} record={order} members={members} readOnly={readOnly} save={save} />
            ))}
          </section>
        )
      })}
      <Attachments record="order" id={order.id} readOnly={readOnly} />
      <RecordChanges kind="order" id={order.id} />
      {form === 'payment' && <PaymentForm order={order} onClose={() => setForm(null)} />}
      {form === 'return' && <ReturnForm order={order} onClose={() => setForm(null)} />}
      {dialog}
    </div>
  )
}

export const nameOfLine = (order: Order, position: number) => {
  const line = order.lines.find((one) => one.position === position)
  return line?.name ?? line?.sku ?? `#${position}`
}
