import { Kbd, Loader, Modal, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconChecklist, IconFileImport, IconKeyboard, IconKey, IconLogout, IconMoon, IconPlus, IconPuzzle, IconSearch, IconShoppingBag, IconSpeakerphone, IconSun, IconUserCircle, IconUsers, type Icon } from '@tabler/icons-react'
import { useMantineColorScheme, useComputedColorScheme } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api'
import { useCan } from '@/features/session/useSession'
import { Avatar } from '@/kit/Avatar'
import { formatPhone } from '@/kit/field/format'
import { foldAccents } from '@/kit/field/parse'
import { useSignOut } from './Frame'
import classes from './Palette.module.css'

type Entry = { id: string; label: string; hint?: string; icon: ReactNode; keys?: string; run: () => void }

/** One box for finding a customer and for going anywhere. */
export function Palette({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const can = useCan()
  const signOut = useSignOut()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const [text, setText] = useState('')
  const [index, setIndex] = useState(0)
  const [settled] = useDebouncedValue(text.trim(), 150)
  const list = useRef<HTMLDivElement>(null)
  const found = useQuery({
    queryKey: ['customers', 'palette', settled],
    queryFn: ({ signal }) => api.customers.list({ q: settled, limit: 8 }, signal),
    enabled: settled.length > 0 && can('customer:read'),
    placeholderData: keepPreviousData,
  })
  const go = (to: string) => () => void navigate({ to })
  const command = (id: string, label: string, Sign: Icon, run: () => void, keys?: string): Entry => ({ id, label, icon: <Sign size={18} stroke={1.6} />, run, keys })
  const commands = [
    can('customer:create') && command('new', t('customer.add'), IconPlus, go('/customers/new'), 'c'),
    command('customers', t('nav.customers'), IconUsers, go('/customers'), 'g c'),
    can('order:read') && command('orders', t('nav.orders'), IconShoppingBag, go('/orders'), 'g o'),
    can('order:create') && command('newOrder', t('record.add.order'), IconPlus, go('/orders/new')),
    can('feedback:read') && command('feedback', t('nav.feedback'), IconSpeakerphone, go('/feedback'), 'g f'),
    can('task:read') && command('tasks', t('nav.tasks'), IconChecklist, () => void navigate({ to: '/tasks', search: { filter: ['assigneeId:in:me', 'state:in:open'] } }), 'g t'),
    can('import:run') && command('imports', t('nav.imports'), IconFileImport, go('/imports'), 'g i'),
    can('plugin:read') && command('plugins', t('nav.plugins'), IconPuzzle, go('/plugins'), 'g p'),
    command('account', t('settings.account'), IconUserCircle, go('/settings/account'), 'g s'),
    can('apikey:manage') && command('keys', t('settings.apiKeys'), IconKey, go('/settings/api-keys')),
    command('theme', t(scheme === 'dark' ? 'palette.light' : 'palette.dark'), scheme === 'dark' ? IconSun : IconMoon, () => setColorScheme(scheme === 'dark' ? 'light' : 'dark')),
    command('help', t('keys.title'), IconKeyboard, onKeys, '?'),
    command('out', t('session.signOut'), IconLogout, () => void signOut()),
  ].filter((one) => one !== false)
  const people: Entry[] = settled
    ? (found.data?.items ?? []).map((one) => ({
        id: one.id,
        label: one.name,
        hint: one.phones[0] ? formatPhone(one.phones[0]) : one.emails[0]?.value,
        icon: <Avatar name={one.name} id={one.id} size={24} square={one.kind === 'organisation'} />,
        run: () => void navigate({ to: '/customers/$id', params: { id: one.id } }),
      }))
    : []
  const fitting = commands.filter((one) => foldAccents(one.label).includes(foldAccents(text.trim())))
  const all: Entry[] = [
    ...people,
    ...(settled ? [command('all', t('palette.all', { name: settled }), IconSearch, () => void navigate({ to: '/customers', search: { q: settled } }))] : []),
    ...fitting,
  ]
  useEffect(() => setIndex(0), [settled])
  useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }), [index])
  const choose = (entry: Entry | undefined) => {
    if (!entry) return
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
        leftSection={found.isFetching ? <Loader size={16} /> : <IconSearch size={18} stroke={1.7} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
          if (by) {
            event.preventDefault()
            setIndex((old) => (old + by + all.length) % Math.max(1, all.length))
          } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            choose(all[index])
          }
        }}
      />
      <div id="palette-list" role="listbox" aria-label={t('nav.search')} className={classes.list} ref={list}>
        {all.map((entry, n) => (
          <div
            key={entry.id}
            id={`palette-${entry.id}`}
            role="option"
            aria-selected={n === index}
            className={classes.option}
            onMouseMove={() => setIndex(n)}
            onClick={() => choose(entry)}
          >
            <span className={classes.icon}>{entry.icon}</span>
            <span className={classes.label}>{entry.label}</span>
            {entry.hint && (
              <Text component="span" size="sm" c="dimmed" className="num">
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
        ))}
        {settled && found.isSuccess && people.length === 0 && fitting.length === 0 && (
          <Text c="dimmed" size="sm" p="sm">
            {t('palette.nothing')}
          </Text>
        )}
      </div>
    </Modal>
  )
}
