import { lazy, type ComponentType } from 'react'

type PropsOf<C> = C extends ComponentType<infer P> ? P : never

/** `lazy` for a named export. */
export const lazily = <M, K extends keyof M>(load: () => Promise<M>, name: K) =>
  lazy(async () => ({ default: (await load())[name] as ComponentType<PropsOf<M[K]>> }))
