import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Page } from '@/api'
import { lazily } from '@/app/lazily'
import { ListFrame, type ListQuery } from '@/kit/list/ListFrame'
import type { ListView, Tab } from '@/kit/list/view'
import { Message } from '@/kit/states'
import { useCan } from '../session/useSession'
import { collection, ICONS, titleOf, type AnyRecord, type RecordKind } from './kinds'

const RecordBar = lazily(() => import('./RecordBar'), 'RecordBar')

type Props = {
  kind: RecordKind
  at: string
  view: ListView
  title: string
  tabs: Tab[]
  usual: (fields: Field[]) => string[]
  cells?: Record<string, (row: never) => ReactNode>
  card: (row: never) => ReactNode
  panel: (id: string, onClose: () => void) => ReactNode
  /** Where there is something to type into: the beginning of an order's number. */
  searchLabel?: string
  onAdd: () => void
}

/** A list of orders, interactions, feedback or tasks; a record opens beside it. */
export function RecordList({ kind, card, onAdd, ...rest }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const queryKey = useMemo(() => ['records', kind, 'list'], [kind])
  const load = useCallback(
    ({ q, filter, sort, trash }: ListQuery, cursor: string | undefined, signal: AbortSignal) =>
      collection(kind).list({ number: q, filter, sort, trash, cursor, limit: 50 }, signal) as Promise<Page<AnyRecord>>,
    [kind],
  )
  const page = useCallback((id: string) => void navigate({ to: '/orders/$id', params: { id } }), [navigate])
  const add = (label: string, ml?: number) =>
    can(`${kind}:create`) && (
      <Button leftSection={<IconPlus size={16} />} ml={ml} onClick={onAdd}>
        {label}
      </Button>
    )
  return (
    <ListFrame<AnyRecord>
      {...rest}
      record={kind}
      queryKey={queryKey}
      load={load}
      page={kind === 'order' ? page : undefined}
      nameOf={(row) => titleOf(kind, row) ?? t(`record.one.${kind}`)}
      card={card as (row: AnyRecord) => ReactNode}
      actions={(phone) => add(phone ? t('customer.addShort') : t(`record.add.${kind}`), 4)}
      wholeList
      bulk={(selection) => <RecordBar kind={kind} view={rest.view} selection={selection} />}
      nothing={t(`record.nothing.${kind}`)}
      empty={() => (
        <Message icon={ICONS[kind]} title={t(`record.none.${kind}`)} action={add(t(`record.add.${kind}`))}>
          {t(`record.noneHint.${kind}`)}
        </Message>
      )}
    />
  )
}
