import { ActionIcon, Alert, Anchor, Button, Checkbox, Code, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCopy, IconKey, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type ApiKey, type NewApiKey } from '@/api'
import { Confirm } from '@/kit/Confirm'
import { DateInput } from '@/kit/field/DateInput'
import { formatAgo, formatDate } from '@/kit/field/format'
import { SettingsPage } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, FormProblem, LinesSkeleton, Message } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { permits, useSession } from '../session/useSession'

const GRANTABLE = ['customer:read', 'customer:create', 'customer:update', 'customer:archive', 'customer:export', 'import:run', 'field:read', 'plugin:read']

export function ApiKeys() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: api.apiKeys.list })
  const [adding, setAdding] = useState(false)
  const [shown, setShown] = useState<NewApiKey | null>(null)
  const [ending, setEnding] = useState<ApiKey | null>(null)
  const refresh = () => void client.invalidateQueries({ queryKey: ['api-keys'] })
  const revoke = useMutation({
    mutationFn: (key: ApiKey) => api.apiKeys.revoke(key.id),
    onSuccess: (_, key) => {
      setEnding(null)
      refresh()
      done(t('apikey.revoked', { name: key.name }))
    },
    onError: failed,
  })
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('apikey.add')}
    </Button>
  )
  return (
    <SettingsPage title={t('settings.apiKeys')} lead={t('apikey.lead')} action={keys.data?.items.length ? add : null}>
      {keys.isPending ? (
        <LinesSkeleton lines={3} />
      ) : keys.error ? (
        <Failure error={keys.error} onRetry={() => void keys.refetch()} />
      ) : keys.data.items.length === 0 ? (
        <Message icon={IconKey} title={t('apikey.none')} action={add}>
          {t('apikey.noneHint')}{' '}
          <Anchor href="/api/docs" target="_blank" underline="always" inherit>
            {t('settings.apiDocs')}
          </Anchor>
        </Message>
      ) : (
        <div className={settingsClasses.rows}>
          {keys.data.items.map((one) => (
            <div key={one.id} className={settingsClasses.row}>
              <IconKey size={20} stroke={1.5} color="var(--q-muted)" />
              <div className={settingsClasses.grow}>
                <Group gap={8}>
                  <Text fw={500}>{one.name}</Text>
                  <Code>{one.prefix}…</Code>
                </Group>
                <Text size="sm" c="dimmed">
                  {one.permissions.map((it) => t(`permission.${it.replace(':', '.')}`, { defaultValue: it })).join(', ')}
                </Text>
                <Text size="sm" c="dimmed">
                  {[
                    one.lastUsedAt ? t('apikey.used', { when: formatAgo(one.lastUsedAt) }) : t('apikey.unused'),
                    one.expiresAt ? t('apikey.expires', { when: formatDate(one.expiresAt) }) : t('apikey.forever'),
                  ].join(' · ')}
                </Text>
              </div>
              <ActionIcon aria-label={t('apikey.revokeOf', { name: one.name })} onClick={() => setEnding(one)}>
                <IconTrash size={17} stroke={1.6} />
              </ActionIcon>
            </div>
          ))}
        </div>
      )}
      {adding && (
        <AddKey
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false)
            setShown(key)
            refresh()
          }}
        />
      )}
      {shown && <ShowOnce made={shown} onClose={() => setShown(null)} />}
      {ending && (
        <Confirm title={t('apikey.revokeOf', { name: ending.name })} action={t('apikey.revoke')} busy={revoke.isPending} onConfirm={() => revoke.mutate(ending)} onClose={() => setEnding(null)}>
          {t('apikey.revokeHint')}
        </Confirm>
      )}
    </SettingsPage>
  )
}

function AddKey({ onClose, onMade }: { onClose: () => void; onMade: (key: NewApiKey) => void }) {
  const { t } = useTranslation()
  const { permissions } = useSession()
  const [name, setName] = useState('')
  const [granted, setGranted] = useState<string[]>(['customer:read', 'field:read'])
  const [day, setDay] = useState<string | null>(null)
  const create = useMutation({
    mutationFn: () => api.apiKeys.create({ name: name.trim(), permissions: granted, expiresAt: day ? new Date(`${day}T23:59:59`).toISOString() : null }),
    onSuccess: onMade,
  })
  const errors = isProblem(create.error) ? create.error.byField : {}
  return (
    <Modal opened onClose={onClose} title={t('apikey.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate()
        }}
      >
        <Stack gap={16}>
          <FormProblem error={create.error} fields={['name', 'permissions', 'expiresAt']} />
          <TextInput label={t('apikey.name')} placeholder={t('apikey.nameExample')} data-autofocus required withAsterisk={false} maxLength={80} value={name} error={errors.name} onChange={(event) => setName(event.currentTarget.value)} />
          <Checkbox.Group label={t('apikey.permissions')} value={granted} onChange={setGranted} error={errors.permissions}>
            <Stack gap={8} mt={6}>
              {GRANTABLE.filter((one) => permits(permissions, one)).map((one) => (
                <Checkbox key={one} size="xs" value={one} label={t(`permission.${one.replace(':', '.')}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <DateInput label={t('apikey.expiry')} description={t('apikey.expiryHint')} value={day} onChange={setDay} error={errors.expiresAt} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending} disabled={granted.length === 0}>
              {t('apikey.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function ShowOnce({ made, onClose }: { made: NewApiKey; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} title={made.name} closeOnClickOutside={false} withCloseButton={false}>
      <Stack>
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} />}>
          {t('apikey.once')}
        </Alert>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', fontSize: 14 }} data-testid="api-key">
          {made.key}
        </Code>
        <Group justify="flex-end" gap="xs">
          <CopyButton value={made.key} timeout={4000}>
            {({ copied, copy }) => (
              <Button variant="default" leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={copy} data-autofocus>
                {t(copied ? 'action.copied' : 'action.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('apikey.kept')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
