import { ActionIcon, UnstyledButton } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import {
  IconChecklist, IconChevronDown, IconClipboardText, IconDots, IconFileImport, IconLayoutSidebar, IconMessages, IconPuzzle, IconSearch,
  IconSettings, IconShoppingBag, IconSpeakerphone, IconUsers, type Icon,
} from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, keepViewAs, viewedAs } from '@/api'
import type { FormKind } from '@/features/record/kinds'
import { leaveByDoor } from '@/features/session/provider'
import { ProveAgain } from '@/features/session/ProveAgain'
import { sessionQuery, useCan, useEnter, useSession } from '@/features/session/useSession'
import { Avatar } from '@/kit/Avatar'
import { Tip } from '@/kit/Drop'
import { opens, useKeys } from '@/kit/useKeys'
import { forget } from './forget'
import { lazily } from './lazily'
import { Offline } from './Offline'
import classes from './Frame.module.css'

const Menus = {
  More: lazy(async () => ({ default: (await import('./FrameMenus')).MoreMenu })),
  Workspace: lazy(async () => ({ default: (await import('./FrameMenus')).WorkspaceMenu })),
  Account: lazy(async () => ({ default: (await import('./FrameMenus')).AccountMenu })),
}
const Preview = lazily(() => import('@/features/preview/Banner'), 'Banner')
const JobTray = lazily(() => import('./JobTray'), 'JobTray')
const palette = () => import('./Palette')
const Palette = lazily(palette, 'Palette')
const NoWorkspace = lazily(() => import('@/features/workspace/NoWorkspace'), 'NoWorkspace')
const SecondFactorMissing = lazily(() => import('@/features/session/SecondFactorMissing'), 'SecondFactorMissing')
const NewRecord = lazily(() => import('@/features/record/NewRecord'), 'NewRecord')
const KeyboardHelp = lazily(() => import('./KeyboardHelp'), 'KeyboardHelp')

export type Place = { to: string; search?: object; icon: Icon; label: string; permission?: string; phone?: boolean }
/** What is to be done begins with what I am to do. */
const MY_TASKS = { filter: ['assigneeId:in:me', 'state:in:open'] }
const PLACES: Place[] = [
  { to: '/customers', icon: IconUsers, label: 'nav.customers', permission: 'customer:read', phone: true },
  { to: '/orders', icon: IconShoppingBag, label: 'nav.orders', permission: 'order:read', phone: true },
  { to: '/interactions', icon: IconMessages, label: 'nav.interactions', permission: 'interaction:read' },
  { to: '/feedback', icon: IconSpeakerphone, label: 'nav.feedback', permission: 'feedback:read' },
  { to: '/surveys', icon: IconClipboardText, label: 'nav.surveys', permission: 'survey:read' },
  { to: '/tasks', search: MY_TASKS, icon: IconChecklist, label: 'nav.tasks', permission: 'task:read', phone: true },
  { to: '/imports', icon: IconFileImport, label: 'nav.imports', permission: 'import:run' },
  { to: '/plugins', icon: IconPuzzle, label: 'nav.plugins', permission: 'plugin:read' },
]

/** The application inside a workspace. Another workspace, also one that another tab switched to, begins from nothing. */
export function Frame() {
  const { data } = useQuery({ ...sessionQuery, refetchOnWindowFocus: 'always' })
  const client = useQueryClient()
  const navigate = useNavigate()
  const pathname = useLocation({ select: (location) => location.pathname })
  const id = data?.workspace?.id
  const [inside, setInside] = useState(id)
  if (id !== inside) {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
    setInside(id)
  }
  const last = useRef(id)
  const as = viewedAs()
  useEffect(() => {
    // Whom one looks as is nobody in another workspace.
    if (!as || !id || as.workspace === id) return
    keepViewAs(null)
    window.location.assign('/customers')
  }, [as, id])
  useEffect(() => {
    // A record of the workspace before is not to be found here.
    if (last.current !== id && /^\/(customers|orders|surveys|imports)\/./.test(pathname)) void navigate({ to: '/customers' })
    last.current = id
  }, [id, pathname, navigate])
  if (data?.secondFactorMissing || data?.providerMissing)
    return (
      <Suspense>
        <SecondFactorMissing />
      </Suspense>
    )
  return id ? <Rooms key={id} /> : <Suspense>{data && <NoWorkspace />}</Suspense>
}

