import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, type Import } from '@/api'
import { say } from '@/i18n'
import { Count, Counts } from '@/kit/Count'
import { capital, formatNumber, formatTime } from '@/kit/field/format'
import { useFields } from '@/kit/field/useFields'
import { Scroll } from '@/kit/Scroll'
import { Failure, LinesSkeleton } from '@/kit/states'
import { undoingQuery, useRunWords } from '../bulk/queries'
import { UndoImport } from '../bulk/UndoImport'
import { useCan } from '../session/useSession'
import { RunProgress } from './CheckStep'
import { isOver, useImportAct } from './queries'
import { StateMark } from './StateMark'
import classes from './importing.module.css'

export function RunStep({ run }: { run: Import }) {
  const { t } = useTranslation()
  const can = useCan()
  const words = useRunWords()
  const act = useImportAct()
  const { data: undoing } = useQuery({ ...undoingQuery(run.id), enabled: isOver(run.state) && can('customer:update') })
  const undone = undoing?.state === 'completed' ? undoing : null
  if (!isOver(run.state))
    return (
      <section aria-live="polite">
        <Group justify="space-between" mb={10}>
          <h2 className={classes.blockTitle}>{t(run.state === 'paused' ? 'import.isPaused' : 'import.isRunning')}</h2>
          <StateMark state={run.state} />
        </Group>
        <Text c="dimmed" size="sm" mb={14}>
          {t('import.leaveHint')}
        </Text>
        <RunProgress run={run} />
        <div className={classes.actions}>
          <Button variant="default" color="gray" disabled={act.isPending} onClick={() => act.mutate({ id: run.id, action: 'cancel' })}>
            {t('import.cancel')}
          </Button>
          <Button loading={act.isPending} onClick={() => act.mutate({ id: run.id, action: run.state === 'paused' ? 'resume' : 'pause' })}>
            {t(run.state === 'paused' ? 'import.resume' : 'import.pause')}
          </Button>
        </div>
      </section>
    )
  return (
    <section aria-live="polite">
      <Group justify="space-between">
        <h2 className={classes.blockTitle}>{t(undone ? 'import.undone' : `import.over.${run.state}`)}</h2>
        <StateMark state={undone ? 'undone' : run.state} />
      </Group>
      {undone && (
        <div role="status" className="num">
          <Text mt={6}>
            {t('import.undoneBy', { name: undone.createdBy.name || t('actor.system'), when: formatTime(undone.finishedAt ?? undone.createdAt) })} {capital(words(undone))}.
          </Text>
          {undone.result.keptCount > 0 && <Text mt={4}>{t('import.undoneKept', { count: undone.result.keptCount, number: formatNumber(undone.result.keptCount) })}</Text>}
          <Text c="dimmed" size="sm" mt={14}>
            {t('import.undoneCounts')}
          </Text>
        </div>
      )}
      {run.failure && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} mt={10}>
          {run.failure}
        </Alert>
      )}
      {run.result && (
        <Counts>
          <Count value={run.result.created} label={t('import.created')} tone="good" />
          <Count value={run.result.updated} label={t('import.updated')} />
          <Count value={run.result.skipped} label={t('import.skipped')} />
          <Count value={run.result.rejected} label={t('import.rejected')} tone={run.result.rejected > 0 ? 'bad' : undefined} />
        </Counts>
      )}
      <Group gap={8} mt={12}>
        {!undone && (
          <Button component={Link} to="/customers">
            {t('import.seeCustomers')}
          </Button>
        )}
        <Button component={Link} to="/imports" variant="default">
          {t('import.another')}
        </Button>
      </Group>
      <UndoImport key={run.id} run={run} />
      {(run.result?.rejected ?? 0) > 0 && <Rejected run={run} />}
    </section>
  )
}

function Rejected({ run }: { run: Import }) {
  const { t } = useTranslation()
  const { byKey } = useFields()
  const rows = useInfiniteQuery({
    queryKey: ['imports', 'rejected', run.id],
    queryFn: ({ pageParam }) => api.imports.rejected(run.id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  if (rows.isPending) return <LinesSkeleton lines={4} />
  if (rows.error) return <Failure error={rows.error} onRetry={() => void rows.refetch()} />
  return (
    <section className={classes.block}>
      <Group justify="space-between" align="flex-end">
        <div>
          <h2 className={classes.blockTitle}>{t('import.rejectedTitle')}</h2>
          <Text c="dimmed" size="sm">
            {t('import.rejectedHint')}
          </Text>
        </div>
        <Button component="a" href={api.imports.rejectedAddress(run.id)} download variant="default" leftSection={<IconDownload size={16} />}>
          {t('import.rejectedDownload')}
        </Button>
      </Group>
      <Scroll className={classes.scroll} label={t('import.rejectedTitle')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('import.reason')}</th>
              {run.columns.map((one) => (
                <th key={one.index} scope="col">
                  {one.heading || t('import.columnNumber', { number: one.index + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.data.pages.flatMap((page) => page.items).map((row) => (
              <tr key={row.row}>
                <td className="num">{formatNumber(row.row)}</td>
                <td className={classes.reason}>
                  {row.reasons.map((reason, n) => {
                    // Within a list the server names the place too: phones[0].value.
                    const field = byKey.get(reason.field) ?? byKey.get(reason.field.replace(/\[.*/, ''))
                    return (
                      <div key={n}>
                        {field && `${say(field.label)}: `}
                        {reason.message}
                      </div>
                    )
                  })}
                </td>
                {run.columns.map((one, n) => (
                  <td key={one.index}>{row.values[n] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {rows.hasNextPage && (
        <Button variant="subtle" color="gray" mt={8} loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          {t('import.moreRejected')}
        </Button>
      )}
    </section>
  )
}
