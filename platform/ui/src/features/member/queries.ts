import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api'

export const invitationsQuery = queryOptions({ queryKey: ['invitations'], queryFn: api.invitations.list })
