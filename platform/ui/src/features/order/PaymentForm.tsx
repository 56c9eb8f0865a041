import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type NewPayment, type Order } from '@/api'
import { AmountInput } from '@/kit/field/AmountInput'
import { DateTimeInput } from '@/kit/field/DateTimeInput'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { useRecordCache } from '../record/queries'
import { amountField } from './amounts'

const METHODS: NewPayment['method'][] = ['cash', 'transfer', 'card', 'cod', 'wallet', 'other']

export function PaymentForm({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation()
  const cache = useRecordCache('order')
  const attempt = useRef(crypto.randomUUID())
  const owed = Math.max(0, order.total - order.returned - order.paid)
  const [draft, setDraft] = useState<{ method: NewPayment['method']; amount: number | null; at: string | null; reference: string }>({
    method: 'cash', amount: owed || null, at: new Date().toISOString(), reference: '',
  })
  const pay = useMutation({
    mutationFn: () => api.order.pay(order.id, { method: draft.method, amount: draft.amount ?? 0, at: draft.at, reference: draft.reference.trim() || null }, attempt.current),
    onSuccess: (saved) => {
      cache.put(saved)
      done(t('order.paymentSaved'))
      onClose()
    },
    onError: () => {
      attempt.current = crypto.randomUUID()
    },
  })
  const errors = isProblem(pay.error) ? pay.error.byField : {}
  return (
    <Modal opened onClose={onClose} title={t('order.pay')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          pay.mutate()
        }}
      >
        <Stack gap={14}>
          <FormProblem error={pay.error} fields={['amount', 'method', 'at', 'reference']} />
          <AmountInput data-autofocus field={amountField('money', order.currency)} label={t('order.amount')} required withAsterisk={false} error={errors.amount} value={draft.amount} onChange={(amount) => setDraft({ ...draft, amount })} />
          <Select
            label={t('order.methodLabel')}
            data={METHODS.map((value) => ({ value, label: t(`order.method.${value}`) }))}
            allowDeselect={false}
            value={draft.method}
            error={errors.method}
            onChange={(method) => setDraft({ ...draft, method: method as NewPayment['method'] })}
          />
          <DateTimeInput label={t('order.paidAt')} value={draft.at} error={errors.at} onChange={(at) => setDraft({ ...draft, at })} />
          <TextInput label={t('order.reference')} value={draft.reference} error={errors.reference} maxLength={120} onChange={(event) => setDraft({ ...draft, reference: event.currentTarget.value })} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={pay.isPending} disabled={!draft.amount}>
              {t('order.pay')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
