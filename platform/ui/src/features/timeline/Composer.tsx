import { ActionIcon, Button, FileButton, Group, Menu, NativeSelect, SegmentedControl, Select, Text, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconChecklist, IconChevronDown, IconMail, IconMessage2, IconMessages, IconNote, IconPaperclip, IconPhone, IconStar, IconUsers, IconX, type Icon } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Feedback, type Interaction, type RecordPlace, type Task } from '@/api'
import { Tip } from '@/kit/Drop'
import { DateTimeInput } from '@/kit/field/DateTimeInput'
import { DurationInput } from '@/kit/field/DurationInput'
import { formatSize } from '@/kit/field/format'
import { inDays } from '@/kit/field/instant'
import { useMembers } from '@/kit/field/useFields'
import { FormProblem } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { useKeys } from '@/kit/useKeys'
import { ACCEPT, filesQuery, refusalOf } from '../attachment/queries'
import { forgetCustomer } from '../record/queries'
import { useTrash } from '../record/useTrash'
import { useCan, useSession } from '../session/useSession'
import classes from './timeline.module.css'

type Tab = 'note' | 'call' | 'visit' | 'email' | 'sms' | 'chat' | 'rating' | 'complaint' | 'task'
const TABS: { name: Tab; icon: Icon; of: 'interaction' | 'feedback' | 'task' }[] = [
  { name: 'note', icon: IconNote, of: 'interaction' },
  { name: 'call', icon: IconPhone, of: 'interaction' },
  { name: 'task', icon: IconChecklist, of: 'task' },
  { name: 'complaint', icon: IconAlertTriangle, of: 'feedback' },
  { name: 'visit', icon: IconUsers, of: 'interaction' },
  { name: 'email', icon: IconMail, of: 'interaction' },
  { name: 'sms', icon: IconMessage2, of: 'interaction' },
  { name: 'chat', icon: IconMessages, of: 'interaction' },
  { name: 'rating', icon: IconStar, of: 'feedback' },
]
const OUTCOMES = ['reached', 'no-answer', 'busy', 'left-message', 'wrong-number'] as const

type Draft = {
  tab: Tab; body: string; subject: string; direction: 'in' | 'out'; outcome: string; seconds: number | null
  at: string | null; dueAt: string | null; who: string | null; priority: string; rating: string
}
/** A draft survives a reload, its files do not: a browser keeps no more of them than what they are called. */
type Stored = Partial<Draft> & { fileNames?: string[] }
const stored = (key: string): Stored => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Stored
  } catch {
    return {}
  }
}
const fresh = (tab: Tab, who: string): Draft => ({
  tab, body: '', subject: '', direction: tab === 'complaint' ? 'in' : 'out', outcome: tab === 'call' ? 'reached' : '', seconds: null, at: null,
  dueAt: tab === 'task' ? inDays(1, '09:00') : tab === 'complaint' ? inDays(2, '17:00') : null, who, priority: 'normal', rating: '5',
})

/** What another part of the page asks to be written; each time counts. */
export type Wish = { tab: Tab; time: number }
type Props = { customerId: string; workspaceId: string; wish?: Wish | null }

