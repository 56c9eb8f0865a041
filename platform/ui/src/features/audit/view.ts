import { textOf } from '@/app/search'

/** What is sought in the trail, as it stands in the address. Days are whole ones, in the reader's time. */
export type TrailView = { who?: string; kind?: string; act?: string; record?: string; id?: string; customer?: string; field?: string; why?: string; from?: string; until?: string }

const KEYS = ['who', 'kind', 'act', 'record', 'id', 'customer', 'field', 'why', 'from', 'until'] as const

export const readTrailView = (search: Record<string, unknown>): TrailView => Object.fromEntries(KEYS.map((key) => [key, textOf(search[key])]))
