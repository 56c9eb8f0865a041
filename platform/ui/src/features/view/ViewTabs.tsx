import { ActionIcon, Button, Popover, Stack, TextInput, Tooltip } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconBookmarkPlus, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/useSession'
import type { RecordName } from '@/api'
import { sameList as same, type ListView, type Tab } from '@/kit/list/view'
import classes from '@/kit/list/list.module.css'

type Props = { record: RecordName; at: string; view: ListView; tabs: Tab[] }

/** The usual ways to look at records, and those that this person kept in this browser. */
export function ViewTabs({ record, at, view, tabs: usual }: Props) {
  const { t } = useTranslation()
  const { workspace } = useSession()
  const [saved, setSaved] = useLocalStorage<Tab[]>({ key: `quen.views.${record}.${workspace.id}`, defaultValue: [] })
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const known = [...usual, ...saved].some((one) => same(one.view, view))
  return (
    <div className={classes.tabs} role="navigation" aria-label={t('view.label')}>
      {[...usual, ...saved].map((one, index) => (
        <span key={`${one.name}${index}`} className={classes.tab} data-on={same(one.view, view) || undefined}>
          <Link to={at} search={{ ...one.view, cols: one.view.cols ?? view.cols } as never} aria-current={same(one.view, view) ? 'page' : undefined} activeOptions={{ exact: true }}>
            {one.name}
          </Link>
          {index >= usual.length && same(one.view, view) && (
            <ActionIcon size={24} aria-label={t('view.forget', { name: one.name })} onClick={() => setSaved(saved.filter((it) => it !== one))}>
              <IconX size={13} />
            </ActionIcon>
          )}
        </span>
      ))}
      {!known && (
        <Popover opened={naming} onChange={setNaming} trapFocus position="bottom-start">
          <Popover.Target>
            <Tooltip label={t('view.keep')}>
              <ActionIcon aria-label={t('view.keep')} onClick={() => setNaming(!naming)}>
                <IconBookmarkPlus size={17} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          </Popover.Target>
          <Popover.Dropdown>
            <form
              onSubmit={(event) => {
                event.preventDefault()
                setSaved([...saved, { name: name.trim(), view: { q: view.q, filter: view.filter, sort: view.sort, archived: view.archived, trash: view.trash, cols: view.cols } }])
                setName('')
                setNaming(false)
              }}
            >
              <Stack gap={8}>
                <TextInput size="xs" label={t('view.name')} required withAsterisk={false} maxLength={40} value={name} onChange={(event) => setName(event.currentTarget.value)} />
                <Button size="xs" type="submit">
                  {t('view.keep')}
                </Button>
              </Stack>
            </form>
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  )
}
