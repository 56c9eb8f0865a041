import { ActionIcon, Button, CloseButton, Group, Text, TextInput, Title, Tooltip } from '@mantine/core'
import { useDebouncedValue, useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconBaselineDensityMedium, IconBaselineDensitySmall, IconPlus, IconSearch, IconTrash, IconTrashOff } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { say } from '@/i18n'
import { formatValue, readField } from '@/kit/field/format'
import { alignsRight, columnWidth, FieldCell } from '@/kit/field/FieldCell'
import { useFields, useMembers } from '@/kit/field/useFields'
import { describeFilter, FilterBar } from '@/kit/filter/FilterBar'
import { NothingFound } from '@/kit/filter/NothingFound'
import { Failure, Late, Message } from '@/kit/states'
import { ColumnChooser } from '@/kit/table/ColumnChooser'
import { RecordTable, TableSkeleton, type Column, type Density } from '@/kit/table/RecordTable'
import { useKeys } from '@/kit/useKeys'
import { useCan, useSession } from '../session/useSession'
import { ICONS, titleOf, type AnyRecord, type RecordKind } from './kinds'
import { recordsQuery } from './queries'
import { useTrash } from './useTrash'
import type { RecordView } from './view'
import classes from '../customer/customer.module.css'

export type RecordTab = { name: string; view: RecordView }
type Props = {
  kind: RecordKind
  at: string
  view: RecordView
  title: string
  tabs: RecordTab[]
  usual: string[]
  cells?: Record<string, (row: never) => ReactNode>
  card: (row: never) => ReactNode
  panel: (id: string, onClose: () => void) => ReactNode
  /** Where there is something to type into: the beginning of an order's number. */
  searchLabel?: string
  onAdd: () => void
}

const same = (a: RecordView, b: RecordView) =>
  (a.q ?? '') === (b.q ?? '') && (a.filter ?? []).join('\n') === (b.filter ?? []).join('\n') && Boolean(a.trash) === Boolean(b.trash)

