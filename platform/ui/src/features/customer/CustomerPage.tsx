import { Anchor } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '@/kit/field/useFields'
import { Failure, LinesSkeleton } from '@/kit/states'
import { useKeys } from '@/kit/useKeys'
import { History } from './History'
import { ArchivedNotice, ProfileHead, ProfileMenu, ProfileSections, Provenance, ReachBar } from './ProfileParts'
import { customerQuery } from './queries'
import { useSaveCustomer } from './useSaveCustomer'
import classes from './profile.module.css'

export function CustomerPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/inside/customers/$id' })
  const { data: customer, error, isPending, refetch } = useQuery(customerQuery(id))
  const { byKey } = useFields()
  const [save, dialog] = useSaveCustomer()
  const body = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const navigate = useNavigate()
  const back = () => (router.history.canGoBack() ? router.history.back() : void navigate({ to: '/customers' }))
  useKeys({ e: () => body.current?.querySelector<HTMLButtonElement>('[data-edit]')?.click(), Escape: back })
  if (isPending) return <LinesSkeleton lines={12} />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  return (
    <div className={classes.page}>
      <div className={classes.pageMain} ref={body}>
        <div className={classes.pageInner}>
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
          <ProfileSections customer={customer} save={save} />
          <Provenance customer={customer} />
        </div>
      </div>
      <aside className={classes.pageSide}>
        <History id={id} />
      </aside>
      {dialog}
    </div>
  )
}
