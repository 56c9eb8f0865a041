import { Modal, Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordPlace } from '@/api'
import { useCan } from '../session/useSession'
import { SharedWith } from './SharedWith'
import { Viewers } from './Viewers'

/** Who sees one record: whom it is shared with, and everybody else who does, and why. */
export function AccessDialog({ at, name, onClose }: { at: RecordPlace; name: string; onClose: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const [tab, setTab] = useState<string | null>('shares')
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <Modal opened onClose={onClose} size="lg" title={t('share.title', { name })} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {can('role:manage') ? (
        <Tabs value={tab} onChange={setTab}>
          <Tabs.List mb="md">
            <Tabs.Tab value="shares">{t('share.shares')}</Tabs.Tab>
            <Tabs.Tab value="viewers">{t('share.viewers')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="shares">
            <SharedWith at={at} />
          </Tabs.Panel>
          <Tabs.Panel value="viewers">{tab === 'viewers' && <Viewers at={at} asked={asked} onAsk={setAsked} />}</Tabs.Panel>
        </Tabs>
      ) : (
        <SharedWith at={at} />
      )}
    </Modal>
  )
}
