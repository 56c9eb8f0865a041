import { ActionIcon, Button, CloseButton, Group, Text, Title } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconBaselineDensityMedium, IconBaselineDensitySmall, IconTrash } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Count, Field, Page, RecordName } from '@/api'
import { ExportButton } from '@/features/exporting/ExportButton'
import { useSession } from '@/features/session/useSession'
import { ViewTabs } from '@/features/view/ViewTabs'
import { say } from '@/i18n'
import { Tip } from '../Drop'
import { formatNumber, formatValue, readField } from '../field/format'
import { alignsRight, columnWidth, FieldCell } from '../field/FieldCell'
import { useFields, useMembers } from '../field/useFields'
import { describeFilter, FilterBar } from '../filter/FilterBar'
import { NothingFound } from '../filter/NothingFound'
import { Failure, Late, LinesSkeleton, Message } from '../states'
import { ColumnChooser } from '../table/ColumnChooser'
import { RecordTable, TableSkeleton, type Column, type Density } from '../table/RecordTable'
import { useKeys } from '../useKeys'
import { SearchBox } from './SearchBox'
import { sameList, type ListView, type Tab } from './view'
import classes from './list.module.css'

export type ListQuery = Pick<ListView, 'q' | 'filter' | 'sort' | 'archived' | 'trash'>
/** `all`: not only what is loaded, but everything that the list means; `number` says how many, in words. */
export type Selection<R> = { ids: ReadonlySet<string>; rows: R[]; all: boolean; number: string; clear: () => void }

type Props<R> = {
  record: RecordName
  at: string
  view: ListView
  title: string
  count?: Count
  /** The usual ways to look at these records; the first is all of them. */
  tabs: Tab[]
  /** The columns of a list that nobody has arranged yet. */
  usual: (shown: Field[]) => string[]
  cells?: Record<string, (row: never) => ReactNode>
  queryKey: readonly unknown[]
  load: (query: ListQuery, cursor: string | undefined, signal: AbortSignal) => Promise<Page<R>>
  nameOf: (row: R) => string
  card: (row: R) => ReactNode
  panel: (id: string, onClose: () => void) => ReactNode
  /** Where a record has a page of its own. */
  page?: (id: string) => void
  searchLabel?: string
  actions?: (phone: boolean) => ReactNode
  bulk: (selection: Selection<R>) => ReactNode
  /** Whether something can be done with everything that the list means. */
  wholeList?: boolean
  /** What stands in place of no rows under one of the usual tabs; null where a filter is to be dropped. */
  empty: (tab: Tab) => ReactNode
  nothing: string
}

