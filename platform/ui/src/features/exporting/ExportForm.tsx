import { Button, Group, Input, Modal, Radio, SegmentedControl, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Export, type RecordName } from '@/api'
import { useFields } from '@/kit/field/useFields'
import { formatAgo, formatSize } from '@/kit/field/format'
import { askedOf, type ListView } from '@/kit/list/view'
import settings from '@/kit/settings.module.css'
import { FormProblem } from '@/kit/states'
import { Download, exportsQuery } from './jobs'

type Props = { record: RecordName; view: ListView; columns: string[]; onClose: () => void }

export function ExportForm({ record, view, columns, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [format, setFormat] = useState<Export['format']>('xlsx')
  const [which, setWhich] = useState('shown')
  const { data } = useQuery(exportsQuery)
  const { data: catalogue } = useFields(record)
  // What the browser makes up of a record is no column of a file.
  const kept = columns.filter((key) => catalogue?.items.some((one) => one.key === key))
  const ready = (data?.items ?? []).filter((one) => one.state === 'completed').slice(0, 3)
  const start = useMutation({
    mutationFn: () => api.exports.start({ record, format, query: askedOf(view), ...(which === 'shown' && record !== 'order' ? { columns: kept } : {}) }),
    onSuccess: (run) => {
      client.setQueryData(exportsQuery.queryKey, (old) => ({ items: [run, ...(old?.items ?? [])] }))
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} size="md" title={t('export.title', { name: t(`export.record.${record}`) })} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          start.mutate()
        }}
      >
        <Stack>
          <Text c="dimmed" size="sm">
            {t('export.lead')}
          </Text>
          <FormProblem error={start.error} />
          <Input.Wrapper label={t('export.format')} component="div">
            <SegmentedControl
              fullWidth
              data-autofocus
              aria-label={t('export.format')}
              value={format}
              onChange={(value) => setFormat(value as Export['format'])}
              data={[
                { value: 'xlsx', label: 'Excel' },
                { value: 'csv', label: 'CSV' },
                { value: 'json', label: 'JSON' },
              ]}
            />
          </Input.Wrapper>
          {record === 'order' ? (
            <Text size="sm">{t('export.ordersHint')}</Text>
          ) : (
            <Radio.Group label={t('export.columns')} value={which} onChange={setWhich}>
              <Stack gap={8} mt={8}>
                <Radio value="shown" label={t('export.shown', { count: kept.length })} />
                <Radio value="all" label={t('export.all')} />
              </Stack>
            </Radio.Group>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={start.isPending}>
              {t('export.start')}
            </Button>
          </Group>
        </Stack>
      </form>
      {ready.length > 0 && (
        <section aria-label={t('export.ready')} style={{ marginTop: 20 }}>
          <Text component="h3" size="sm" fw={600} m={0} mb={8}>
            {t('export.ready')}
          </Text>
          <div className={settings.rows}>
            {ready.map((one) => (
              <div key={one.id} className={settings.row}>
                <div className={settings.grow}>
                  <Text size="sm" truncate>
                    {one.fileName}
                  </Text>
                  <Text size="xs" c="dimmed" className="num">
                    {[formatAgo(one.createdAt), one.size !== null && formatSize(one.size)].filter(Boolean).join(' · ')}
                  </Text>
                </div>
                <Download run={one} />
              </div>
            ))}
          </div>
        </section>
      )}
    </Modal>
  )
}
