import { Anchor, Text, UnstyledButton } from '@mantine/core'
import { IconPaperclip, IconShieldCheck, IconShieldOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Feedback, type Interaction, type Order, type RecordName, type Task, type Text as Words, type TimelineEntry } from '@/api'
import { say } from '@/i18n'
import { formatAgo, formatDate, formatMoney, formatNumber, formatTime } from '@/kit/field/format'
import { formatLength } from '@/kit/field/duration'
import { daysBetween, timeOf } from '@/kit/field/instant'
import { useMembers } from '@/kit/field/useFields'
import { ChangeLines } from '../record/Changes'
import { iconOf, type RecordKind } from '../record/kinds'
import { Due, FeedbackMark, Mark, OrderMark, Score } from '../record/marks'
import { TaskCheck } from '../task/TaskCheck'
import classes from './timeline.module.css'

type Props = { entry: TimelineEntry; onOpen: (kind: RecordKind, id: string) => void }

/** One thing that happened: what, who, when, and as much of it as a glance takes in. */
export const Entry = memo(function Entry({ entry, onOpen }: Props) {
  if (entry.kind === 'change' || (entry.changes && entry.kind !== 'order')) return <Change entry={entry} onOpen={onOpen} />
  if (entry.kind === 'order') return <OrderEntry entry={entry} />
  if (entry.kind === 'interaction') return <InteractionEntry entry={entry} onOpen={onOpen} />
  if (entry.kind === 'feedback') return <FeedbackEntry entry={entry} onOpen={onOpen} />
  if (entry.kind === 'task') return <TaskEntry entry={entry} onOpen={onOpen} />
  if (entry.kind === 'consent') return <ConsentEntry entry={entry} />
  return <Change entry={entry} onOpen={onOpen} />
})

/** Within two days the hour counts, then the day. */
function When({ at }: { at: string }) {
  const days = Math.abs(daysBetween(new Date(at), new Date()))
  return (
    <time className={`${classes.when} num`} dateTime={at} title={formatTime(at)}>
      {days === 0 ? (Date.now() - new Date(at).getTime() < 3_600_000 && Date.now() >= new Date(at).getTime() ? formatAgo(at) : timeOf(at)) : days === 1 ? timeOf(at) : formatDate(at)}
    </time>
  )
}

function Shell({ entry, tone, sign, head, by, children }: { entry: TimelineEntry; tone: string; sign?: ReactNode; head: ReactNode; by?: ReactNode; children?: ReactNode }) {
  const Sign = iconOf(entry.kind, entry.type)
  return (
    <li className={classes.entry} data-kind={entry.kind}>
      <span className={classes.sign} data-tone={tone}>
        {sign ?? <Sign size={16} stroke={1.8} aria-hidden />}
      </span>
      <div style={{ minWidth: 0 }}>
        <div className={classes.line}>
          <div className={classes.head}>{head}</div>
          <When at={entry.at} />
        </div>
        <div className={classes.by}>{by ?? entry.actor.name}</div>
        {children}
        <Files files={entry.files} />
      </div>
    </li>
  )
}

const FILES_SHOWN = 3

/** The files at the record, each a click away; the rest are counted and shown on demand. */
function Files({ files }: { files: TimelineEntry['files'] }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  if (files.length === 0) return null
  const rest = files.length - FILES_SHOWN
  return (
    <ul className={classes.attached} aria-label={t('timeline.files', { count: files.length })}>
      <li aria-hidden>
        <IconPaperclip size={14} stroke={1.8} />
        <span className="num">{files.length}</span>
      </li>
      {(all ? files : files.slice(0, FILES_SHOWN)).map((one) => (
        <li key={one.id}>
          <Anchor href={api.attachments.address(one.id)} download={one.fileName} inherit>
            {one.fileName}
          </Anchor>
        </li>
      ))}
      {rest > 0 && !all && (
        <li>
          <UnstyledButton className={classes.moreFiles} onClick={() => setAll(true)}>
            {t('timeline.moreFiles', { count: rest })}
          </UnstyledButton>
        </li>
      )}
    </ul>
  )
}

