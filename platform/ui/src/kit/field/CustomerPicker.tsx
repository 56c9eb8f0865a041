import { Loader, Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api'
import { formatPhone } from './format'

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & { value: string | null; onChange: (id: string | null) => void; except?: string }

/** Finds one customer by name, phone or e-mail. */
export function CustomerPicker({ value, onChange, except, ...rest }: Props) {
  const { t } = useTranslation()
  const [sought, setSought] = useState('')
  const [settled] = useDebouncedValue(sought.trim(), 200)
  const chosen = useQuery({ queryKey: ['customers', 'one', value], queryFn: () => api.customers.one(value!), enabled: Boolean(value), retry: false })
  const name = chosen.data?.name
  const found = useQuery({
    queryKey: ['customers', 'pick', settled === name ? '' : settled],
    queryFn: ({ signal }) => api.customers.list({ q: settled === name ? undefined : settled || undefined, limit: 12 }, signal),
    placeholderData: keepPreviousData,
  })
  const options = (found.data?.items ?? []).filter((one) => one.id !== except).map((one) => ({
    value: one.id,
    label: one.name,
    hint: one.phones[0] ? formatPhone(one.phones[0]) : (one.emails[0]?.value ?? ''),
  }))
  if (value && name && !options.some((one) => one.value === value)) options.unshift({ value, label: name, hint: '' })
  const hints = new Map(options.map((one) => [one.value, one.hint]))
  return (
    <Select
      placeholder={t('field.findCustomer')}
      nothingFoundMessage={found.isFetching ? t('field.searching') : t('field.noCustomer')}
      {...rest}
      data={options}
      value={value}
      onChange={onChange}
      searchable
      clearable
      // The server has searched already, without accents and in all identifiers.
      filter={({ options: all }) => all}
      onSearchChange={setSought}
      rightSection={found.isFetching && sought ? <Loader size={14} /> : undefined}
      renderOption={({ option }) => (
        <span style={{ display: 'flex', justifyContent: 'space-between', gap: 12, width: '100%' }}>
          <span>{option.label}</span>
          <span className="num" style={{ color: 'var(--q-muted)' }}>
            {hints.get(option.value)}
          </span>
        </span>
      )}
    />
  )
}
