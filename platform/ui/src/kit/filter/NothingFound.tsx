import { Button } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Message } from '@/kit/states'

type Props = {
  title: string
  search?: string
  filters?: string[]
  describe: (filter: string) => string
  onDropSearch: () => void
  onFilters: (filters: string[] | undefined) => void
}

/** Names what stands in the way, and lets go of it one by one. */
export function NothingFound({ title, search, filters, describe, onDropSearch, onFilters }: Props) {
  const { t } = useTranslation()
  return (
    <Message
      icon={IconSearchOff}
      title={title}
      action={
        <>
          {search && (
            <Button variant="default" onClick={onDropSearch}>
              {t('customer.dropSearch', { name: search })}
            </Button>
          )}
          {filters?.map((filter, index) => (
            <Button key={filter} variant="default" onClick={() => onFilters(filters.filter((_, n) => n !== index))}>
              {t('filter.drop', { name: describe(filter) })}
            </Button>
          ))}
        </>
      }
    >
      {t('customer.nothingHint')}
    </Message>
  )
}
