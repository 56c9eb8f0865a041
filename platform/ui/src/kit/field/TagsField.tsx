import { TagsInput, type TagsInputProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api'

type Props = Omit<TagsInputProps, 'data'> & { suggest: boolean }

export function TagsField({ suggest, ...rest }: Props) {
  const { t } = useTranslation()
  const [sought, setSought] = useState('')
  const [prefix] = useDebouncedValue(sought, 200)
  const { data } = useQuery({ queryKey: ['tags', prefix], queryFn: () => api.tags(prefix), enabled: suggest, staleTime: 30_000 })
  return (
    <TagsInput
      {...rest}
      data={data?.items ?? []}
      searchValue={sought}
      onSearchChange={setSought}
      acceptValueOnBlur
      splitChars={[',', ';']}
      clearable
      placeholder={rest.value?.length ? undefined : t('field.tagsPlaceholder')}
    />
  )
}
