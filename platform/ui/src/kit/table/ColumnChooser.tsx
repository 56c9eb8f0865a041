import { ActionIcon, Loader, Popover, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { lazily } from '@/app/lazily'
import type { ColumnListProps } from './ColumnList'

const ColumnList = lazily(() => import('./ColumnList'), 'ColumnList')

export function ColumnChooser(props: ColumnListProps) {
  const { t } = useTranslation()
  return (
    <Popover position="bottom-end" width={300} trapFocus>
      <Popover.Target>
        <Tooltip label={t('table.columns')}>
          <ActionIcon aria-label={t('table.columns')}>
            <IconColumns3 size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <Suspense fallback={<Loader />}>
          <ColumnList {...props} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
