import { Button, Popover, Stack } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconTag } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Customer } from '@/api'
import { TagsField } from '@/kit/field/TagsField'
import { done, failed } from '@/kit/toast'
import { useCan } from '../session/useSession'
import { useCustomerCache } from './queries'

type Props = { rows: Customer[]; archived: boolean; onClear: () => void }

/** What can be done with the chosen customers. */
export function BulkBar({ rows: chosen, archived, onClear }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const cache = useCustomerCache()
  const [tagging, setTagging] = useState(false)
  const [tags, setTags] = useState<string[]>([])
  const [busy, setBusy] = useState(false)

  /** One after the other, so that a slow connection is not flooded; what failed is said at the end. */
  const each = async (customers: Customer[], work: (customer: Customer) => Promise<Customer>) => {
    setBusy(true)
    const good: Customer[] = []
    let error: unknown
    for (const customer of customers) {
      try {
        good.push(await work(customer))
      } catch (problem) {
        error = problem
      }
    }
    good.forEach(cache.put)
    cache.forgetLists()
    setBusy(false)
    if (error) failed(error)
    return good
  }
  const shelve = async (on: boolean, customers: Customer[], undoable = true) => {
    const good = await each(customers, (one) => (on ? api.customers.archive(one.id) : api.customers.restore(one.id)))
    onClear()
    if (good.length > 0)
      done(t(on ? 'bulk.archived' : 'bulk.restored', { count: good.length }), undoable ? () => void shelve(!on, good, false) : undefined)
  }
  const tag = async () => {
    const before = new Map(chosen.map((one) => [one.id, one.tags]))
    const good = await each(chosen, (one) => api.customers.change(one.id, one.version, { tags: [...new Set([...one.tags, ...tags])] }))
    setTagging(false)
    setTags([])
    if (good.length > 0)
      done(t('bulk.tagged', { count: good.length }), () => void each(good, (one) => api.customers.change(one.id, one.version, { tags: before.get(one.id) ?? [] })))
  }
  return (
    <>
      {can('customer:update') && !archived && (
        <Popover opened={tagging} onChange={setTagging} position="top" width={280} trapFocus>
          <Popover.Target>
            <Button size="xs" variant="default" leftSection={<IconTag size={15} />} onClick={() => setTagging(!tagging)} disabled={busy}>
              {t('bulk.tag')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack gap={8}>
              <TagsField suggest label={t('bulk.tagLabel')} value={tags} onChange={setTags} comboboxProps={{ withinPortal: false }} />
              <Button size="xs" disabled={tags.length === 0} loading={busy} onClick={() => void tag()}>
                {t('bulk.tagApply', { count: chosen.length })}
              </Button>
            </Stack>
          </Popover.Dropdown>
        </Popover>
      )}
      {can('customer:archive') && (
        <Button
          size="xs"
          variant="default"
          loading={busy && !tagging}
          leftSection={archived ? <IconArchiveOff size={15} /> : <IconArchive size={15} />}
          onClick={() => void shelve(!archived, chosen)}
        >
          {t(archived ? 'customer.restore' : 'customer.archive')}
        </Button>
      )}
    </>
  )
}
