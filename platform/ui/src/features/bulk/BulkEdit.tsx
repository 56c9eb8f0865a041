import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Bulk, type Field, type ListAsked, type RecordName } from '@/api'
import { say } from '@/i18n'
import { Count, Counts } from '@/kit/Count'
import { FieldInput } from '@/kit/field/FieldInput'
import { formatNumber, isEmpty, listOf, patchOf } from '@/kit/field/format'
import { TagsField } from '@/kit/field/TagsField'
import { isWritable, useFields, useMembers } from '@/kit/field/useFields'
import { Scroll } from '@/kit/Scroll'
import { FormProblem } from '@/kit/states'
import { ChangeLines } from '../record/Changes'
import { Notes } from './Left'
import { useBegun, useChangeWords } from './queries'
import classes from './bulk.module.css'

/** What is never the same for many. */
const ONES_OWN: Record<RecordName, string[]> = {
  customer: ['name', 'familyName', 'middleName', 'givenName', 'externalId', 'taxCode', 'nationalId', 'kind', 'tags'],
  order: ['number', 'placedAt'],
  interaction: ['at', 'subject', 'body', 'durationSeconds'],
  feedback: ['at', 'subject', 'body', 'nps', 'csat', 'rating'],
  task: ['title', 'body'],
}
const suits = (record: RecordName) => (field: Field) =>
  !(field.owner === 'core' && ONES_OWN[record].includes(field.key)) && !listOf(field) && !field.unique && field.type !== 'file'
const FIRST = ['ownerId', 'assigneeId', 'memberId', 'stage', 'state', 'dueAt', 'priority', 'outcome']
/** Only customers have tags. */
const TAGS = ['addTags', 'removeTags'] as const

type Props = { record: RecordName; whom: { ids: string[] } | { query: ListAsked }; many: string | null; onClose: () => void; onStarted: () => void }

/** One value for many: chosen, looked at, and only then done. */
export function BulkEdit({ record, whom, many, onClose, onStarted }: Props) {
  const { t } = useTranslation()
  const members = useMembers()
  const { edited, byKey } = useFields(record)
  const begun = useBegun()
  const wordsOf = useChangeWords(record)
  const fields = edited.filter((one) => isWritable(one) && suits(record)(one)).sort((a, b) => rank(a) - rank(b))
  const first = record === 'customer' ? TAGS[0] : (fields[0]?.key ?? '')
  const [chosen, setWhat] = useState<string | null>(null)
  const what = chosen ?? first
  const [value, setValue] = useState<unknown>(null)
  const tags = record === 'customer' && TAGS.some((one) => one === what)
  const field = tags ? undefined : byKey.get(what)
  const change = field ? { change: patchOf(field, isEmpty(value) ? null : value) } : { [what]: (value as string[] | null) ?? [] }
  const words = wordsOf({ change: null, addTags: [], removeTags: [], ...change })
  const preview = useMutation({ mutationFn: () => api.bulk.preview({ record, ...whom, ...change }) })
  const start = useMutation({
    mutationFn: (run: Bulk) => api.bulk.act(run.id, 'start'),
    onSuccess: (run) => {
      begun(run)
      onStarted()
    },
  })
  const run = preview.data
  const wrong = isProblem(preview.error) ? Object.entries(preview.error.byField).find(([place]) => place.replace(/^(change\.)?(fields\.)?/, '') === what)?.[1] : undefined
  return (
    <Modal opened onClose={onClose} size={run ? 'xl' : 'md'} title={many === null ? t('bulk.titleAll') : t('bulk.title', { many, what: t(`bulk.noun.${record}`, { count: many === '1' ? 1 : 2 }) })} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {run?.preview ? (
        <Seen run={run} preview={run.preview} words={words} busy={start.isPending} error={start.error} onBack={preview.reset} onStart={() => start.mutate(run)} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            preview.mutate()
          }}
        >
          <Stack>
            <FormProblem error={wrong ? null : preview.error} />
            <Select
              data-autofocus
              openOnFocus={false}
              label={t('bulk.what')}
              searchable
              allowDeselect={false}
              nothingFoundMessage={t('filter.noField')}
              value={what}
              onChange={(next) => {
                setWhat(next)
                setValue(null)
                preview.reset()
              }}
              data={[...(record === 'customer' ? TAGS : []).map((one) => ({ value: one as string, label: t(`bulk.${one}`) })), ...fields.map((one) => ({ value: one.key, label: say(one.label) }))]}
            />
            {field ? (
              <FieldInput field={{ ...field, required: false }} members={members} value={value} onChange={setValue as never} error={wrong} />
            ) : (
              <TagsField suggest label={t('bulk.tagLabel')} value={(value as string[]) ?? []} onChange={setValue} error={wrong} comboboxProps={{ position: 'top' }} />
            )}
            {field && isEmpty(value) && (
              <Text size="sm" c="dimmed">
                {t('bulk.emptyHint')}
              </Text>
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" loading={preview.isPending} disabled={tags && isEmpty(value)}>
                {t('bulk.look')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}

const rank = (field: Field) => (FIRST.includes(field.key) ? FIRST.indexOf(field.key) : FIRST.length)

type SeenProps = { run: Bulk; preview: NonNullable<Bulk['preview']>; words: string; busy: boolean; error: unknown; onBack: () => void; onStart: () => void }
function Seen({ run: { record }, preview, words, busy, error, onBack, onStart }: SeenProps) {
  const { t } = useTranslation()
  const { count, exact, examined, changed, unchanged, refused, samples, refusals } = preview
  const all = examined >= count
  const number = all ? formatNumber(changed) : `≈ ${formatNumber(Math.round((count * changed) / Math.max(1, examined)))}`
  return (
    <Stack>
      <Text>
        {words}
        <Text component="span" display="block" size="sm" c="dimmed">
          {all ? t('bulk.seen') : t('bulk.seenSome', { examined: formatNumber(examined), count: `${exact ? '' : '≈ '}${formatNumber(count)}` })}
        </Text>
      </Text>
      <Counts>
        <Count value={changed} label={t('bulk.changed')} tone="good" />
        <Count value={unchanged} label={t('bulk.unchanged')} />
        <Count value={refused} label={t('bulk.refused')} tone={refused > 0 ? 'bad' : undefined} />
      </Counts>
      {samples.length > 0 && (
        <Scroll className={classes.scroll} label={t('bulk.samples')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t(`record.one.${record}`)}</th>
                <th scope="col">{t('bulk.samples')}</th>
              </tr>
            </thead>
            <tbody>
              {samples.map((one) => (
                <tr key={one.recordId}>
                  <td>{one.name || t(`record.one.${record}`)}</td>
                  <td>
                    <ChangeLines record={record} changes={one.changes} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {refusals.length > 0 && <Notes label={t('bulk.refusedTitle')} notes={refusals} />}
      <FormProblem error={error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onBack}>
          {t('bulk.otherValue')}
        </Button>
        <Button data-autofocus loading={busy} disabled={changed === 0} onClick={onStart}>
          {t('bulk.start', { number, what: t(`bulk.noun.${record}`, { count: changed }) })}
        </Button>
      </Group>
    </Stack>
  )
}
