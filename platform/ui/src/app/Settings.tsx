import { IconAdjustments, IconArrowsExchange, IconBuildingStore, IconCode, IconDatabaseImport, IconExternalLink, IconForms, IconHierarchy2, IconHistory, IconKey, IconLayoutList, IconLock, IconShieldCheck, IconShieldExclamation, IconShieldHalf, IconUserCircle, IconUsersGroup } from '@tabler/icons-react'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/features/session/useSession'
import { Scroll } from '@/kit/Scroll'
import classes from './Settings.module.css'

export function Settings() {
  const { t } = useTranslation()
  const can = useCan()
  const nav = useRef<HTMLElement>(null)
  const pathname = useLocation({ select: (location) => location.pathname })
  useEffect(() => {
    // On a phone the places lie side by side, and the one that is open may be far to the right.
    nav.current?.querySelector('[data-status="active"]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  const groups = [
    { name: 'own', places: [
      { to: '/settings/account', label: t('settings.account'), icon: IconUserCircle, on: true },
      { to: '/settings/workspaces', label: t('settings.workspaces'), icon: IconBuildingStore, on: true },
    ] },
    { name: 'workspace', places: [
      { to: '/settings/general', label: t('settings.general'), icon: IconAdjustments, on: can('setting:read') },
      { to: '/settings/sign-in', label: t('settings.signIn'), icon: IconLock, on: can('setting:read') },
    ] },
    { name: 'people', places: [
      { to: '/settings/members', label: t('settings.members'), icon: IconUsersGroup, on: can('member:read') },
      { to: '/settings/roles', label: t('settings.roles'), icon: IconShieldHalf, on: can('member:read') },
      { to: '/settings/teams', label: t('settings.teams'), icon: IconHierarchy2, on: can('member:read') },
      { to: '/settings/hand-over', label: t('handover.title'), icon: IconArrowsExchange, on: can('customer:read') },
    ] },
    { name: 'watch', places: [
      { to: '/settings/trail', label: t('settings.trail'), icon: IconHistory, on: can('audit:read') },
      { to: '/settings/security', label: t('settings.security'), icon: IconShieldExclamation, on: can('audit:read') },
    ] },
    { name: 'data', places: [
      { to: '/settings/fields', label: t('settings.fields'), icon: IconForms, on: can('field:read') },
      { to: '/settings/layouts', label: t('settings.layouts'), icon: IconLayoutList, on: can('field:manage') },
      { to: '/settings/consents', label: t('settings.consents'), icon: IconShieldCheck, on: can('consent:read') },
      { to: '/settings/sources', label: t('settings.sources'), icon: IconDatabaseImport, on: can('source:read') },
    ] },
    { name: 'programs', places: [{ to: '/settings/api-keys', label: t('settings.apiKeys'), icon: IconKey, on: can('apikey:manage') }] },
  ] as const
  const open = groups.flatMap((one): { to: string; label: string }[] => [...one.places]).find((one) => pathname.startsWith(one.to))
  return (
    <div className={classes.page}>
      <nav ref={nav} className={classes.nav} aria-label={t('nav.settings')}>
        {groups.map(({ name, places }) => {
          const shown = places.filter((one) => one.on)
          if (shown.length === 0 && name !== 'programs') return null
          return (
            <div key={name} className={classes.group} role="group" aria-label={t(`settings.group.${name}`)}>
              <div className={classes.groupName} aria-hidden>
                {t(`settings.group.${name}`)}
              </div>
              {shown.map((place) => (
                <Link key={place.to} to={place.to} className={classes.item}>
                  <place.icon size={17} stroke={1.7} />
                  {place.label}
                </Link>
              ))}
              {name === 'programs' && (
                <a href="/api/docs" className={classes.item} target="_blank" rel="noreferrer">
                  <IconCode size={17} stroke={1.7} />
                  {t('settings.apiDocs')}
                  <IconExternalLink size={14} stroke={1.7} />
                </a>
              )}
            </div>
          )
        })}
      </nav>
      <Scroll className={classes.body} label={open?.label ?? t('nav.settings')}>
        <Outlet />
      </Scroll>
    </div>
  )
}
