/** What this browser remembers about coming in by a workspace's provider. */
const KEY = 'quen.provider'
const BEGUN = 'quen.provider.begun'

export type Door = { slug: string; label: string }
export type Purpose = 'sign-in' | 'prove'
type Begun = { purpose: Purpose; next?: string }

const read = <T>(text: string | null): T | null => {
  try {
    return text ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

export const lastDoor = () => read<Door>(localStorage.getItem(KEY))
export const keepDoor = (door: Door) => localStorage.setItem(KEY, JSON.stringify(door))
export const forgetDoor = () => localStorage.removeItem(KEY)

/** While the browser is away at the provider; of this tab alone. */
export const begin = (begun: Begun) => sessionStorage.setItem(BEGUN, JSON.stringify(begun))
export const begun = (): Begun => read<Begun>(sessionStorage.getItem(BEGUN)) ?? { purpose: 'sign-in' }
export const end = () => sessionStorage.removeItem(BEGUN)

/** Tells the tab that waits; where the two pages cannot see each other, this reaches it. */
const channel = () => new BroadcastChannel('quen.provider')
export const tellDone = (purpose: Purpose) => {
  const to = channel()
  to.postMessage(purpose)
  to.close()
}
export function onDone(purpose: Purpose, then: () => void) {
  const from = channel()
  from.onmessage = (event) => event.data === purpose && then()
  return () => from.close()
}

export const inNewTab = (slug: string, purpose: Purpose) => window.open(`/signin/provider/${encodeURIComponent(slug)}?begin=${purpose}`, '_blank')
