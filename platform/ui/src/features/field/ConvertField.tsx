import { Alert, Button, Group, Modal, Progress, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Field, type FieldType } from '@/api'
import { say } from '@/i18n'
import { capital, formatNumber } from '@/kit/field/format'
import { fieldsQuery } from '@/kit/field/useFields'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { TYPES } from './draft'
import { useForgetFields } from './queries'

/** Another type for the values that are there: first what would not fit, then the move. */
export function ConvertField({ field, onClose }: { field: Field; onClose: () => void }) {
  const { t } = useTranslation()
  const forget = useForgetFields()
  const [type, setType] = useState<FieldType | null>(null)
  const [asked, setAsked] = useState(false)
  const now = useQuery({ ...fieldsQuery(field.record), refetchInterval: asked ? 1000 : false, select: (data) => data.items.find((one) => one.key === field.key) })
  const work = asked ? now.data?.work : null
  const seen = work?.kind === 'preview' && work.to === type ? work : null
  const convert = useMutation({
    mutationFn: (preview: boolean) => api.field.convert(field, { type, preview, ...(type === 'money' ? { currency: 'VND' } : {}), ...(type === 'reference' ? { references: 'customer' } : {}) }),
    onSuccess: (_, preview) => {
      forget()
      if (preview) setAsked(true)
      else {
        done(t('fields.converting', { name: say(field.label) }))
        onClose()
      }
    },
  })
  return (
    <Modal opened onClose={onClose} title={t('fields.convertOf', { name: say(field.label) })} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap={14}>
        <FormProblem error={convert.error} />
        <Select
          data-autofocus
          label={t('fields.newType')}
          data={TYPES.filter((one) => one !== field.type && one !== 'choice' && one !== 'choices' && one !== 'file').map((value) => ({ value, label: capital(t(`field.type.${value}`)) }))}
          value={type}
          onChange={(value) => {
            setType(value as FieldType)
            setAsked(false)
          }}
        />
        {seen && (seen.state === 'waiting' || seen.state === 'running') && <Progress value={seen.total ? (100 * seen.done) / seen.total : 5} aria-label={t('fields.work.preview')} />}
        {seen?.state === 'done' && (
          <Alert color={seen.misfits ? 'yellow' : 'jade'} variant="light">
            <Text size="sm" className="num">
              {t('fields.fits', { fits: formatNumber(seen.fits), misfits: formatNumber(seen.misfits) })}
            </Text>
            {seen.samples.map((one) => (
              <Text key={one.recordId} size="sm" style={{ overflowWrap: 'anywhere' }}>
                “{one.value}”
              </Text>
            ))}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          {seen?.state === 'done' ? (
            <Button color={seen.misfits ? 'red' : undefined} loading={convert.isPending} onClick={() => convert.mutate(false)}>
              {t(seen.misfits ? 'fields.convertAnyway' : 'fields.convert')}
            </Button>
          ) : (
            <Button disabled={!type} loading={convert.isPending || (asked && !seen)} onClick={() => convert.mutate(true)}>
              {t('fields.preview')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
