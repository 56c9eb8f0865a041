import { Button, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Import } from '@/api'
import { Count, Counts } from '@/kit/Count'
import { formatDuration, formatNumber } from '@/kit/field/format'
import { Scroll } from '@/kit/Scroll'
import { isActive, percentOf, useImportAct } from './queries'
import classes from './importing.module.css'

/** The dry run: says what will happen before anything does. */
export function CheckStep({ run, onBack }: { run: Import; onBack: () => void }) {
  const { t } = useTranslation()
  const act = useImportAct()
  if (isActive(run.state) || !run.check)
    return (
      <section aria-live="polite">
        <h2 className={classes.blockTitle}>{t('import.checking')}</h2>
        <Text c="dimmed" size="sm" mb={14}>
          {t('import.checkingHint')}
        </Text>
        <RunProgress run={run} />
        <div className={classes.actions}>
          <Button variant="default" loading={act.isPending} onClick={() => act.mutate({ id: run.id, action: 'cancel' })}>
            {t('import.cancel')}
          </Button>
        </div>
      </section>
    )
  const { create, update, skip, reject, examples } = run.check
  return (
    <section>
      <h2 className={classes.blockTitle}>{t('import.willHappen')}</h2>
      <Text c="dimmed" size="sm">
        {t('import.willHappenHint')}
      </Text>
      <Counts>
        <Count value={create} label={t('import.create')} tone="good" />
        <Count value={update} label={t('import.update')} />
        <Count value={skip} label={t('import.skip')} />
        <Count value={reject} label={t('import.reject')} tone={reject > 0 ? 'bad' : undefined} />
      </Counts>
      {examples.length > 0 && (
        <Scroll className={classes.scroll} label={t('import.examples')}>
          <table className={`${classes.table} ${classes.few}`}>
            <thead>
              <tr>
                <th scope="col">{t('import.row')}</th>
                <th scope="col">{t('import.customer')}</th>
                <th scope="col">{t('import.action')}</th>
                <th scope="col">{t('import.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {[...examples].sort((a, b) => a.row - b.row).map((one) => (
                <tr key={one.row}>
                  <td className="num">{formatNumber(one.row)}</td>
                  <td>{one.name}</td>
                  <td>{t(`import.${one.action}`, { defaultValue: one.action })}</td>
                  <td className={one.reason ? classes.reason : undefined}>{one.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={onBack}>
          {t('import.changeMapping')}
        </Button>
        <Button size="sm" loading={act.isPending} disabled={create + update === 0} onClick={() => act.mutate({ id: run.id, action: 'start' })}>
          {t('import.startAction', { count: create + update, number: formatNumber(create + update) })}
        </Button>
      </div>
    </section>
  )
}

export function RunProgress({ run }: { run: Import }) {
  const { t } = useTranslation()
  const percent = percentOf(run)
  return (
    <>
      <Progress value={percent ?? 100} animated={percent === null} size={10} aria-label={t('tray.progress', { name: run.fileName })} />
      <Text size="sm" c="dimmed" mt={8} className="num">
        {run.progress && t('import.rows', { done: formatNumber(run.progress.rowsDone), total: run.progress.rowsTotal == null ? '…' : formatNumber(run.progress.rowsTotal) })}
        {isActive(run.state) && run.progress?.etaSeconds != null && run.progress.etaSeconds > 0 && ` · ${t('import.left', { time: formatDuration(run.progress.etaSeconds) })}`}
      </Text>
    </>
  )
}
