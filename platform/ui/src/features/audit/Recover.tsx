import { Alert, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Changed, type Field, type RecordPlace } from '@/api'
import { say } from '@/i18n'
import { formatValue, isEmpty, readField } from '@/kit/field/format'
import { isComputed, isWritable, useFields, useMembers } from '@/kit/field/useFields'
import { Failure, FormProblem, LinesSkeleton } from '@/kit/states'
import { done } from '@/kit/toast'
import { collection } from '../record/kinds'

type Props = { seq: number; at: RecordPlace; changes: Changed[]; onClose: () => void }
type Offered = { change: Changed; field: Field }

/** Writes back what a record said before an entry: a change like any other, by who does it. */
export function Recover({ seq, at, changes, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const members = useMembers()
  const { byKey } = useFields(at.record)
  const now = useQuery({
    queryKey: ['records', at.record, 'now', at.id],
    queryFn: () => (at.record === 'customer' ? api.customers.one(at.id) : collection(at.record).one(at.id)) as Promise<{ version: number }>,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const offered = changes.flatMap((change): Offered[] => {
    const field = byKey.get(change.field.replace(/^fields\./, ''))
    return field && isWritable(field) && !isComputed(field) ? [{ change, field }] : []
  })
  const [left, setLeft] = useState<string[]>([])
  const [why, setWhy] = useState('')
  const chosen = offered.map(({ change }) => change.field).filter((key) => !left.includes(key))
  const recover = useMutation({
    mutationFn: () => api.audit.recover(seq, now.data!.version, { fields: chosen, why: why.trim() || null }),
    onSuccess: () => {
      for (const queryKey of [['customers'], ['records'], ['audit']]) void client.invalidateQueries({ queryKey })
      done(t('trail.recovered'))
      onClose()
    },
    // Somebody was quicker: what it says now is shown, and asked again.
    onError: (error) => isProblem(error, 'conflict') && void now.refetch(),
  })
  const show = (field: Field, value: unknown) => (isEmpty(value) ? t('field.empty') : formatValue(field, value, members))
  const told = ({ change, field }: Offered) => {
    const current = now.data && readField(now.data, field)
    const written = show(field, current)
    if (written === show(field, change.before)) return t('trail.alreadySo')
    return written === show(field, change.after) ? t('trail.saysNow', { value: written }) : t('trail.changedSince', { value: written })
  }
  return (
    <Modal opened onClose={onClose} title={t('trail.recoverTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {now.isPending ? (
        <LinesSkeleton lines={3} />
      ) : now.error ? (
        <Failure error={now.error} onRetry={() => void now.refetch()} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            recover.mutate()
          }}
        >
          <Stack>
            {isProblem(recover.error, 'conflict') ? <Alert color="yellow">{t('trail.recoverConflict')}</Alert> : <FormProblem error={recover.error} />}
            {offered.length === 0 ? (
              <Text c="dimmed">{t('trail.nothingToRecover')}</Text>
            ) : (
              <>
                <Checkbox.Group value={chosen} onChange={(next) => setLeft(offered.map(({ change }) => change.field).filter((key) => !next.includes(key)))} label={t('trail.recoverWhich')}>
                  <Stack gap={10} mt={8} style={{ overflowWrap: 'anywhere' }}>
                    {offered.map((one) => (
                      <Checkbox key={one.change.field} value={one.change.field} label={`${say(one.field.label)}: ${show(one.field, one.change.before)}`} description={told(one)} />
                    ))}
                  </Stack>
                </Checkbox.Group>
                <TextInput label={t('trail.why')} placeholder={t('trail.whyHint')} maxLength={500} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
              </>
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" loading={recover.isPending} disabled={chosen.length === 0}>
                {t('trail.recover')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}
