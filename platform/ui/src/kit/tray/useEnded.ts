import { useEffect, useRef, useState } from 'react'

/** What came to its end while somebody was here stays in the tray until it is hidden. */
export function useEnded(jobs: { id: string; state: string }[] | undefined, active: (state: string) => boolean, onEnd: () => void): [ReadonlySet<string>, (id: string) => void] {
  const [ended, setEnded] = useState<ReadonlySet<string>>(new Set())
  const seen = useRef(new Set<string>())
  const latest = useRef({ active, onEnd })
  latest.current = { active, onEnd }
  useEffect(() => {
    const over: string[] = []
    for (const { id, state } of jobs ?? []) {
      if (latest.current.active(state)) seen.current.add(id)
      else if (state !== 'paused' && seen.current.delete(id)) over.push(id)
    }
    if (over.length === 0) return
    setEnded((old) => new Set([...old, ...over]))
    latest.current.onEnd()
  }, [jobs])
  return [ended, (id) => setEnded((old) => new Set([...old].filter((one) => one !== id)))]
}
