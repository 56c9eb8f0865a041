import { Button } from '@mantine/core'
import { IconFileImport, IconPlus, IconUsersPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Customer, type Field } from '@/api'
import { lazily } from '@/app/lazily'
import { listOf } from '@/kit/field/format'
import { useFields } from '@/kit/field/useFields'
import { ListFrame, type ListQuery } from '@/kit/list/ListFrame'
import { Message } from '@/kit/states'
import { useCan, useMe } from '../session/useSession'
import { CustomerCard, NameCell } from './CustomerCard'
import { countQuery } from './queries'

const BulkBar = lazily(() => import('./BulkBar'), 'BulkBar')
const SidePanel = lazily(() => import('./SidePanel'), 'SidePanel')

const USUAL = ['name', 'phones', 'stage', 'rollup.spend', 'rollup.lastOrderAt', 'ownerId', 'tags', 'emails', 'updatedAt']
const CELLS = { name: (row: Customer) => <NameCell customer={row} /> }
const LIST = ['customers', 'list']

/** Who it is and what it bought, then what the plugins brought. */
export function usualColumns(fields: Field[]) {
  const known = USUAL.map((key) => fields.find((one) => one.key === key || listOf(one) === key)?.key).filter((key) => key !== undefined)
  const plugin = fields.filter((one) => one.owner !== 'core').slice(0, 3).map((one) => one.key)
  const at = known.includes('ownerId') ? known.indexOf('ownerId') : known.length
  return [...known.slice(0, at), ...plugin, ...known.slice(at)]
}

const load = (query: ListQuery, cursor: string | undefined, signal: AbortSignal) => api.customers.list({ ...query, cursor, limit: 50 }, signal)

export function CustomerList() {
  const { t } = useTranslation()
  const view = useSearch({ from: '/inside/customers' })
  const navigate = useNavigate()
  const can = useCan()
  const me = useMe()
  const { byKey } = useFields()
  const count = useQuery({ ...countQuery({ q: view.q, filter: view.filter, archived: view.archived }), enabled: !view.trash })
  const tabs = useMemo(
    () => [
      { name: t('view.all'), view: {} },
      { name: t('view.mine'), view: { filter: [`ownerId:in:${me}`] } },
      { name: t('view.leads'), view: { filter: ['stage:in:lead,prospect'] } },
      { name: t('view.regular'), view: { filter: ['stage:in:regular'] } },
      { name: t('view.archived'), view: { archived: true } },
      ...(can('customer:archive') ? [{ name: t('trash.title'), view: { trash: true } }] : []),
    ],
    [t, can, me],
  )
  const page = useCallback((id: string) => void navigate({ to: '/customers/$id', params: { id } }), [navigate])
  return (
    <ListFrame
      record="customer"
      at="/customers"
      view={view}
      title={t('nav.customers')}
      count={view.trash ? undefined : count.data}
      tabs={tabs}
      usual={usualColumns}
      cells={CELLS}
      queryKey={LIST}
      load={load}
      nameOf={(row) => row.name}
      card={(row) => <CustomerCard customer={row} stage={byKey.get('stage')} />}
      panel={(id, onClose) => <SidePanel key={id} id={id} onClose={onClose} />}
      page={page}
      searchLabel={t('customer.search')}
      actions={(phone) =>
        can('customer:create') && (
          <Button component={Link} to="/customers/new" leftSection={<IconPlus size={16} />} ml={4}>
            {phone ? t('customer.addShort') : t('customer.add')}
          </Button>
        )
      }
      wholeList
      bulk={(selection) => <BulkBar selection={selection} view={view} />}
      nothing={t('customer.nothing')}
      empty={(tab) =>
        tab.view.archived ? (
          <Message icon={IconUsersPlus} title={t('customer.noneArchived')}>
            {t('customer.noneArchivedHint')}
          </Message>
        ) : tab === tabs[0] ? (
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
        ) : null
      }
    />
  )
}
