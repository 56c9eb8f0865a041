import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Attachment, type RecordPlace } from '@/api'
import { filesQuery, refusalOf } from './queries'

export type Upload = { key: string; name: string; share: number; problem: string | null; stop: () => void }

/** Files on their way to a record, one after the other; those that were refused say why until they are hidden. */
export function useUpload(place: RecordPlace) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [uploads, setUploads] = useState<Upload[]>([])
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const put = (key: string, change: Partial<Upload>) => setUploads((old) => old.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const drop = (key: string) => setUploads((old) => old.filter((one) => one.key !== key))

  const send = async (file: File): Promise<Attachment | null> => {
    const key = crypto.randomUUID()
    const stopper = new AbortController()
    const refusal = refusalOf(file)
    const problem = refusal && t(refusal)
    setUploads((old) => [...old, { key, name: file.name, share: 0, problem, stop: () => (stopper.abort(), drop(key)) }])
    if (problem) return null
    const before = last.current
    const work = before.then(async () => {
      if (stopper.signal.aborted) return null
      try {
        const added = await api.attachments.add(place, file, (share) => put(key, { share }), stopper.signal)
        client.setQueryData(filesQuery(place).queryKey, (old) => ({ items: [...(old?.items ?? []).filter((one) => one.id !== added.id), added] }))
        drop(key)
        if (place.record !== 'customer') void client.invalidateQueries({ queryKey: ['customers', 'timeline'] })
        return added
      } catch (error) {
        if (!stopper.signal.aborted) put(key, { problem: wordsOf(error, t) })
        return null
      }
    })
    last.current = work
    return work
  }
  return { uploads, send }
}

function wordsOf(error: unknown, t: (key: 'state.unreachableHint' | 'state.failedHint') => string) {
  if (isProblem(error, 'unreachable')) return t('state.unreachableHint')
  if (isProblem(error) && error.status < 500) return Object.values(error.byField).join(' ') || error.message
  return t('state.failedHint')
}
