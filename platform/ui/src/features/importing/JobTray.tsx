import { ActionIcon, Group, Progress, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown, IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Import } from '@/api'
import { formatDuration, formatNumber } from '@/kit/field/format'
import { useCan } from '../session/useSession'
import { importsQuery, isActive, isOver, percentOf, useImportAction } from './queries'
import classes from './importing.module.css'

/** Long work in the corner of every page. What runs is asked from the server, so that it survives a reload. */
export function JobTray() {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const pathname = useLocation({ select: (location) => location.pathname })
  const { data } = useQuery({ ...importsQuery, enabled: can('import:run') })
  const [small, setSmall] = useState(false)
  const [ended, setEnded] = useState<ReadonlySet<string>>(new Set())
  const seen = useRef(new Set<string>())
  const runs = data?.items ?? []

  useEffect(() => {
    const over: string[] = []
    for (const run of data?.items ?? []) {
      if (isActive(run.state)) seen.current.add(run.id)
      else if (seen.current.delete(run.id) && isOver(run.state)) over.push(run.id)
    }
    if (over.length === 0) return
    setEnded((old) => new Set([...old, ...over]))
    // New customers are there now.
    void client.invalidateQueries({ queryKey: ['customers'] })
    void client.invalidateQueries({ queryKey: ['imports', 'one'] })
    void client.invalidateQueries({ queryKey: ['tags'] })
  }, [data, client])

  const shown = runs.filter((run) => (isActive(run.state) || run.state === 'paused' || ended.has(run.id)) && pathname !== `/imports/${run.id}`)
  if (shown.length === 0) return null
  const busy = shown.filter((run) => isActive(run.state)).length
  return (
    <section className={classes.tray} aria-label={t('tray.title')}>
      <UnstyledButton className={classes.trayHead} onClick={() => setSmall(!small)} aria-expanded={!small}>
        <Text size="sm" fw={600}>
          {busy > 0 ? t('tray.running', { count: busy }) : t('tray.title')}
        </Text>
        <IconChevronDown size={16} style={{ transform: small ? 'rotate(180deg)' : undefined }} />
      </UnstyledButton>
      {!small && shown.map((run) => <Job key={run.id} run={run} onHide={() => setEnded((old) => new Set([...old].filter((id) => id !== run.id)))} />)}
    </section>
  )
}

function Job({ run, onHide }: { run: Import; onHide: () => void }) {
  const { t } = useTranslation()
  const act = useImportAction(run.id)
  const percent = percentOf(run)
  const over = isOver(run.state)
  return (
    <div className={classes.job}>
      <Group justify="space-between" wrap="nowrap" gap={6}>
        <Link to="/imports/$id" params={{ id: run.id }} className={classes.jobName}>
          {run.fileName}
        </Link>
        <Group gap={0} wrap="nowrap">
          {run.state === 'running' && (
            <Tooltip label={t('import.pause')}>
              <ActionIcon size={26} aria-label={t('import.pause')} onClick={() => act.mutate('pause')}>
                <IconPlayerPause size={15} />
              </ActionIcon>
            </Tooltip>
          )}
          {run.state === 'paused' && (
            <Tooltip label={t('import.resume')}>
              <ActionIcon size={26} aria-label={t('import.resume')} onClick={() => act.mutate('resume')}>
                <IconPlayerPlay size={15} />
              </ActionIcon>
            </Tooltip>
          )}
          {over ? (
            <ActionIcon size={26} aria-label={t('tray.hide')} onClick={onHide}>
              <IconX size={15} />
            </ActionIcon>
          ) : (
            <Tooltip label={t('import.cancel')}>
              <ActionIcon size={26} aria-label={t('import.cancel')} onClick={() => act.mutate('cancel')}>
                <IconX size={15} />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      </Group>
      {over ? (
        <Text size="xs" c="dimmed" className="num">
          {run.state === 'completed' && <IconCheck size={13} color="var(--q-accent)" style={{ verticalAlign: -2, marginRight: 4 }} />}
          {run.result ? t('tray.result', { created: formatNumber(run.result.created), updated: formatNumber(run.result.updated), rejected: formatNumber(run.result.rejected) }) : t(`import.state.${run.state}`)}
        </Text>
      ) : (
        <>
          <Progress value={percent ?? 100} animated={isActive(run.state) && percent === null} size={6} aria-label={t('tray.progress', { name: run.fileName })} />
          <Text size="xs" c="dimmed" mt={4} className="num">
            {t(`import.state.${run.state}`)}
            {run.progress && ` · ${formatNumber(run.progress.rowsDone)}${run.progress.rowsTotal ? ` / ${formatNumber(run.progress.rowsTotal)}` : ''}`}
            {isActive(run.state) && run.progress?.etaSeconds != null && run.progress.etaSeconds > 0 && ` · ${t('import.left', { time: formatDuration(run.progress.etaSeconds) })}`}
          </Text>
        </>
      )}
    </div>
  )
}
