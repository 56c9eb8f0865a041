import { ActionIcon, Button, Group, Modal, Select, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Customer, type CustomerLink } from '@/api'
import { say } from '@/i18n'
import { CustomerPicker } from '@/kit/field/CustomerPicker'
import { CustomerName } from '@/kit/record/CustomerName'
import { FormProblem } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { Card, Nothing } from '../customer/Card'
import { useCan } from '../session/useSession'
import classes from '../customer/profile.module.css'

/** As a person says it of this customer; the direction lies in the words. */
const WAYS = ['works-at.out', 'works-at.in', 'household.out', 'spouse.out', 'parent-of.out', 'parent-of.in', 'sibling.out', 'guardian-of.out', 'guardian-of.in', 'referred-by.out', 'referred-by.in', 'other.out'] as const

export function CustomerLinks({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const [adding, setAdding] = useState(false)
  const { data } = useQuery({ queryKey: ['customers', 'links', customer.id], queryFn: () => api.links.of(customer.id) })
  const forget = () => void client.invalidateQueries({ queryKey: ['customers', 'links'] })
  const changes = can('customer:update') && !customer.archivedAt
  const remove = async (link: CustomerLink) => {
    try {
      await api.links.remove(link.id)
      forget()
      done(t('link.removed', { name: link.other.name }), () => {
        const { type, direction, since, until, note } = link
        void api.links.add(customer.id, { otherId: link.other.id, type, direction, since, until, note }).then(forget, failed)
      })
    } catch (error) {
      failed(error)
    }
  }
  return (
    <Card
      title={t('link.title')}
      action={
        changes && (
          <Tooltip label={t('link.add')}>
            <ActionIcon size={26} aria-label={t('link.add')} onClick={() => setAdding(true)}>
              <IconPlus size={16} stroke={1.8} />
            </ActionIcon>
          </Tooltip>
        )
      }
    >
      {data?.items.length === 0 && <Nothing>{t('link.none')}</Nothing>}
      {data?.items.map((link) => (
        <div key={link.id} className={classes.task}>
          <div style={{ flex: 1, minWidth: 0 }}>
            <Text size="xs" c="dimmed">
              {say(link.label)}
            </Text>
            <Text size="sm">
              <CustomerName id={link.other.id} name={link.other.name} />
            </Text>
          </div>
          {changes && (
            <ActionIcon size={24} aria-label={t('link.removeOf', { name: link.other.name })} onClick={() => void remove(link)}>
              <IconX size={14} />
            </ActionIcon>
          )}
        </div>
      ))}
      {adding && (
        <AddLink
          customer={customer}
          onClose={() => {
            setAdding(false)
            forget()
          }}
        />
      )}
    </Card>
  )
}

function AddLink({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation()
  const [other, setOther] = useState<string | null>(null)
  const [way, setWay] = useState<string>(WAYS[0])
  const [note, setNote] = useState('')
  const add = useMutation({
    mutationFn: () => {
      const [type, direction] = way.split('.')
      return api.links.add(customer.id, { otherId: other, type, direction, note: note.trim() || null })
    },
    onSuccess: (link) => {
      done(t('link.added', { name: link.other.name }))
      onClose()
    },
  })
  const errors = isProblem(add.error) ? add.error.byField : {}
  return (
    <Modal opened onClose={onClose} title={t('link.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate()
        }}
      >
        <Stack gap={14}>
          <FormProblem error={add.error} fields={['otherId', 'note']} />
          <Select label={t('link.way', { name: customer.name })} allowDeselect={false} data={WAYS.map((value) => ({ value, label: t(`link.as.${value}`) }))} value={way} onChange={(value) => setWay(value!)} />
          <CustomerPicker data-autofocus label={t('link.other')} except={customer.id} error={errors.otherId} value={other} onChange={setOther} />
          <TextInput label={t('link.note')} maxLength={300} error={errors.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" disabled={!other} loading={add.isPending}>
              {t('link.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
