import { Button, CopyButton, Group, PasswordInput, Select, Stack, Switch, TagsInput, Text, TextInput } from '@mantine/core'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, type SignInProvider } from '@/api'
import { provider as service } from '@/api/provider'
import { say } from '@/i18n'
import { Confirm } from '@/kit/Confirm'
import { SettingsBlock } from '@/kit/SettingsPage'
import { Failure, FormProblem, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { rolesQuery } from '../role/queries'
import { useSession } from '../session/useSession'

const signInProviderQuery = queryOptions({ queryKey: ['sign-in-provider'], queryFn: service.show })

/** By which OpenID Connect provider people come in; for owners, since who names it can come in as anybody. */
export function Provider() {
  const { t } = useTranslation()
  const { workspace } = useSession()
  const provider = useQuery(signInProviderQuery)
  const [open, setOpen] = useState(false)
  const owner = workspace.role === 'owner'
  return (
    <SettingsBlock title={t('provider.block')} hint={t('provider.hint')}>
      {provider.isPending ? (
        <LinesSkeleton lines={2} />
      ) : provider.error ? (
        <Failure error={provider.error} onRetry={() => void provider.refetch()} />
      ) : !owner ? (
        <Text size="sm">{provider.data.label ?? t('provider.none')}</Text>
      ) : provider.data.version === 0 && !open ? (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('provider.add')}
        </Button>
      ) : (
        <Form key={provider.data.version} now={provider.data} onClose={() => setOpen(false)} />
      )}
    </SettingsBlock>
  )
}

function Form({ now, onClose }: { now: SignInProvider; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const roles = useQuery(rolesQuery).data?.items ?? []
  const fresh = now.version === 0
  const [issuer, setIssuer] = useState(now.issuer ?? '')
  const [clientId, setClientId] = useState(now.clientId ?? '')
  const [clientSecret, setSecret] = useState('')
  const [label, setLabel] = useState(now.label ?? '')
  const [domains, setDomains] = useState(now.domains)
  const [joinRole, setJoinRole] = useState(now.joinRole ?? '')
  const [onlyWay, setOnlyWay] = useState(now.onlyWay)
  const [removing, setRemoving] = useState(false)
  const named = issuerOf(issuer)
  const refresh = () => client.invalidateQueries({ queryKey: signInProviderQuery.queryKey })
  const keep = useMutation({
    mutationFn: () => service.change(now.version, { issuer: named, clientId: clientId.trim(), ...(clientSecret ? { clientSecret } : {}), label, domains, joinRole, onlyWay }),
    onSuccess: (saved) => {
      client.setQueryData(signInProviderQuery.queryKey, saved)
      done(t('provider.saved'))
    },
    onError: (error) => {
      if (isProblem(error, 'conflict')) void refresh()
    },
  })
  const remove = useMutation({
    mutationFn: service.remove,
    onSuccess: async () => {
      await refresh()
      onClose()
      done(t('provider.removed'))
    },
    onError: failed,
    onSettled: () => setRemoving(false),
  })
  const errors = isProblem(keep.error) ? keep.error.byField : {}
  const another = named !== now.issuer || clientId.trim() !== now.clientId
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        keep.mutate()
      }}
    >
      <Stack gap={14} maw={520}>
        <FormProblem error={keep.error} fields={['issuer', 'clientId', 'clientSecret', 'label', 'domains', 'joinRole', 'role']} />
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput flex={1} label={t('provider.redirect')} description={t('provider.redirectHint')} value={now.redirectAddress} readOnly />
          <CopyButton value={now.redirectAddress}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'provider.copied' : 'provider.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
        <TextInput label={t('provider.issuer')} description={t('provider.issuerHint')} placeholder="https://accounts.google.com" inputMode="url" required withAsterisk={false} value={issuer} error={errors.issuer} onChange={(event) => setIssuer(event.currentTarget.value)} />
        <TextInput label="Client ID" required withAsterisk={false} autoComplete="off" value={clientId} error={errors.clientId} onChange={(event) => setClientId(event.currentTarget.value)} />
        <PasswordInput label="Client secret" description={fresh || another ? undefined : t('provider.secretKept')} required={fresh || another} withAsterisk={false} autoComplete="new-password" value={clientSecret} error={errors.clientSecret} onChange={(event) => setSecret(event.currentTarget.value)} />
        <TextInput label={t('provider.label')} description={t('provider.labelHint')} required withAsterisk={false} value={label} error={errors.label} onChange={(event) => setLabel(event.currentTarget.value)} />
        <TagsInput label={t('provider.domains')} description={t('provider.domainsHint')} placeholder={domains.length === 0 ? 'congty.vn' : undefined} splitChars={[',', ' ', ';']} value={domains} error={errors.domains} onChange={(written) => setDomains([...new Set(written.map(domainOf))])} />
        <Select
          label={t('provider.join')}
          description={t('provider.joinHint')}
          allowDeselect={false}
          data={[{ value: '', label: t('provider.joinNobody') }, ...roles.filter((one) => one.key !== 'owner').map((one) => ({ value: one.key, label: say(one.label) }))]}
          value={joinRole}
          error={errors.joinRole ?? errors.role}
          onChange={(value) => setJoinRole(value ?? '')}
        />
        <Switch label={t('provider.only')} description={t('provider.onlyHint')} checked={onlyWay} onChange={(event) => setOnlyWay(event.currentTarget.checked)} />
        <Group gap="xs">
          <Button type="submit" loading={keep.isPending}>
            {t('action.save')}
          </Button>
          {fresh ? (
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
          ) : (
            <Button variant="subtle" color="red" onClick={() => setRemoving(true)}>
              {t('provider.remove')}
            </Button>
          )}
        </Group>
      </Stack>
      {removing && (
        <Confirm title={t('provider.remove')} action={t('provider.removeAction')} busy={remove.isPending} onConfirm={() => remove.mutate()} onClose={() => setRemoving(false)}>
          {t('provider.removeHint')}
        </Confirm>
      )}
    </form>
  )
}

/** Of what people paste, what is meant: the address of the description leads to the issuer, an e-mail address to its domain. */
const issuerOf = (written: string) => written.trim().replace(/\/\.well-known\/openid-configuration$/, '')
const domainOf = (written: string) => written.trim().split('@').at(-1) ?? ''