/** A list: how it is narrowed and looked at, its rows, what is done with the chosen ones, and a record beside it. */
export function ListFrame<R extends { id: string }>(props: Props<R>) {
  const { record, at, view, title, count, tabs, usual, cells, queryKey, load, panel, page } = props
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { workspace } = useSession()
  const phone = useMediaQuery('(max-width: 767px)') ?? false
  const members = useMembers()
  const { data: catalogue, fields, shown, byKey, error: fieldsError, refetch: refetchFields } = useFields(record)
  const filtered = useMemo(() => fields.filter((one) => one.access !== 'masked'), [fields])
  const [density, setDensity] = useLocalStorage<Density>({ key: 'quen.density', defaultValue: 'cosy' })
  const [columnsOfMine, setColumnsOfMine] = useLocalStorage<string[] | null>({ key: `quen.columns.${record}.${workspace.id}`, defaultValue: null })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState(-1)
  const [all, setAll] = useState(false)
  const clear = useCallback(() => {
    setSelected(new Set())
    setAll(false)
  }, [])

  const change = useCallback(
    (next: Partial<ListView>, replace = false) => void navigate({ to: at, search: ((old: ListView) => ({ ...old, ...next })) as never, replace }),
    [navigate, at],
  )
  const search = useCallback((q: string | undefined) => change({ q }, true), [change])
  const close = useCallback(() => change({ open: undefined }), [change])

  const { q, filter, sort, archived, trash } = view
  const query = useMemo<ListQuery>(() => ({ q, filter, sort, archived, trash }), [q, filter, sort, archived, trash])
  const list = useInfiniteQuery({
    queryKey: [...queryKey, query],
    queryFn: ({ pageParam, signal }) => load(query, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => list.data?.pages.flatMap((one) => one.items) ?? [], [list.data])
  useEffect(() => {
    clear()
    setActive(-1)
  }, [query, clear])

  // Unknown until the fields are there: nothing is kept, exported or arranged before.
  const chosen = useMemo(
    () => catalogue && (view.cols?.split(',') ?? columnsOfMine ?? usual(shown)).filter((key) => byKey.has(key)),
    [catalogue, view.cols, columnsOfMine, usual, shown, byKey],
  )
  const columns = useMemo<Column<R>[]>(
    () =>
      (chosen ?? []).map((key, index) => {
        const field = byKey.get(key)!
        const own = cells?.[key] as ((row: R) => ReactNode) | undefined
        return {
          key,
          label: say(field.label),
          width: Math.max(index === 0 ? 240 : 0, columnWidth(field), Math.min(220, say(field.label).length * 8 + 30)),
          right: alignsRight(field),
          sortable: field.sortable,
          cell: own ?? ((row) => <FieldCell field={field} record={row} members={members} />),
          text: (row) => formatValue(field, readField(row, field), members),
        }
      }),
    [chosen, byKey, members, cells],
  )

  const open = useCallback((row: R) => (phone && page ? page(row.id) : change({ open: row.id }, Boolean(view.open))), [phone, page, change, view.open])
  const select = useCallback((ids: string[], on: boolean) => {
    setAll(false)
    setSelected((old) => {
      const next = new Set(old)
      ids.forEach((id) => (on ? next.add(id) : next.delete(id)))
      return next
    })
  }, [])
  const move = (by: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, active + by))
    setActive(next)
    // With the panel open, moving reads one record after the other.
    if (view.open && rows[next]) change({ open: rows[next].id }, true)
  }
  const current = rows[active]
  const complete = rows.length > 0 && selected.size === rows.length
  const beyond = Boolean(props.wholeList && list.hasNextPage)
  const number = all ? (count ? `${count.exact ? '' : '≈ '}${formatNumber(count.count)}` : '…') : formatNumber(selected.size)
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => current && (view.open === current.id && page ? page(current.id) : open(current)),
    a: () => (complete ? beyond && setAll(true) : select(rows.map((row) => row.id), true)),
    x: () => current && select([current.id], !selected.has(current.id)),
    Escape: () => (view.open ? close() : clear()),
  })

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  const failure = list.error ?? (chosen ? null : fieldsError)
  const known = tabs.find((one) => sameList(one.view, view))
  const thick = density === 'cosy'
  return (
    <div className={classes.split} data-open={(view.open && !phone) || undefined}>
      {!(phone && view.open) && (
        <section className={classes.list}>
          <header className={classes.header}>
            <Group gap={10} align="baseline" wrap="nowrap">
              <Title order={1} size="h2" fz={18}>
                {title}
              </Title>
              {count && (
                <Text c="dimmed" className="num" aria-live="polite">
                  {count.exact ? '' : '≈ '}
                  {formatNumber(count.count)}
                </Text>
              )}
            </Group>
            <Group gap={6} wrap="nowrap">
              {!trash && rows.length > 0 && chosen && <ExportButton record={record} view={view} columns={chosen} />}
              {!phone && (
                <Tip label={t(thick ? 'table.compact' : 'table.cosy')}>
                  <ActionIcon onClick={() => setDensity(thick ? 'compact' : 'cosy')} aria-label={t(thick ? 'table.compact' : 'table.cosy')}>
                    {thick ? <IconBaselineDensityMedium size={18} stroke={1.7} /> : <IconBaselineDensitySmall size={18} stroke={1.7} />}
                  </ActionIcon>
                </Tip>
              )}
              {!phone && chosen && (
                <ColumnChooser
                  fields={shown}
                  chosen={chosen}
                  onChange={(keys) => {
                    // Of a saved view the columns are the view's own.
                    if (!view.view) setColumnsOfMine(keys)
                    change({ cols: keys?.join(',') }, true)
                  }}
                />
              )}
              {props.actions?.(phone)}
            </Group>
          </header>
          <ViewTabs record={record} at={at} view={view} tabs={tabs} columns={chosen} />
          <div className={classes.tools}>
            {props.searchLabel && <SearchBox label={props.searchLabel} value={q} onChange={search} />}
            <FilterBar fields={filtered} members={members} filters={filter ?? []} onChange={(next) => change({ filter: next.length ? next : undefined })} />
          </div>
          {failure ? (
            <Failure
              error={failure}
              onRetry={() => {
                void list.refetch()
                void refetchFields()
              }}
            />
          ) : list.isPending || !chosen ? (
            <Late>
              <TableSkeleton />
            </Late>
          ) : rows.length === 0 ? (
            trash && !q && !filter ? (
              <Message icon={IconTrash} title={t('trash.empty')}>
                {t('trash.emptyHint')}
              </Message>
            ) : (
              (known && props.empty(known)) || (
                <NothingFound
                  title={props.nothing}
                  search={q}
                  filters={filter}
                  describe={(one) => describeFilter(one, fields, members, t)}
                  onDropSearch={() => change({ q: undefined })}
                  onFilters={(next) => change({ filter: next })}
                />
              )
            )
          ) : (
            <RecordTable
              label={title}
              rows={rows}
              columns={columns}
              idOf={(row) => row.id}
              nameOf={props.nameOf}
              density={density}
              sort={sort}
              onSort={(next) => change({ sort: next })}
              selected={selected}
              onSelect={select}
              active={active}
              onActive={setActive}
              opened={view.open}
              onOpen={open}
              hasMore={hasNextPage}
              onMore={more}
              card={phone ? props.card : undefined}
            />
          )}
          {selected.size > 0 && (
            <div className={classes.bulk} role="region" aria-label={t('bulk.label')}>
              <Text size="sm" fw={500} className="num" aria-live="polite">
                {all ? t('bulk.selectedAll', { number }) : t('bulk.selected', { count: selected.size })}
              </Text>
              {complete && beyond && !all && (
                <Button size="xs" variant="subtle" onClick={() => setAll(true)}>
                  {count ? t('bulk.chooseAll', { number: `${count.exact ? '' : '≈ '}${formatNumber(count.count)}` }) : t('bulk.chooseAllUncounted')}
                </Button>
              )}
              <Suspense>{props.bulk({ ids: selected, rows: rows.filter((row) => selected.has(row.id)), all, number, clear })}</Suspense>
              <CloseButton aria-label={t('bulk.clear')} onClick={clear} />
            </div>
          )}
        </section>
      )}
      {view.open && <Suspense fallback={<LinesSkeleton lines={9} />}>{panel(view.open, close)}</Suspense>}
    </div>
  )
}
