import { Alert, Button, Code, CopyButton, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Invitation, type Role } from '@/api'
import { say } from '@/i18n'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { rolesQuery } from '../role/queries'
import { invitationsQuery } from './queries'

export function Invite({ onClose, onLink }: { onClose: () => void; onLink: (invitation: Invitation) => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('sales')
  const roles = useQuery(rolesQuery).data?.items ?? []
  const invite = useMutation({
    mutationFn: () => api.invitations.invite({ email: email.trim(), role }),
    onSuccess: (invitation) => {
      void client.invalidateQueries({ queryKey: invitationsQuery.queryKey })
      onClose()
      if (invitation.link) onLink(invitation)
      else done(t('member.invited', { email: invitation.email }))
    },
  })
  const errors = isProblem(invite.error) ? invite.error.byField : {}
  return (
    <Modal opened onClose={onClose} title={t('member.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          invite.mutate()
        }}
      >
        <Stack gap={14}>
          <FormProblem error={invite.error} fields={['email', 'role']} />
          <TextInput
            label={t('account.email')}
            description={t('member.inviteHint')}
            type="email"
            autoComplete="off"
            data-autofocus
            required
            withAsterisk={false}
            value={email}
            error={errors.email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Select
            label={t('member.role')}
            data={roles.map((one) => ({ value: one.key, label: say(one.label) }))}
            allowDeselect={false}
            value={role}
            error={errors.role}
            onChange={(value) => setRole(value as Role)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={invite.isPending}>
              {t('member.invite')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Where the server sends no mail: whoever has the link comes in by it, and it is shown this once. */
export function HandOver({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { t } = useTranslation()
  const link = invitation.link ?? ''
  return (
    <Modal opened onClose={onClose} title={t('member.handOver', { email: invitation.email })} closeOnClickOutside={false} withCloseButton={false}>
      <Stack>
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} />}>
          {t('member.handOverHint')}
        </Alert>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', fontSize: 14 }} data-testid="invitation-link">
          {link}
        </Code>
        <Group justify="flex-end" gap="xs">
          <CopyButton value={link} timeout={4000}>
            {({ copied, copy }) => (
              <Button variant="default" leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={copy} data-autofocus>
                {t(copied ? 'action.copied' : 'action.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('member.handedOver')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
