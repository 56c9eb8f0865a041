import { ActionIcon, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Field, type Order, type OrderState } from '@/api'
import { AmountInput } from '@/kit/field/AmountInput'
import { CustomerPicker } from '@/kit/field/CustomerPicker'
import { DateTimeInput } from '@/kit/field/DateTimeInput'
import { FieldInput } from '@/kit/field/FieldInput'
import { formatMoney, isEmpty, patchOf, readField } from '@/kit/field/format'
import { useLaidOut } from '@/kit/field/layout'
import { isWritable, useFields, useMembers } from '@/kit/field/useFields'
import { useRules } from '@/kit/field/useRules'
import { Failure, FormProblem, LinesSkeleton } from '@/kit/states'
import { done } from '@/kit/toast'
import { useKeys } from '@/kit/useKeys'
import { errorOf } from '../customer/sections'
import { recordQuery, settingsQuery, useRecordCache } from '../record/queries'
import { amountField, emptyLine, isBlank, lineTotal, linesOf, orderTotal, type DraftLine } from './amounts'
import formClasses from '../customer/new.module.css'
import classes from './order.module.css'

type Draft = {
  customerId: string | null
  number: string
  placedAt: string | null
  state: OrderState
  lines: DraftLine[]
  discount: number | null
  shipping: number | null
  tax: number | null
  fields: Record<string, unknown>
} & Record<string, unknown>

/** These have their own place on the form; the catalogue brings the rest. */
const PLACED = new Set(['number', 'placedAt', 'state', 'customerId', 'discount', 'shipping', 'tax', 'kind', 'currency'])
const STATES: OrderState[] = ['draft', 'placed', 'paid', 'delivered', 'cancelled', 'returned']

export function NewOrder() {
  const { customerId } = useSearch({ from: '/inside/orders/new' })
  return (
    <OrderForm
      start={{ customerId: customerId ?? null, number: '', placedAt: new Date().toISOString(), state: 'placed', lines: [emptyLine()], discount: null, shipping: null, tax: null, fields: {} }}
    />
  )
}

export function EditOrder() {
  const { id } = useParams({ from: '/inside/orders/$id/edit' })
  const { data, error, isPending, refetch } = useQuery(recordQuery('order', id))
  if (isPending) return <LinesSkeleton lines={12} />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  const order = data as Order
  const start: Draft = {
    ...(order as unknown as Record<string, unknown>),
    customerId: order.customerId, number: order.number, placedAt: order.placedAt, state: order.state, discount: order.discount || null, shipping: order.shipping || null, tax: order.tax || null,
    fields: order.fields,
    lines: order.lines.map((one) => ({ sku: one.sku ?? '', name: one.name ?? '', quantity: one.quantity, unitPrice: one.unitPrice, discount: one.discount || null, tax: one.tax || null })),
  }
  return <OrderForm key={order.version} start={start} order={order} />
}

