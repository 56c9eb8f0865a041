import { Kbd, Loader, Modal, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ICONS, type FormKind } from '@/features/record/kinds'
import { useSession } from '@/features/session/useSession'
import { Avatar } from '@/kit/Avatar'
import { foldAccents } from '@/kit/field/parse'
import { useCommands, type Command } from './commands'
import { useFound, type Found } from './found'
import { recents, remember, type Recent } from './recent'
import classes from './Palette.module.css'

type Entry = { id: string; label: string; hint?: string; icon: ReactNode; keys?: string; recent?: Recent; run: () => void }
type Group = { name: string; entries: Entry[] }
type Props = { onClose: () => void; onKeys: () => void; onForm: (kind: FormKind, customerId: string | null) => void }

const KINDS = ['customer', 'order', 'task', 'feedback', 'interaction'] as const
const LATELY = 6

/** One box for finding any record, for going anywhere and for doing things. */
export function Palette({ onClose, onKeys, onForm }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { workspace } = useSession()
  const commands = useCommands({ onKeys, onForm })
  const [text, setText] = useState('')
  /** Chosen by its name and not by its place: what arrives late pushes nothing under the finger. */
  const [chosen, setChosen] = useState<string | null>(null)
  const [settled] = useDebouncedValue(text.trim(), 120)
  const [lately] = useState(() => recents(workspace.id))
  const { found, busy, answered, fresh } = useFound(settled)
  const list = useRef<HTMLDivElement>(null)

  const open = ({ kind, id }: { kind: Found['kind']; id: string }) => {
    if (kind === 'customer') void navigate({ to: '/customers/$id', params: { id } })
    else if (kind === 'order') void navigate({ to: '/orders/$id', params: { id } })
    else void navigate({ to: kind === 'task' ? '/tasks' : kind === 'feedback' ? '/feedback' : '/interactions', search: { open: id } as never })
  }
  const ofRecord = (one: Found): Entry => {
    const Sign = one.kind === 'customer' ? null : ICONS[one.kind]
    return {
      id: `${one.kind}-${one.id}`, label: one.label, hint: one.hint, run: () => open(one), recent: { kind: one.kind, id: one.id, label: one.label, hint: one.hint },
      icon: Sign ? <Sign size={18} stroke={1.6} /> : <Avatar name={one.label} id={one.id} size={24} square={one.square} />,
    }
  }
  const ofCommand = (one: Command): Entry => ({ id: one.id, label: one.label, icon: <one.icon size={18} stroke={1.6} />, keys: one.keys, run: one.run, recent: { kind: 'command', id: one.id } })

  const wanted = foldAccents(text.trim())
  const fits = (label: string) => wanted.split(/\s+/).every((word) => foldAccents(label).includes(word))
  // Until the answer to what is typed now is there, of the one before only what fits now: Enter opens nobody else.
  const sure = fresh && settled === text.trim()
  const digits = wanted.replace(/\D/g, '')
  const sought = sure ? found : found.filter((one) => fits(one.label) || (digits.length > 2 && one.hint?.replace(/\D/g, '').includes(digits)))
  const recent = lately.flatMap((one): Entry[] => {
    if (one.kind !== 'command') return [ofRecord(one)]
    const command = commands.find((it) => it.id === one.id)
    return command ? [ofCommand(command)] : []
  })
  const used = recent.filter((one) => fits(one.label)).slice(0, LATELY)
  const rest = (group: Command['group']) => commands.filter((one) => one.group === group && fits(one.label)).map(ofCommand)
  const records: Group[] = settled
    ? [
        ...KINDS.map((kind) => ({ name: t(kind === 'customer' ? 'nav.customers' : `palette.group.${kind}`), entries: sought.filter((one) => one.kind === kind).map(ofRecord) })),
        { name: '', entries: [{ id: 'all', label: t('palette.all', { name: settled }), icon: <IconSearch size={18} stroke={1.6} />, run: () => void navigate({ to: '/customers', search: { q: settled } }) }] },
      ]
    : []
  const both: Group[] = [{ name: t('palette.group.do'), entries: rest('do') }, { name: t('palette.group.go'), entries: rest('go') }]
  // Who types how a command begins means the command.
  const meant = wanted.length > 2 && commands.some((one) => foldAccents(one.label).startsWith(wanted))
  const seen = new Set<string>()
  const groups = [{ name: t('palette.group.recent'), entries: used }, ...(meant ? [...both, ...records] : [...records, ...both])]
    .map((group) => ({ ...group, entries: group.entries.filter((one) => !seen.has(one.id) && seen.add(one.id)) }))
    .filter((group) => group.entries.length > 0)
  const all = groups.flatMap((group) => group.entries)
  const index = Math.max(0, all.findIndex((one) => one.id === chosen))
  const nothing = settled !== '' && answered && !busy && all.every((one) => one.id === 'all')

  useEffect(() => {
    // What it answers is no clean-up: browsers have begun to give a promise.
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [index])
  const choose = (entry: Entry | undefined) => {
    if (!entry) return
    if (entry.recent) remember(workspace.id, entry.recent)
    onClose()
    entry.run()
  }
  return (
    <Modal opened onClose={onClose} withCloseButton={false} size={600} padding={0} centered={false} yOffset="12vh" aria-label={t('nav.search')} title={undefined}>
      <TextInput
        size="md"
        variant="unstyled"
        className={classes.input}
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={all[index] ? `palette-${all[index].id}` : undefined}
        aria-label={t('nav.search')}
        placeholder={t('palette.placeholder')}
        leftSection={busy ? <Loader size={16} /> : <IconSearch size={18} stroke={1.7} />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setChosen(null)
        }}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
          if (by) {
            event.preventDefault()
            setChosen(all[(index + by + all.length) % Math.max(1, all.length)]?.id ?? null)
          } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            choose(all[index])
          }
        }}
      />
      <div id="palette-list" role="listbox" aria-label={t('nav.search')} className={classes.list} ref={list}>
        {groups.map((group) => (
          <div key={group.name || 'all'} role="group" aria-label={group.name || undefined}>
            {group.name && (
              <div className={classes.group} aria-hidden>
                {group.name}
              </div>
            )}
            {group.entries.map((entry) => (
              <Option key={entry.id} entry={entry} selected={entry === all[index]} onPoint={() => setChosen(entry.id)} onChoose={() => choose(entry)} />
            ))}
          </div>
        ))}
      </div>
      {nothing && (
        <Text c="dimmed" size="sm" px="md" pb="sm" role="status">
          {t('palette.nothing')}
        </Text>
      )}
    </Modal>
  )
}

function Option({ entry, selected, onPoint, onChoose }: { entry: Entry; selected: boolean; onPoint: () => void; onChoose: () => void }) {
  return (
    <div id={`palette-${entry.id}`} role="option" aria-selected={selected} className={classes.option} onMouseMove={onPoint} onClick={onChoose}>
      <span className={classes.icon}>{entry.icon}</span>
      <span className={classes.label}>{entry.label}</span>
      {entry.hint && (
        <Text component="span" size="sm" c="dimmed" className={`num ${classes.hint}`}>
          {entry.hint}
        </Text>
      )}
      {entry.keys && (
        <span className={classes.keys}>
          {entry.keys.split(' ').map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}
        </span>
      )}
    </div>
  )
}
