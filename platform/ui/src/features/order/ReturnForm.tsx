import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Order } from '@/api'
import { AmountInput } from '@/kit/field/AmountInput'
import { formatMoney, formatNumber } from '@/kit/field/format'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { useRecordCache } from '../record/queries'
import { amountField } from './amounts'

/** Which goods came back, and what was given back for them. */
export function ReturnForm({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation()
  const cache = useRecordCache('order')
  const attempt = useRef(crypto.randomUUID())
  const [quantities, setQuantities] = useState<Record<number, number | null>>({})
  const [amount, setAmount] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const lines = order.lines.filter((one) => one.quantity - one.returnedQuantity > 0)
  const chosen = lines.filter((one) => (quantities[one.position] ?? 0) > 0)
  const worth = chosen.reduce((sum, one) => sum + (one.total / one.quantity) * (quantities[one.position] ?? 0), 0)
  const take = useMutation({
    mutationFn: () =>
      api.order.takeBack(
        order.id,
        { lines: chosen.map((one) => ({ position: one.position, quantity: quantities[one.position]! })), amount, reason: reason.trim() || null },
        attempt.current,
      ),
    onSuccess: (saved) => {
      cache.put(saved)
      done(t('order.returnSaved'))
      onClose()
    },
    onError: () => {
      attempt.current = crypto.randomUUID()
    },
  })
  const errors = isProblem(take.error) ? take.error.byField : {}
  return (
    <Modal opened onClose={onClose} title={t('order.takeBack')} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          take.mutate()
        }}
      >
        <Stack gap={14}>
          <FormProblem error={take.error} fields={['amount', 'reason']} />
          <Stack gap={8} pt={4}>
            {lines.map((line, index) => {
              const left = line.quantity - line.returnedQuantity
              return (
                <Group key={line.position} justify="space-between" wrap="nowrap" gap="md">
                  <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                    <Text>{line.name ?? line.sku ?? t('order.line.unnamed')}</Text>
                    <Text size="xs" c="dimmed" className="num">
                      {t('order.couldReturn', { quantity: formatNumber(left) })} · {formatMoney(line.unitPrice, order.currency)}
                    </Text>
                  </div>
                  <AmountInput
                    w={100}
                    data-autofocus={index === 0 || undefined}
                    field={amountField('number')}
                    aria-label={t('order.returnOf', { name: line.name ?? line.sku ?? '' })}
                    error={(quantities[line.position] ?? 0) > left ? t('order.atMost', { quantity: formatNumber(left) }) : undefined}
                    value={quantities[line.position] ?? null}
                    onChange={(quantity) => setQuantities((old) => ({ ...old, [line.position]: quantity }))}
                  />
                </Group>
              )
            })}
          </Stack>
          <AmountInput
            field={amountField('money', order.currency)}
            label={t('order.givenBack')}
            placeholder={worth > 0 ? formatMoney(worth, order.currency) : undefined}
            description={worth > 0 ? t('order.givenBackHint', { amount: formatMoney(worth, order.currency) }) : undefined}
            error={errors.amount}
            value={amount}
            onChange={setAmount}
          />
          <TextInput label={t('order.reason')} maxLength={500} error={errors.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={take.isPending} disabled={chosen.length === 0}>
              {t('order.takeBack')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
