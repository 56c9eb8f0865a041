import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type Field, type RecordName } from '@/api'

const NONE: { hidden: ReadonlySet<string>; errors: Record<string, string> } = { hidden: new Set(), errors: {} }

/**
 * Which fields the rules of the workspace hide, and what they would refuse, for a form as it stands. The server judges,
 * so that a form never promises what saving would refuse.
 */
export function useRules(record: RecordName, fields: Field[], draft: object) {
  const ruled = useMemo(() => fields.some((one) => one.visibleWhen || one.validWhen), [fields])
  const [settled] = useDebouncedValue(ruled ? JSON.stringify(draft) : '', 250)
  const { data } = useQuery({
    queryKey: ['fields', 'judged', record, settled],
    queryFn: () => api.field.judge({ record, draft: JSON.parse(settled) as never }),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 30_000,
  })
  return useMemo(
    () => (data ? { hidden: new Set(data.hidden), errors: Object.fromEntries(data.errors.map((one) => [one.field, one.message])) } : NONE),
    [data],
  )
}
