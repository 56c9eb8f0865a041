import { Button, Group, Modal, Select, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Source, type SourceKind } from '@/api'
import { say } from '@/i18n'
import { SettingsPage } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, FormProblem, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { useCan } from '../session/useSession'

const KINDS: SourceKind[] = ['manual', 'form', 'import', 'api', 'plugin']
const KEY = ['sources']

/** Where data comes from, and what for: a record without a source does not exist. */
export function Sources() {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const sources = useQuery({ queryKey: KEY, queryFn: api.sources.list })
  const [adding, setAdding] = useState(false)
  const forget = () => void client.invalidateQueries({ queryKey: KEY })
  const turn = useMutation({ mutationFn: (one: Source) => api.sources.change(one, { active: !one.active }), onSuccess: forget, onError: failed })
  return (
    <SettingsPage
      title={t('settings.sources')}
      lead={t('sources.lead')}
      action={
        can('source:manage') && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            {t('sources.add')}
          </Button>
        )
      }
    >
      {sources.isPending ? (
        <LinesSkeleton />
      ) : sources.error ? (
        <Failure error={sources.error} onRetry={() => void sources.refetch()} />
      ) : (
        <div className={settingsClasses.rows}>
          {sources.data.items.map((one) => (
            <div key={one.id} className={settingsClasses.row}>
              <div className={settingsClasses.grow}>
                <Text fw={500}>
                  {one.name}{' '}
                  <Text component="span" size="sm" c="dimmed" fw={400}>
                    · {t(`sources.kind.${one.kind}`)}
                  </Text>
                </Text>
                <Text size="sm" c="dimmed">
                  {say(one.purpose)}
                </Text>
              </div>
              {can('source:manage') && !one.standard && <Switch aria-label={t('sources.activeOf', { name: one.name })} checked={one.active} onChange={() => turn.mutate(one)} />}
            </div>
          ))}
        </div>
      )}
      {adding && (
        <AddSource
          onClose={() => {
            setAdding(false)
            forget()
          }}
        />
      )}
    </SettingsPage>
  )
}

function AddSource({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<SourceKind>('form')
  const [purpose, setPurpose] = useState('')
  const add = useMutation({
    mutationFn: () => api.sources.add({ name: name.trim(), kind, purpose: { vi: purpose.trim(), en: purpose.trim() } }),
    onSuccess: () => {
      done(t('sources.added', { name }))
      onClose()
    },
  })
  const errors = isProblem(add.error) ? add.error.byField : {}
  return (
    <Modal opened onClose={onClose} title={t('sources.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate()
        }}
      >
        <Stack gap={14}>
          <FormProblem error={add.error} fields={['name', 'kind', 'purpose']} />
          <TextInput data-autofocus label={t('sources.name')} required withAsterisk={false} maxLength={120} error={errors.name} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Select label={t('sources.kindLabel')} allowDeselect={false} data={KINDS.map((value) => ({ value, label: t(`sources.kind.${value}`) }))} error={errors.kind} value={kind} onChange={(value) => setKind(value as SourceKind)} />
          <Textarea label={t('sources.purpose')} autosize minRows={2} required withAsterisk={false} error={errors.purpose} value={purpose} onChange={(event) => setPurpose(event.currentTarget.value)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending} disabled={!name.trim() || !purpose.trim()}>
              {t('sources.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
