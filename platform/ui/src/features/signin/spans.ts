import type { TFunction } from 'i18next'

/** Minutes as people say them: the largest unit that leaves no rest. */
export function spanOf(t: TFunction, minutes: number) {
  if (minutes % 1440 === 0) return t('span.days', { count: minutes / 1440 })
  if (minutes % 60 === 0) return t('span.hours', { count: minutes / 60 })
  return t('span.minutes', { count: minutes })
}

/** What is offered and allowed, and what is set, in order. */
export const choices = (offered: number[], set: number, most: number) =>
  [...new Set([...offered.filter((one) => one <= most), set])].sort((a, b) => a - b)
