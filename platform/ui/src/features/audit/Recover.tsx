import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Changed, type RecordPlace } from '@/api'
import { say } from '@/i18n'
import { formatValue, isEmpty, patchOf } from '@/kit/field/format'
import { isComputed, isWritable, useFields, useMembers } from '@/kit/field/useFields'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { collection } from '../record/kinds'

/** Writes back what a record said before a change: a change like any other, by who does it. */
export function Recover({ at, changes, onClose }: { at: RecordPlace; changes: Changed[]; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const members = useMembers()
  const { byKey } = useFields(at.record)
  const offered = changes.flatMap((change) => {
    const field = byKey.get(change.field.replace(/^fields\./, ''))
    return field && isWritable(field) && !isComputed(field) ? [{ change, field }] : []
  })
  const [chosen, setChosen] = useState(() => offered.map(({ field }) => field.key))
  const recover = useMutation({
    mutationFn: async () => {
      const patch = offered.filter(({ field }) => chosen.includes(field.key)).map(({ field, change }) => patchOf(field, change.before ?? null))
      const body = { ...Object.assign({}, ...patch), ...(patch.some((one) => 'fields' in one) ? { fields: Object.assign({}, ...patch.map((one) => (one as { fields?: object }).fields)) } : {}) }
      const now = at.record === 'customer' ? await api.customers.one(at.id) : await collection(at.record).one(at.id)
      return at.record === 'customer' ? api.customers.change(at.id, now.version, body) : collection(at.record).change(at.id, now.version, body)
    },
    onSuccess: () => {
      for (const queryKey of [['customers'], ['records'], ['audit']]) void client.invalidateQueries({ queryKey })
      done(t('trail.recovered'))
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t('trail.recoverTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack>
        <FormProblem error={recover.error} />
        {offered.length === 0 ? (
          <Text c="dimmed">{t('trail.nothingToRecover')}</Text>
        ) : (
          <Checkbox.Group value={chosen} onChange={setChosen} label={t('trail.recoverWhich')}>
            <Stack gap={10} mt={8}>
              {offered.map(({ field, change }) => (
                <Checkbox key={field.key} value={field.key} label={`${say(field.label)}: ${isEmpty(change.before) ? t('field.empty') : formatValue(field, change.before, members)}`} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button loading={recover.isPending} disabled={chosen.length === 0} onClick={() => recover.mutate()}>
            {t('trail.recover')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
