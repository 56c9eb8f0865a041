import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api, type RecordName } from '@/api'
import { fieldsQuery } from '@/kit/field/useFields'

export const RECORDS: RecordName[] = ['customer', 'order', 'interaction', 'feedback', 'task']

export const retiredQuery = (record: RecordName) => queryOptions({ queryKey: ['fields', record, 'retired'], queryFn: () => api.field.retired(record) })
export const usageQuery = (record: RecordName, since: string) => queryOptions({ queryKey: ['fields', record, 'usage', since], queryFn: () => api.field.usage(record, since) })

/** A changed catalogue changes forms, lists and filters everywhere. */
export function useForgetFields() {
  const client = useQueryClient()
  return useCallback(() => {
    void client.invalidateQueries({ queryKey: fieldsQuery().queryKey.slice(0, 1) })
    void client.invalidateQueries({ queryKey: ['layout'] })
    void client.invalidateQueries({ queryKey: ['customers'] })
    void client.invalidateQueries({ queryKey: ['records'] })
  }, [client])
}
