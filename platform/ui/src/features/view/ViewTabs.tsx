import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordName } from '@/api'
import { lazily } from '@/app/lazily'
import classes from '@/kit/list/list.module.css'
import { sameList, type ListView, type Tab } from '@/kit/list/view'
import { singleKeysOn, useKeys } from '@/kit/useKeys'
import { addressOf, differs, viewsQuery } from './queries'

const ViewActs = lazily(() => import('./ViewActs'), 'ViewActs')

const KEYS = 9

type Props = {
  record: RecordName
  at: string
  view: ListView
  tabs: Tab[]
  /** What is kept with a view; unknown until the fields are there, and nothing is kept before. */
  columns: string[] | undefined
}

/** The usual ways to look at records, those that the workspace shares, and one's own. */
export function ViewTabs({ record, at, view, tabs: usual, columns }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data } = useQuery(viewsQuery(record))
  const saved = [...(data?.items ?? [])].sort((a, b) => Number(a.scope === 'private') - Number(b.scope === 'private'))
  const current = saved.find((one) => one.id === view.view)
  const changed = current !== undefined && differs(current, view)
  const known = current ? undefined : usual.find((one) => sameList(one.view, view))
  const keepable = !view.trash && !current && Boolean(!known || view.sort || view.cols)
  const tabs = [
    ...usual.map((one) => ({ name: one.name, on: one === known, search: { ...one.view, cols: view.view ? undefined : view.cols }, saved: undefined })),
    ...saved.map((one) => ({ name: one.name, on: one === current, search: addressOf(one), saved: one })),
  ]
  const go = (next: ListView) => void navigate({ to: at, search: next as never })
  useKeys(Object.fromEntries(tabs.slice(0, KEYS).map((one, n) => [String(n + 1), () => go(one.search)])))
  const keyed = singleKeysOn() ? KEYS : 0
  const shown = tabs.findIndex((one) => one.on)
  const strip = useRef<HTMLDivElement>(null)
  useEffect(() => {
    strip.current?.children[shown]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shown, changed])
  return (
    <div className={classes.views}>
      <div ref={strip} className={classes.tabs} role="navigation" aria-label={t('view.label')}>
        {tabs.map((one, n) => (
          <span key={one.saved?.id ?? one.name} className={classes.tab} data-on={one.on || undefined}>
            <Link
              to={at}
              search={one.search as never}
              aria-current={one.on ? 'page' : undefined}
              aria-keyshortcuts={n < keyed ? String(n + 1) : undefined}
              title={n < keyed ? t('view.key', { key: n + 1 }) : undefined}
              activeOptions={{ exact: true }}
            >
              {one.saved?.scope === 'workspace' && <IconUsers size={14} stroke={1.8} role="img" aria-label={t('view.shared')} />}
              <span className={classes.tabName}>{one.name}</span>
              {one.on && changed && <i className={classes.changed} role="img" aria-label={t('view.changed')} title={t('view.changed')} />}
            </Link>
          </span>
        ))}
      </div>
      <Suspense fallback={<span style={{ flex: 'none', width: 34 }} />}>{columns && (current || keepable) && <ViewActs record={record} view={view} columns={columns} current={current} changed={changed} home={usual[0]!.view} go={go} />}</Suspense>
    </div>
  )
}
