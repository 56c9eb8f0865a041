import type { Industry } from '@/api'

export const INDUSTRIES: Industry[] = ['retail', 'telecom', 'health', 'education', 'services', 'other']
