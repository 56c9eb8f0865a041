import { ActionIcon, Button, CloseButton, Group, Menu, Text, TextInput, Title, Tooltip } from '@mantine/core'
import { useDebouncedValue, useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconBaselineDensityMedium, IconBaselineDensitySmall, IconDownload, IconFileImport, IconPlus, IconSearch, IconUsersPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Customer, type Field } from '@/api'
import { lazily } from '@/app/lazily'
import { formatNumber, formatValue, listOf, readField } from '@/kit/field/format'
import { alignsRight, columnWidth, FieldCell } from '@/kit/field/FieldCell'
import { useFields, useMembers } from '@/kit/field/useFields'
import { describeFilter, FilterBar } from '@/kit/filter/FilterBar'
import { NothingFound } from '@/kit/filter/NothingFound'
import { say } from '@/i18n'
import { Failure, Late, LinesSkeleton, Message } from '@/kit/states'
import { ColumnChooser } from '@/kit/table/ColumnChooser'
import { RecordTable, TableSkeleton, type Column, type Density } from '@/kit/table/RecordTable'
import { useKeys } from '@/kit/useKeys'
import { useCan, useSession } from '../session/useSession'
import { CustomerCard, NameCell } from './CustomerCard'
import { countQuery, customersQuery } from './queries'
import { ViewTabs } from './ViewTabs'
import type { CustomerView } from './view'
import classes from './customer.module.css'

const BulkBar = lazily(() => import('./BulkBar'), 'BulkBar')
const SidePanel = lazily(() => import('./SidePanel'), 'SidePanel')

const USUAL = ['name', 'phones', 'stage', 'emails', 'ownerId', 'tags', 'updatedAt']

/** The columns of a list that nobody has arranged yet: the usual ones, then what the plugins brought. */
export function usualColumns(fields: Field[]) {
  const known = USUAL.map((key) => fields.find((one) => one.key === key || listOf(one) === key)?.key).filter((key) => key !== undefined)
  const plugin = fields.filter((one) => one.owner !== 'core').slice(0, 3).map((one) => one.key)
  const at = known.indexOf('stage') + 1 || known.length
  return [...known.slice(0, at), ...plugin, ...known.slice(at)]
}

