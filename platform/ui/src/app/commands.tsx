import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import {
  IconAdjustments, IconArrowsExchange, IconBuildingStore, IconChecklist, IconClipboardText, IconDatabaseImport, IconEyeOff, IconFileImport, IconForms, IconHierarchy2, IconHistory, IconKey, IconKeyboard, IconLanguage, IconLayoutList, IconLock, IconLogout, IconMessages, IconMoon, IconPencilCog, IconPlus,
  IconPuzzle, IconShieldCheck, IconShieldExclamation, IconShieldHalf, IconShoppingBag, IconSpeakerphone, IconSun, IconUserCircle, IconUsers, IconUsersGroup, type Icon,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, viewedAs, type Session } from '@/api'
import type { FormKind } from '@/features/record/kinds'
import { sessionQuery, useCan, useSession } from '@/features/session/useSession'
import { speak } from '@/i18n'
import { failed } from '@/kit/toast'
import { useSignOut, useSwitchWorkspace } from './Frame'

export type Command = { id: string; group: 'do' | 'go'; label: string; icon: Icon; keys?: string; run: () => void }
type Ways = { onKeys: () => void; onForm: (kind: FormKind, customerId: string | null) => void }

/** All that can be done and gone to from anywhere, as far as this person may. */
export function useCommands({ onKeys, onForm }: Ways): Command[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const can = useCan()
  const client = useQueryClient()
  const { account, workspace, workspaces } = useSession()
  const signOut = useSignOut()
  const switchTo = useSwitchWorkspace()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  const pathname = useLocation({ select: (location) => location.pathname })
  // On a customer's page, what is made is about that customer.
  const customerId = /^\/customers\/([0-9a-f-]{36})$/.exec(pathname)?.[1] ?? null
  const go = (to: string, search: object = {}) => () => void navigate({ to, search: search as never })
  const act = (id: string, label: string, icon: Icon, run: () => void, keys?: string): Command => ({ id, group: 'do', label, icon, run, keys })
  const place = (to: string, label: string, icon: Icon, keys?: string, search?: object): Command => ({ id: to, group: 'go', label, icon, keys, run: go(to, search) })
  const language = account.language === 'vi' ? 'en' : 'vi'
  const turnLanguage = async () => {
    try {
      const saved = await api.account.change({ language })
      client.setQueryData<Session>(sessionQuery.queryKey, (old) => old && { ...old, account: { ...old.account, ...saved } })
      await speak(saved.language)
    } catch (error) {
      failed(error)
    }
  }
  return [
    viewedAs() !== null && act('leave-preview', t('preview.leave'), IconEyeOff, () => void import('@/features/preview/lookAs').then(({ stopLooking }) => stopLooking())),
    can('customer:create') && act('new-customer', t('palette.do.customer'), IconPlus, go('/customers/new'), 'c'),
    can('order:create') && act('new-order', t('palette.do.order'), IconPlus, go('/orders/new', customerId ? { customerId } : {})),
    can('interaction:create') && act('new-interaction', t('palette.do.interaction'), IconPlus, () => onForm('interaction', customerId)),
    can('task:create') && act('new-task', t('palette.do.task'), IconPlus, () => onForm('task', customerId)),
    can('feedback:create') && act('new-feedback', t('palette.do.feedback'), IconPlus, () => onForm('feedback', customerId)),
    can('import:run') && act('import', t('palette.do.import'), IconFileImport, go('/imports')),
    can('survey:manage') && act('new-survey', t('survey.add'), IconClipboardText, () => void navigate({ to: '/surveys/$id', params: { id: 'new' }, search: {} })),
    act('language', t(`palette.language.${language}`), IconLanguage, () => void turnLanguage()),
    act('theme', t(dark ? 'palette.light' : 'palette.dark'), dark ? IconSun : IconMoon, () => setColorScheme(dark ? 'light' : 'dark')),
    ...workspaces.filter((one) => one.id !== workspace.id).map((one) => act(`switch-${one.id}`, t('palette.switch', { name: one.name }), IconBuildingStore, () => void switchTo(one.slug))),
    act('keys', t('keys.title'), IconKeyboard, onKeys, '?'),
    act('out', t('session.signOut'), IconLogout, () => void signOut()),
    can('customer:read') && place('/customers', t('nav.customers'), IconUsers, 'g c'),
    can('order:read') && place('/orders', t('nav.orders'), IconShoppingBag, 'g o'),
    can('interaction:read') && place('/interactions', t('nav.interactions'), IconMessages),
    can('feedback:read') && place('/feedback', t('nav.feedback'), IconSpeakerphone, 'g f'),
    can('survey:read') && place('/surveys', t('nav.surveys'), IconClipboardText),
    can('task:read') && place('/tasks', t('nav.tasks'), IconChecklist, 'g t', { filter: ['assigneeId:in:me', 'state:in:open'] }),
    can('import:run') && place('/imports', t('nav.imports'), IconFileImport, 'g i'),
    can('customer:update') && place('/bulk', t('bulk.pageTitle'), IconPencilCog),
    can('plugin:read') && place('/plugins', t('nav.plugins'), IconPuzzle, 'g p'),
    place('/settings/account', t('settings.account'), IconUserCircle, 'g s'),
    can('setting:read') && place('/settings/general', t('settings.general'), IconAdjustments),
    can('setting:read') && place('/settings/sign-in', t('settings.signIn'), IconLock),
    can('member:read') && place('/settings/members', t('settings.members'), IconUsersGroup),
    can('member:read') && place('/settings/roles', t('settings.roles'), IconShieldHalf),
    can('member:read') && place('/settings/teams', t('settings.teams'), IconHierarchy2),
    can('customer:read') && place('/settings/hand-over', t('handover.title'), IconArrowsExchange),
    can('audit:read') && place('/settings/trail', t('settings.trail'), IconHistory),
    can('audit:read') && place('/settings/security', t('settings.security'), IconShieldExclamation),
    place('/settings/workspaces', t('settings.workspaces'), IconBuildingStore),
    can('field:read') && place('/settings/fields', t('settings.fields'), IconForms),
    can('field:manage') && place('/settings/layouts', t('settings.layouts'), IconLayoutList),
    can('consent:read') && place('/settings/consents', t('settings.consents'), IconShieldCheck),
    can('source:read') && place('/settings/sources', t('settings.sources'), IconDatabaseImport),
    can('apikey:manage') && place('/settings/api-keys', t('settings.apiKeys'), IconKey),
  ].filter((one) => one !== false)
}