/** A long text shows its beginning. */
function Body({ children, tone }: { children: string; tone?: string }) {
  const { t } = useTranslation()
  const long = children.length > 420 || children.split('\n').length > 6
  const [all, setAll] = useState(false)
  return (
    <div className={classes.body} data-tone={tone}>
      <div className={long && !all ? classes.clamped : undefined}>{children}</div>
      {long && (
        <UnstyledButton onClick={() => setAll(!all)} style={{ color: 'var(--q-accent-text)', fontSize: 13, fontWeight: 500, minHeight: 24 }}>
          {t(all ? 'timeline.less' : 'timeline.more')}
        </UnstyledButton>
      )}
    </div>
  )
}

function InteractionEntry({ entry, onOpen }: Props) {
  const { t } = useTranslation()
  const members = useMembers()
  const it = entry.record as unknown as Interaction
  const missed = ['no-answer', 'busy', 'wrong-number'].includes(it.outcome ?? '')
  const kind = t(it.direction ? `timeline.${it.direction}.${it.channel}` : `timeline.type.${it.channel}`, { defaultValue: t(`timeline.type.${it.channel}`) })
  const by = members.find((one) => one.id === it.memberId)?.name ?? entry.actor.name
  return (
    <Shell
      entry={entry}
      tone="interaction"
      by={[by, it.durationSeconds ? formatLength(it.durationSeconds) : null].filter(Boolean).join(' · ')}
      head={
        <>
          <UnstyledButton className={classes.what} onClick={() => onOpen('interaction', entry.id)}>
            {it.subject ? `${kind}: ${it.subject}` : kind}
          </UnstyledButton>
          {it.outcome && it.outcome !== 'done' && <Mark tone={missed ? 'warn' : it.outcome === 'reached' ? 'good' : 'calm'}>{t(`interaction.outcome.${it.outcome}`)}</Mark>}
        </>
      }
    >
      {it.body && <Body>{it.body}</Body>}
    </Shell>
  )
}

function FeedbackEntry({ entry, onOpen }: Props) {
  const { t } = useTranslation()
  const members = useMembers()
  const it = entry.record as unknown as Feedback
  const bad = it.kind === 'complaint'
  const open = it.state === 'open' || it.state === 'in-progress'
  const owner = members.find((one) => one.id === it.ownerId)?.name
  return (
    <Shell
      entry={entry}
      tone={bad ? 'bad' : 'feedback'}
      by={
        <>
          {[entry.actor.name, owner && t('feedback.ownedBy', { name: owner })].filter(Boolean).join(' · ')}
          {open && it.dueAt && (
            <>
              {' · '}
              <Due at={it.dueAt} size="xs" />
            </>
          )}
        </>
      }
      head={
        <>
          <UnstyledButton className={classes.what} onClick={() => onOpen('feedback', entry.id)}>
            {it.subject ? `${t(`timeline.type.${it.kind}`)}: ${it.subject}` : t(`timeline.type.${it.kind}`)}
          </UnstyledButton>
          {it.state && <FeedbackMark state={it.state} />}
          <Score feedback={it} />
        </>
      }
    >
      {it.body && <Body tone={bad && open ? 'bad' : undefined}>{it.body}</Body>}
      {it.resolution && <Text size="sm" mt={6}>{t('feedback.resolvedBy', { text: it.resolution })}</Text>}
    </Shell>
  )
}

function TaskEntry({ entry, onOpen }: Props) {
  const { t } = useTranslation()
  const members = useMembers()
  const it = { ...(entry.record as unknown as Task), id: entry.id }
  return (
    <Shell
      entry={entry}
      tone="task"
      by={[t(it.state === 'done' ? 'timeline.taskDone' : it.state === 'cancelled' ? 'timeline.taskCancelled' : 'timeline.taskPlanned'), members.find((one) => one.id === it.assigneeId)?.name ?? entry.actor.name].filter(Boolean).join(' · ')}
      head={
        <>
          <TaskCheck task={it} />
          <UnstyledButton className={classes.what} style={it.state !== 'open' ? { textDecoration: 'line-through', color: 'var(--q-muted)' } : undefined} onClick={() => onOpen('task', entry.id)}>
            {it.title}
          </UnstyledButton>
          {it.dueAt && it.state === 'open' && <Due at={it.dueAt} />}
        </>
      }
    />
  )
}

