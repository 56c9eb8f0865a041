import { Text } from '@mantine/core'
import { IconArrowBackUp, IconArrowsExchange, IconPencil, IconPencilCog } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatAgo, formatTime } from '@/kit/field/format'
import { SettingsPage } from '@/kit/SettingsPage'
import settings from '@/kit/settings.module.css'
import { Failure, LinesSkeleton, Message } from '@/kit/states'
import classes from './bulk.module.css'
import { RunActs, useLeft } from './jobs'
import { bulksQuery, useRunNames, useRunWords } from './queries'

/** All bulk edits and undoings that this person began and that can still be taken back. */
export function BulkPage() {
  const { t } = useTranslation()
  const words = useRunWords()
  const list = useQuery(bulksQuery)
  const runs = list.data?.items ?? []
  const nameOf = useRunNames(runs)
  const [look, dialog] = useLeft(nameOf)
  return (
    <div className={classes.page}>
      <SettingsPage title={t('bulk.pageTitle')} lead={t('bulk.pageLead')}>
        {list.isPending ? (
          <LinesSkeleton lines={4} />
        ) : list.error ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : runs.length === 0 ? (
          <Message icon={IconPencilCog} title={t('bulk.noRuns')}>
            {t('bulk.noRunsHint')}
          </Message>
        ) : (
          <ul className={settings.rows} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {runs.map((run) => {
              const Sign = run.kind === 'edit' ? IconPencil : run.kind === 'hand-over' ? IconArrowsExchange : IconArrowBackUp
              return (
                <li key={run.id} className={settings.row}>
                  <Sign size={20} stroke={1.6} color="var(--q-muted)" style={{ flex: 'none' }} />
                  <div className={settings.grow}>
                    <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
                      {nameOf(run)}
                    </Text>
                    <Text size="sm" c={run.state === 'failed' ? 'var(--q-bad)' : 'dimmed'} className="num" title={formatTime(run.createdAt)}>
                      {[run.kind !== 'hand-over' && t(`bulk.many.${run.record}`), formatAgo(run.createdAt), words(run), runs.some((one) => one.of === run.id && one.state === 'completed') && t('bulk.takenBack')].filter(Boolean).join(' · ')}
                    </Text>
                  </div>
                  <RunActs run={run} runs={runs} onLook={look} />
                </li>
              )
            })}
          </ul>
        )}
        {dialog}
      </SettingsPage>
    </div>
  )
}
