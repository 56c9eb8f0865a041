import { Anchor, Button, Text } from '@mantine/core'
import { IconArrowLeft, IconArrowsExchange, IconInbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bulk, NewHandOver, ReceivedHandOver } from '@/api'
import { Avatar } from '@/kit/Avatar'
import { formatAgo, formatTime } from '@/kit/field/format'
import { SettingsBlock, SettingsPage } from '@/kit/SettingsPage'
import settings from '@/kit/settings.module.css'
import { Failure, LinesSkeleton, Message } from '@/kit/states'
import { bulksQuery, useRunWords } from '../bulk/queries'
import { useCan, useMe } from '../session/useSession'
import { Handed } from './Handed'
import { HandOverForm } from './HandOverForm'
import { HandOverRun } from './HandOverRun'
import { useMemberName } from './names'
import { EMPTY, receivedQuery, useCountWords } from './queries'
import classes from './handover.module.css'

/** Whose work goes to whom: what was handed over, what one got oneself, and handing over anew. */
export function HandOver() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const { from, run } = useSearch({ from: '/inside/settings/hand-over' })
  // Kept while its preview is looked at, so that one can go back and change it.
  const [plan, setPlan] = useState<NewHandOver>({ ...EMPTY, from: from && from !== 'new' ? from : '' })
  const go = (search: { from?: string; run?: string }) => void navigate({ to: '/settings/hand-over', search })
  if (!from && !run) return <Overview onNew={can('record:handover') ? () => { setPlan(EMPTY); go({ from: 'new' }) } : undefined} />
  return (
    <>
      <Anchor className={classes.back} c="dimmed" renderRoot={(props) => <Link to="/settings/hand-over" search={{}} {...props} />} size="sm">
        <IconArrowLeft size={16} />
        {t('handover.all')}
      </Anchor>
      <SettingsPage title={t('handover.title')} lead={run ? undefined : t('handover.formLead')}>
        {run ? (
          <HandOverRun id={run} plan={plan.from ? plan : null} onPlan={setPlan} onBack={() => go({ from: plan.from || 'new' })} onRun={(id) => go({ run: id })} />
        ) : (
          <HandOverForm plan={plan} onPlan={setPlan} onRun={(id) => go({ run: id })} />
        )}
      </SettingsPage>
    </>
  )
}

function Overview({ onNew }: { onNew?: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const received = useQuery(receivedQuery)
  const begun = useQuery({ ...bulksQuery, enabled: can('customer:update') })
  const runs = (begun.data?.items ?? []).filter((one) => one.kind === 'hand-over')
  return (
    <SettingsPage
      title={t('handover.title')}
      lead={t('handover.lead')}
      action={
        onNew && (
          <Button leftSection={<IconArrowsExchange size={16} />} onClick={onNew}>
            {t('handover.begin')}
          </Button>
        )
      }
    >
      {runs.length > 0 && (
        <SettingsBlock title={t('handover.begun')}>
          <ul className={`${settings.rows} ${classes.list}`} aria-label={t('handover.begun')}>
            {runs.map((run) => (
              <Begun key={run.id} run={run} taken={(begun.data?.items ?? []).some((one) => one.of === run.id && one.state === 'completed')} />
            ))}
          </ul>
        </SettingsBlock>
      )}
      <SettingsBlock title={t('handover.received')}>
        {received.isPending ? (
          <LinesSkeleton lines={3} />
        ) : received.error ? (
          <Failure error={received.error} onRetry={() => void received.refetch()} />
        ) : received.data.items.length === 0 ? (
          <Message icon={IconInbox} title={t('handover.noneReceived')}>
            {t('handover.noneReceivedHint')}
          </Message>
        ) : (
          <ul className={`${settings.rows} ${classes.list}`} aria-label={t('handover.received')}>
            {received.data.items.map((one) => (
              <Received key={one.id} one={one} />
            ))}
          </ul>
        )}
      </SettingsBlock>
    </SettingsPage>
  )
}

function Begun({ run, taken }: { run: Bulk; taken: boolean }) {
  const { t } = useTranslation()
  const nameOf = useMemberName()
  const words = useRunWords()
  return (
    <li className={settings.row}>
      <Avatar name={nameOf(run.from)} id={run.from ?? run.id} size={30} />
      <div className={settings.grow}>
        <Anchor renderRoot={(props) => <Link to="/settings/hand-over" search={{ run: run.id }} {...props} />} fw={500} inherit>
          {t('handover.of', { name: nameOf(run.from) })}
        </Anchor>
        <Text size="sm" c={run.state === 'failed' ? 'var(--q-bad)' : 'dimmed'} className="num" title={formatTime(run.createdAt)}>
          {[formatAgo(run.createdAt), words(run), taken && t('bulk.takenBack')].filter(Boolean).join(' · ')}
        </Text>
      </div>
    </li>
  )
}

function Received({ one }: { one: ReceivedHandOver }) {
  const { t } = useTranslation()
  const me = useMe()
  const nameOf = useMemberName()
  const counts = useCountWords()
  return (
    <li>
      <Handed id={one.id} member={me} live={one.state === 'running'}>
        <Avatar name={nameOf(one.from)} id={one.from} size={30} />
        <div className={settings.grow}>
          <Text fw={500}>{t('handover.fromWhom', { name: nameOf(one.from) })}</Text>
          <Text size="sm" c="dimmed" className="num">
            {[counts(one.counts), t('handover.byWhom', { name: one.by }), one.startedAt && formatAgo(one.startedAt)].filter(Boolean).join(' · ')}
          </Text>
        </div>
      </Handed>
    </li>
  )
}
