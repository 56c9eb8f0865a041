import { ActionIcon } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordName } from '@/api'
import { lazily } from '@/app/lazily'
import { Tip } from '@/kit/Drop'
import type { ListView } from '@/kit/list/view'
import { useKeys } from '@/kit/useKeys'
import { useCan } from '../session/useSession'

const ExportForm = lazily(() => import('./ExportForm'), 'ExportForm')

/** Has a file made of what the list shows. */
export function ExportButton({ record, view, columns }: { record: RecordName; view: ListView; columns: string[] }) {
  const { t } = useTranslation()
  const can = useCan()
  const [open, setOpen] = useState(false)
  const may = can('customer:export') && (record !== 'order' || can('order:export'))
  useKeys({ d: () => setOpen(true) }, may)
  if (!may) return null
  return (
    <>
      <Tip label={t('customer.export')}>
        <ActionIcon aria-label={t('customer.export')} onClick={() => setOpen(true)}>
          <IconDownload size={18} stroke={1.7} />
        </ActionIcon>
      </Tip>
      <Suspense>{open && <ExportForm record={record} view={view} columns={columns} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