/** Writes down what has just happened, or what is to be done, without leaving the profile. */
export function Composer({ customerId, workspaceId, wish }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const { account } = useSession()
  const members = useMembers()
  const client = useQueryClient()
  const trash = { interaction: useTrash('interaction'), feedback: useTrash('feedback'), task: useTrash('task') }
  const key = `quen.composer.${workspaceId}.${customerId}`
  const [draft, setDraft] = useState<Draft>(() => {
    const { fileNames: _, ...kept } = stored(key)
    return { ...fresh('note', account.id), ...kept }
  })
  const [lost, setLost] = useState<string[]>(() => stored(key).fileNames ?? [])
  const [open, setOpen] = useState(draft.body !== '' || draft.subject !== '' || lost.length > 0)
  const [timed, setTimed] = useState(false)
  const [unread, setUnread] = useState(false)
  const [files, setFiles] = useState<File[]>([])
  const attempt = useRef(crypto.randomUUID())
  const box = useRef<HTMLDivElement>(null)
  // What was typed outlives a reload and a wrong click.
  useEffect(() => {
    const fileNames = [...new Set([...lost, ...files.map((one) => one.name)])]
    if (draft.body || draft.subject || fileNames.length > 0) sessionStorage.setItem(key, JSON.stringify({ ...draft, fileNames } satisfies Stored))
    else sessionStorage.removeItem(key)
  }, [draft, files, lost, key])
  const choose = (chosen: File[]) => {
    setFiles([...files, ...chosen])
    setLost(lost.filter((name) => !chosen.some((one) => one.name === name)))
  }

  const tabs = TABS.filter((one) => can(`${one.of}:create`))
  const tab = tabs.find((one) => one.name === draft.tab) ?? tabs[0]
  const set = (patch: Partial<Draft>) => setDraft((old) => ({ ...old, ...patch }))
  const turn = (name: Tab) => {
    setDraft((old) => ({ ...fresh(name, account.id), body: old.body, subject: old.subject, at: old.at }))
    setOpen(true)
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-first]')?.focus())
  }
  const latestTurn = useRef(turn)
  latestTurn.current = turn
  useEffect(() => {
    if (wish) latestTurn.current(wish.tab)
  }, [wish])
  useKeys({
    n: () => can('interaction:create') && turn('note'),
    l: () => can('interaction:create') && turn('call'),
    t: () => can('task:create') && turn('task'),
  })

  /** What was written stands already: a file that does not come says so, and can be added there again. */
  const attach = async (place: RecordPlace, sent: File[]) => {
    for (const file of sent) await api.attachments.add(place, file, () => {}).catch(failed)
    if (sent.length === 0) return
    await Promise.all([client.invalidateQueries(filesQuery(place)), client.invalidateQueries({ queryKey: ['customers', 'timeline', customerId] })])
  }
  const keep = useMutation({
    mutationFn: (): Promise<Interaction | Feedback | Task> => {
      const body = draft.body.trim() || null
      const subject = draft.subject.trim() || null
      const at = draft.at ?? undefined
      switch (draft.tab) {
        case 'task':
          return api.task.create({ customerId, title: subject, body, dueAt: draft.dueAt, assigneeId: draft.who, priority: draft.priority }, attempt.current)
        case 'complaint':
          return api.feedback.create({ customerId, kind: 'complaint', subject, body, at, ownerId: draft.who, dueAt: draft.dueAt }, attempt.current)
        case 'rating':
          return api.feedback.create({ customerId, kind: 'rating', body, at, rating: Number(draft.rating) }, attempt.current)
        default:
          return api.interaction.create(
            {
              customerId, channel: draft.tab, subject, body, at,
              ...(draft.tab === 'note' ? {} : { direction: draft.direction }),
              ...(draft.tab === 'call' && draft.outcome ? { outcome: draft.outcome } : {}),
              ...(draft.tab === 'call' && draft.outcome === 'reached' && draft.seconds ? { durationSeconds: draft.seconds } : {}),
            },
            attempt.current,
          )
      }
    },
    onSuccess: (saved) => {
      const kind = tab!.of
      attempt.current = crypto.randomUUID()
      void attach({ record: kind, id: saved.id }, files)
      setFiles([])
      setLost([])
      setDraft(fresh('note', account.id))
      setOpen(false)
      setTimed(false)
      forgetCustomer(client, customerId)
      void client.invalidateQueries({ queryKey: ['records', kind] })
      done(t(`record.saved.${kind}`), can(`${kind}:delete`) ? () => void trash[kind]([saved], true, false) : undefined)
      ;(document.activeElement as HTMLElement | null)?.blur?.()
    },
    onError: () => {
      attempt.current = crypto.randomUUID()
    },
  })
  if (!tab) return null
  const name = tab.name
  // Four are always at hand; of the others the chosen one.
  const near = tabs.filter((one, n) => n < 4 || one.name === name)
  const far = tabs.filter((one) => !near.includes(one))
  const titled = name === 'task' || name === 'complaint' || name === 'email'
  // A length that stands there unread would be lost.
  const ready = unread && name === 'call' && draft.outcome === 'reached' ? false : name === 'task' || name === 'complaint' ? draft.subject.trim() !== '' : name === 'call' || name === 'visit' || name === 'rating' || draft.body.trim() !== '' || draft.subject.trim() !== ''
  const someone = (
    <Select
      size="xs"
      w={170}
      label={t(name === 'task' ? 'task.assignee' : 'feedback.owner')}
      data={members.map((one) => ({ value: one.id, label: one.name }))}
      value={draft.who}
      onChange={(who) => set({ who })}
      clearable
      placeholder={t('field.nobody')}
    />
  )
  return (
    <div
      ref={box}
      className={classes.composer}
      role="group"
      aria-label={t('composer.label')}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready && !keep.isPending && !files.some(refusalOf)) {
          event.preventDefault()
          keep.mutate()
        }
        if (event.key === 'Escape' && open) {
          event.stopPropagation()
          setOpen(draft.body !== '' || draft.subject !== '' || files.length > 0 || lost.length > 0)
          ;(event.target as HTMLElement).blur()
        }
      }}
    >
      <div className={classes.tabs}>
        <div className={classes.tablist} role="tablist" aria-label={t('composer.what')}>
        {near.map((one) => (
          <UnstyledButton key={one.name} role="tab" aria-selected={one.name === name} onClick={() => turn(one.name)}>
            <one.icon size={16} stroke={1.8} aria-hidden />
            {t(`composer.tab.${one.name}`)}
          </UnstyledButton>
        ))}
        </div>
        {far.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <UnstyledButton className={classes.else}>
                {t('composer.else')}
                <IconChevronDown size={14} aria-hidden />
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              {far.map((one) => (
                <Menu.Item key={one.name} leftSection={<one.icon size={16} stroke={1.7} />} onClick={() => turn(one.name)}>
                  {t(`composer.tab.${one.name}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {open && titled && (
        <div className={classes.write}>
          <TextInput
            data-first
            variant="unstyled"
            aria-label={t(name === 'task' ? 'composer.task' : 'composer.subject')}
            placeholder={t(name === 'task' ? 'composer.task' : 'composer.subject')}
            styles={{ input: { fontWeight: 500 } }}
            maxLength={200}
            value={draft.subject}
            onChange={(event) => set({ subject: event.currentTarget.value })}
          />
        </div>
      )}
      <div className={classes.write}>
        <Textarea
          data-first={titled ? undefined : true}
          variant="unstyled"
          autosize
          minRows={open ? 2 : 1}
          maxRows={12}
          aria-label={t(`composer.body.${name}`)}
          placeholder={t(`composer.body.${name}`)}
          value={draft.body}
          onFocus={() => setOpen(true)}
          onChange={(event) => set({ body: event.currentTarget.value })}
        />
      </div>
      {open && (
        <>
          <div className={classes.more}>
            <FormProblem error={keep.error} />
            <div className={classes.wrap}>
              {['call', 'email', 'sms', 'chat', 'visit'].includes(name) && (
                <SegmentedControl
                  size="xs"
                  aria-label={t('composer.direction')}
                  value={draft.direction}
                  onChange={(direction) => set({ direction: direction as 'in' | 'out' })}
                  data={(['out', 'in'] as const).map((value) => ({ value, label: t(`timeline.${value}.${name}`, { defaultValue: t(`composer.from.${value}`) }) }))}
                />
              )}
              {name === 'call' && (
                <NativeSelect
                  size="xs"
                  aria-label={t('composer.outcome')}
                  data={OUTCOMES.map((value) => ({ value, label: t(`interaction.outcome.${value}`) }))}
                  value={draft.outcome}
                  onChange={(event) => set({ outcome: event.currentTarget.value })}
                />
              )}
              {name === 'call' && draft.outcome === 'reached' && (
                <DurationInput size="xs" w={150} aria-label={t('field.length')} placeholder={t('composer.length')} value={draft.seconds} onChange={(seconds) => set({ seconds })} onWrong={setUnread} />
              )}
              {name === 'rating' && (
                <SegmentedControl size="xs" aria-label={t('composer.stars')} value={draft.rating} onChange={(rating) => set({ rating })} data={['1', '2', '3', '4', '5'].map((value) => ({ value, label: `${value} ★` }))} />
              )}
              {(name === 'task' || name === 'complaint') && (
                <div style={{ width: 250 }}>
                  <DateTimeInput size="xs" label={t(name === 'task' ? 'task.due' : 'feedback.due')} value={draft.dueAt} onChange={(dueAt) => set({ dueAt })} />
                </div>
              )}
              {(name === 'task' || name === 'complaint') && someone}
              {name === 'task' && (
                <NativeSelect size="xs" label={t('task.priorityLabel')} data={(['low', 'normal', 'high'] as const).map((value) => ({ value, label: t(`task.priority.${value}`) }))} value={draft.priority} onChange={(event) => set({ priority: event.currentTarget.value })} />
              )}
            </div>
            {name === 'task' && (
              <div className={classes.wrap} style={{ gap: 6 }}>
                {([['today', 0, '17:00'], ['tomorrow', 1, '09:00'], ['threeDays', 3, '09:00'], ['week', 7, '09:00']] as const).map(([word, days, time]) => (
                  <UnstyledButton key={word} className={classes.chip} aria-pressed={draft.dueAt === inDays(days, time)} onClick={() => set({ dueAt: inDays(days, time) })}>
                    {t(`composer.days.${word}`)}
                  </UnstyledButton>
                ))}
              </div>
            )}
            {timed && name !== 'task' && (
              <div style={{ width: 250 }}>
                <DateTimeInput size="xs" label={t('composer.at')} value={draft.at} onChange={(at) => set({ at })} />
              </div>
            )}
          </div>
          {lost.length > 0 && (
            <div className={classes.lost} role="status">
              <span>{t('composer.lostFiles', { names: lost.join(', ') })}</span>
              <ActionIcon size={24} aria-label={t('composer.lostFilesHide')} onClick={() => setLost([])}>
                <IconX size={14} />
              </ActionIcon>
            </div>
          )}
          {files.length > 0 && (
            <ul className={classes.files} aria-label={t('file.title')}>
              {files.map((file, n) => (
                <li key={n}>
                  <span style={{ overflowWrap: 'anywhere' }}>{file.name}</span>
                  <Text component="span" size="xs" c={refusalOf(file) ? 'var(--q-bad)' : 'dimmed'} role={refusalOf(file) ? 'alert' : undefined}>
                    {refusalOf(file) ? t(refusalOf(file)!) : formatSize(file.size)}
                  </Text>
                  <ActionIcon size={24} aria-label={t('composer.dropFile', { name: file.name })} onClick={() => setFiles(files.filter((_, other) => other !== n))}>
                    <IconX size={14} />
                  </ActionIcon>
                </li>
              ))}
            </ul>
          )}
          <div className={classes.foot}>
            <Group gap={8} wrap="nowrap">
              {can(`${tab.of}:update`) && (
                <FileButton multiple accept={ACCEPT} inputProps={{ 'aria-label': t('file.add') }} onChange={choose}>
                  {(props) => (
                    <Tip label={t('file.add')}>
                      <ActionIcon {...props} size={26} aria-label={t('file.add')}>
                        <IconPaperclip size={16} stroke={1.8} />
                      </ActionIcon>
                    </Tip>
                  )}
                </FileButton>
              )}
              {name === 'task' || timed ? null : (
                <UnstyledButton
                  style={{ fontSize: 13, color: 'var(--q-muted)', minHeight: 24 }}
                  onClick={() => {
                    setTimed(true)
                    set({ at: draft.at ?? new Date().toISOString() })
                  }}
                >
                  {t('composer.now')}
                </UnstyledButton>
              )}
            </Group>
            <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
              <Text size="xs" c="dimmed" visibleFrom="sm">
                Ctrl ↵
              </Text>
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                onClick={() => {
                  setDraft(fresh(name, account.id))
                  setFiles([])
                  setLost([])
                  setOpen(false)
                  setTimed(false)
                }}
              >
                {t('action.cancel')}
              </Button>
              <Button size="xs" loading={keep.isPending} disabled={!ready || files.some(refusalOf)} onClick={() => keep.mutate()}>
                {t(`composer.save.${name}`)}
              </Button>
            </span>
          </div>
        </>
      )}
    </div>
  )
}
