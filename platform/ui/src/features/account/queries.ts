import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api'

export const passkeysQuery = queryOptions({ queryKey: ['passkeys'], queryFn: api.account.passkeys })
export const secondFactorQuery = queryOptions({ queryKey: ['second-factor'], queryFn: api.account.secondFactor })
