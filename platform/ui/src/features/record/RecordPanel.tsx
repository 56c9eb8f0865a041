import { ActionIcon, Alert, Button, Group, Menu, Text, Textarea, Title, Tooltip } from '@mantine/core'
import { IconArrowsDiagonal, IconCheck, IconDotsVertical, IconPlayerPlay, IconRotate, IconTrash, IconTrashOff, IconUser, IconUserShare, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Feedback, Interaction, Task } from '@/api'
import { lazily } from '@/app/lazily'
import { formatAgo, formatDate, formatTime } from '@/kit/field/format'
import { useLaidOut } from '@/kit/field/layout'
import { useFields, useMembers } from '@/kit/field/useFields'
import { useRules } from '@/kit/field/useRules'
import { CustomerName } from '@/kit/record/CustomerName'
import { EditableField } from '@/kit/record/EditableField'
import recordClasses from '@/kit/record/record.module.css'
import { useSave } from '@/kit/record/useSave'
import { Scroll } from '@/kit/Scroll'
import { Failure, LinesSkeleton } from '@/kit/states'
import { failed } from '@/kit/toast'
import { useKeys } from '@/kit/useKeys'
import { Attachments } from '../attachment/Attachments'
import { isOfKind } from '../customer/sections'
import { useCan, useSession } from '../session/useSession'
import { Answers } from '../survey/Answers'
import { RecordChanges } from './Changes'
import { collection, iconOf, titleOf, type AnyRecord, type RecordKind } from './kinds'
import { Due, FeedbackMark, Score } from './marks'
import { recordQuery, useRecordCache } from './queries'
import { useTrash } from './useTrash'
import profile from '../customer/profile.module.css'
import classes from './record.module.css'

type Props = { kind: RecordKind; id: string; onClose: () => void; children?: (record: AnyRecord) => React.ReactNode }

