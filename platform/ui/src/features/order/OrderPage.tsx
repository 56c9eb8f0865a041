import { Anchor } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Order } from '@/api'
import { useRemember } from '@/app/recent'
import { formatMoney } from '@/kit/field/format'
import { Failure, LinesSkeleton } from '@/kit/states'
import { useKeys } from '@/kit/useKeys'
import { recordQuery } from '../record/queries'
import { RecordMenu } from '../record/RecordPanel'
import { OrderDetail } from './OrderDetail'
import profile from '../customer/profile.module.css'

export function OrderPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/inside/orders/$id' })
  const navigate = useNavigate()
  const router = useRouter()
  const { data, error, isPending, refetch } = useQuery(recordQuery('order', id))
  const order = data as Order | undefined
  useRemember('order', order && { id, label: order.number, hint: formatMoney(order.total, order.currency) })
  useKeys({
    e: () => data && void navigate({ to: '/orders/$id/edit', params: { id } }),
    Escape: () => (router.history.canGoBack() ? router.history.back() : void navigate({ to: '/orders', search: {} })),
  })
  if (isPending) return <LinesSkeleton lines={12} />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  return (
    <div className={profile.pageMain}>
      <div className={profile.pageInner}>
        <div className={profile.crumbs}>
          <Anchor component={Link} to="/orders" size="sm" c="dimmed" style={{ display: 'inline-flex', gap: 6, alignItems: 'center', minHeight: 24 }}>
            <IconArrowLeft size={16} />
            {t('nav.orders')}
          </Anchor>
          <RecordMenu kind="order" record={data} />
        </div>
        <OrderDetail order={data as Order} />
      </div>
    </div>
  )
}
