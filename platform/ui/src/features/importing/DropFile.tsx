import { FileButton, Button, Loader, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api'
import { FormProblem } from '@/kit/states'
import { importQuery, importsQuery } from './queries'
import classes from './importing.module.css'

const ACCEPT = '.csv,.tsv,.txt,.xlsx'

export function DropFile() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const upload = useMutation({
    mutationFn: api.imports.upload,
    onSuccess: async (run) => {
      client.setQueryData(importQuery(run.id).queryKey, run)
      void client.invalidateQueries({ queryKey: importsQuery.queryKey })
      await navigate({ to: '/imports/$id', params: { id: run.id } })
    },
  })
  const take = (file: File | null | undefined) => {
    if (!file) return
    if (!/\.(csv|tsv|txt|xlsx)$/i.test(file.name)) {
      setRefused(t(/\.xls$/i.test(file.name) ? 'import.oldExcel' : 'import.wrongType', { name: file.name }))
      return
    }
    if (file.size === 0) {
      setRefused(t('import.emptyFile', { name: file.name }))
      return
    }
    setRefused(null)
    upload.mutate(file)
  }
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files[0])
      }}
    >
      {upload.isPending ? <Loader size={30} /> : <IconFileSpreadsheet size={34} stroke={1.3} color="var(--q-accent)" />}
      <Text fw={600} fz={15}>
        {upload.isPending ? t('import.uploading', { name: upload.variables.name }) : t('import.drop')}
      </Text>
      <Text c="dimmed" size="sm" maw={440} ta="center">
        {t('import.dropHint')}
      </Text>
      <FileButton onChange={take} accept={ACCEPT} inputProps={{ 'aria-label': t('import.choose') }}>
        {(props) => (
          <Button {...props} mt={6} disabled={upload.isPending}>
            {t('import.choose')}
          </Button>
        )}
      </FileButton>
      {refused && (
        <Text c="var(--q-bad)" size="sm" role="alert">
          {refused}
        </Text>
      )}
      <FormProblem error={upload.error} />
    </div>
  )
}
