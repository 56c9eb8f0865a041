import { ActionIcon, Group, Progress, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconChevronDown, IconX, type Icon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../field/format'
import classes from './tray.module.css'

export type Job = {
  id: string
  name: string
  /** Where more of it is to be seen. */
  at?: string
  search?: object
  state: 'running' | 'paused' | 'done' | 'failed' | 'stopped'
  words: string
  percent: number | null
  secondsLeft?: number | null
  /** It ended before the page was opened: to be found, but no reason to open the tray. */
  old?: boolean
  acts?: { label: string; icon: Icon; run: () => void }[]
  /** What can be done with the result. */
  more?: ReactNode
  onStop: () => void
  onHide: () => void
}

/** Long work beside every page: how far it is, and what came of it. Docked, it is a part of what it stands in; else it floats in the corner. */
export function Tray({ jobs, docked }: { jobs: Job[]; docked: boolean }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<boolean | null>(null)
  if (jobs.length === 0) return null
  const small = chosen ?? jobs.every((job) => job.old)
  const busy = jobs.filter((job) => job.state === 'running').length
  return (
    <section className={classes.tray} data-docked={docked || undefined} aria-label={t('tray.title')}>
      <UnstyledButton className={classes.head} onClick={() => setChosen(!small)} aria-expanded={!small}>
        <Text size="sm" fw={600}>
          {busy > 0 ? t('tray.running', { count: busy }) : t('tray.title')}
        </Text>
        <IconChevronDown size={16} style={{ transform: small ? 'rotate(180deg)' : undefined }} />
      </UnstyledButton>
      <div className={classes.jobs}>{!small && jobs.map((job) => <Line key={job.id} job={job} />)}</div>
    </section>
  )
}

function Line({ job }: { job: Job }) {
  const { t } = useTranslation()
  const going = job.state === 'running' || job.state === 'paused'
  const closing = going ? { label: t('tray.stop'), icon: IconX, run: job.onStop } : { label: t('tray.hide'), icon: IconX, run: job.onHide }
  return (
    <div className={classes.job}>
      <Group justify="space-between" wrap="nowrap" gap={6}>
        {job.at ? (
          <Link to={job.at} search={job.search as never} className={classes.name}>
            {job.name}
          </Link>
        ) : (
          <span className={classes.name}>{job.name}</span>
        )}
        <Group gap={0} wrap="nowrap">
          {[...(job.acts ?? []), closing].map((act) => (
            <Tooltip key={act.label} label={act.label}>
              <ActionIcon size={26} aria-label={`${act.label}: ${job.name}`} onClick={act.run}>
                <act.icon size={15} />
              </ActionIcon>
            </Tooltip>
          ))}
        </Group>
      </Group>
      {going && <Progress value={job.percent ?? 100} animated={job.state === 'running' && job.percent === null} size={6} mb={4} aria-label={t('tray.progress', { name: job.name })} />}
      <Text size="xs" c={job.state === 'failed' ? 'var(--q-bad)' : 'dimmed'} className="num" role="status">
        {job.state === 'done' && <IconCheck size={13} color="var(--q-accent)" className={classes.sign} />}
        {job.state === 'failed' && <IconAlertTriangle size={13} className={classes.sign} />}
        {job.words}
        {job.state === 'running' && (job.secondsLeft ?? 0) > 0 && ` · ${t('import.left', { time: formatDuration(job.secondsLeft!) })}`}
      </Text>
      {!going && job.more && (
        <Group gap={6} mt={6}>
          {job.more}
        </Group>
      )}
    </div>
  )
}
