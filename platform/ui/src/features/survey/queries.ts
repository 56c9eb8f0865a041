import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api'

export const surveysQuery = queryOptions({ queryKey: ['surveys', 'list'], queryFn: api.surveys.list, staleTime: 30_000 })
export const surveyQuery = (id: string) => queryOptions({ queryKey: ['surveys', 'one', id], queryFn: () => api.surveys.one(id) })
export const resultsQuery = (id: string) => queryOptions({ queryKey: ['surveys', 'results', id], queryFn: () => api.surveys.results(id) })