function Rooms() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const can = useCan()
  const [narrow, setNarrow] = useLocalStorage({ key: 'quen.rail', defaultValue: false })
  const phone = useMediaQuery('(max-width: 767px)') ?? false
  const [overlay, setOverlay] = useState<'search' | 'keys' | null>(null)
  const [form, setForm] = useState<{ kind: FormKind; customerId: string | null } | null>(null)
  const search = () => {
    void opens(palette())
    setOverlay('search')
  }
  useKeys({
    'mod+k': search,
    '/': search,
    '?': () => setOverlay('keys'),
    'g c': () => void navigate({ to: '/customers' }),
    'g o': () => can('order:read') && void navigate({ to: '/orders', search: {} }),
    'g t': () => can('task:read') && void navigate({ to: '/tasks', search: MY_TASKS }),
    'g f': () => can('feedback:read') && void navigate({ to: '/feedback', search: {} }),
    'g i': () => void navigate({ to: '/imports' }),
    'g p': () => void navigate({ to: '/plugins' }),
    'g s': () => void navigate({ to: '/settings/account' }),
    c: () => can('customer:create') && void navigate({ to: '/customers/new' }),
  })
  const places = PLACES.filter((one) => !one.permission || can(one.permission))
  const collapsed = narrow && !phone
  const as = viewedAs()
  // in the rail, or above the bar of a phone, it lies over nothing: no button of a form is ever behind it
  const docked = !collapsed
  const tray = !as && (
    <Suspense>
      <JobTray docked={docked} />
    </Suspense>
  )
  return (
    <div className={classes.frame} data-narrow={collapsed || undefined} data-preview={as !== null || undefined}>
      <a href="#main" className={classes.skip}>
        {t('nav.skip')}
      </a>
      {as && (
        <Suspense>
          <Preview as={as} />
        </Suspense>
      )}
      {!phone && (
        <nav className={classes.rail} aria-label={t('nav.label')}>
          <WorkspaceMenu collapsed={collapsed} />
          <Tip label={`${t('nav.search')}  /`} position="right" disabled={!collapsed}>
            <UnstyledButton className={classes.search} onClick={search} aria-label={t('nav.search')}>
              <IconSearch size={17} stroke={1.7} />
              {!collapsed && (
                <>
                  <span>{t('nav.search')}</span>
                  <kbd className={classes.kbd} style={{ marginLeft: 'auto' }}>{/Mac/.test(navigator.platform) ? '⌘K' : 'Ctrl K'}</kbd>
                </>
              )}
            </UnstyledButton>
          </Tip>
          <div className={classes.places}>
            {places.map((place) => (
              <Item key={place.to} place={place} collapsed={collapsed} />
            ))}
          </div>
          <div className={classes.bottom}>
            {docked && tray}
            <Item place={{ to: '/settings', icon: IconSettings, label: 'nav.settings' }} collapsed={collapsed} />
            <div className={classes.me}>
              <AccountMenu collapsed={collapsed} onKeys={() => setOverlay('keys')} />
              <Tip label={t(narrow ? 'nav.widen' : 'nav.narrow')} position="right">
                <ActionIcon onClick={() => setNarrow(!narrow)} aria-label={t(narrow ? 'nav.widen' : 'nav.narrow')}>
                  <IconLayoutSidebar size={18} stroke={1.6} />
                </ActionIcon>
              </Tip>
            </div>
          </div>
        </nav>
      )}
      <main id="main" className={classes.main} tabIndex={-1}>
        <Offline />
        <div className={classes.content}>
          <Outlet />
        </div>
      </main>
      {phone && tray}
      {phone && (
        <nav className={classes.bar} aria-label={t('nav.label')}>
          {places.filter((place) => place.phone).map((place) => (
            <Link key={place.to} to={place.to} search={place.search as never} activeOptions={{ includeSearch: false }} className={classes.tab}>
              <place.icon size={22} stroke={1.6} />
              <span>{t(place.label)}</span>
            </Link>
          ))}
          <UnstyledButton className={classes.tab} onClick={search}>
            <IconSearch size={22} stroke={1.6} />
            <span>{t('nav.searchShort')}</span>
          </UnstyledButton>
          <MoreMenu places={places.filter((place) => !place.phone)} />
        </nav>
      )}
      <ProveAgain />
      {!docked && tray}
      <Suspense>
        {overlay === 'search' && <Palette onClose={() => setOverlay(null)} onKeys={() => setOverlay('keys')} onForm={(kind, customerId) => setForm({ kind, customerId })} />}
        {form && <NewRecord {...form} onClose={() => setForm(null)} />}
        {overlay === 'keys' && <KeyboardHelp onClose={() => setOverlay(null)} />}
      </Suspense>
    </div>
  )
}

