import { Button, Group, Modal, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Team } from '@/api'
import { useMembers } from '@/kit/field/useFields'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { branchOf, teamsQuery, treeOf } from './queries'

type Props = { team?: Team; parentId: string | null; teams: Team[]; onClose: () => void }

/** A new team, or what one is called, where it hangs and who is in it. */
export function TeamForm({ team, parentId, teams, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const people = useMembers()
  const [name, setName] = useState(team?.name ?? '')
  const [parent, setParent] = useState(parentId)
  const [members, setMembers] = useState(team?.members ?? [])
  const save = useMutation({
    mutationFn: async () => {
      const body = { name: name.trim(), parentId: parent }
      const moved = !team || team.name !== body.name || team.parentId !== parent
      const saved = !team ? await api.teams.create(body) : moved ? await api.teams.change(team, body) : team
      const others = JSON.stringify([...members].sort()) !== JSON.stringify([...saved.members].sort())
      return others ? api.teams.members(saved.id, members) : saved
    },
    onSuccess: (saved) => {
      done(t('team.saved', { name: saved.name }))
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: teamsQuery.queryKey }),
  })
  const errors = isProblem(save.error) ? save.error.byField : {}
  const own = team ? branchOf(teams, team.id) : new Set<string>()
  return (
    <Modal opened onClose={onClose} title={team ? t('team.editOf', { name: team.name }) : t('team.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Stack gap={14}>
          <FormProblem error={save.error} fields={['name', 'parentId']} />
          <TextInput data-autofocus required withAsterisk={false} maxLength={120} label={t('team.name')} placeholder={t('team.example')} value={name} error={errors.name} onChange={(event) => setName(event.currentTarget.value)} />
          <Select
            label={t('team.above')}
            error={errors.parentId}
            allowDeselect={false}
            searchable
            value={parent ?? ''}
            onChange={(value) => setParent(value || null)}
            data={[{ value: '', label: t('team.top') }, ...treeOf(teams).filter(({ team: one }) => !own.has(one.id)).map(({ team: one, depth }) => ({ value: one.id, label: `${'  '.repeat(depth)}${one.name}` }))]}
          />
          <MultiSelect
            label={t('team.members')}
            searchable
            clearable
            hidePickedOptions
            nothingFoundMessage={t('filter.noField')}
            placeholder={members.length === 0 ? t('team.choose') : undefined}
            value={members}
            onChange={setMembers}
            data={people.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!name.trim()}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