function OrderForm({ start, order }: { start: Draft; order?: Order }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const router = useRouter()
  const cache = useRecordCache('order')
  const members = useMembers()
  const { edited } = useFields('order')
  const settings = useQuery({ ...settingsQuery, enabled: !order })
  const currency = order?.currency ?? settings.data?.currency ?? 'VND'
  const [draft, setDraft] = useState(start)
  const phone = useMediaQuery('(max-width: 900px)') ?? false
  const attempt = useRef(crypto.randomUUID())
  const form = useRef<HTMLFormElement>(null)
  const rules = useRules('order', edited, draft)
  const set = (patch: Partial<Draft>) => setDraft((old) => ({ ...old, ...patch }) as Draft)
  const setLine = (index: number, patch: Partial<DraftLine>) => setDraft((old) => ({ ...old, lines: old.lines.map((one, n) => (n === index ? { ...one, ...patch } : one)) }))
  const sections = useLaidOut('order', edited.filter((field) => isWritable(field) && !PLACED.has(field.key) && !rules.hidden.has(field.key) && field.type !== 'file'))
  const extra = sections.flatMap((one) => one.fields)
  const keep = useMutation({
    mutationFn: () => {
      const body: Record<string, unknown> = {
        customerId: draft.customerId, number: draft.number.trim() || null, placedAt: draft.placedAt, state: draft.state, lines: linesOf(draft.lines),
        discount: draft.discount, shipping: draft.shipping, tax: draft.tax,
      }
      for (const field of extra) {
        const value = readField(draft, field)
        if (field.owner === 'core') body[field.key] = value ?? null
        else if (!isEmpty(value) || order) body.fields = { ...(body.fields as object), [field.key]: value ?? null }
      }
      if (!order) return api.order.create(Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)), attempt.current)
      // Only what was changed: another person's change elsewhere stays.
      const changed = Object.fromEntries(Object.entries(body).filter(([key, value]) => {
        const before = key === 'lines' ? linesOf(start.lines) : (start[key] ?? null)
        return JSON.stringify(value) !== JSON.stringify(before)
      }))
      return Object.keys(changed).length === 0 ? Promise.resolve(order) : api.order.change(order.id, order.version, changed)
    },
    onSuccess: async (saved) => {
      cache.put(saved)
      cache.forgetLists()
      done(t('order.saved', { number: saved.number }))
      await navigate({ to: '/orders/$id', params: { id: saved.id }, replace: true })
    },
    onError: () => {
      attempt.current = crypto.randomUUID()
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    },
  })
  useKeys({ 'mod+enter': () => form.current?.requestSubmit() })
  // Who types line after line means the next one by Enter, and not to be done.
  const nextLine = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    const editor = event.currentTarget
    const at = [...editor.querySelectorAll('[data-line]')].findIndex((line) => line.contains(event.target as Node))
    if (at === draft.lines.length - 1 && !isBlank(draft.lines[at]!)) setDraft((old) => ({ ...old, lines: [...old.lines, emptyLine()] }) as Draft)
    requestAnimationFrame(() => editor.querySelectorAll('[data-line]')[at + 1]?.querySelector('input')?.focus())
  }
  const errors = isProblem(keep.error) ? keep.error.byField : {}
  const money = amountField('money', currency)
  const number = amountField('number')
  const lineError = (index: number, key: string) => errors[`lines[${index}].${key}`]
  const placed = Object.keys(errors).filter((one) => /^lines\[\d+\]\./.test(one) || PLACED.has(one) || extra.some((field) => errorOf(field, { [one]: 'x' })))
  const total = orderTotal(draft.lines, draft)
  return (
    <form
      ref={form}
      className={formClasses.page}
      onSubmit={(event) => {
        event.preventDefault()
        keep.mutate()
      }}
    >
      <div className={formClasses.body} style={{ paddingInline: 'max(24px, calc((100% - 980px) / 2))' }}>
        <Title order={1} size="h2" fz={20} mb={18}>
          {order ? t('order.editTitle', { number: order.number }) : t('record.add.order')}
        </Title>
        <Stack gap={16}>
          <FormProblem error={keep.error} fields={placed} />
          <div className={classes.four}>
            <div style={{ gridColumn: 'span 2' }}>
              <CustomerPicker autoFocus={!draft.customerId} label={t('record.customer')} error={errors.customerId} value={draft.customerId} onChange={(customerId) => set({ customerId })} />
            </div>
            <TextInput label={t('order.number')} placeholder={t('order.numberAuto')} maxLength={60} error={errors.number} value={draft.number} onChange={(event) => set({ number: event.currentTarget.value })} />
            <Select label={t('order.stateLabel')} allowDeselect={false} data={STATES.map((value) => ({ value, label: t(`order.state.${value}`) }))} error={errors.state} value={draft.state} onChange={(state) => set({ state: state as OrderState })} />
            <div style={{ gridColumn: 'span 2' }}>
              <DateTimeInput label={t('order.placedAt')} error={errors.placedAt} value={draft.placedAt} onChange={(placedAt) => set({ placedAt })} />
            </div>
          </div>
        </Stack>
        <fieldset className={formClasses.section}>
          <legend>{t('order.lines')}</legend>
          <div className={classes.editor} onKeyDown={nextLine}>
            <div className={`${classes.line} ${classes.heads}`} aria-hidden>
              <span>{t('order.line.sku')}</span>
              <span>{t('order.line.name')}</span>
              <span>{t('order.line.quantity')}</span>
              <span>{t('order.line.unitPrice')}</span>
              <span>{t('order.line.discount')}</span>
              <span style={{ textAlign: 'right' }}>{t('order.line.total')}</span>
            </div>
            {draft.lines.map((line, index) => {
              const called = (key: string) => `${t(`order.line.${key}`)} ${index + 1}`
              // Where there is no room for a head above the columns.
              const hint = (key: string) => (phone ? t(`order.line.${key}`) : '')
              return (
                <div key={index} className={classes.line} data-line>
                  <TextInput aria-label={called('sku')} placeholder={hint('sku')} maxLength={60} error={lineError(index, 'sku')} value={line.sku} onChange={(event) => setLine(index, { sku: event.currentTarget.value })} />
                  <TextInput
                    aria-label={called('name')}
                    placeholder={hint('name')}
                    maxLength={300}
                    error={lineError(index, 'name')}
                    value={line.name}
                    onChange={(event) => setLine(index, { name: event.currentTarget.value })}
                  />
                  <AmountInput field={number} aria-label={called('quantity')} placeholder={hint('quantity')} error={lineError(index, 'quantity')} value={line.quantity} onChange={(quantity) => setLine(index, { quantity })} />
                  <AmountInput field={money} placeholder={hint('unitPrice')} aria-label={called('unitPrice')} error={lineError(index, 'unitPrice')} value={line.unitPrice} onChange={(unitPrice) => setLine(index, { unitPrice })} />
                  <AmountInput field={money} aria-label={called('discount')} placeholder={hint('discount')} error={lineError(index, 'discount')} value={line.discount} onChange={(discount) => setLine(index, { discount })} />
                  <span className={classes.lineTotal}>{isBlank(line) ? '' : formatMoney(lineTotal(line), currency)}</span>
                  <ActionIcon size={36} aria-label={t('order.dropLine', { number: index + 1 })} disabled={draft.lines.length === 1} onClick={() => set({ lines: draft.lines.filter((_, n) => n !== index) })}>
                    <IconTrash size={16} stroke={1.6} />
                  </ActionIcon>
                </div>
              )
            })}
            {errors.lines && (
              <Text size="sm" c="var(--q-bad)">
                {errors.lines}
              </Text>
            )}
            <div>
              <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => set({ lines: [...draft.lines, emptyLine()] })}>
                {t('order.addLine')}
              </Button>
            </div>
          </div>
          <div className={classes.four} style={{ marginTop: 16, alignItems: 'end' }}>
            {(['discount', 'shipping', 'tax'] as const).map((key) => (
              <AmountInput key={key} field={money} placeholder="" label={t(`order.${key}`)} error={errors[key]} value={draft[key]} onChange={(value) => set({ [key]: value })} />
            ))}
            <div style={{ textAlign: 'right' }}>
              <Text size="sm" c="dimmed">
                {t('order.total')}
              </Text>
              <div className={classes.big} aria-live="polite">
                {formatMoney(total, currency)}
              </div>
            </div>
          </div>
        </fieldset>
        {sections.map((section, n) => (
          <fieldset key={section.id} className={formClasses.section}>
            <legend>{n === 0 && sections.length === 1 ? t('order.details') : section.title}</legend>
            <div className={formClasses.grid}>
              {section.fields.map((field: Field) => (
                <div key={field.key} className={field.key === 'note' || field.type === 'longtext' ? formClasses.wide : undefined} data-field={field.key}>
                  <FieldInput
                    field={field}
                    members={members}
                    value={readField(draft, field)}
                    onChange={((value: unknown) => setDraft((old) => {
                      const patch = patchOf(field, value) as Partial<Draft>
                      return { ...old, ...patch, ...(patch.fields ? { fields: { ...old.fields, ...patch.fields } } : {}) } as Draft
                    })) as never}
                    error={errorOf(field, errors) ?? errorOf(field, rules.errors)}
                    errors={errors}
                  />
                </div>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <div className={formClasses.actions} style={{ paddingInline: 'max(24px, calc((100% - 980px) / 2))' }}>
        <Group gap="xs">
          <Button variant="default" onClick={() => (router.history.canGoBack() ? router.history.back() : void navigate({ to: '/orders', search: {} }))}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={keep.isPending} disabled={draft.lines.every(isBlank)}>
            {t('order.save')}
          </Button>
        </Group>
      </div>
    </form>
  )
}
