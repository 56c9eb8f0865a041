/** What this browser remembers about coming in by a workspace's provider. */
const KEY = 'quen.provider'
const BEGUN = 'quen.provider.begun'

/** `choose`: whoever comes next says anew who they are; who has signed out here is still signed in there. */
export type Door = { slug: string; label: string; choose?: boolean }
/** `sign-in-again`: in a tab beside the one whose session has ended. */
export type Purpose = 'sign-in' | 'sign-in-again' | 'prove'
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
export function leaveByDoor() {
  const door = lastDoor()
  if (door) keepDoor({ ...door, choose: true })
}

/** While the browser is away at the provider, until it has worked; of this tab alone. */
export const begin = (begun: Begun) => sessionStorage.setItem(BEGUN, JSON.stringify(begun))
export const begun = (): Begun => read<Begun>(sessionStorage.getItem(BEGUN)) ?? { purpose: 'sign-in' }
export const end = () => sessionStorage.removeItem(BEGUN)

/** Tells the tab that waits; where the two pages cannot see each other, this reaches it. */
const channel = () => new BroadcastChannel('quen.provider')
const said = (purpose: Purpose) => (purpose === 'prove' ? 'prove' : 'sign-in')
export const tellDone = (purpose: Purpose) => {
  const to = channel()
  to.postMessage(said(purpose))
  to.close()
}
export function onDone(purpose: Purpose, then: () => void) {
  const from = channel()
  from.onmessage = (event) => event.data === said(purpose) && then()
  return () => from.close()
}

export const inNewTab = (slug: string, purpose: Purpose) => window.open(`/signin/provider/${encodeURIComponent(slug)}?begin=${purpose}`, '_blank')
