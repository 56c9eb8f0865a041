import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type WorkspaceRole } from '@/api'
import { say } from '@/i18n'
import { foldAccents } from '@/kit/field/parse'
import { FormProblem } from '@/kit/states'
import { OWNER, rolesQuery } from './queries'

/** A role begins as another one is; what it may and sees is changed on its page. */
export function NewRole({ roles, onClose }: { roles: WorkspaceRole[]; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const offered = roles.filter((one) => one.key !== OWNER)
  const [vi, setVi] = useState('')
  const [en, setEn] = useState('')
  const [chosen, setLike] = useState<string | null>(null)
  // The roles may come after the form was opened.
  const like = chosen ?? offered.find((one) => one.key === 'sales')?.key ?? offered[0]?.key ?? ''
  const add = useMutation({
    mutationFn: () => {
      const { permissions, reach, fields } = roles.find((one) => one.key === like)!
      return api.roles.create({ key: keyOf(vi, roles), label: { vi: vi.trim(), en: en.trim() || vi.trim() }, permissions, reach, fields })
    },
    onSuccess: (role) => {
      client.setQueryData(rolesQuery.queryKey, (old) => ({ items: [...(old?.items ?? []), role] }))
      void navigate({ to: '/settings/roles/$key', params: { key: role.key } })
    },
  })
  const errors = isProblem(add.error) ? add.error.byField : {}
  return (
    <Modal opened onClose={onClose} title={t('roles.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate()
        }}
      >
        <Stack gap={14}>
          <FormProblem error={add.error} fields={['label']} />
          <TextInput data-autofocus required withAsterisk={false} maxLength={80} label={t('roles.nameVi')} placeholder={t('roles.example')} value={vi} error={errors.label} onChange={(event) => setVi(event.currentTarget.value)} />
          <TextInput maxLength={80} label={t('roles.nameEn')} value={en} onChange={(event) => setEn(event.currentTarget.value)} />
          <Select label={t('roles.like')} description={t('roles.likeHint')} allowDeselect={false} data={offered.map((one) => ({ value: one.key, label: say(one.label) }))} value={like} onChange={setLike} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending} disabled={!vi.trim() || !like}>
              {t('roles.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** "Trưởng nhóm" is truong-nhom, and the second of that name truong-nhom-2. */
function keyOf(name: string, roles: WorkspaceRole[]) {
  const plain = (foldAccents(name).match(/[a-z0-9]+/g) ?? []).join('-').slice(0, 32).replace(/^[^a-z]+|-+$/g, '') || 'vai-tro'
  const taken = new Set(roles.map((one) => one.key))
  let key = plain
  for (let n = 2; taken.has(key); n++) key = `${plain}-${n}`
  return key
}
