import { ActionIcon, Badge, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconFingerprint, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Passkey } from '@/api'
import { Confirm } from '@/kit/Confirm'
import { formatAgo, formatDate } from '@/kit/field/format'
import { SettingsBlock } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, FormProblem, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { isGivenUp, isThereAlready, makePasskey, passkeysWork } from '../session/passkey'
import { deviceOf } from './device'
import { passkeysQuery, secondFactorQuery } from './queries'

/** The devices that sign the account in without a password. */
export function Passkeys() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const passkeys = useQuery(passkeysQuery)
  const [naming, setNaming] = useState<Passkey | 'new' | null>(null)
  const [ending, setEnding] = useState<Passkey | null>(null)
  const refresh = () => void [passkeysQuery, secondFactorQuery].map((one) => client.invalidateQueries({ queryKey: one.queryKey }))
  const remove = useMutation({
    mutationFn: (passkey: Passkey) => api.account.removePasskey(passkey.id),
    onSuccess: (_, passkey) => {
      refresh()
      done(t('passkey.removed', { name: passkey.name }))
    },
    onError: failed,
    onSettled: () => setEnding(null),
  })
  return (
    <SettingsBlock title={t('passkey.block')} hint={t('passkey.hint')}>
      {passkeys.isPending ? (
        <LinesSkeleton lines={2} />
      ) : passkeys.error ? (
        <Failure error={passkeys.error} onRetry={() => void passkeys.refetch()} />
      ) : (
        passkeys.data.items.length > 0 && (
          <div className={settingsClasses.rows}>
            {passkeys.data.items.map((one) => (
              <div key={one.id} className={settingsClasses.row}>
                <IconFingerprint size={20} stroke={1.5} color="var(--q-muted)" />
                <div className={settingsClasses.grow}>
                  <Group gap={8}>
                    <Text fw={500}>{one.name}</Text>
                    {one.backedUp && (
                      <Badge size="sm" variant="light">
                        {t('passkey.backedUp')}
                      </Badge>
                    )}
                  </Group>
                  <Text size="sm" c="dimmed">
                    {[t('passkey.since', { when: formatDate(one.createdAt) }), one.lastUsedAt ? t('passkey.used', { when: formatAgo(one.lastUsedAt) }) : t('passkey.unused')].join(' · ')}
                  </Text>
                </div>
                <ActionIcon aria-label={t('passkey.renameOf', { name: one.name })} onClick={() => setNaming(one)}>
                  <IconPencil size={17} stroke={1.6} />
                </ActionIcon>
                <ActionIcon aria-label={t('passkey.removeOf', { name: one.name })} onClick={() => setEnding(one)}>
                  <IconTrash size={17} stroke={1.6} />
                </ActionIcon>
              </div>
            ))}
          </div>
        )
      )}
      {passkeysWork() ? (
        <Button mt={12} variant="default" leftSection={<IconPlus size={16} />} onClick={() => setNaming('new')}>
          {t('passkey.add')}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {t('passkey.noBrowser')}
        </Text>
      )}
      {naming && (
        <NamePasskey
          passkey={naming === 'new' ? null : naming}
          onClose={() => setNaming(null)}
          onDone={() => {
            setNaming(null)
            refresh()
          }}
        />
      )}
      {ending && (
        <Confirm title={t('passkey.removeOf', { name: ending.name })} action={t('passkey.remove')} busy={remove.isPending} onConfirm={() => remove.mutate(ending)} onClose={() => setEnding(null)}>
          {t('passkey.removeHint')}
        </Confirm>
      )}
    </SettingsBlock>
  )
}

/** Names a passkey; a new one is made by the device first. */
export function NamePasskey({ passkey, onClose, onDone }: { passkey: Passkey | null; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(passkey?.name ?? deviceOf(navigator.userAgent).name)
  const keep = useMutation({
    mutationFn: async () => {
      if (passkey) return api.account.renamePasskey(passkey.id, { name })
      const credential = await makePasskey(await api.account.beginPasskey(), 'Quen')
      return api.account.addPasskey({ name, credential })
    },
    onSuccess: () => {
      done(t(passkey ? 'passkey.renamed' : 'passkey.added'))
      onDone()
    },
  })
  const errors = isProblem(keep.error) ? keep.error.byField : {}
  return (
    <Modal opened onClose={onClose} size="sm" title={passkey ? t('passkey.renameOf', { name: passkey.name }) : t('passkey.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate()
        }}
      >
        <Stack>
          {!passkey && <Text c="dimmed">{t('passkey.addHint')}</Text>}
          {isThereAlready(keep.error) ? (
            <Text role="alert">{t('passkey.there')}</Text>
          ) : isGivenUp(keep.error) ? (
            <Text role="status" c="dimmed">
              {t('passkey.givenUp')}
            </Text>
          ) : (
            <FormProblem error={keep.error} fields={['name']} />
          )}
          <TextInput label={t('passkey.name')} placeholder={t('passkey.nameExample')} required withAsterisk={false} maxLength={80} data-autofocus value={name} error={errors.name} onChange={(event) => setName(event.currentTarget.value)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={keep.isPending} disabled={!name.trim()}>
              {t(passkey ? 'action.save' : 'passkey.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
