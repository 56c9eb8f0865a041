import { Button } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconPencil } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Customer } from '@/api'
import { lazily } from '@/app/lazily'
import type { Selection } from '@/kit/list/ListFrame'
import { askedOf, type ListView } from '@/kit/list/view'
import { done, failed } from '@/kit/toast'
import { useKeys } from '@/kit/useKeys'
import { useCan } from '../session/useSession'
import { useCustomerCache } from './queries'

const BulkEdit = lazily(() => import('../bulk/BulkEdit'), 'BulkEdit')

/** What can be done with the chosen customers. */
export function BulkBar({ selection, view }: { selection: Selection<Customer>; view: ListView }) {
  const { t } = useTranslation()
  const can = useCan()
  const cache = useCustomerCache()
  const [editing, setEditing] = useState(false)
  const [busy, setBusy] = useState(false)
  const { ids, rows, all, number, clear } = selection
  const away = Boolean(view.archived || view.trash)
  const editable = can('customer:update') && !away
  useKeys({ b: () => setEditing(true) }, editable)

  const shelve = async (customers: Customer[], on: boolean, undoable = true) => {
    setBusy(true)
    const good: Customer[] = []
    let error: unknown
    // One after the other, so that a slow connection is not flooded; what failed is said at the end.
    for (const one of customers)
      try {
        good.push(on ? await api.customers.archive(one.id) : await api.customers.restore(one.id))
      } catch (problem) {
        error = problem
      }
    good.forEach(cache.put)
    cache.forgetLists()
    clear()
    if (error) failed(error)
    if (good.length > 0) done(t(on ? 'bulk.archived' : 'bulk.restored', { count: good.length }), undoable ? () => void shelve(good, !on, false) : undefined)
  }
  return (
    <>
      {editable && (
        <Button size="xs" variant="default" leftSection={<IconPencil size={15} />} onClick={() => setEditing(true)}>
          {t('bulk.edit')}
        </Button>
      )}
      {can('customer:archive') && !all && (
        <Button
          size="xs"
          variant="default"
          loading={busy}
          leftSection={away ? <IconArchiveOff size={15} /> : <IconArchive size={15} />}
          // What came out of the trash does not belong into the archive: no undo there.
          onClick={() => void shelve(rows, !away, !view.trash)}
        >
          {t(away ? 'customer.restore' : 'customer.archive')}
        </Button>
      )}
      <Suspense>
        {editing && (
          <BulkEdit
            record="customer"
            whom={all ? { query: askedOf(view) } : { ids: [...ids] }}
            many={number === '…' ? null : number}
            onClose={() => setEditing(false)}
            onStarted={() => {
              setEditing(false)
              clear()
            }}
          />
        )}
      </Suspense>
    </>
  )
}
