import { Button, Group, Modal, Radio, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconBan, IconCheck, IconMinus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type ConsentStatus, type Customer, type NewConsent } from '@/api'
import { say } from '@/i18n'
import { DateTimeInput } from '@/kit/field/DateTimeInput'
import { formatDate } from '@/kit/field/format'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { Card, Nothing } from '../customer/Card'
import { Mark } from '../record/marks'
import { useCan } from '../session/useSession'
import { purposesQuery } from './queries'
import classes from './consent.module.css'

const TONES = { granted: 'good', refused: 'bad', withdrawn: 'bad', missing: 'calm' } as const
const SIGNS = { granted: IconCheck, refused: IconBan, withdrawn: IconBan, missing: IconMinus } as const

/** What the customer allows, per purpose and channel. Missing means no. */
export function CustomerConsents({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const can = useCan()
  const [asked, setAsked] = useState<ConsentStatus | null>(null)
  const { data } = useQuery({ queryKey: ['customers', 'consents', customer.id], queryFn: () => api.consents.of(customer.id) })
  const purposes = useQuery(purposesQuery)
  const nameOf = (one: ConsentStatus) => say(purposes.data?.items.find((it) => it.id === one.purposeId)?.name) || one.purpose
  const ids = [...new Set(data?.items.map((one) => one.purposeId))]
  return (
    <Card title={t('consent.title')}>
      {data?.items.length === 0 && <Nothing>{t('consent.none')}</Nothing>}
      {ids.map((id) => {
        const list = data!.items.filter((one) => one.purposeId === id)
        return (
          <div key={id} className={classes.purpose}>
            <Text size="sm">{nameOf(list[0]!)}</Text>
            <div className={classes.channels}>
              {list.map((one) => {
                const Sign = SIGNS[one.state]
                const words = `${t(`consent.channel.${one.channel}`)}: ${t(`consent.state.${one.state}`)}${one.at ? ` ${formatDate(one.at)}` : ''}`
                const mark = (
                  <Mark tone={one.state === 'granted' && !one.allowed ? 'warn' : TONES[one.state]}>
                    <Sign size={13} stroke={2} aria-hidden />
                    {t(`consent.channel.${one.channel}`)}
                  </Mark>
                )
                return can('consent:record') ? (
                  <UnstyledButton key={one.channel} title={words} aria-label={`${nameOf(one)} – ${words}`} onClick={() => setAsked(one)} className={classes.channel}>
                    {mark}
                  </UnstyledButton>
                ) : (
                  <span key={one.channel} title={words}>
                    {mark}
                  </span>
                )
              })}
            </div>
          </div>
        )
      })}
      {asked && <RecordConsent customer={customer} status={asked} name={nameOf(asked)} text={say(purposes.data?.items.find((it) => it.id === asked.purposeId)?.text)} onClose={() => setAsked(null)} />}
    </Card>
  )
}

type Props = { customer: Customer; status: ConsentStatus; name: string; text: string; onClose: () => void }
function RecordConsent({ customer, status, name, text, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const attempt = useRef(crypto.randomUUID())
  // Nothing is chosen beforehand: a consent is never assumed.
  const [state, setState] = useState<string | null>(null)
  const [at, setAt] = useState<string | null>(new Date().toISOString())
  const reached = status.channel === 'email' ? customer.emails[0]?.value : customer.phones[0]?.value
  const [address, setAddress] = useState(reached ?? '')
  const [note, setNote] = useState('')
  const keep = useMutation({
    mutationFn: () =>
      api.consents.record(
        customer.id,
        { purposeId: status.purposeId, channel: status.channel, state: state as NewConsent['state'], proof: { textShown: state === 'withdrawn' ? null : text || null, address: address.trim() || null, at }, note: note.trim() || null },
        attempt.current,
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['customers', 'consents', customer.id] })
      void client.invalidateQueries({ queryKey: ['customers', 'timeline', customer.id] })
      done(t('consent.saved'))
      onClose()
    },
    onError: () => {
      attempt.current = crypto.randomUUID()
    },
  })
  const errors = isProblem(keep.error) ? keep.error.byField : {}
  const ways = status.state === 'granted' ? ['withdrawn', 'granted', 'refused'] : ['granted', 'refused']
  return (
    <Modal opened onClose={onClose} title={`${name} · ${t(`consent.channel.${status.channel}`)}`} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate()
        }}
      >
        <Stack gap={14}>
          <FormProblem error={keep.error} fields={['proof.at', 'proof.address', 'note']} />
          {text && (
            <blockquote className={classes.text}>
              <Text size="xs" c="dimmed">
                {t('consent.textShown')}
              </Text>
              {text}
            </blockquote>
          )}
          <Radio.Group label={t('consent.said')} value={state} onChange={setState}>
            <Stack gap={8} mt={6}>
              {ways.map((value) => (
                <Radio key={value} value={value} label={t(`consent.state.${value as 'granted'}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <DateTimeInput label={t('consent.at')} error={errors['proof.at']} value={at} onChange={setAt} />
          <TextInput label={t('consent.address')} description={t('consent.addressHint')} maxLength={200} error={errors['proof.address']} value={address} onChange={(event) => setAddress(event.currentTarget.value)} />
          <TextInput label={t('consent.note')} maxLength={300} error={errors.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" disabled={!state} loading={keep.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
