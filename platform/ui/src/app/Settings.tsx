import { IconAdjustments, IconBuildingStore, IconCode, IconDatabaseImport, IconExternalLink, IconForms, IconHierarchy2, IconHistory, IconKey, IconLayoutList, IconLock, IconShieldCheck, IconShieldExclamation, IconShieldHalf, IconUserCircle, IconUsersGroup } from '@tabler/icons-react'
import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/features/session/useSession'
import classes from './Settings.module.css'

export function Settings() {
  const { t } = useTranslation()
  const can = useCan()
  const places = [
    { to: '/settings/account', label: t('settings.account'), icon: IconUserCircle, on: true },
    { to: '/settings/general', label: t('settings.general'), icon: IconAdjustments, on: can('setting:read') },
    { to: '/settings/sign-in', label: t('settings.signIn'), icon: IconLock, on: can('setting:read') },
    { to: '/settings/members', label: t('settings.members'), icon: IconUsersGroup, on: can('member:read') },
    { to: '/settings/roles', label: t('settings.roles'), icon: IconShieldHalf, on: can('member:read') },
    { to: '/settings/teams', label: t('settings.teams'), icon: IconHierarchy2, on: can('member:read') },
    { to: '/settings/trail', label: t('settings.trail'), icon: IconHistory, on: can('audit:read') },
    { to: '/settings/security', label: t('settings.security'), icon: IconShieldExclamation, on: can('audit:read') },
    { to: '/settings/workspaces', label: t('settings.workspaces'), icon: IconBuildingStore, on: true },
    { to: '/settings/fields', label: t('settings.fields'), icon: IconForms, on: can('field:read') },
    { to: '/settings/layouts', label: t('settings.layouts'), icon: IconLayoutList, on: can('field:manage') },
    { to: '/settings/consents', label: t('settings.consents'), icon: IconShieldCheck, on: can('consent:read') },
    { to: '/settings/sources', label: t('settings.sources'), icon: IconDatabaseImport, on: can('source:read') },
    { to: '/settings/api-keys', label: t('settings.apiKeys'), icon: IconKey, on: can('apikey:manage') },
  ].filter((one) => one.on)
  return (
    <div className={classes.page}>
      <nav className={classes.nav} aria-label={t('nav.settings')}>
        {places.map((place) => (
          <Link key={place.to} to={place.to} className={classes.item}>
            <place.icon size={17} stroke={1.7} />
            {place.label}
          </Link>
        ))}
        <a href="/api/docs" className={classes.item} target="_blank" rel="noreferrer">
          <IconCode size={17} stroke={1.7} />
          {t('settings.apiDocs')}
          <IconExternalLink size={14} stroke={1.7} />
        </a>
      </nav>
      <div className={classes.body}>
        <Outlet />
      </div>
    </div>
  )
}

