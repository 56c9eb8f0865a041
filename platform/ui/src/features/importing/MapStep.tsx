import { Button, Checkbox, Radio, Select, Stack, Switch, Text } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Import, type ImportMapping, type MatchKey } from '@/api'
import { say } from '@/i18n'
import { useFields } from '@/kit/field/useFields'
import { FormProblem, LinesSkeleton } from '@/kit/states'
import settingsClasses from '@/kit/settings.module.css'
import { isEditable, titleOf } from '../customer/sections'
import { pluginsQuery } from '../plugin/queries'
import { useCan } from '../session/useSession'
import { Preview } from './Preview'
import { importQuery } from './queries'
import classes from './importing.module.css'

const MATCH: MatchKey[] = ['phone', 'email', 'externalId']
const ENCODINGS = ['UTF-8', 'UTF-16LE', 'windows-1258', 'windows-1252', 'TCVN3', 'VNI']
const DELIMITERS = [',', ';', '\t', '|']

/** Which column means what, and what happens with customers who are known already. */
export function MapStep({ run, onChecked }: { run: Import; onChecked: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const can = useCan()
  const { fields, isPending } = useFields()
  const { data: plugins } = useQuery({ ...pluginsQuery, enabled: can('plugin:read') })
  const [columns, setColumns] = useState<Record<number, string | null>>(() =>
    Object.fromEntries(run.columns.map((one) => [one.index, one.field ?? one.suggestedField])),
  )
  const [match, setMatch] = useState<MatchKey[]>(run.match?.length ? run.match : ['phone', 'email', 'externalId'])
  const [onMatch, setOnMatch] = useState<Import['onMatch']>(run.onMatch ?? 'update')
  const [onNew, setOnNew] = useState<Import['onNew']>(run.onNew ?? 'create')

  const mapping = (more: Partial<ImportMapping> = {}): ImportMapping => ({
    encoding: run.encoding,
    delimiter: run.delimiter,
    header: run.header,
    columns: run.columns.map((one) => ({ index: one.index, field: columns[one.index] ?? null })),
    match,
    onMatch,
    onNew,
    ...more,
  })
  // Another encoding or delimiter reads the file anew, so it is told to the server at once.
  const reread = useMutation({
    mutationFn: (more: Partial<ImportMapping>) => api.imports.map(run.id, mapping(more)),
    onSuccess: (saved) => client.setQueryData(importQuery(run.id).queryKey, saved),
  })
  const check = useMutation({
    mutationFn: async () => {
      await api.imports.map(run.id, mapping())
      return api.imports.act(run.id, 'check')
    },
    onSuccess: (saved) => {
      client.setQueryData(importQuery(run.id).queryKey, saved)
      void client.invalidateQueries({ queryKey: ['imports', 'list'] })
      onChecked()
    },
  })

  const used = useMemo(() => new Set(Object.values(columns).filter((one) => one !== null)), [columns])
  const options = useMemo(() => {
    const groups = new Map<string, { value: string; label: string }[]>()
    for (const field of fields) {
      if (!isEditable(field) && field.key !== 'kind') continue
      const group = titleOf(field, plugins?.items)
      groups.set(group, [...(groups.get(group) ?? []), { value: field.key, label: say(field.label) }])
    }
    return [...groups].map(([group, items]) => ({ group, items }))
  }, [fields, plugins])
  if (isPending) return <LinesSkeleton lines={8} />

  const mapped = [...used].length
  const named = ['name', 'givenName', 'familyName'].some((key) => used.has(key))
  const tabular = !/\.xlsx$/i.test(run.fileName)
  return (
    <>
      <section>
        <h2 className={classes.blockTitle}>{t('import.file')}</h2>
        <Text c="dimmed" size="sm">
          {t('import.fileHint')}
        </Text>
        <div className={classes.format}>
          {tabular && (
            <Select
              label={t('import.encoding')}
              data={[...new Set([...(run.encoding ? [run.encoding] : []), ...ENCODINGS])]}
              value={run.encoding}
              allowDeselect={false}
              onChange={(encoding) => reread.mutate({ encoding })}
              disabled={reread.isPending}
            />
          )}
          {tabular && (
            <Select
              label={t('import.delimiter')}
              data={[...new Set([...(run.delimiter ? [run.delimiter] : []), ...DELIMITERS])].map((value) => ({
                value,
                label: DELIMITERS.includes(value) ? t(`import.delimiters.${{ ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }[value]}`) : value,
              }))}
              value={run.delimiter}
              allowDeselect={false}
              onChange={(delimiter) => reread.mutate({ delimiter })}
              disabled={reread.isPending}
            />
          )}
          <Switch
            label={t('import.header')}
            checked={run.header}
            onChange={(event) => reread.mutate({ header: event.currentTarget.checked })}
            disabled={reread.isPending}
            mb={8}
          />
        </div>
        <FormProblem error={reread.error} />
        <Preview run={run} />
      </section>

      <section className={classes.block}>
        <h2 className={classes.blockTitle}>{t('import.columns')}</h2>
        <Text c="dimmed" size="sm" mb={10}>
          {t('import.columnsHint', { mapped, count: run.columns.length })}
        </Text>
        <div className={settingsClasses.rows}>
          {run.columns.map((column) => {
            const chosen = columns[column.index] ?? null
            return (
              <div key={column.index} className={classes.mapRow} data-skipped={chosen === null || undefined}>
                <div style={{ minWidth: 0 }}>
                  <Text fw={500} truncate>
                    {column.heading || t('import.columnNumber', { number: column.index + 1 })}
                  </Text>
                  <div className={classes.samples}>{column.samples.filter(Boolean).slice(0, 3).join(' · ') || t('import.noSamples')}</div>
                </div>
                <IconArrowRight size={16} color="var(--q-muted)" aria-hidden />
                <Select
                  aria-label={t('import.fieldFor', { name: column.heading || column.index + 1 })}
                  data={options.map((group) => ({
                    ...group,
                    items: group.items.map((one) => ({ ...one, disabled: one.value !== chosen && used.has(one.value) && !MANY.has(one.value) })),
                  }))}
                  value={chosen}
                  onChange={(value) => setColumns({ ...columns, [column.index]: value })}
                  placeholder={t('import.skipColumn')}
                  searchable
                  clearable
                  nothingFoundMessage={t('field.noChoice')}
                />
              </div>
            )
          })}
        </div>
      </section>

      <section className={classes.block}>
        <h2 className={classes.blockTitle}>{t('import.known')}</h2>
        <Text c="dimmed" size="sm" mb={12}>
          {t('import.knownHint')}
        </Text>
        <Stack gap={18}>
          <Checkbox.Group label={t('import.match')} value={match} onChange={(value) => setMatch(value as MatchKey[])}>
            <Stack gap={8} mt={8}>
              {MATCH.map((one) => (
                <Checkbox key={one} value={one} label={t(`import.matchBy.${one}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Radio.Group label={t('import.onMatch')} value={onMatch} onChange={(value) => setOnMatch(value as Import['onMatch'])}>
            <Stack gap={8} mt={8}>
              <Radio value="update" label={t('import.onMatchUpdate')} />
              <Radio value="skip" label={t('import.onMatchSkip')} />
            </Stack>
          </Radio.Group>
          <Radio.Group label={t('import.onNew')} value={onNew} onChange={(value) => setOnNew(value as Import['onNew'])}>
            <Stack gap={8} mt={8}>
              <Radio value="create" label={t('import.onNewCreate')} />
              <Radio value="skip" label={t('import.onNewSkip')} />
            </Stack>
          </Radio.Group>
        </Stack>
      </section>
      <Stack mt={20}>
        {!named && onNew === 'create' && (
          <Text size="sm" c="var(--q-warn)" role="status">
            {t('import.needsName')}
          </Text>
        )}
        <FormProblem error={check.error} />
      </Stack>
      <div className={classes.actions}>
        <Button size="md" loading={check.isPending} disabled={mapped === 0} onClick={() => check.mutate()}>
          {t('import.checkAction')}
        </Button>
      </div>
    </>
  )
}

/** Several columns may hold one of these each. */
const MANY = new Set(['phones', 'emails', 'tags', 'interests'])
