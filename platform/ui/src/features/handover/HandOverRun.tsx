import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Bulk, type NewHandOver } from '@/api'
import { Avatar } from '@/kit/Avatar'
import { formatNumber } from '@/kit/field/format'
import { useMembers } from '@/kit/field/useFields'
import settings from '@/kit/settings.module.css'
import { Failure, FormProblem, LinesSkeleton } from '@/kit/states'
import { RunActs, useLeft, useRunActs } from '../bulk/jobs'
import { bulksQuery, useBegun, useRunWords } from '../bulk/queries'
import { Handed } from './Handed'
import { useMemberName } from './names'
import { asked, receiversQuery, runQuery, stands, useCountWords } from './queries'
import classes from './handover.module.css'

type Props = { id: string; plan: NewHandOver | null; onPlan: (plan: NewHandOver) => void; onBack: () => void; onRun: (id: string) => void }

/** A hand-over before, while and after it is done: who gets what. */
export function HandOverRun({ id, plan, onPlan, onBack, onRun }: Props) {
  const { t } = useTranslation()
  const nameOf = useMemberName()
  const run = useQuery(runQuery(id))
  if (run.isPending) return <LinesSkeleton lines={5} />
  if (run.error) return <Failure error={run.error} onRetry={() => void run.refetch()} />
  return (
    <Stack gap={18}>
      <Text component="h2" fz={16} fw={600} m={0}>
        {t('handover.of', { name: nameOf(run.data.from) })}
      </Text>
      {run.data.state === 'draft' ? <Draft run={run.data} plan={plan} onPlan={onPlan} onBack={onBack} onRun={onRun} /> : <Going run={run.data} />}
    </Stack>
  )
}

function Draft({ run, plan, onPlan, onBack, onRun }: { run: Bulk } & Omit<Props, 'id'>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const begun = useBegun()
  const [instead, setInstead] = useState<Record<string, string>>({})
  const changed = Object.keys(instead).length
  const start = useMutation({
    mutationFn: () => api.bulk.act(run.id, 'start'),
    onSuccess: (started) => {
      begun(started)
      client.setQueryData(runQuery(run.id).queryKey, started)
    },
  })
  const again = useMutation({
    mutationFn: (next: NewHandOver) => api.handOvers.preview(asked(next)),
    onSuccess: (draft, next) => {
      setInstead({})
      onPlan(next)
      onRun(draft.id)
    },
  })
  const withOthers = () => {
    const named = new Map([...plan!.named.map((one) => [one.recordId, one.to] as const), ...Object.entries(instead)])
    again.mutate({ ...plan!, named: [...named].map(([recordId, to]) => ({ recordId, to })) })
  }
  return (
    <>
      <Text>{t('handover.seen', { number: formatNumber(run.preview?.count ?? 0) })}</Text>
      <FormProblem error={start.error ?? again.error} />
      <Receivers
        run={run}
        choice={
          plan
            ? {
                of: (recordId) => instead[recordId] ?? plan.named.find((one) => one.recordId === recordId)?.to,
                set: (recordId, to) => setInstead(({ [recordId]: _, ...rest }) => (to ? { ...rest, [recordId]: to } : rest)),
              }
            : undefined
        }
      />
      <Group className={classes.bar} gap="xs">
        <Button variant="default" onClick={onBack}>
          {t('handover.edit')}
        </Button>
        {changed > 0 ? (
          <Button loading={again.isPending} onClick={withOthers}>
            {t('handover.lookAgain', { number: formatNumber(changed) })}
          </Button>
        ) : (
          <Button loading={start.isPending} onClick={() => start.mutate()}>
            {t('handover.start', { number: formatNumber(run.preview?.count ?? 0) })}
          </Button>
        )}
      </Group>
    </>
  )
}

function Going({ run }: { run: Bulk }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const words = useRunWords()
  const { act } = useRunActs()
  const runs = useQuery(bulksQuery).data?.items ?? []
  const [look, dialog] = useLeft(() => t('handover.title'))
  const undoing = runs.find((one) => one.of === run.id && one.state !== 'cancelled')
  const state = undoing?.state ?? run.state
  useEffect(() => {
    // What is shown of records and of who got what is older now.
    if (state !== 'running') for (const queryKey of [['customers'], ['records'], ['bulk', 'handed', run.id], ['bulk', 'received']]) void client.invalidateQueries({ queryKey })
  }, [state, client, run.id])
  const shown = undoing ?? run
  const { done, total } = shown.progress
  return (
    <>
      <div role="status">
        {shown.state === 'running' ? (
          <>
            <Progress value={total ? (done / total) * 100 : 100} animated={!total} mb={6} aria-label={t('tray.progress', { name: t('handover.title') })} />
            <Text size="sm" className="num">
              {undoing ? `${t('bulk.undoing')} ` : ''}
              {words(shown)}
            </Text>
          </>
        ) : (
          <Alert color={shown.state === 'failed' ? 'red' : 'jade'} variant="light" icon={shown.state === 'failed' ? undefined : <IconCheck size={18} />}>
            <div className={classes.said}>
              {undoing ? `${t('bulk.undone')} ` : ''}
              {words(shown)}
            </div>
          </Alert>
        )}
      </div>
      <Group gap="xs">
        {shown.state === 'running' && (
          <Button size="compact-sm" variant="default" onClick={() => act.mutate({ id: shown.id, action: 'cancel' })}>
            {t('tray.stop')}
          </Button>
        )}
        <RunActs run={run} runs={runs} onLook={look} />
      </Group>
      <Receivers run={run} />
      {dialog}
    </>
  )
}

type Choice = { of: (recordId: string) => string | undefined; set: (recordId: string, to: string | null) => void }

function Receivers({ run, choice }: { run: Bulk; choice?: Choice }) {
  const { t } = useTranslation()
  const nameOf = useMemberName()
  const counts = useCountWords()
  const people = useMembers()
  const receivers = useQuery(receiversQuery(run.id))
  if (receivers.isPending) return <LinesSkeleton lines={3} />
  if (receivers.error) return <Failure error={receivers.error} onRetry={() => void receivers.refetch()} />
  const among = people.filter((one) => one.id !== run.from)
  return (
    <section>
      <Text component="h3" fz={14} fw={600} mt={0} mb={8}>
        {t('handover.who')}
      </Text>
      <ul className={`${settings.rows} ${classes.list}`} aria-label={t('handover.who')}>
        {receivers.data.items.map((one) => (
          <li key={one.member}>
            <Handed id={run.id} member={one.member} live={stands(run) === 'running'} choice={choice && { among, ...choice }}>
              <Avatar name={nameOf(one.member)} id={one.member} size={30} />
              <div className={settings.grow}>
                <Text fw={500}>{nameOf(one.member)}</Text>
                <Text size="sm" c="dimmed" className="num">
                  {counts(one.counts)}
                </Text>
              </div>
            </Handed>
          </li>
        ))}
      </ul>
    </section>
  )
}
