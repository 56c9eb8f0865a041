import { ActionIcon, Button, Text } from '@mantine/core'
import { IconHierarchy2, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Team } from '@/api'
import { Confirm } from '@/kit/Confirm'
import { useMembers } from '@/kit/field/useFields'
import { SettingsPage } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, LinesSkeleton, Message } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { useCan } from '../session/useSession'
import { TeamForm } from './TeamForm'
import { teamsQuery, treeOf } from './queries'

const STEP = 26
const NAMED = 4

/** Who belongs together, as a tree: a reach of a team, and of all below it, goes along it. */
export function Teams() {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const teams = useQuery(teamsQuery)
  const people = useMembers()
  const [form, setForm] = useState<{ team?: Team; parentId: string | null } | null>(null)
  const [removing, setRemoving] = useState<Team | null>(null)
  const manages = can('team:manage')
  const remove = useMutation({
    mutationFn: (team: Team) => api.teams.remove(team.id),
    onSuccess: (_, team) => {
      void client.invalidateQueries({ queryKey: teamsQuery.queryKey })
      done(t('team.removed', { name: team.name }))
    },
    onError: failed,
    onSettled: () => setRemoving(null),
  })
  const add = manages && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setForm({ parentId: null })}>
      {t('team.add')}
    </Button>
  )
  const all = teams.data?.items ?? []
  const who = (team: Team) => {
    const names = team.members.map((id) => people.find((one) => one.id === id)?.name).filter(Boolean)
    if (team.members.length === 0) return t('team.nobody')
    return [names.slice(0, NAMED).join(', '), team.members.length > NAMED && t('team.more', { count: team.members.length - NAMED })].filter(Boolean).join(' ')
  }
  return (
    <SettingsPage title={t('settings.teams')} lead={t('team.lead')} action={all.length > 0 ? add : null}>
      {teams.isPending ? (
        <LinesSkeleton lines={4} />
      ) : teams.error ? (
        <Failure error={teams.error} onRetry={() => void teams.refetch()} />
      ) : all.length === 0 ? (
        <Message icon={IconHierarchy2} title={t('team.none')} action={add}>
          {t('team.noneHint')}
        </Message>
      ) : (
        <ul className={settingsClasses.rows} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {treeOf(all).map(({ team, depth }) => (
            <li key={team.id} className={settingsClasses.row} style={{ paddingLeft: 16 + depth * STEP }}>
              <div className={settingsClasses.grow}>
                <Text fw={500}>{team.name}</Text>
                <Text size="sm" c="dimmed">
                  {who(team)}
                </Text>
              </div>
              {manages && (
                <span style={{ display: 'flex', flex: 'none' }}>
                  <ActionIcon aria-label={t('team.addBelow', { name: team.name })} title={t('team.addBelow', { name: team.name })} onClick={() => setForm({ parentId: team.id })}>
                    <IconPlus size={17} stroke={1.6} />
                  </ActionIcon>
                  <ActionIcon aria-label={t('team.editOf', { name: team.name })} title={t('team.editOf', { name: team.name })} onClick={() => setForm({ team, parentId: team.parentId })}>
                    <IconPencil size={17} stroke={1.6} />
                  </ActionIcon>
                  <ActionIcon aria-label={t('team.removeOf', { name: team.name })} title={t('team.removeOf', { name: team.name })} onClick={() => setRemoving(team)}>
                    <IconTrash size={17} stroke={1.6} />
                  </ActionIcon>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {form && <TeamForm {...form} teams={all} onClose={() => setForm(null)} />}
      {removing && (
        <Confirm title={t('team.removeOf', { name: removing.name })} action={t('team.remove')} busy={remove.isPending} onConfirm={() => remove.mutate(removing)} onClose={() => setRemoving(null)}>
          {t('team.removeHint')}
        </Confirm>
      )}
    </SettingsPage>
  )
}
