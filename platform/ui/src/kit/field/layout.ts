import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, type Field, type Layout, type RecordName } from '@/api'
import { say } from '@/i18n'

export const layoutQuery = (record: RecordName, stage?: string) =>
  queryOptions({ queryKey: ['layout', record, stage ?? null], queryFn: () => api.layout.show(record, stage), staleTime: 60_000, retry: false })

/** What the workspace arranged for a stage, or else for all; null where nobody arranged anything. */
export function useLayout(record: RecordName, stage?: string | null): Layout | null {
  const own = useQuery(layoutQuery(record, stage ?? undefined)).data
  const all = useQuery({ ...layoutQuery(record), enabled: Boolean(stage) && own?.own === false }).data
  return own?.own ? own : all?.own ? all : null
}

/** For forms and panels without sections of their own: what is laid out in one, else all as the catalogue has them. */
export function useLaidOut(record: RecordName, fields: Field[]): { id: string; title: string | null; fields: Field[] }[] {
  const layout = useLayout(record)
  return layout ? laidOut(fields, layout) : [{ id: 'all', title: null, fields }]
}

/** The fields as the workspace arranged them; the parts of an address stand where the first of them was put. */
export function laidOut(fields: Field[], layout: Layout): { id: string; title: string; fields: Field[] }[] {
  const whole = (key: string) => (key.startsWith('address.') ? 'addresses' : key)
  const byKey = new Map(fields.map((one) => [one.key, one]))
  const placed = new Set<string>()
  return layout.sections
    .map((section) => ({
      id: section.key,
      title: say(section.label),
      fields: section.fields.flatMap((key) => {
        const field = byKey.get(whole(key))
        if (!field || placed.has(field.key)) return []
        placed.add(field.key)
        return [field]
      }),
    }))
    .filter((section) => section.fields.length > 0)
}
