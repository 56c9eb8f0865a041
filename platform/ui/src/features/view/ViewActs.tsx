import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconBookmarkPlus, IconChevronDown, IconDeviceFloppy, IconLock, IconPencil, IconRotate, IconTrash, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type NewView, type RecordName, type SavedView } from '@/api'
import classes from '@/kit/list/list.module.css'
import type { ListView } from '@/kit/list/view'
import { done, failed } from '@/kit/toast'
import { useKeys } from '@/kit/useKeys'
import { useCan } from '../session/useSession'
import { addressOf, keptOf, useViewCache } from './queries'
import { ViewForm } from './ViewForm'

type Props = { record: RecordName; view: ListView; columns: string[]; current?: SavedView; changed: boolean; home: ListView; go: (next: ListView) => void }

/** What can be done with the view that is open, or with a list that has no name yet. */
export function ViewActs({ record, view, columns, current, changed, home, go }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const cache = useViewCache(record)
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null)
  const [menu, setMenu] = useState(false)
  const may = current && (current.scope === 'private' || can('view:share'))
  useKeys({ v: () => (current ? setMenu(true) : setNaming('new')) })

  const change = async (body: Partial<NewView>, said: string) => {
    try {
      const saved = await api.views.change(current!, body)
      cache.put(saved)
      if (body.query) go(addressOf(saved))
      done(said)
    } catch (error) {
      // A colleague changed it: what it is now is shown before anybody tries again.
      if (isProblem(error, 'conflict')) cache.forget()
      failed(error)
    }
  }
  const drop = async ({ id, name, scope, query, columns: kept }: SavedView) => {
    try {
      await api.views.remove(id)
      cache.drop(id)
      go(home)
      done(t('view.deleted', { name }), () => void api.views.create({ record, name, scope, query, columns: kept }).then(cache.put, failed))
    } catch (error) {
      failed(error)
    }
  }
  const save = () => void change(keptOf(view, columns), t('view.saved', { name: current!.name }))
  return (
    <>
      {!current && (
        <>
          <Button visibleFrom="sm" className={classes.viewAct} size="compact-sm" variant="subtle" leftSection={<IconBookmarkPlus size={16} stroke={1.7} />} onClick={() => setNaming('new')}>
            {t('view.keep')}
          </Button>
          <ActionIcon hiddenFrom="sm" aria-label={t('view.keep')} onClick={() => setNaming('new')}>
            <IconBookmarkPlus size={18} stroke={1.7} />
          </ActionIcon>
        </>
      )}
      {changed && may && (
        <Button visibleFrom="sm" className={classes.viewAct} size="compact-sm" variant="subtle" onClick={save}>
          {t('view.save')}
        </Button>
      )}
      {current && (
        <Menu position="bottom-end" opened={menu} onChange={setMenu} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon size={28} aria-label={t('view.acts', { name: current.name })}>
              <IconChevronDown size={17} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {changed && may && (
              <Menu.Item hiddenFrom="sm" leftSection={<IconDeviceFloppy size={16} />} onClick={save}>
                {t('view.save')}
              </Menu.Item>
            )}
            {changed && (
              <Menu.Item leftSection={<IconRotate size={16} />} onClick={() => go(addressOf(current))}>
                {t('view.reset')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconBookmarkPlus size={16} />} onClick={() => setNaming('new')}>
              {t('view.saveAs')}
            </Menu.Item>
            {may && (
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setNaming('rename')}>
                {t('view.rename')}
              </Menu.Item>
            )}
            {can('view:share') && (
              <Menu.Item
                leftSection={current.scope === 'private' ? <IconUsers size={16} /> : <IconLock size={16} />}
                onClick={() =>
                  void (current.scope === 'private'
                    ? change({ scope: 'workspace' }, t('view.isShared', { name: current.name }))
                    : change({ scope: 'private' }, t('view.isPrivate', { name: current.name })))
                }
              >
                {t(current.scope === 'private' ? 'view.share' : 'view.unshare')}
              </Menu.Item>
            )}
            {may && (
              <Menu.Item c="var(--q-bad)" leftSection={<IconTrash size={16} />} onClick={() => void drop(current)}>
                {t('view.delete')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {naming && (
        <ViewForm
          record={record}
          kept={keptOf(view, columns)}
          renamed={naming === 'rename' ? current : undefined}
          onClose={() => setNaming(null)}
          onSaved={(one) => {
            cache.put(one)
            setNaming(null)
            // A new name changes nothing of what is looked at.
            if (naming === 'new') go({ ...addressOf(one), open: view.open })
          }}
        />
      )}
    </>
  )
}
