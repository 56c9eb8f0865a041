import { Checkbox, Skeleton, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './table.module.css'

export type Column<R> = {
  key: string
  label: string
  width: number
  right?: boolean
  sortable?: boolean
  cell: (row: R) => ReactNode
  /** What lands on the clipboard. */
  text: (row: R) => string
}
export type Density = 'cosy' | 'compact'

type Props<R> = {
  label: string
  rows: R[]
  columns: Column<R>[]
  idOf: (row: R) => string
  nameOf: (row: R) => string
  density: Density
  sort?: string
  onSort: (sort: string | undefined) => void
  selected: ReadonlySet<string>
  onSelect: (ids: string[], on: boolean) => void
  active: number
  onActive: (index: number) => void
  opened?: string
  onOpen: (row: R) => void
  hasMore: boolean
  onMore: () => void
  /** On a narrow screen rows become cards. */
  card?: (row: R) => ReactNode
}

/** Rows by the million: only what is seen exists, and the next page is asked for before the end is reached. */
export function RecordTable<R>(props: Props<R>) {
  const { rows, columns, density, idOf, selected, active, hasMore, onMore, card, sort } = props
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const act = useRef(props)
  act.current = props
  const height = card ? 68 : density === 'compact' ? 34 : 44
  const virtual = useVirtualizer({
    count: rows.length + (hasMore ? 3 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    scrollPaddingStart: card ? 0 : 40,
  })
  useEffect(() => virtual.measure(), [height, virtual])
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= rows.length - 15) onMore()
  }, [last, rows.length, hasMore, onMore])
  useEffect(() => {
    if (active >= 0 && active < rows.length) virtual.scrollToIndex(active, { align: 'auto' })
  }, [active, rows.length, virtual])

  const template = useMemo(
    () =>
      `44px ${columns.map((one, n) => (n === columns.length - 1 ? `minmax(${one.width}px, 1fr)` : `${one.width}px`)).join(' ')}`,
    [columns],
  )
  const width = useMemo(() => 44 + columns.reduce((sum, one) => sum + one.width, 0), [columns])
  const allOn = rows.length > 0 && rows.every((row) => selected.has(idOf(row)))

  // "Tables copy to a spreadsheet as they look": the chosen rows, or the one under the cursor.
  const copy = (event: React.ClipboardEvent) => {
    if (window.getSelection()?.toString()) return
    const chosen = selected.size > 0 ? rows.filter((row) => selected.has(idOf(row))) : rows.slice(active, active + 1)
    if (chosen.length === 0) return
    const lines = [columns.map((one) => one.label), ...chosen.map((row) => columns.map((one) => one.text(row)))]
    event.clipboardData.setData('text/plain', lines.map((line) => line.map((one) => one.replace(/[\t\n]/g, ' ')).join('\t')).join('\n'))
    event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="table"
      aria-label={props.label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      onCopy={copy}
      tabIndex={0}
    >
      <div style={card ? undefined : { width: 'max-content', minWidth: '100%' }}>
        {!card && (
          <div role="rowgroup" className={classes.head}>
            <div role="row" className={classes.row} style={{ gridTemplateColumns: template, minWidth: width }}>
              <div role="columnheader" className={classes.check}>
                <Checkbox
                  size="xs"
                  aria-label={t('table.selectAll')}
                  checked={allOn}
                  indeterminate={!allOn && selected.size > 0}
                  onChange={() => props.onSelect(rows.map(idOf), !allOn)}
                />
              </div>
              {columns.map((column, n) => (
                <HeaderCell key={column.key} column={column} first={n === 0} sort={sort} onSort={props.onSort} />
              ))}
            </div>
          </div>
        )}
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const row = rows[item.index]
            const place = { height: item.size, transform: `translateY(${item.start}px)` }
            if (!row)
              return (
                <div key={item.key} className={classes.body} style={{ ...place, padding: '12px 16px' }} aria-hidden>
                  <Skeleton height={14} width={`${70 - (item.index % 3) * 15}%`} />
                </div>
              )
            const id = idOf(row)
            if (card)
              return (
                <div
                  key={id}
                  role="row"
                  aria-rowindex={item.index + 2}
                  className={classes.card}
                  data-selected={selected.has(id) || undefined}
                  style={place}
                >
                  <div role="cell" className={classes.cardCell}>
                    <Checkbox
                      size="sm"
                      aria-label={t('table.select', { name: props.nameOf(row) })}
                      checked={selected.has(id)}
                      onChange={(event) => props.onSelect([id], event.currentTarget.checked)}
                    />
                    <UnstyledButton className={classes.cardButton} onClick={() => props.onOpen(row)}>
                      {card(row)}
                    </UnstyledButton>
                  </div>
                </div>
              )
            return (
              <Row
                key={id}
                row={row}
                index={item.index}
                columns={columns}
                template={template}
                width={width}
                start={item.start}
                height={item.size}
                active={item.index === active}
                opened={id === props.opened}
                selected={selected.has(id)}
                name={props.nameOf(row)}
                selectLabel={t('table.select', { name: props.nameOf(row) })}
                act={act}
                id={id}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

function HeaderCell<R>({ column, first, sort, onSort }: { column: Column<R>; first: boolean; sort?: string; onSort: Props<R>['onSort'] }) {
  const { t } = useTranslation()
  const direction = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined
  const next = direction === 'ascending' ? `-${column.key}` : direction === 'descending' ? undefined : column.key
  return (
    <div
      role="columnheader"
      aria-sort={direction ?? (column.sortable ? 'none' : undefined)}
      className={first ? `${classes.cell} ${classes.first}` : classes.cell}
      data-right={column.right || undefined}
    >
      {column.sortable ? (
        <UnstyledButton className={classes.sort} onClick={() => onSort(next)} aria-label={t('table.sortBy', { name: column.label })}>
          <span>{column.label}</span>
          {direction === 'ascending' && <IconArrowUp size={14} />}
          {direction === 'descending' && <IconArrowDown size={14} />}
        </UnstyledButton>
      ) : (
        <span>{column.label}</span>
      )}
    </div>
  )
}

type RowProps<R> = {
  row: R
  index: number
  columns: Column<R>[]
  template: string
  width: number
  start: number
  height: number
  active: boolean
  opened: boolean
  selected: boolean
  name: string
  selectLabel: string
  id: string
  /** The newest callbacks, without being a reason to draw the row again. */
  act: { readonly current: Pick<Props<R>, 'onActive' | 'onOpen' | 'onSelect'> }
}
const sameRow = <R,>(a: RowProps<R>, b: RowProps<R>) =>
  a.row === b.row && a.index === b.index && a.columns === b.columns && a.start === b.start && a.height === b.height &&
  a.active === b.active && a.opened === b.opened && a.selected === b.selected

const Row = memo(function Row<R>(props: RowProps<R>) {
  const { row, columns, active, opened, selected } = props
  return (
    <div
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={selected}
      className={`${classes.row} ${classes.body}`}
      data-active={active || undefined}
      data-selected={selected || opened || undefined}
      style={{ gridTemplateColumns: props.template, minWidth: props.width, height: props.height, transform: `translateY(${props.start}px)` }}
      onClick={(event) => {
        if ((event.target as HTMLElement).closest('input, a, label')) return
        if (window.getSelection()?.toString()) return
        props.act.current.onActive(props.index)
        props.act.current.onOpen(row)
      }}
    >
      <div role="cell" className={classes.check}>
        <Checkbox size="xs" aria-label={props.selectLabel} checked={selected} onChange={(event) => props.act.current.onSelect([props.id], event.currentTarget.checked)} />
      </div>
      {columns.map((column, n) => (
        <div key={column.key} role="cell" className={n === 0 ? `${classes.cell} ${classes.first}` : classes.cell} data-right={column.right || undefined}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  )
}, sameRow) as <R>(props: RowProps<R>) => ReactNode

export function TableSkeleton({ rows = 14 }: { rows?: number }) {
  return (
    <div className={classes.skeleton} aria-hidden>
      {Array.from({ length: rows }, (_, n) => (
        <div key={n}>
          <Skeleton height={26} circle />
          <Skeleton height={13} width={`${60 - ((n * 13) % 30)}%`} />
          <Skeleton height={13} width="70%" />
          <Skeleton height={13} width="55%" />
          <Skeleton height={13} width={`${70 - ((n * 7) % 30)}%`} />
        </div>
      ))}
    </div>
  )
}
