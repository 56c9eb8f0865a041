import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api'

export const purposesQuery = queryOptions({ queryKey: ['consent-purposes'], queryFn: api.consents.purposes, staleTime: 60_000 })
