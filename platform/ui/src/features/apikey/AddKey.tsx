import { Button, Checkbox, Group, Input, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type NewApiKey } from '@/api'
import { say } from '@/i18n'
import { DateInput } from '@/kit/field/DateInput'
import { FormProblem } from '@/kit/states'
import { useSession } from '../session/useSession'
import { GROUPS, groupOf, permissionsQuery } from './queries'

/** In days; a key that nobody thinks of any more should not live for ever. */
const TERMS = ['30', '90', '365'] as const

export function AddKey({ onClose, onMade }: { onClose: () => void; onMade: (key: NewApiKey) => void }) {
  const { t } = useTranslation()
  const held = new Set(useSession().permissions)
  const all = (useQuery(permissionsQuery).data?.items ?? []).filter((one) => held.has(one.name))
  const [name, setName] = useState('')
  const [granted, setGranted] = useState<string[]>(['customer:read', 'field:read'].filter((one) => held.has(one)))
  const [term, setTerm] = useState<string>('90')
  const [day, setDay] = useState<string | null>(null)
  const create = useMutation({
    mutationFn: () => api.apiKeys.create({ name: name.trim(), permissions: granted, expiresAt: endOf(term, day) }),
    onSuccess: onMade,
  })
  const errors = isProblem(create.error) ? create.error.byField : {}
  const reading = all.map((one) => one.name).filter((one) => one.endsWith(':read'))
  return (
    <Modal opened onClose={onClose} size="lg" title={t('apikey.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate()
        }}
      >
        <Stack gap={16}>
          <FormProblem error={create.error} fields={['name', 'permissions', 'expiresAt']} />
          <TextInput label={t('apikey.name')} placeholder={t('apikey.nameExample')} data-autofocus required withAsterisk={false} maxLength={80} value={name} error={errors.name} onChange={(event) => setName(event.currentTarget.value)} />
          <Group grow align="flex-start">
            <Select
              label={t('apikey.expiry')}
              allowDeselect={false}
              value={term}
              onChange={(value) => setTerm(value ?? '90')}
              error={errors.expiresAt}
              data={[...TERMS.map((days) => ({ value: days, label: t('apikey.days', { count: Number(days) }) })), { value: 'day', label: t('apikey.chosenDay') }, { value: 'never', label: t('apikey.never') }]}
            />
            {term === 'day' && <DateInput label={t('apikey.lastDay')} value={day} onChange={setDay} />}
          </Group>
          <Checkbox.Group value={granted} onChange={setGranted} error={errors.permissions}>
            <Group justify="space-between" gap="xs">
              <Input.Label component="div">{t('apikey.permissions')}</Input.Label>
              <Group gap={4}>
                <Button size="compact-xs" variant="subtle" onClick={() => setGranted(reading)}>
                  {t('apikey.onlyReading')}
                </Button>
                <Button size="compact-xs" variant="subtle" onClick={() => setGranted([])}>
                  {t('apikey.nothing')}
                </Button>
              </Group>
            </Group>
            <Input.Description mb={8}>{t('apikey.permissionsHint')}</Input.Description>
            <Stack gap={14}>
              {GROUPS.map((group) => {
                const members = all.filter((one) => groupOf(one.name) === group)
                return members.length === 0 ? null : (
                  <div key={group}>
                    <Text size="sm" fw={600} mb={6}>
                      {t(`apikey.group.${group}`)}
                    </Text>
                    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={10} verticalSpacing={8}>
                      {members.map((one) => (
                        <Checkbox key={one.name} size="xs" value={one.name} label={say(one.label)} />
                      ))}
                    </SimpleGrid>
                  </div>
                )
              })}
            </Stack>
          </Checkbox.Group>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending} disabled={granted.length === 0 || (term === 'day' && !day)}>
              {t('apikey.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function endOf(term: string, day: string | null) {
  if (term === 'never') return null
  return term === 'day' ? dayjs(day).endOf('day').toISOString() : dayjs().add(Number(term), 'day').toISOString()
}
