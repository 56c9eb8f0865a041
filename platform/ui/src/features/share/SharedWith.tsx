import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconUsersGroup, IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Member, type NewShare, type RecordPlace, type Share, type Team } from '@/api'
import { Avatar } from '@/kit/Avatar'
import { DateInput } from '@/kit/field/DateInput'
import { formatDate } from '@/kit/field/format'
import { useMembers } from '@/kit/field/useFields'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, FormProblem, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { useCan } from '../session/useSession'
import { teamsQuery, treeOf } from '../team/queries'

const DAYS = ['7', '30', '90'] as const

/** With whom a record is shared beyond what their role reaches, and until when. */
export function SharedWith({ at }: { at: RecordPlace }) {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const queryKey = ['shares', at.record, at.id]
  const shares = useQuery({ queryKey, queryFn: () => api.shares.of(at) })
  const people = useMembers()
  const teams = useQuery(teamsQuery).data?.items ?? []
  const again = () => {
    void client.invalidateQueries({ queryKey })
    void client.invalidateQueries({ queryKey: ['sight', 'of', at.record, at.id] })
  }
  const nameOf = ({ toKind, toId }: Pick<Share, 'toKind' | 'toId'>) => (toKind === 'team' ? teams : people).find((one) => one.id === toId)?.name ?? t('share.gone')
  const add = useMutation({
    mutationFn: (body: NewShare) => api.shares.add(at, body),
    onSuccess: (share) => {
      again()
      done(t('share.done', { name: nameOf(share) }))
    },
  })
  const end = useMutation({
    mutationFn: (share: Share) => api.shares.end(share.id),
    onSuccess: (_, share) => {
      again()
      done(t('share.ended', { name: nameOf(share) }), () => add.mutate({ toKind: share.toKind, toId: share.toId, level: share.level, until: share.until }))
    },
    onError: failed,
  })
  return (
    <Stack>
      {can('record:share') && <ShareForm people={people} teams={teams} busy={add.isPending} error={add.error} onShare={add.mutate} />}
      {shares.isPending ? (
        <LinesSkeleton lines={2} />
      ) : shares.error ? (
        <Failure error={shares.error} onRetry={() => void shares.refetch()} />
      ) : shares.data.items.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('share.none')}
        </Text>
      ) : (
        <ul className={settingsClasses.rows} style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-label={t('share.shares')}>
          {shares.data.items.map((share) => (
            <li key={share.id} className={settingsClasses.row}>
              {share.toKind === 'team' ? <IconUsersGroup size={26} stroke={1.4} color="var(--q-muted)" /> : <Avatar name={nameOf(share)} id={share.toId} size={28} />}
              <div className={settingsClasses.grow}>
                <Text fw={500}>{nameOf(share)}</Text>
                <Text size="sm" c="dimmed">
                  {[t(`share.level.${share.level}`), share.until ? t('share.until', { when: formatDate(share.until) }) : t('share.forever')].join(' · ')}
                </Text>
              </div>
              {can('record:share') && (
                <ActionIcon aria-label={t('share.endOf', { name: nameOf(share) })} title={t('share.endOf', { name: nameOf(share) })} onClick={() => end.mutate(share)}>
                  <IconX size={17} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}

type FormProps = { people: Member[]; teams: Team[]; busy: boolean; error: unknown; onShare: (share: NewShare, then: { onSuccess: () => void }) => void }
function ShareForm({ people, teams, busy, error, onShare }: FormProps) {
  const { t } = useTranslation()
  const [to, setTo] = useState<string | null>(null)
  const [level, setLevel] = useState<Share['level']>('read')
  const [term, setTerm] = useState<string>('30')
  const [day, setDay] = useState<string | null>(null)
  const until = term === 'always' ? null : dayjs(term === 'day' ? day : dayjs().add(Number(term), 'day')).endOf('day').toISOString()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const [toKind, toId] = to!.split(' ') as [Share['toKind'], string]
        onShare({ toKind, toId, level, until }, { onSuccess: () => setTo(null) })
      }}
    >
      <Stack gap={10}>
        <FormProblem error={error} />
        <Select
          data-autofocus
          openOnFocus={false}
          searchable
          label={t('share.to')}
          placeholder={t('share.toHint')}
          nothingFoundMessage={t('filter.noField')}
          value={to}
          onChange={setTo}
          data={[
            { group: t('settings.members'), items: people.map((one) => ({ value: `member ${one.id}`, label: one.name })) },
            { group: t('settings.teams'), items: treeOf(teams).map(({ team }) => ({ value: `team ${team.id}`, label: team.name })) },
          ]}
        />
        <Group grow align="flex-end" gap="xs" preventGrowOverflow={false}>
          <Select label={t('share.may')} allowDeselect={false} value={level} onChange={(value) => setLevel(value as Share['level'])} data={(['read', 'write'] as const).map((value) => ({ value, label: t(`share.level.${value}`) }))} />
          <Select
            label={t('share.term')}
            allowDeselect={false}
            value={term}
            onChange={(value) => setTerm(value ?? '30')}
            data={[...DAYS.map((value) => ({ value: value as string, label: t('share.days', { count: Number(value) }) })), { value: 'day', label: t('share.day') }, { value: 'always', label: t('share.always') }]}
          />
          {term === 'day' && <DateInput label={t('share.lastDay')} value={day} onChange={setDay} />}
          <Button type="submit" loading={busy} disabled={!to || (term === 'day' && !day)}>
            {t('share.share')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
