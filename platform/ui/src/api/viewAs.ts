/**
 * As whom one looks, in this tab alone: what another member sees, to read only. It lies beside the page, so that a
 * reload keeps it, and every request says so; the server decides what it shows.
 */
/** `role` is what it is called. */
export type ViewedAs = { id: string; name: string; role: string; workspace: string; permissions: string[] }

const KEY = 'quen.viewAs'
const read = (): ViewedAs | null => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as ViewedAs | null
  } catch {
    return null
  }
}

let now = read()

export const viewedAs = () => now

export function keepViewAs(as: ViewedAs | null) {
  now = as
  if (as) sessionStorage.setItem(KEY, JSON.stringify(as))
  else sessionStorage.removeItem(KEY)
}

/** Who one is oneself, and how one leaves, is never somebody else's. */
const OWN = /^\/api\/v1\/(session|account|workspaces)\b/

export const viewAsHeader = (path: string): Record<string, string> => (now && !OWN.test(path) ? { 'X-View-As': now.id } : {})

/** “Me” in a filter is who looks: it becomes who is looked as. */
export const asViewed = (url: string) => (now ? url.replace(/(%3Ain%3A|:in:)me(?=&|$)/gi, `$1${now.id}`) : url)
