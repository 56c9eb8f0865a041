import { Button, Checkbox, Group, SegmentedControl, Select, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type HandedKind, type Member, type NewHandOver, type Page } from '@/api'
import { formatNumber } from '@/kit/field/format'
import { Failure, LinesSkeleton } from '@/kit/states'
import { titleOf } from '../record/kinds'
import { useMemberName } from './names'
import classes from './handover.module.css'

type Item = { id: string; name: string; customer?: string | null }
type Props = { plan: NewHandOver; others: Member[]; onNamed: (named: NewHandOver['named']) => void }

const PAGE = 30
const ASKS = {
  customer: (from: string) => [`ownerId:in:${from}`],
  task: (from: string) => [`assigneeId:in:${from}`, 'state:in:open'],
  feedback: (from: string) => [`ownerId:in:${from}`, 'state:in:open,in-progress'],
}

async function page(kind: HandedKind, from: string, cursor: string | undefined, signal: AbortSignal): Promise<Page<Item>> {
  const query = { filter: ASKS[kind](from), cursor, limit: PAGE }
  if (kind === 'customer') {
    const { items, nextCursor } = await api.customers.list(query, signal)
    return { items: items.map((one) => ({ id: one.id, name: one.name })), nextCursor }
  }
  const { items, nextCursor } = kind === 'task' ? await api.task.list(query, signal) : await api.feedback.list(query, signal)
  return { items: items.map((one) => ({ id: one.id, name: titleOf(kind, one) ?? '…', customer: one.customerName })), nextCursor }
}

/** What somebody has, to be chosen and given one by one. */
export function ByHand({ plan, others, onNamed }: Props) {
  const { t } = useTranslation()
  const nameOf = useMemberName()
  const [shown, setKind] = useState<HandedKind>('customer')
  const kind = plan.records.includes(shown) ? shown : (plan.records[0] ?? 'customer')
  const [chosen, setChosen] = useState<string[]>([])
  const given = new Map(plan.named.map((one) => [one.recordId, one.to]))
  const list = useInfiniteQuery({
    queryKey: [kind === 'customer' ? 'customers' : 'records', 'handover', kind, plan.from],
    queryFn: ({ pageParam, signal }) => page(kind, plan.from, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
  const items = list.data?.pages.flatMap((one) => one.items) ?? []
  const loaded = items.map((one) => one.id)
  const here = chosen.filter((id) => loaded.includes(id))
  const give = (to: string | null) => {
    if (!to) return
    onNamed([...plan.named.filter((one) => !here.includes(one.recordId)), ...here.map((recordId) => ({ recordId, to }))])
    setChosen([])
  }
  return (
    <div>
      {plan.records.length > 1 && (
        <SegmentedControl
          size="xs"
          mb="sm"
          aria-label={t('roles.ofWhat')}
          value={kind}
          onChange={(value) => {
            setKind(value as HandedKind)
            setChosen([])
          }}
          data={plan.records.map((value) => ({ value, label: t(`roles.record.${value}`) }))}
        />
      )}
      {list.isPending ? (
        <LinesSkeleton lines={4} />
      ) : list.error ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : items.length === 0 ? (
        <Text c="dimmed">{t('handover.nothingOf')}</Text>
      ) : (
        <div className={classes.pick}>
          <div className={classes.pickBar}>
            <Checkbox
              label={here.length > 0 ? t('bulk.selected', { count: here.length }) : t('handover.chooseAll')}
              checked={here.length === items.length}
              indeterminate={here.length > 0 && here.length < items.length}
              onChange={(event) => setChosen(event.currentTarget.checked ? loaded : [])}
            />
            <Select size="xs" w={220} searchable aria-label={t('handover.giveTo')} placeholder={t('handover.giveTo')} nothingFoundMessage={t('filter.noField')} disabled={here.length === 0} value={null} onChange={give} data={others.map((one) => ({ value: one.id, label: one.name }))} />
          </div>
          <ul className={classes.pickList}>
            {items.map((one) => (
              <li key={one.id} className={classes.record}>
                <Checkbox
                  className={classes.recordName}
                  label={one.name}
                  description={one.customer ?? undefined}
                  checked={chosen.includes(one.id)}
                  onChange={(event) => {
                    const on = event.currentTarget.checked
                    setChosen((old) => (on ? [...old, one.id] : old.filter((id) => id !== one.id)))
                  }}
                />
                {given.has(one.id) && (
                  <Group gap={4} wrap="nowrap">
                    <Text size="sm">→ {nameOf(given.get(one.id))}</Text>
                    <Button size="compact-xs" variant="subtle" color="gray" aria-label={t('handover.keepOf', { name: one.name })} onClick={() => onNamed(plan.named.filter((it) => it.recordId !== one.id))}>
                      {t('handover.keep')}
                    </Button>
                  </Group>
                )}
              </li>
            ))}
          </ul>
          {list.hasNextPage && (
            <Button m={8} size="compact-sm" variant="subtle" color="gray" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('handover.more')}
            </Button>
          )}
        </div>
      )}
      <Text size="sm" c="dimmed" mt={8} role="status" className="num">
        {t('handover.named', { number: formatNumber(plan.named.length) })}
      </Text>
    </div>
  )
}
