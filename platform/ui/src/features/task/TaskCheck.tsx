import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Task } from '@/api'
import { done, failed } from '@/kit/toast'
import { useRecordCache } from '../record/queries'
import { useCan } from '../session/useSession'

/** Ticked off at once, and taken back as easily. */
export function TaskCheck({ task }: { task: Pick<Task, 'id' | 'title' | 'state' | 'version'> }) {
  const { t } = useTranslation()
  const can = useCan()
  const cache = useRecordCache('task')
  // What was ticked shows at once; the server's answer, or its refusal, takes over.
  const [wanted, setWanted] = useState<Task['state'] | null>(null)
  const set = async (state: Task['state'], version: number, undoable = true) => {
    setWanted(state)
    try {
      let saved: Task
      try {
        saved = await api.task.change(task.id, version, { state })
      } catch (error) {
        // Somebody changed something else of it: whether it is done is still for the one who ticks.
        if (!isProblem(error, 'conflict')) throw error
        saved = await api.task.change(task.id, (await api.task.one(task.id)).version, { state })
      }
      cache.put(saved)
      done(t(state === 'done' ? 'task.finished' : 'task.reopened', { title: saved.title }), undoable ? () => void set(state === 'done' ? 'open' : 'done', saved.version, false) : undefined)
    } catch (error) {
      failed(error)
    } finally {
      setWanted(null)
    }
  }
  return (
    <Checkbox
      size="xs"
      radius="xl"
      aria-label={t('task.finishOf', { title: task.title })}
      checked={(wanted ?? task.state) === 'done'}
      disabled={!can('task:update') || task.state === 'cancelled'}
      onClick={(event) => event.stopPropagation()}
      onChange={(event) => void set(event.currentTarget.checked ? 'done' : 'open', task.version)}
    />
  )
}