function OrderEntry({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation()
  const it = entry.record as unknown as Order
  const lines = it.lines ?? []
  const rest = (it.lineCount ?? lines.length) - 3
  return (
    <Shell
      entry={entry}
      tone="order"
      by={[it.channel ? t(`order.channel.${it.channel}`) : null, it.store].filter(Boolean).join(' · ') || entry.actor.name}
      head={
        <>
          <Link to="/orders/$id" params={{ id: entry.id }} className={classes.what} style={{ textDecoration: 'none' }}>
            {t('timeline.order', { number: it.number })}
          </Link>
          <span className="num" style={{ fontWeight: 600 }}>
            {formatMoney(it.total, it.currency)}
          </span>
          <OrderMark state={it.state} />
        </>
      }
    >
      {lines.length > 0 && (
        <div className={`${classes.body} ${classes.goods}`}>
          {lines.slice(0, 3).map((line) => (
            <span key={line.position}>
              <span style={{ overflowWrap: 'anywhere' }}>
                {formatNumber(line.quantity)} × {line.name ?? line.sku}
              </span>
              <Text component="span" inherit c="dimmed" className="num" style={{ whiteSpace: 'nowrap' }}>
                {formatMoney(line.total, it.currency)}
              </Text>
            </span>
          ))}
          {rest > 0 && (
            <Text component="span" inherit c="dimmed">
              {t('order.moreLines', { count: rest })}
            </Text>
          )}
        </div>
      )}
    </Shell>
  )
}

function ConsentEntry({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation()
  const it = entry.record as { purposeName?: Words; purpose?: string; channel: string; state: string; note?: string }
  return (
    <Shell
      entry={entry}
      tone={it.state === 'granted' ? 'order' : 'bad'}
      sign={it.state === 'granted' ? <IconShieldCheck size={16} stroke={1.8} aria-hidden /> : <IconShieldOff size={16} stroke={1.8} aria-hidden />}
      head={
        <>
          <span className={classes.what}>{say(it.purposeName) || it.purpose}</span>
          <Mark tone={it.state === 'granted' ? 'good' : 'bad'}>
            {t(`consent.state.${it.state}`)} · {t(`consent.channel.${it.channel}`)}
          </Mark>
        </>
      }
    >
      {it.note && <Body>{it.note}</Body>}
    </Shell>
  )
}

/** Changes of the record are quiet: they matter to who looks for them. */
function Change({ entry, onOpen }: Props) {
  const { t } = useTranslation()
  const name = entry.actor.name || t(`actor.${entry.actor.kind}`, { defaultValue: t('actor.system') })
  const of = String(entry.record?.recordType ?? 'customer') as RecordName
  const own = of === 'customer'
  const called = [entry.record?.title, entry.record?.name, entry.record?.number, entry.record?.subject].find((one) => typeof one === 'string' && one) as string | undefined
  const about = typeof entry.record?.id === 'string' ? entry.record.id : null
  const verb = t(`history.${entry.type}`, { defaultValue: t(`change.${/Trashed$/.test(entry.type) ? 'trashed' : /Restored$/.test(entry.type) ? 'restored' : /Revised$/.test(entry.type) ? 'revised' : 'added'}`) })
  const opens = !own && about && of !== 'order'
  return (
    <li className={classes.entry} data-kind="change" data-quiet>
      <span className={classes.sign} />
      <div style={{ minWidth: 0 }}>
        <div className={classes.line}>
          <span className={classes.quiet}>
            <b>{name}</b> {verb}
            {!own && ' '}
            {!own &&
              (opens ? (
                <UnstyledButton className={classes.what} style={{ fontSize: 'inherit' }} onClick={() => onOpen(of as RecordKind, about)}>
                  {called ?? t(`record.one.${of as RecordKind}`)}
                </UnstyledButton>
              ) : (
                <b>{called ?? t(`record.one.${of as RecordKind}`)}</b>
              ))}
            {entry.source && ` · ${t(`source.${entry.source}`, { defaultValue: entry.source })}`}
          </span>
          <When at={entry.at} />
        </div>
        {/* A new record's values stand on the profile already. */}
        {!/Registered$/.test(entry.type) && entry.changes && entry.changes.length > 0 && (
          <div className={classes.quiet}>
            <ChangeLines record={of} changes={entry.changes} />
          </div>
        )}
      </div>
    </li>
  )
}
