import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api'

export const pluginsQuery = queryOptions({ queryKey: ['plugins'], queryFn: api.plugins.list, staleTime: 60_000 })