function Item({ place, collapsed }: { place: Place; collapsed: boolean }) {
  const { t } = useTranslation()
  return (
    <Tip label={t(place.label)} position="right" disabled={!collapsed}>
      <Link to={place.to} search={place.search as never} activeOptions={{ includeSearch: false }} className={classes.item} aria-label={collapsed ? t(place.label) : undefined}>
        <place.icon size={18} stroke={1.7} />
        {!collapsed && <span>{t(place.label)}</span>}
      </Link>
    </Tip>
  )
}

/** Begins as the button alone; what opens from it comes a moment later, and stays open where one was quicker. */
function useOpening(label: string, opened: boolean, onChange: (opened: boolean) => void) {
  return { 'aria-haspopup': 'menu', 'aria-expanded': opened, 'aria-label': label, onClick: () => onChange(!opened) } as const
}

function MoreMenu({ places }: { places: Place[] }) {
  const { t } = useTranslation()
  const [opened, onChange] = useState(false)
  const target = (
    <UnstyledButton className={classes.tab} {...useOpening(t('nav.more'), opened, onChange)}>
      <IconDots size={22} stroke={1.6} />
      <span>{t('nav.more')}</span>
    </UnstyledButton>
  )
  return (
    <Suspense fallback={target}>
      <Menus.More target={target} opened={opened} onChange={onChange} places={places} />
    </Suspense>
  )
}

function WorkspaceMenu({ collapsed }: { collapsed: boolean }) {
  const { t } = useTranslation()
  const { workspace } = useSession()
  const [opened, onChange] = useState(false)
  const target = (
    <UnstyledButton className={classes.workspace} {...useOpening(t('nav.workspace', { name: workspace.name }), opened, onChange)}>
      <Avatar name={workspace.name} id={workspace.id} square size={28} />
      {!collapsed && (
        <>
          <span className={classes.workspaceName}>{workspace.name}</span>
          <IconChevronDown size={15} stroke={1.8} />
        </>
      )}
    </UnstyledButton>
  )
  return (
    <Suspense fallback={target}>
      <Menus.Workspace target={target} opened={opened} onChange={onChange} />
    </Suspense>
  )
}

function AccountMenu({ collapsed, onKeys }: { collapsed: boolean; onKeys: () => void }) {
  const { t } = useTranslation()
  const { account } = useSession()
  const [opened, onChange] = useState(false)
  const target = (
    <UnstyledButton className={classes.account} {...useOpening(t('nav.account', { name: account.name }), opened, onChange)}>
      <Avatar name={account.name} id={account.id} size={26} />
      {!collapsed && <span className={classes.workspaceName}>{account.name}</span>}
    </UnstyledButton>
  )
  return (
    <Suspense fallback={target}>
      <Menus.Account target={target} opened={opened} onChange={onChange} onKeys={onKeys} />
    </Suspense>
  )
}

export function useSignOut() {
  return async () => {
    await api.session.signOut().catch(() => undefined)
    forget()
    leaveByDoor()
    // A fresh page: nothing of this session may stay.
    window.location.assign('/signin')
  }
}

export function useSwitchWorkspace() {
  const enter = useEnter()
  const navigate = useNavigate()
  return async (slug: string) => {
    try {
      const session = await api.session.switchTo(slug)
      keepViewAs(null)
      await navigate({ to: '/customers', search: {} })
      enter(session)
    } catch (error) {
      ;(await import('@/kit/toast')).failed(error)
    }
  }
}
