import { Button, Menu, NativeSelect, SegmentedControl, Select, Text, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconChecklist, IconChevronDown, IconMail, IconMessage2, IconMessages, IconNote, IconPhone, IconStar, IconUsers, type Icon } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Feedback, type Interaction, type Task } from '@/api'
import { DateTimeInput } from '@/kit/field/DateTimeInput'
import { inDays } from '@/kit/field/instant'
import { useMembers } from '@/kit/field/useFields'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { useKeys } from '@/kit/useKeys'
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
  tab: Tab; body: string; subject: string; direction: 'in' | 'out'; outcome: string; minutes: string
  at: string | null; dueAt: string | null; who: string | null; priority: string; rating: string
}
const fresh = (tab: Tab, who: string): Draft => ({
  tab, body: '', subject: '', direction: tab === 'complaint' ? 'in' : 'out', outcome: tab === 'call' ? 'reached' : '', minutes: '', at: null,
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
    try {
      return { ...fresh('note', account.id), ...JSON.parse(sessionStorage.getItem(key) ?? '{}') }
    } catch {
      return fresh('note', account.id)
    }
  })
  const [open, setOpen] = useState(draft.body !== '' || draft.subject !== '')
  const [timed, setTimed] = useState(false)
  const attempt = useRef(crypto.randomUUID())
  const box = useRef<HTMLDivElement>(null)
  // What was typed outlives a reload and a wrong click.
  useEffect(() => {
    if (draft.body || draft.subject) sessionStorage.setItem(key, JSON.stringify(draft))
    else sessionStorage.removeItem(key)
  }, [draft, key])

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
              ...(draft.minutes && Number(draft.minutes) > 0 ? { durationSeconds: Math.round(Number(draft.minutes.replace(',', '.')) * 60) } : {}),
            },
            attempt.current,
          )
      }
    },
    onSuccess: (saved) => {
      const kind = tab!.of
      attempt.current = crypto.randomUUID()
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
  const ready = name === 'task' || name === 'complaint' ? draft.subject.trim() !== '' : name === 'call' || name === 'visit' || name === 'rating' || draft.body.trim() !== '' || draft.subject.trim() !== ''
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
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready && !keep.isPending) {
          event.preventDefault()
          keep.mutate()
        }
        if (event.key === 'Escape' && open) {
          event.stopPropagation()
          setOpen(draft.body !== '' || draft.subject !== '')
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
                <TextInput size="xs" w={110} inputMode="decimal" aria-label={t('composer.minutes')} placeholder={t('composer.minutes')} value={draft.minutes} onChange={(event) => set({ minutes: event.currentTarget.value.replace(/[^\d.,]/g, '') })} />
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
          <div className={classes.foot}>
            {name === 'task' || timed ? (
              <span />
            ) : (
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
                  setOpen(false)
                  setTimed(false)
                }}
              >
                {t('action.cancel')}
              </Button>
              <Button size="xs" loading={keep.isPending} disabled={!ready} onClick={() => keep.mutate()}>
                {t(`composer.save.${name}`)}
              </Button>
            </span>
          </div>
        </>
      )}
    </div>
  )
}
