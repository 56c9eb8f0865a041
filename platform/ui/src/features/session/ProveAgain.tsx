import { Suspense, useEffect, useRef, useState } from 'react'
import { onProofWanted, type ProofWanted } from '@/api'
import { lazily } from '@/app/lazily'

const DIALOGS = {
  'sign-in': lazily(() => import('./SignInAgainDialog'), 'SignInAgainDialog'),
  'step-up': lazily(() => import('./ConfirmDialog'), 'ConfirmDialog'),
}

/** Who has to prove again who they are does so over the page; requests wait for it, and what was typed stays. */
export function ProveAgain() {
  const [wanted, setWanted] = useState<ProofWanted | null>(null)
  const waiting = useRef<((proved: boolean) => void)[]>([])
  useEffect(() => {
    onProofWanted(
      (proof) =>
        new Promise((resolve) => {
          waiting.current.push(resolve)
          // who signs in has proved enough for everything that waits
          setWanted((now) => (now === 'sign-in' ? now : proof))
        }),
    )
  }, [])
  if (!wanted) return null
  const Dialog = DIALOGS[wanted]
  return (
    <Suspense>
      <Dialog
        onDone={(proved = true) => {
          setWanted(null)
          waiting.current.splice(0).forEach((go) => go(proved))
        }}
      />
    </Suspense>
  )
}
