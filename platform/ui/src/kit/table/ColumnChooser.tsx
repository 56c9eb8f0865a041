import { ActionIcon, Loader } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazily } from '@/app/lazily'
import { Drop } from '../Drop'
import type { ColumnListProps } from './ColumnList'

const ColumnList = lazily(() => import('./ColumnList'), 'ColumnList')

export function ColumnChooser(props: ColumnListProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <Drop
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={300}
      trapFocus
      target={
        <ActionIcon aria-label={t('table.columns')} title={t('table.columns')} onClick={() => setOpened(!opened)}>
          <IconColumns3 size={18} stroke={1.7} />
        </ActionIcon>
      }
    >
      <Suspense fallback={<Loader />}>
        <ColumnList {...props} />
      </Suspense>
    </Drop>
  )
}