/** A list of orders, interactions, feedback or tasks; a record opens beside it. */
export function RecordList({ kind, at, view, title, tabs, usual, cells = {}, card, panel, searchLabel, onAdd }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const { workspace } = useSession()
  const phone = useMediaQuery('(max-width: 767px)') ?? false
  const members = useMembers()
  const move = useTrash(kind)
  const { fields, shown, byKey, error: fieldsError, refetch: refetchFields, isPending: fieldsPending } = useFields(kind)
  const [density, setDensity] = useLocalStorage<Density>({ key: 'quen.density', defaultValue: 'cosy' })
  const [columnsOfMine, setColumnsOfMine] = useLocalStorage<string[] | null>({ key: `quen.columns.${kind}.${workspace.id}`, defaultValue: null })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState(-1)
  const [busy, setBusy] = useState(false)
  const change = useCallback(
    (next: Partial<RecordView>, replace = false) => void navigate({ to: at, search: ((old: RecordView) => ({ ...old, ...next })) as never, replace }),
    [navigate, at],
  )

  const [typed, setTyped] = useState(view.q ?? '')
  const [settled] = useDebouncedValue(typed, 220)
  const asked = useRef(view.q ?? '')
  useEffect(() => {
    if (settled.trim() !== asked.current) {
      asked.current = settled.trim()
      change({ q: settled.trim() || undefined }, true)
    }
  }, [settled, change])
  useEffect(() => {
    if ((view.q ?? '') !== asked.current) {
      asked.current = view.q ?? ''
      setTyped(view.q ?? '')
    }
  }, [view.q])

  const query = useMemo(() => ({ number: view.q, filter: view.filter, sort: view.sort, trash: view.trash }), [view.q, view.filter, view.sort, view.trash])
  const list = useInfiniteQuery({ ...recordsQuery(kind, query), placeholderData: keepPreviousData })
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  useEffect(() => {
    setSelected(new Set())
    setActive(-1)
  }, [query])

  const chosen = useMemo(() => (view.cols?.split(',') ?? columnsOfMine ?? usual).filter((key) => byKey.has(key)), [view.cols, columnsOfMine, usual, byKey])
  const columns = useMemo<Column<AnyRecord>[]>(
    () =>
      chosen.map((key, index) => {
        const field = byKey.get(key)!
        const own = cells[key] as ((row: AnyRecord) => ReactNode) | undefined
        return {
          key,
          label: say(field.label),
          width: index === 0 ? Math.max(240, columnWidth(field)) : Math.max(columnWidth(field), Math.min(220, say(field.label).length * 8 + 30)),
          right: alignsRight(field),
          sortable: field.sortable,
          cell: own ?? ((row) => <FieldCell field={field} record={row} members={members} />),
          text: (row) => formatValue(field, readField(row, field), members),
        }
      }),
    [chosen, byKey, members, cells],
  )
  const open = useCallback((row: AnyRecord) => change({ open: row.id }, Boolean(view.open)), [change, view.open])
  const select = useCallback((ids: string[], on: boolean) => {
    setSelected((old) => {
      const next = new Set(old)
      ids.forEach((id) => (on ? next.add(id) : next.delete(id)))
      return next
    })
  }, [])
  const go = (by: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, active + by))
    setActive(next)
    if (view.open && rows[next]) change({ open: rows[next].id }, true)
  }
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    Enter: () => {
      const row = rows[active]
      if (!row) return
      if (kind === 'order' && view.open === row.id) void navigate({ to: '/orders/$id', params: { id: row.id } })
      else open(row)
    },
    x: () => rows[active] && select([rows[active].id], !selected.has(rows[active].id)),
    c: () => can(`${kind}:create`) && onAdd(),
    Escape: () => (view.open ? change({ open: undefined }) : setSelected(new Set())),
  })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const trash = async () => {
    setBusy(true)
    await move(rows.filter((row) => selected.has(row.id)), !view.trash)
    setBusy(false)
    setSelected(new Set())
  }

  const narrowed = Boolean(view.q || view.filter?.length)
  const known = tabs.find((one) => same(one.view, view))
  const failure = list.error ?? fieldsError
  const Sign = ICONS[kind]
  return (
    <div className={classes.split} data-open={(view.open && !phone) || undefined}>
      {!(phone && view.open) && (
        <section className={classes.list}>
          <header className={classes.header}>
            <Title order={1} size="h2" fz={18}>
              {title}
            </Title>
            <Group gap={6} wrap="nowrap">
              {!phone && (
                <Tooltip label={t(density === 'cosy' ? 'table.compact' : 'table.cosy')}>
                  <ActionIcon onClick={() => setDensity(density === 'cosy' ? 'compact' : 'cosy')} aria-label={t(density === 'cosy' ? 'table.compact' : 'table.cosy')}>
                    {density === 'cosy' ? <IconBaselineDensityMedium size={18} stroke={1.7} /> : <IconBaselineDensitySmall size={18} stroke={1.7} />}
                  </ActionIcon>
                </Tooltip>
              )}
              {!phone && (
                <ColumnChooser
                  fields={shown}
                  chosen={chosen}
                  onChange={(keys) => {
                    setColumnsOfMine(keys)
                    change({ cols: keys?.join(',') }, true)
                  }}
                />
              )}
              {can(`${kind}:create`) && (
                <Button leftSection={<IconPlus size={16} />} ml={4} onClick={onAdd}>
                  {phone ? t('customer.addShort') : t(`record.add.${kind}`)}
                </Button>
              )}
            </Group>
          </header>
          <div className={classes.tabs} role="navigation" aria-label={t('view.label')}>
            {tabs.map((one) => (
              <span key={one.name} className={classes.tab} data-on={one === known || undefined}>
                <Link to={at} search={{ ...one.view, cols: view.cols } as never} aria-current={one === known ? 'page' : undefined} activeOptions={{ exact: true }}>
                  {one.name}
                </Link>
              </span>
            ))}
          </div>
          <div className={classes.tools}>
            {searchLabel && (
              <TextInput
                size="xs"
                className={classes.search}
                aria-label={searchLabel}
                placeholder={searchLabel}
                leftSection={<IconSearch size={15} stroke={1.7} />}
                rightSection={typed ? <CloseButton size={24} iconSize={14} aria-label={t('customer.searchClear')} onClick={() => setTyped('')} /> : null}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            )}
            <FilterBar fields={fields} members={members} filters={view.filter ?? []} onChange={(filter) => change({ filter: filter.length ? filter : undefined })} />
          </div>
          {failure ? (
            <Failure
              error={failure}
              onRetry={() => {
                void list.refetch()
                void refetchFields()
              }}
            />
          ) : list.isPending || fieldsPending ? (
            <Late>
              <TableSkeleton />
            </Late>
          ) : rows.length === 0 ? (
            view.trash ? (
              <Message icon={IconTrash} title={t('trash.empty')}>
                {t('trash.emptyHint')}
              </Message>
            ) : narrowed && !(known && known !== tabs[0]) ? (
              <NothingFound
                title={t(`record.nothing.${kind}`)}
                search={view.q}
                filters={view.filter}
                describe={(one) => describeFilter(one, fields, members, t)}
                onDropSearch={() => setTyped('')}
                onFilters={(filter) => change({ filter })}
              />
            ) : (
              <Message
                icon={Sign}
                title={t(`record.none.${kind}`)}
                action={
                  can(`${kind}:create`) && (
                    <Button leftSection={<IconPlus size={16} />} onClick={onAdd}>
                      {t(`record.add.${kind}`)}
                    </Button>
                  )
                }
              >
                {t(`record.noneHint.${kind}`)}
              </Message>
            )
          ) : (
            <RecordTable
              label={title}
              rows={rows}
              columns={columns}
              idOf={(row) => row.id}
              nameOf={(row) => titleOf(kind, row) ?? t(`record.one.${kind}`)}
              density={density}
              sort={view.sort}
              onSort={(sort) => change({ sort })}
              selected={selected}
              onSelect={select}
              active={active}
              onActive={setActive}
              opened={view.open}
              onOpen={open}
              hasMore={hasNextPage}
              onMore={more}
              card={phone ? (card as (row: AnyRecord) => ReactNode) : undefined}
            />
          )}
          {selected.size > 0 && (
            <div className={classes.bulk} role="region" aria-label={t('bulk.label')}>
              <Text size="sm" fw={500} className="num" aria-live="polite">
                {t('bulk.selected', { count: selected.size })}
              </Text>
              {can(`${kind}:delete`) && (
                <Button size="xs" variant="default" loading={busy} leftSection={view.trash ? <IconTrashOff size={15} /> : <IconTrash size={15} />} onClick={() => void trash()}>
                  {t(view.trash ? 'trash.restore' : 'trash.move')}
                </Button>
              )}
              <CloseButton aria-label={t('bulk.clear')} onClick={() => setSelected(new Set())} />
            </div>
          )}
        </section>
      )}
      {view.open && panel(view.open, () => change({ open: undefined }))}
    </div>
  )
}
