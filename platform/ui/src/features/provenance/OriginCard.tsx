import { Button, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Customer, type CustomerPatch, type Field, type Origin } from '@/api'
import { say } from '@/i18n'
import { formatAgo, formatTime, formatValue, patchOf, readField } from '@/kit/field/format'
import { useMembers } from '@/kit/field/useFields'
import { FormProblem } from '@/kit/states'
import { failed } from '@/kit/toast'
import { Mark } from '../record/marks'
import classes from './origin.module.css'

const TONES = { high: 'good', medium: 'calm', low: 'warn' } as const
/** They are told together with the whole name. */
const PARTS_OF_NAME = new Set(['familyName', 'middleName', 'givenName'])

type Props = { customer: Customer; field: Field; restore?: (patch: CustomerPatch) => Promise<boolean> }

/** Where a value came from, what stood there before, and the way back to it. */
export function OriginCard({ customer, field, restore }: Props) {
  const { t } = useTranslation()
  const members = useMembers()
  const { data, error, isPending } = useQuery({ queryKey: ['customers', 'origins', customer.id], queryFn: () => api.customers.origins(customer.id) })
  if (isPending) return <Skeleton height={44} />
  if (error) return <FormProblem error={error} />
  const part = PARTS_OF_NAME.has(field.key) && !data.fields[field.key]
  const origin = data.fields[part ? 'name' : field.key]
  if (!origin)
    return (
      <Text size="sm" c="dimmed" tabIndex={-1} data-autofocus>
        {t('origin.none')}
      </Text>
    )
  const shown = (value: unknown) => formatValue(field, value, members) || t('field.empty')
  const now = JSON.stringify(readField(customer, field) ?? null)
  const earlier = part ? [] : origin.earlier
  return (
    <div className={classes.card}>
      <h3 className={classes.title} tabIndex={-1} data-autofocus>
        {say(field.label)}
      </h3>
      <From origin={origin} />
      {earlier.length > 0 && (
        <>
          <h4 className={classes.before}>{t('origin.earlier')}</h4>
          <ul className={classes.list}>
            {earlier.map((one, index) => (
              <li key={index}>
                <div className={classes.value}>
                  <span>{shown(one.value)}</span>
                  {restore && JSON.stringify(one.value ?? null) !== now && (
                    <Button size="compact-xs" variant="default" aria-label={t('origin.restoreOf', { value: shown(one.value) })} onClick={() => void restore(patchOf(field, one.value ?? null) as CustomerPatch).catch(failed)}>
                      {t('origin.restore')}
                    </Button>
                  )}
                </div>
                <From origin={one} />
              </li>
            ))}
          </ul>
          {origin.more && (
            <Text size="xs" c="dimmed" mt={6}>
              {t('origin.more')}
            </Text>
          )}
        </>
      )}
    </div>
  )
}

function From({ origin }: { origin: Pick<Origin, 'source' | 'detail' | 'at' | 'actor' | 'confidence'> }) {
  const { t } = useTranslation()
  return (
    <div className={classes.from}>
      <span>
        {[origin.source?.name ?? t('origin.unknown'), origin.detail].filter(Boolean).join(' · ')}
        {origin.confidence && (
          <>
            {' '}
            <Mark tone={TONES[origin.confidence]}>{t(`origin.confidence.${origin.confidence}`)}</Mark>
          </>
        )}
      </span>
      <Text component="span" size="xs" c="dimmed" title={formatTime(origin.at)}>
        {origin.actor.name || t('actor.system')} · {formatAgo(origin.at)}
      </Text>
    </div>
  )
}
