import { Anchor, Button, Modal } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, type Bulk, type BulkNote } from '@/api'
import { say } from '@/i18n'
import { useFields } from '@/kit/field/useFields'
import { Scroll } from '@/kit/Scroll'
import { Failure, LinesSkeleton } from '@/kit/states'
import { isForward } from './queries'
import classes from './bulk.module.css'

type Props = { run: Bulk; name: string; onClose: () => void }

export function Left({ run, name, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} size="xl" title={name} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <AllNotes id={run.id} label={t(isForward(run) ? 'bulk.refusedTitle' : 'bulk.keptTitle')} />
    </Modal>
  )
}

/** What a run left alone, and why; page after page. */
export function AllNotes({ id, label }: { id: string; label: string }) {
  const { t } = useTranslation()
  const notes = useInfiniteQuery({
    queryKey: ['bulk', 'notes', id],
    queryFn: ({ pageParam }) => api.bulk.notes(id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  if (notes.isPending) return <LinesSkeleton lines={4} />
  if (notes.error) return <Failure error={notes.error} onRetry={() => void notes.refetch()} />
  return (
    <>
      <Notes label={label} notes={notes.data.pages.flatMap((page) => page.items)} />
      {notes.hasNextPage && (
        <Button variant="subtle" color="gray" mt={8} loading={notes.isFetchingNextPage} onClick={() => void notes.fetchNextPage()}>
          {t('import.moreRejected')}
        </Button>
      )}
    </>
  )
}

export function Notes({ label, notes }: { label: string; notes: BulkNote[] }) {
  const { t } = useTranslation()
  const { byKey } = useFields(notes[0]?.record)
  return (
    <Scroll className={classes.scroll} label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('bulk.record')}</th>
            <th scope="col">{t('bulk.field')}</th>
            <th scope="col">{t('import.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {notes.map((note, n) => {
            const field = byKey.get(note.field.replace(/^fields\.|\[.*$/g, ''))
            return (
              <tr key={`${note.recordId}${n}`}>
                <td>
                  <Anchor renderRoot={(props) => <Link {...placeOf(note)} {...props} />} inherit>
                    {note.name || t(`record.one.${note.record}`)}
                  </Anchor>
                </td>
                <td>{field ? say(field.label) : note.field === '*' ? t('bulk.whole') : note.field}</td>
                <td>{note.reason}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

const ROOMS = { interaction: '/interactions', feedback: '/feedback', task: '/tasks' } as const
const placeOf = ({ record, recordId: id }: BulkNote) =>
  record === 'customer' ? { to: '/customers/$id', params: { id } } : record === 'order' ? { to: '/orders/$id', params: { id } } : { to: ROOMS[record], search: { open: id } }
