import { Anchor } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type RecordPlace } from '@/api'
import { filesQuery } from '@/features/attachment/queries'

/** The record whose files a field can name. */
export const FilesOf = createContext<RecordPlace | null>(null)

function useFile(id: string | null) {
  const place = useContext(FilesOf)
  const { data } = useQuery({ ...filesQuery(place ?? { record: 'customer', id: '' }), enabled: place !== null && id !== null })
  return data?.items.find((one) => one.id === id)
}

/** A file as the value of a field: its name, which brings it. */
export function FileValue({ id }: { id: string }) {
  const { t } = useTranslation()
  const file = useFile(id)
  return (
    <Anchor href={api.attachments.address(id)} download={file?.fileName ?? true} inherit>
      <IconPaperclip size={14} stroke={1.7} style={{ verticalAlign: -2, marginRight: 4 }} />
      {file?.fileName ?? t('field.file')}
    </Anchor>
  )
}
