import { Autocomplete, Text, UnstyledButton, type AutocompleteProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Place } from '@/api'
import classes from './field.module.css'

type Props = Omit<AutocompleteProps, 'data' | 'value' | 'onChange'> & {
  level: Place['level']
  value: string
  /** Called with the place where one was chosen, without where something else was typed. */
  onChange: (value: string, place?: Place) => void
  /** The province that was written; only places within it are offered. */
  within?: string | null
  /** The former district that was written; what a former ward of it may have become is offered below. */
  district?: string | null
}

const places = (level: Place['level'], q: string, province?: string) => ({
  queryKey: ['places', level, q, province],
  queryFn: () => api.places({ level, q: q || undefined, province, limit: level === 'ward' && !q ? 200 : 50 }),
  staleTime: Infinity,
})

/** A province, district or ward to choose; any other text is taken as well. */
export function PlaceInput({ level, value, onChange, within, district, ...rest }: Props) {
  const { t } = useTranslation()
  const [sought] = useDebouncedValue(value.trim(), 200)
  const [outer] = useDebouncedValue(within?.trim() ?? '', 200)
  const { data: around } = useQuery({ ...places('province', outer), enabled: outer !== '' })
  const province = outer ? around?.items[0]?.province.code : undefined
  const enabled = level === 'province' || Boolean(province) || sought.length > 1
  // Once one is chosen, the list is whole again, to choose another.
  const { data } = useQuery({ ...places(level, sought, province), enabled })
  const byLabel = new Map((data?.items ?? []).map((one) => [labelOf(one), one]))
  const lost = district ? data?.items.find((one) => one.former && !one.now && one.name === value && one.district?.name === district && one.perhaps.length > 0) : undefined
  return (
    <div>
      <Autocomplete
        {...rest}
        value={value}
        data={[...byLabel.keys()]}
        filter={({ options }) => options}
        limit={200}
        maxDropdownHeight={260}
        onChange={(next) => {
          const place = byLabel.get(next)
          onChange(place ? place.name : next, place)
        }}
        renderOption={({ option }) => {
          const now = byLabel.get(option.value)?.now
          return (
            <span>
              {option.value}
              {now && (
                <Text component="span" size="xs" c="dimmed" ml={6}>
                  {t('address.now', { name: now.name })}
                </Text>
              )}
            </span>
          )
        }}
      />
      {lost && (
        <Text size="xs" c="dimmed" mt={4} component="div">
          {t('address.perhaps')}{' '}
          {lost.perhaps.map((one) => (
            <UnstyledButton key={one.code} className={classes.offer} onClick={() => onChange(one.name, { ...lost, ...one, former: false, district: null, now: null, perhaps: [] })}>
              {one.name}
            </UnstyledButton>
          ))}
        </Text>
      )}
    </div>
  )
}

/** Former wards of one name lie in several districts. */
const labelOf = (place: Place) => (place.district ? `${place.name}, ${place.district.name}` : place.name)
