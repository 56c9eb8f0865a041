import { Alert, Anchor, Button, Group, SegmentedControl, SimpleGrid, Text, TextInput } from '@mantine/core'
import { IconArrowLeft, IconLock } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useBlocker, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type RecordName, type RoleDraft, type WorkspaceRole } from '@/api'
import { say } from '@/i18n'
import { Confirm } from '@/kit/Confirm'
import { SettingsBlock, SettingsPage } from '@/kit/SettingsPage'
import { Failure, FormProblem, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { permissionsQuery } from '../apikey/queries'
import { useCan } from '../session/useSession'
import { Effect } from './Effect'
import { FieldAccesses } from './FieldAccesses'
import { PermissionMatrix } from './PermissionMatrix'
import { gather, OWNER, RECORDS, rolesQuery, spread } from './queries'
import classes from './role.module.css'

export function RolePage() {
  const { key } = useParams({ strict: false }) as { key: string }
  const roles = useQuery(rolesQuery)
  const catalogue = useQuery(permissionsQuery)
  const { t } = useTranslation()
  const error = roles.error ?? catalogue.error
  const role = roles.data?.items.find((one) => one.key === key)
  if (error)
    return (
      <Failure
        error={error}
        onRetry={() => {
          void roles.refetch()
          void catalogue.refetch()
        }}
      />
    )
  if (roles.isPending || !catalogue.data) return <LinesSkeleton lines={10} />
  if (!role) return <Alert color="yellow">{t('roles.gone')}</Alert>
  // A saved role begins anew from what the server answered.
  return <Editor key={`${role.key} ${role.version}`} role={role} all={catalogue.data.items.map((one) => one.name)} />
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function Editor({ role, all }: { role: WorkspaceRole; all: string[] }) {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [label, setLabel] = useState(role.label)
  const [granted, setGranted] = useState(() => spread(role.permissions, all))
  const [reach, setReach] = useState(role.reach)
  const [fields, setFields] = useState(role.fields)
  const [record, setRecord] = useState<RecordName>('customer')
  const [looking, setLooking] = useState(false)
  const [removing, setRemoving] = useState(false)
  const fixed = role.key === OWNER || !can('role:manage')
  const permissions = same([...granted].sort(), [...spread(role.permissions, all)].sort()) ? role.permissions : gather(granted, all, role.permissions)
  const draft: RoleDraft = {
    ...(same(label, role.label) ? {} : { label }),
    ...(permissions === role.permissions ? {} : { permissions }),
    ...(same(reach, role.reach) ? {} : { reach }),
    ...(same(fields, role.fields) ? {} : { fields }),
  }
  const changed = Object.keys(draft).length > 0
  useBlocker({ shouldBlockFn: () => changed && !window.confirm(t('roles.unsaved')), enableBeforeUnload: () => changed, disabled: !changed })

  const effect = useMutation({ mutationFn: () => api.roles.effect(role.key, draft), onSuccess: () => setLooking(true) })
  const save = useMutation({
    mutationFn: () => api.roles.change(role, draft),
    onSuccess: (saved) => {
      client.setQueryData(rolesQuery.queryKey, (old) => old && { items: old.items.map((one) => (one.key === saved.key ? saved : one)) })
      for (const queryKey of [['session'], ['sight']]) void client.invalidateQueries({ queryKey })
      setLooking(false)
      done(t('roles.saved', { name: say(saved.label) }))
    },
    onError: (error) => {
      setLooking(false)
      // Somebody else changed it: what it is now stands there before anybody tries again.
      if (isProblem(error, 'conflict')) void client.invalidateQueries({ queryKey: rolesQuery.queryKey })
    },
  })
  const remove = useMutation({
    mutationFn: () => api.roles.remove(role.key),
    onSuccess: () => {
      client.setQueryData(rolesQuery.queryKey, (old) => old && { items: old.items.filter((one) => one.key !== role.key) })
      done(t('roles.removed', { name: say(role.label) }))
      void navigate({ to: '/settings/roles' })
    },
    onError: (error) => {
      setRemoving(false)
      failed(error)
    },
  })
  return (
    <>
      <Anchor component={Link} to="/settings/roles" size="sm" c="dimmed" className={classes.back}>
        <IconArrowLeft size={16} />
        {t('settings.roles')}
      </Anchor>
      <SettingsPage title={say(role.label)} lead={t(role.ready ? 'roles.readyLead' : 'roles.ownLead')}>
        {role.key === OWNER && (
          <Alert color="gray" variant="light" icon={<IconLock size={18} />} mb="md">
            {t('roles.ownerFixed')}
          </Alert>
        )}
        <FormProblem error={effect.error ?? save.error} />
        {!fixed && (
          <SettingsBlock title={t('roles.name')}>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput label={t('roles.nameVi')} maxLength={80} value={label.vi} onChange={(event) => setLabel({ ...label, vi: event.currentTarget.value })} />
              <TextInput label={t('roles.nameEn')} maxLength={80} value={label.en} onChange={(event) => setLabel({ ...label, en: event.currentTarget.value })} />
            </SimpleGrid>
          </SettingsBlock>
        )}
        <SettingsBlock title={t('roles.may')} hint={t('roles.mayHint')}>
          <PermissionMatrix granted={granted} onGranted={setGranted} reach={reach} onReach={setReach} fixed={fixed} />
        </SettingsBlock>
        <SettingsBlock title={t('roles.fields')} hint={t('roles.fieldsHint')}>
          <div className={classes.scroll}>
            <SegmentedControl aria-label={t('roles.ofWhat')} value={record} onChange={(value) => setRecord(value as RecordName)} data={RECORDS.map((value) => ({ value, label: t(`roles.record.${value}`) }))} />
          </div>
          <FieldAccesses key={record} record={record} said={fields[record] ?? {}} fixed={fixed} onChange={(next) => setFields({ ...fields, [record]: next })} />
        </SettingsBlock>
        {!fixed && !role.ready && (
          <SettingsBlock title={t('roles.remove')} hint={t('roles.removeHint')}>
            <Button variant="default" c="var(--q-bad)" onClick={() => setRemoving(true)}>
              {t('roles.remove')}
            </Button>
          </SettingsBlock>
        )}
      </SettingsPage>
      {changed && (
        <div className={classes.bar} role="region" aria-label={t('roles.changes')}>
          <Text size="sm" fw={500}>
            {t('roles.notSaved')}
          </Text>
          <Group gap="xs">
            <Button
              variant="default"
              onClick={() => {
                setLabel(role.label)
                setGranted(spread(role.permissions, all))
                setReach(role.reach)
                setFields(role.fields)
              }}
            >
              {t('roles.drop')}
            </Button>
            <Button loading={effect.isPending} onClick={() => effect.mutate()}>
              {t('roles.look')}
            </Button>
          </Group>
        </div>
      )}
      {looking && effect.data && <Effect effect={effect.data} name={say(role.label)} busy={save.isPending} onSave={() => save.mutate()} onClose={() => setLooking(false)} />}
      {removing && (
        <Confirm title={t('roles.removeOf', { name: say(role.label) })} action={t('roles.remove')} busy={remove.isPending} onConfirm={() => remove.mutate()} onClose={() => setRemoving(false)}>
          {t('roles.removeHint')}
        </Confirm>
      )}
    </>
  )
}
