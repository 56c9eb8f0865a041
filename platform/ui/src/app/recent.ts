import { useEffect } from 'react'
import { viewedAs, type RecordName } from '@/api'
import { useSession } from '@/features/session/useSession'

/** What somebody went to or did lately, newest first. It lies in the tab alone and goes when one signs out: names of customers don't outlive the work. What one sees as somebody else is not one's own: it is neither kept nor offered. */
export type Recent = { kind: RecordName; id: string; label: string; hint?: string } | { kind: 'command'; id: string }

const KEY = 'quen.recent.'
const MOST = 30

export function recents(workspace: string): Recent[] {
  if (viewedAs()) return []
  try {
    return JSON.parse(sessionStorage.getItem(KEY + workspace) ?? '[]') as Recent[]
  } catch {
    return []
  }
}

export function remember(workspace: string, one: Recent) {
  if (viewedAs()) return
  const rest = recents(workspace).filter((it) => it.kind !== one.kind || it.id !== one.id)
  sessionStorage.setItem(KEY + workspace, JSON.stringify([one, ...rest].slice(0, MOST)))
}

/** For pages that show one record. */
export function useRemember(kind: RecordName, record: { id: string; label: string; hint?: string } | undefined) {
  const { workspace } = useSession()
  const { id, label, hint } = record ?? {}
  useEffect(() => {
    if (id && label) remember(workspace.id, { kind, id, label, hint })
  }, [workspace.id, kind, id, label, hint])
}
