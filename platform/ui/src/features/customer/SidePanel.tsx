import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core'
import { IconArrowsDiagonal, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '@/kit/field/useFields'
import { Scroll } from '@/kit/Scroll'
import { Failure, LinesSkeleton } from '@/kit/states'
import { useKeys } from '@/kit/useKeys'
import { Attachments } from '../attachment/Attachments'
import { useCan } from '../session/useSession'
import { Timeline } from '../timeline/Timeline'
import { originKey } from '../provenance/key'
import { KeyFigures } from './KeyFigures'
import { ArchivedNotice, ProfileHead, ProfileMenu, ProfileSections, Provenance, ReachBar } from './ProfileParts'
import { customerQuery } from './queries'
import { useSaveCustomer } from './useSaveCustomer'
import classes from './profile.module.css'

/** A customer beside its list. */
export function SidePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { data: customer, error, isPending, refetch } = useQuery(customerQuery(id))
  const { byKey } = useFields()
  const [save, dialog] = useSaveCustomer()
  const [tab, setTab] = useState('profile')
  const navigate = useNavigate()
  const can = useCan()
  const body = useRef<HTMLDivElement>(null)
  useKeys({ o: () => originKey(body.current), e: () => body.current?.querySelector<HTMLButtonElement>('[data-edit]')?.click() })
  return (
    <aside className={classes.panel} aria-label={customer?.name ?? t('nav.customers')}>
      <div className={classes.panelBar}>
        <SegmentedControl
          size="xs"
          value={tab}
          onChange={setTab}
          data={[
            { value: 'profile', label: t('customer.profile') },
            { value: 'timeline', label: t('timeline.title') },
          ]}
        />
        <span style={{ display: 'flex', gap: 2 }}>
          {customer && <ProfileMenu customer={customer} />}
          <Tooltip label={t('customer.fullPage')}>
            <ActionIcon renderRoot={(props) => <Link to="/customers/$id" params={{ id }} {...props} />} aria-label={t('customer.fullPage')}>
              <IconArrowsDiagonal size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('action.closeEsc')}>
            <ActionIcon onClick={onClose} aria-label={t('action.close')}>
              <IconX size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </span>
      </div>
      <Scroll className={classes.panelBody} ref={body} label={t(tab === 'profile' ? 'customer.profile' : 'timeline.title')}>
        {isPending ? (
          <LinesSkeleton lines={9} />
        ) : error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : (
          <>
            <ArchivedNotice customer={customer} />
            <ProfileHead customer={customer} stage={byKey.get('stage')} />
            <ReachBar customer={customer} />
            <KeyFigures customer={customer} />
            {tab === 'profile' ? (
              <>
                <ProfileSections customer={customer} save={save} />
                <Attachments record="customer" id={id} readOnly={!can('customer:update') || customer.archivedAt !== null} />
                <Provenance customer={customer} />
              </>
            ) : (
              <Timeline id={id} onOpen={() => void navigate({ to: '/customers/$id', params: { id } })} />
            )}
          </>
        )}
      </Scroll>
      {dialog}
    </aside>
  )
}
