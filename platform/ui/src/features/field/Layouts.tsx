import { Button, Group, Select, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Field, type Layout, type RecordName } from '@/api'
import { layoutQuery } from '@/kit/field/layout'
import { labelOfChoice } from '@/kit/field/format'
import { useFields } from '@/kit/field/useFields'
import { SettingsPage } from '@/kit/SettingsPage'
import { Failure, FormProblem, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { isEditable } from '../customer/sections'
import { arrangementOf, layoutOf, type Row } from './arrangement'
import { Arranger } from './Arranger'
import { RECORDS, useForgetFields } from './queries'
import classes from './field.module.css'

/** Which fields stand where, on forms and profiles, per record type and stage of life. */
export function Layouts() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { record = 'customer', stage } = useSearch({ from: '/inside/settings/layouts' })
  const { edited, isPending: fieldsPending } = useFields(record)
  const stages = useFields('customer').byKey.get('stage')
  const layout = useQuery(layoutQuery(record, stage))
  const go = (search: { record?: RecordName; stage?: string }) => void navigate({ to: '/settings/layouts', search, replace: true })
  return (
    <SettingsPage title={t('settings.layouts')} lead={t('layout.lead')}>
      <Group gap="xs" mb={14}>
        <Select size="xs" w={170} aria-label={t('fields.record')} allowDeselect={false} data={RECORDS.map((value) => ({ value, label: t(`fields.of.${value}`) }))} value={record} onChange={(value) => go({ record: value as RecordName })} />
        {record === 'customer' && stages && (
          <Select
            size="xs"
            w={190}
            aria-label={t('layout.stage')}
            placeholder={t('layout.everyStage')}
            clearable
            data={stages.choices.map((one) => ({ value: one.value, label: labelOfChoice(stages, one.value) }))}
            value={stage ?? null}
            onChange={(value) => go({ record, stage: value ?? undefined })}
          />
        )}
      </Group>
      {layout.isPending || fieldsPending ? (
        <LinesSkeleton />
      ) : layout.error ? (
        <Failure error={layout.error} onRetry={() => void layout.refetch()} />
      ) : (
        <OneLayout key={`${record} ${stage} ${JSON.stringify(layout.data)}`} record={record} stage={stage} layout={layout.data} edited={edited.filter(isEditable)} />
      )}
    </SettingsPage>
  )
}

function OneLayout({ record, stage, layout, edited }: { record: RecordName; stage?: string; layout: Layout; edited: Field[] }) {
  const { t } = useTranslation()
  const forget = useForgetFields()
  const [began] = useState(() => arrangementOf(layout, edited))
  const [rows, setRows] = useState<Row[]>(began.rows)
  const changed = JSON.stringify(rows) !== JSON.stringify(began.rows)
  const keep = useMutation({
    mutationFn: () => api.layout.keep(record, layoutOf({ ...began, rows }, layout), stage),
    onSuccess: () => {
      forget()
      done(t('layout.saved'))
    },
  })
  const reset = useMutation({
    mutationFn: () => api.layout.forget(record, stage),
    onSuccess: () => {
      forget()
      const { sections, hidden } = layout
      done(t('layout.forgotten'), () => void api.layout.keep(record, { sections, hidden }, stage).then(forget, failed))
    },
    onError: failed,
  })
  return (
    <>
      <div className={classes.tools}>
        <Text size="sm" c="dimmed" maw={420}>
          {stage && !layout.own ? t('layout.followsAll') : t(layout.own ? 'layout.own' : 'layout.standard')}
        </Text>
        <Group gap="xs">
          {layout.own && (
            <Button size="xs" variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
              {t(stage ? 'layout.resetStage' : 'layout.reset')}
            </Button>
          )}
          <Button size="xs" disabled={!changed} loading={keep.isPending} onClick={() => keep.mutate()}>
            {t('action.save')}
          </Button>
        </Group>
      </div>
      <FormProblem error={keep.error} />
      <Arranger rows={rows} fields={edited} onChange={setRows} />
    </>
  )
}
