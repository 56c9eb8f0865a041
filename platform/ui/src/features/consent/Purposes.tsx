import { Button, Checkbox, Group, Modal, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconShieldCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type ConsentChannel, type ConsentPurpose } from '@/api'
import { say } from '@/i18n'
import { formatDate } from '@/kit/field/format'
import { SettingsPage } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, FormProblem, LinesSkeleton, Message } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { useCan } from '../session/useSession'
import { purposesQuery } from './queries'

const CHANNELS: ConsentChannel[] = ['email', 'sms', 'zns', 'phone']

/** For what customers are asked, and with which words. */
export function Purposes() {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const purposes = useQuery(purposesQuery)
  const [form, setForm] = useState<{ purpose: ConsentPurpose | null } | null>(null)
  const forget = () => void client.invalidateQueries({ queryKey: purposesQuery.queryKey })
  const turn = useMutation({ mutationFn: (one: ConsentPurpose) => api.consents.change(one, { active: !one.active }), onSuccess: forget, onError: failed })
  return (
    <SettingsPage
      title={t('settings.consents')}
      lead={t('consent.lead')}
      action={
        can('consent:manage') && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setForm({ purpose: null })}>
            {t('consent.addPurpose')}
          </Button>
        )
      }
    >
      {purposes.isPending ? (
        <LinesSkeleton />
      ) : purposes.error ? (
        <Failure error={purposes.error} onRetry={() => void purposes.refetch()} />
      ) : purposes.data.items.length === 0 ? (
        <Message icon={IconShieldCheck} title={t('consent.noPurposes')}>
          {t('consent.noPurposesHint')}
        </Message>
      ) : (
        <div className={settingsClasses.rows}>
          {purposes.data.items.map((one) => (
            <div key={one.id} className={settingsClasses.row} style={{ alignItems: 'flex-start' }}>
              <div className={settingsClasses.grow}>
                <Text fw={500}>{say(one.name)}</Text>
                <Text size="sm">{say(one.text)}</Text>
                <Text size="xs" c="dimmed" mt={2}>
                  {[one.channels.map((channel) => t(`consent.channel.${channel}`)).join(', '), t('consent.version', { number: one.currentVersion }), formatDate(one.updatedAt)].join(' · ')}
                </Text>
              </div>
              {can('consent:manage') && (
                <>
                  <Button size="xs" variant="default" onClick={() => setForm({ purpose: one })}>
                    {t('consent.rewrite')}
                  </Button>
                  <Switch aria-label={t('consent.activeOf', { name: say(one.name) })} checked={one.active} onChange={() => turn.mutate(one)} />
                </>
              )}
            </div>
          ))}
        </div>
      )}
      {form && (
        <PurposeForm
          purpose={form.purpose}
          onClose={() => {
            setForm(null)
            forget()
          }}
        />
      )}
    </SettingsPage>
  )
}

function PurposeForm({ purpose, onClose }: { purpose: ConsentPurpose | null; onClose: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(purpose ? say(purpose.name) : '')
  const [vi, setVi] = useState(purpose?.text.vi ?? '')
  const [en, setEn] = useState(purpose?.text.en ?? '')
  const [channels, setChannels] = useState<string[]>(purpose?.channels ?? CHANNELS)
  const [keeps, setKeeps] = useState(false)
  const keep = useMutation({
    mutationFn: () => {
      const text = { vi: vi.trim() || en.trim(), en: en.trim() || vi.trim() }
      return purpose ? api.consents.rewrite(purpose.id, { text, keepsConsents: keeps }) : api.consents.add({ name: { vi: name.trim(), en: name.trim() }, channels, text })
    },
    onSuccess: () => {
      done(t('consent.purposeSaved'))
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} size="lg" title={purpose ? `${t('consent.rewrite')} · ${say(purpose.name)}` : t('consent.addPurpose')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate()
        }}
      >
        <Stack gap={14}>
          <FormProblem error={keep.error} />
          {!purpose && <TextInput data-autofocus label={t('consent.purposeName')} required withAsterisk={false} maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} />}
          <Textarea label={t('consent.textVi')} description={t('consent.textHint')} autosize minRows={3} required withAsterisk={false} value={vi} onChange={(event) => setVi(event.currentTarget.value)} />
          <Textarea label={t('consent.textEn')} autosize minRows={2} value={en} onChange={(event) => setEn(event.currentTarget.value)} />
          {purpose ? (
            <Checkbox label={t('consent.keeps')} description={t('consent.keepsHint')} checked={keeps} onChange={(event) => setKeeps(event.currentTarget.checked)} />
          ) : (
            <Checkbox.Group label={t('consent.channels')} value={channels} onChange={setChannels}>
              <Group mt={6}>
                {CHANNELS.map((value) => (
                  <Checkbox key={value} value={value} label={t(`consent.channel.${value}`)} />
                ))}
              </Group>
            </Checkbox.Group>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={keep.isPending} disabled={!vi.trim() || (!purpose && (!name.trim() || channels.length === 0))}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
