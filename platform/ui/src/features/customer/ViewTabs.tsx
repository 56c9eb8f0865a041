import { ActionIcon, Button, Popover, Stack, TextInput, Tooltip } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconBookmarkPlus, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/useSession'
import type { CustomerView } from './view'
import classes from './customer.module.css'

type Saved = { name: string; view: CustomerView }

const same = (a: CustomerView, b: CustomerView) =>
  (a.q ?? '') === (b.q ?? '') && (a.filter ?? []).join('\n') === (b.filter ?? []).join('\n') && Boolean(a.archived) === Boolean(b.archived)

/** The usual ways to look at customers, and those that this person kept in this browser. */
export function ViewTabs({ view }: { view: CustomerView }) {
  const { t } = useTranslation()
  const { account, workspace } = useSession()
  const [saved, setSaved] = useLocalStorage<Saved[]>({ key: `quen.views.${workspace.id}`, defaultValue: [] })
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const usual: Saved[] = [
    { name: t('view.all'), view: {} },
    { name: t('view.mine'), view: { filter: [`ownerId:in:${account.id}`] } },
    { name: t('view.leads'), view: { filter: ['stage:in:lead,prospect'] } },
    { name: t('view.regular'), view: { filter: ['stage:in:regular'] } },
    { name: t('view.archived'), view: { archived: true } },
  ]
  const known = [...usual, ...saved].some((one) => same(one.view, view))
  return (
    <div className={classes.tabs} role="navigation" aria-label={t('view.label')}>
      {[...usual, ...saved].map((one, index) => (
        <span key={`${one.name}${index}`} className={classes.tab} data-on={same(one.view, view) || undefined}>
          <Link to="/customers" search={{ ...one.view, cols: one.view.cols ?? view.cols }} aria-current={same(one.view, view) ? 'page' : undefined} activeOptions={{ exact: true }}>
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
                setSaved([...saved, { name: name.trim(), view: { q: view.q, filter: view.filter, sort: view.sort, archived: view.archived, cols: view.cols } }])
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
