import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, isProblem, type Session } from '@/api'

/** Signing in with a password, and with a code too where the account is protected by more. */
export function usePassword(email: string, onSignedIn: (session: Session) => unknown) {
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const signIn = useMutation({
    mutationFn: () => api.session.signIn({ email: email.trim(), password, ...(code === null ? {} : { code }) }),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (isProblem(error, 'second-factor-required')) setCode('')
    },
  })
  const wanted = isProblem(signIn.error, 'second-factor-required')
  return {
    password, setPassword, code, setCode,
    /** Back to the password. */
    startOver: () => {
      setCode(null)
      signIn.reset()
    },
    submit: () => signIn.mutate(),
    pending: signIn.isPending,
    error: wanted ? null : signIn.error,
    codeError: isProblem(signIn.error) ? signIn.error.byField.code : undefined,
  }
}