/** A record beside its list, or beside a timeline: what it says, edited in place, and what can be done with it. */
export function RecordPanel({ kind, id, onClose, children }: Props) {
  const { t } = useTranslation()
  const { data: record, error, isPending, refetch } = useQuery(recordQuery(kind, id))
  const body = useRef<HTMLDivElement>(null)
  useKeys({ e: () => body.current?.querySelector<HTMLButtonElement>('[data-edit]')?.click() })
  return (
    <aside className={profile.panel} aria-label={record ? (titleOf(kind, record) ?? t(`record.one.${kind}`)) : t(`record.one.${kind}`)}>
      <div className={profile.panelBar}>
        <Text size="sm" c="dimmed" fw={500}>
          {t(`record.one.${kind}`)}
        </Text>
        <span style={{ display: 'flex', gap: 2 }}>
          {record && <RecordMenu kind={kind} record={record} />}
          {kind === 'order' && (
            <Tooltip label={t('customer.fullPage')}>
              <ActionIcon renderRoot={(props) => <Link to="/orders/$id" params={{ id }} {...props} />} aria-label={t('customer.fullPage')}>
                <IconArrowsDiagonal size={18} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label={t('action.closeEsc')}>
            <ActionIcon onClick={onClose} aria-label={t('action.close')}>
              <IconX size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </span>
      </div>
      <Scroll className={profile.panelBody} ref={body} label={t(`record.one.${kind}`)}>
        {isPending ? (
          <LinesSkeleton lines={9} />
        ) : error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : children ? (
          children(record)
        ) : (
          <RecordBody kind={kind} record={record} />
        )}
      </Scroll>
    </aside>
  )
}

const AccessDialog = lazily(() => import('../share/AccessDialog'), 'AccessDialog')

export function RecordMenu({ kind, record }: { kind: RecordKind; record: AnyRecord }) {
  const { t } = useTranslation()
  const can = useCan()
  const move = useTrash(kind)
  const [sharing, setSharing] = useState(false)
  const shares = can('record:share') || can('role:manage')
  if (!can(`${kind}:delete`) && !shares) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label={t('action.more')}>
            <ActionIcon aria-label={t('action.more')}>
              <IconDotsVertical size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {shares && (
            <Menu.Item leftSection={<IconUserShare size={16} />} onClick={() => setSharing(true)}>
              {t('share.open')}
            </Menu.Item>
          )}
          {can(`${kind}:delete`) && (
            <Menu.Item leftSection={record.deletedAt ? <IconTrashOff size={16} /> : <IconTrash size={16} />} onClick={() => void move([record], !record.deletedAt)}>
              {t(record.deletedAt ? 'trash.restore' : 'trash.move')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>{sharing && <AccessDialog at={{ record: kind, id: record.id }} name={titleOf(kind, record) ?? t(`record.one.${kind}`)} onClose={() => setSharing(false)} />}</Suspense>
    </>
  )
}

export function TrashedNotice({ kind, record }: { kind: RecordKind; record: AnyRecord }) {
  const { t } = useTranslation()
  const can = useCan()
  const move = useTrash(kind)
  if (!record.deletedAt) return null
  return (
    <Alert color="yellow" variant="light" icon={<IconTrash size={18} />} mb="md">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('trash.isThere', { when: formatDate(record.deletedAt) })}</Text>
        {can(`${kind}:delete`) && (
          <Button size="compact-sm" variant="default" onClick={() => void move([record], false)}>
            {t('trash.restore')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

/** Saves changes of one kind of record. */
export function useSaveRecord(kind: RecordKind) {
  const { edited } = useFields(kind)
  const cache = useRecordCache(kind)
  return useSave<AnyRecord>({
    fields: edited,
    put: cache.put,
    one: (id) => collection(kind).one(id) as Promise<AnyRecord>,
    change: (id, version, patch) => collection(kind).change(id, version, patch) as Promise<AnyRecord>,
  })
}

function RecordBody({ kind, record }: { kind: RecordKind; record: AnyRecord }) {
  const { t } = useTranslation()
  const can = useCan()
  const { account } = useSession()
  const members = useMembers()
  const { edited } = useFields(kind)
  const [save, dialog] = useSaveRecord(kind)
  const rules = useRules(kind, edited, record)
  const sections = useLaidOut(kind, edited.filter((field) => !rules.hidden.has(field.key) && isOfKind(field, record)))
  const [resolving, setResolving] = useState(false)
  const [resolution, setResolution] = useState('')
  const readOnly = !can(`${kind}:update`) || record.deletedAt !== null
  const type = kind === 'interaction' ? (record as Interaction).channel : kind === 'feedback' ? (record as Feedback).kind : kind
  const Sign = iconOf(kind, type)
  const put = (patch: object) => void save(record, patch).catch(failed)
  const task = kind === 'task' ? (record as Task) : null
  const feedback = kind === 'feedback' ? (record as Feedback) : null
  const when = 'at' in record ? record.at : record.createdAt
  return (
    <>
      <TrashedNotice kind={kind} record={record} />
      <div className={classes.head}>
        <span className={classes.sign} data-tone={type === 'complaint' ? 'bad' : undefined}>
          <Sign size={20} stroke={1.7} />
        </span>
        <div style={{ minWidth: 0 }}>
          <Title order={1} size="h2" fz={17} style={{ overflowWrap: 'anywhere' }}>
            {titleOf(kind, record) ?? t(`timeline.type.${type}`, { defaultValue: t(`record.one.${kind}`) })}
          </Title>
          <Group gap={8} mt={2}>
            {feedback?.state && <FeedbackMark state={feedback.state} />}
            {feedback && <Score feedback={feedback} />}
            {task?.dueAt && <Due at={task.dueAt} over={task.state !== 'open'} />}
            <Text size="sm" c="dimmed" title={formatTime(when)}>
              {record.createdBy.name || t('actor.system')} · {formatAgo(when)}
            </Text>
          </Group>
          {record.customerId && (
            <Text size="sm" mt={4} style={{ display: 'inline-flex', alignItems: 'center', gap: 5 }}>
              <IconUser size={14} stroke={1.7} color="var(--q-muted)" />
              <CustomerName id={record.customerId} name={'customerName' in record ? record.customerName : null} />
            </Text>
          )}
        </div>
      </div>
      {!readOnly && (task || feedback?.state) && (
        <div className={classes.acts}>
          {task?.state === 'open' && (
            <Button size="xs" leftSection={<IconCheck size={15} />} onClick={() => put({ state: 'done' })}>
              {t('task.finish')}
            </Button>
          )}
          {task && task.state !== 'open' && (
            <Button size="xs" variant="default" leftSection={<IconRotate size={15} />} onClick={() => put({ state: 'open' })}>
              {t('task.reopen')}
            </Button>
          )}
          {feedback?.state === 'open' && (
            <Button size="xs" variant="default" leftSection={<IconPlayerPlay size={15} />} onClick={() => put({ state: 'in-progress', ...(feedback.ownerId ? {} : { ownerId: account.id }) })}>
              {t('feedback.start')}
            </Button>
          )}
          {(feedback?.state === 'open' || feedback?.state === 'in-progress') && (
            <Button size="xs" leftSection={<IconCheck size={15} />} onClick={() => (feedback.kind === 'complaint' && !feedback.resolution ? setResolving(true) : put({ state: 'resolved' }))}>
              {t('feedback.resolve')}
            </Button>
          )}
          {(feedback?.state === 'resolved' || feedback?.state === 'closed') && (
            <Button size="xs" variant="default" leftSection={<IconRotate size={15} />} onClick={() => put({ state: 'in-progress' })}>
              {t('feedback.reopen')}
            </Button>
          )}
        </div>
      )}
      {resolving && feedback && feedback.state !== 'resolved' && (
        <form
          style={{ marginBottom: 18 }}
          onSubmit={(event) => {
            event.preventDefault()
            put({ state: 'resolved', resolution: resolution.trim() })
          }}
        >
          <Textarea autoFocus autosize minRows={2} label={t('feedback.how')} value={resolution} onChange={(event) => setResolution(event.currentTarget.value)} />
          <Group gap={6} mt={8}>
            <Button type="submit" size="xs" disabled={!resolution.trim()}>
              {t('feedback.resolve')}
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={() => setResolving(false)}>
              {t('action.cancel')}
            </Button>
          </Group>
        </form>
      )}
      {sections.map((section) => (
        <section key={section.id} className={sections.length > 1 ? recordClasses.section : undefined} aria-label={section.title ?? undefined}>
          {sections.length > 1 && <h2 className={recordClasses.sectionTitle}>{section.title}</h2>}
          {section.fields.map((field) => (
            <EditableField key={field.key} field={field} record={record} members={members} readOnly={readOnly} save={save} />
          ))}
        </section>
      ))}
      <Attachments record={kind} id={record.id} readOnly={readOnly} />
      {feedback?.answers && (
        <section aria-label={t('survey.answers')} style={{ marginTop: 22 }}>
          <Title order={2} size="h3" fz={13} c="dimmed">
            {t('survey.answers')}
          </Title>
          <Answers feedback={feedback} />
        </section>
      )}
      <RecordChanges kind={kind} id={record.id} />
      {dialog}
    </>
  )
}
