import { Anchor, Drawer, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazily } from '@/app/lazily'
import { useRemember } from '@/app/recent'
import { formatPhone } from '@/kit/field/format'
import { useFields } from '@/kit/field/useFields'
import { Failure, LinesSkeleton } from '@/kit/states'
import { useKeys } from '@/kit/useKeys'
import type { RecordKind } from '../record/kinds'
import { useSession } from '../session/useSession'
import { Composer, type Wish } from '../timeline/Composer'
import { Timeline } from '../timeline/Timeline'
import { originKey } from '../provenance/key'
import { KeyFigures } from './KeyFigures'
import { ArchivedNotice, ProfileHead, ProfileMenu, ProfileSections, Provenance, ReachBar } from './ProfileParts'
import { ProfileSide } from './ProfileSide'
import { profileQuery } from './queries'
import { useSaveCustomer } from './useSaveCustomer'
import classes from './profile.module.css'

const RecordPanel = lazily(() => import('../record/RecordPanel'), 'RecordPanel')

/** One profile of everything that happened: who it is, what happened, what hangs on it. */
export function CustomerPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/inside/customers/$id' })
  const { data: customer, error, isPending, refetch } = useQuery(profileQuery(useQueryClient(), id))
  const { workspace } = useSession()
  useRemember('customer', customer && { id, label: customer.name, hint: customer.phones[0] && formatPhone(customer.phones[0]) })
  const { byKey } = useFields()
  const [save, dialog] = useSaveCustomer()
  const [opened, setOpened] = useState<{ kind: RecordKind; id: string } | null>(null)
  const [wish, setWish] = useState<Wish | null>(null)
  const [part, setPart] = useState('timeline')
  const phone = useMediaQuery('(max-width: 767px)') ?? false
  const body = useRef<HTMLDivElement>(null)
  const middle = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const navigate = useNavigate()
  const back = () => (router.history.canGoBack() ? router.history.back() : void navigate({ to: '/customers' }))
  useKeys({ o: () => originKey(body.current), e: () => body.current?.querySelector<HTMLButtonElement>('[data-edit]')?.click(), Escape: () => (opened ? setOpened(null) : back()) })
  if (isPending) return <LinesSkeleton lines={12} />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  const open = (kind: RecordKind, record: string) => (kind === 'order' ? void navigate({ to: '/orders/$id', params: { id: record } }) : setOpened({ kind, id: record }))
  const addTask = () => {
    setPart('timeline')
    setWish((old) => ({ tab: 'task', time: (old?.time ?? 0) + 1 }))
  }
  const details = (
    <>
      <ProfileSections customer={customer} save={save} />
      <Provenance customer={customer} />
    </>
  )
  const happened = (
    <>
      {!customer.archivedAt && <Composer key={id} wish={wish} customerId={id} workspaceId={workspace.id} />}
      <Timeline id={id} onOpen={open} />
    </>
  )
  const side = <ProfileSide customer={customer} onOpen={open} onAddTask={addTask} />
  return (
    <div className={classes.profile}>
      <div className={classes.who} ref={body}>
        <div className={classes.crumbs}>
          <Anchor component={Link} to="/customers" size="sm" c="dimmed" style={{ display: 'inline-flex', gap: 6, alignItems: 'center', minHeight: 24 }}>
            <IconArrowLeft size={16} />
            {t('nav.customers')}
          </Anchor>
          <ProfileMenu customer={customer} />
        </div>
        <ArchivedNotice customer={customer} />
        <ProfileHead customer={customer} stage={byKey.get('stage')} />
        <ReachBar customer={customer} />
        <KeyFigures customer={customer} />
        {!phone && details}
      </div>
      {phone ? (
        <>
          <SegmentedControl
            className={classes.parts}
            fullWidth
            value={part}
            onChange={setPart}
            aria-label={t('customer.parts')}
            data={[
              { value: 'timeline', label: t('timeline.title') },
              { value: 'details', label: t('customer.profile') },
              { value: 'side', label: t('customer.related') },
            ]}
          />
          <div className={classes.part}>{part === 'timeline' ? happened : part === 'details' ? details : side}</div>
        </>
      ) : (
        <>
          <div className={classes.happened} ref={middle}>
            {happened}
          </div>
          <aside className={classes.side} tabIndex={0} aria-label={t('customer.related')}>
            {side}
          </aside>
        </>
      )}
      {/* Escape ends what is edited first; then it closes the record. */}
      <Drawer opened={opened !== null} onClose={() => setOpened(null)} closeOnEscape={false} onKeyDown={(event) => event.key === 'Escape' && setOpened(null)} position="right" size={480} withCloseButton={false} padding={0} styles={{ body: { height: '100%' } }} aria-label={opened ? t(`record.one.${opened.kind}`) : undefined}>
        <Suspense fallback={<LinesSkeleton lines={9} />}>{opened && <RecordPanel key={opened.id} kind={opened.kind} id={opened.id} onClose={() => setOpened(null)} />}</Suspense>
      </Drawer>
      {dialog}
    </div>
  )
}
