import { ActionIcon, Anchor, Badge, Button, Code, Group, Text } from '@mantine/core'
import { IconKey, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type ApiKey, type NewApiKey } from '@/api'
import { say } from '@/i18n'
import { Confirm } from '@/kit/Confirm'
import { formatAgo, formatDate } from '@/kit/field/format'
import { SettingsPage } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, LinesSkeleton, Message } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { AddKey } from './AddKey'
import { ShowOnce } from './ShowOnce'
import { permissionsQuery } from './queries'

/** How many permissions are named before the rest is a number. */
const NAMED = 6

export function ApiKeys() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: api.apiKeys.list })
  const catalogue = useQuery(permissionsQuery).data?.items
  const label = (permission: string) => say(catalogue?.find((one) => one.name === permission)?.label) || permission
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
                  <Code>quen_live_{one.prefix}…</Code>
                  {one.state !== 'active' && (
                    <Badge size="sm" variant="light" color="red">
                      {t(`apikey.state.${one.state}`)}
                    </Badge>
                  )}
                </Group>
                <Text size="sm" c="dimmed">
                  {one.permissions.slice(0, NAMED).map(label).join(', ')}
                  {one.permissions.length > NAMED && ` ${t('apikey.more', { count: one.permissions.length - NAMED })}`}
                </Text>
                <Text size="sm" c="dimmed">
                  {[
                    one.createdBy && t('apikey.by', { name: one.createdBy.name }),
                    one.lastUsedAt ? t(one.lastUsedFrom ? 'apikey.usedFrom' : 'apikey.used', { when: formatAgo(one.lastUsedAt), from: one.lastUsedFrom }) : t('apikey.unused'),
                    one.expiresAt ? t('apikey.expires', { when: formatDate(one.expiresAt) }) : t('apikey.forever'),
                  ].filter(Boolean).join(' · ')}
                </Text>
                {one.state === 'maker-left' && (
                  <Text size="sm" c="dimmed">
                    {t('apikey.makerLeftHint')}
                  </Text>
                )}
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
