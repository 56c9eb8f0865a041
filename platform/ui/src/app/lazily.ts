import { allTexts } from '@/i18n'
import { lazy, type ComponentType } from 'react'

type PropsOf<C> = C extends ComponentType<infer P> ? P : never

/** `lazy` for a named export, with the texts it speaks. */
export const lazily = <M, K extends keyof M>(load: () => Promise<M>, name: K) =>
  lazy(async () => {
    const [module] = await Promise.all([load(), allTexts()])
    return { default: module[name] as ComponentType<PropsOf<M[K]>> }
  })
