import { Suspense, useEffect, useRef, useState } from 'react'
import { onSignedOut } from '@/api'
import { lazily } from '@/app/lazily'

const SignInAgainDialog = lazily(() => import('./SignInAgainDialog'), 'SignInAgainDialog')

/** A session that ended is taken up again over the page; requests wait for it, and what was typed stays. */
export function SignInAgain() {
  const [open, setOpen] = useState(false)
  const waiting = useRef<(() => void)[]>([])
  useEffect(() => {
    onSignedOut(
      () =>
        new Promise((resolve) => {
          waiting.current.push(resolve)
          setOpen(true)
        }),
    )
  }, [])
  if (!open) return null
  return (
    <Suspense>
      <SignInAgainDialog
        onDone={() => {
          setOpen(false)
          waiting.current.splice(0).forEach((go) => go())
        }}
      />
    </Suspense>
  )
}
