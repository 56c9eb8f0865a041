import { Anchor, Group, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatSize } from '@/kit/field/format'
import { Failure, LinesSkeleton } from '@/kit/states'
import { CheckStep } from './CheckStep'
import { MapStep } from './MapStep'
import { importQuery, isOver } from './queries'
import { RunStep } from './RunStep'
import classes from './importing.module.css'

/** One import from the file to the result; where it stands is what the server says. */
export function ImportPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/inside/imports/$id' })
  const { data: run, error, isPending, refetch } = useQuery(importQuery(id))
  const [remap, setRemap] = useState(false)
  if (isPending) return <LinesSkeleton lines={10} />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  const step = isOver(run.state) ? 3 : run.state === 'running' || run.state === 'paused' ? 2 : (run.state === 'checking' || run.state === 'checked') && !remap ? 1 : 0
  const current = run.state === 'paused' && !run.check ? 2 : step
  return (
    <div className={classes.page}>
      <Anchor component={Link} to="/imports" size="sm" c="dimmed" style={{ display: 'inline-flex', gap: 6, alignItems: 'center', minHeight: 24 }}>
        <IconArrowLeft size={16} />
        {t('import.title')}
      </Anchor>
      <Group justify="space-between" mt={10} mb={18} align="baseline">
        <Title order={1} size="h2" fz={20} style={{ overflowWrap: 'anywhere' }}>
          {run.fileName}
        </Title>
        <Text c="dimmed" size="sm" className="num">
          {[formatSize(run.size), run.sheet, run.encoding].filter(Boolean).join(' · ')}
        </Text>
      </Group>
      <ol className={classes.steps} aria-label={t('import.steps')}>
        {(['map', 'check', 'run', 'result'] as const).map((name, index) => (
          <li key={name} className={classes.step} data-state={index < current ? 'done' : index === current ? 'now' : undefined} aria-current={index === current ? 'step' : undefined}>
            <b>{index < current ? <IconCheck size={13} stroke={2.4} /> : index + 1}</b>
            <span>{t(`import.step.${name}`)}</span>
          </li>
        ))}
      </ol>
      {current === 0 && <MapStep key={`${run.encoding}${run.delimiter}${run.header}`} run={run} onChecked={() => setRemap(false)} />}
      {current === 1 && <CheckStep run={run} onBack={() => setRemap(true)} />}
      {current >= 2 && <RunStep run={run} />}
    </div>
  )
}