export function CustomerList() {
  const { t } = useTranslation()
  const view = useSearch({ from: '/inside/customers' })
  const navigate = useNavigate({ from: '/customers' })
  const can = useCan()
  const { workspace } = useSession()
  const phone = useMediaQuery('(max-width: 767px)') ?? false
  const members = useMembers()
  const { fields, shown, byKey, error: fieldsError, refetch: refetchFields, isPending: fieldsPending } = useFields()
  const [density, setDensity] = useLocalStorage<Density>({ key: 'quen.density', defaultValue: 'cosy' })
  const [columnsOfMine, setColumnsOfMine] = useLocalStorage<string[] | null>({ key: `quen.columns.${workspace.id}`, defaultValue: null })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState(-1)

  const change = useCallback(
    (next: Partial<CustomerView>, replace = false) => void navigate({ search: (old) => ({ ...old, ...next }), replace }),
    [navigate],
  )

  // What is typed shows at once; the address and the server follow when the typing rests.
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

  const query = useMemo(
    () => ({ q: view.q, filter: view.filter, sort: view.sort, archived: view.archived || undefined }),
    [view.q, view.filter, view.sort, view.archived],
  )
  const list = useInfiniteQuery({ ...customersQuery(query), placeholderData: keepPreviousData })
  const count = useQuery(countQuery(query))
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  useEffect(() => {
    setSelected(new Set())
    setActive(-1)
  }, [query])

  const chosen = useMemo(() => {
    const keys = view.cols?.split(',') ?? columnsOfMine ?? usualColumns(shown)
    return keys.filter((key) => byKey.has(key))
  }, [view.cols, columnsOfMine, shown, byKey])
  const columns = useMemo<Column<Customer>[]>(
    () =>
      chosen.map((key) => {
        const field = byKey.get(key)!
        return {
          key,
          label: say(field.label),
          width: Math.max(columnWidth(field), Math.min(220, say(field.label).length * 8 + 30)),
          right: alignsRight(field),
          sortable: field.sortable,
          cell: key === 'name' ? (row) => <NameCell customer={row} /> : (row) => <FieldCell field={field} record={row} members={members} />,
          text: (row) => formatValue(field, readField(row, field), members),
        }
      }),
    [chosen, byKey, members],
  )

  const open = useCallback(
    (row: Customer) => (phone ? void navigate({ to: '/customers/$id', params: { id: row.id } }) : change({ open: row.id }, Boolean(view.open))),
    [phone, navigate, change, view.open],
  )
  const select = useCallback((ids: string[], on: boolean) => {
    setSelected((old) => {
      const next = new Set(old)
      ids.forEach((id) => (on ? next.add(id) : next.delete(id)))
      return next
    })
  }, [])
  const move = (by: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, active + by))
    setActive(next)
    // With the panel open, moving reads one customer after the other.
    if (view.open && rows[next]) change({ open: rows[next].id }, true)
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => {
      const row = rows[active]
      if (!row) return
      if (view.open === row.id) void navigate({ to: '/customers/$id', params: { id: row.id } })
      else open(row)
    },
    x: () => rows[active] && select([rows[active].id], !selected.has(rows[active].id)),
    Escape: () => (view.open ? change({ open: undefined }) : setSelected(new Set())),
  })

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  const narrowed = Boolean(view.q || view.filter?.length)
  const failure = list.error ?? fieldsError
  const exportColumns = chosen.join(',')
  return (
    <div className={classes.split} data-open={(view.open && !phone) || undefined}>
      <section className={classes.list}>
        <header className={classes.header}>
          <Group gap={10} align="baseline" wrap="nowrap">
            <Title order={1} size="h2" fz={18}>
              {t('nav.customers')}
            </Title>
            {count.data && (
              <Text c="dimmed" className="num" aria-live="polite">
                {count.data.exact ? '' : '≈ '}
                {formatNumber(count.data.count)}
              </Text>
            )}
          </Group>
          <Group gap={6} wrap="nowrap">
            {can('customer:export') && rows.length > 0 && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Tooltip label={t('customer.export')}>
                    <ActionIcon aria-label={t('customer.export')}>
                      <IconDownload size={18} stroke={1.7} />
                    </ActionIcon>
                  </Tooltip>
                </Menu.Target>
                <Menu.Dropdown>
                  {(['xlsx', 'csv'] as const).map((format) => (
                    <Menu.Item key={format} component="a" href={api.customers.exportAddress({ ...query, format, columns: exportColumns })} download>
                      {t(`customer.exportAs.${format}`)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
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
            {can('customer:create') && (
              <Button component={Link} to="/customers/new" leftSection={<IconPlus size={16} />} ml={4}>
                {phone ? t('customer.addShort') : t('customer.add')}
              </Button>
            )}
          </Group>
        </header>
        <ViewTabs view={view} />
        <div className={classes.tools}>
          <TextInput
            size="xs"
            className={classes.search}
            aria-label={t('customer.search')}
            placeholder={t('customer.search')}
            leftSection={<IconSearch size={15} stroke={1.7} />}
            rightSection={typed ? <CloseButton size={24} iconSize={14} aria-label={t('customer.searchClear')} onClick={() => setTyped('')} /> : null}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
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
          narrowed ? (
            <NothingFound
              title={t('customer.nothing')}
              search={view.q}
              filters={view.filter}
              describe={(one) => describeFilter(one, fields, members, t)}
              onDropSearch={() => change({ q: undefined })}
              onFilters={(filter) => change({ filter })}
            />
          ) : view.archived ? (
            <Message icon={IconUsersPlus} title={t('customer.noneArchived')}>
              {t('customer.noneArchivedHint')}
            </Message>
          ) : view.filter ? null : (
            <Message
              icon={IconUsersPlus}
              title={t('customer.none')}
              action={
                <>
                  {can('import:run') && (
                    <Button component={Link} to="/imports" leftSection={<IconFileImport size={16} />}>
                      {t('customer.noneImport')}
                    </Button>
                  )}
                  {can('customer:create') && (
                    <Button component={Link} to="/customers/new" variant="subtle">
                      {t('customer.noneAdd')}
                    </Button>
                  )}
                </>
              }
            >
              {t('customer.noneHint')}
            </Message>
          )
        ) : (
          <RecordTable
            label={t('nav.customers')}
            rows={rows}
            columns={columns}
            idOf={(row) => row.id}
            nameOf={(row) => row.name}
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
            card={phone ? (row) => <CustomerCard customer={row} stage={byKey.get('stage')} /> : undefined}
          />
        )}
        {selected.size > 0 && (
          <Suspense>
            <BulkBar selected={selected} rows={rows} archived={Boolean(view.archived)} onClear={() => setSelected(new Set())} />
          </Suspense>
        )}
      </section>
      {view.open && !phone && (
        <Suspense fallback={<LinesSkeleton lines={9} />}>
          <SidePanel key={view.open} id={view.open} onClose={() => change({ open: undefined })} />
        </Suspense>
      )}
    </div>
  )
}
