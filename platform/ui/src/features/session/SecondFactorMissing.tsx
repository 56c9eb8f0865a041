import { Button, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem } from '@/api'
import { Failure, FormProblem, LinesSkeleton } from '@/kit/states'
import { RecoveryCodes } from '../account/RecoveryCodes'
import { TotpForm } from '../account/SetUpTotp'
import { secondFactorQuery } from '../account/queries'
import { CodeInput } from './CodeInput'
import { Elsewhere } from './Elsewhere'
import { Entrance } from './Entrance'
import { PasskeyButton } from './PasskeyButton'
import { ProveAgain } from './ProveAgain'
import { ProviderMissing } from './ProviderMissing'
import { sessionQuery, useSession } from './useSession'

/** The workspace wants to be entered another way, or wants more than the password. */
export function SecondFactorMissing() {
  return useSession().providerMissing ? <ProviderMissing /> : <FactorMissing />
}

/** This session has shown no more than the password. */
function FactorMissing() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { workspace } = useSession()
  const factor = useQuery(secondFactorQuery)
  const [codes, setCodes] = useState<string[] | null>(null)
  const go = () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
  return (
    <Entrance>
      <Title order={1} mb={6}>
        {t('factor.missing')}
      </Title>
      <Text c="dimmed" mb={24}>
        {t(factor.data?.totpSince || factor.data?.passkeys ? 'factor.missingCode' : 'factor.missingSetUp', { name: workspace.name })}
      </Text>
      {factor.isPending ? (
        <LinesSkeleton lines={3} />
      ) : factor.error ? (
        <Failure error={factor.error} onRetry={() => void factor.refetch()} />
      ) : (
        <Stack gap={20}>
          {factor.data.passkeys > 0 && (
            <PasskeyButton label={t('confirm.byPasskey')} begin={api.session.beginConfirmation} finish={(passkey) => api.session.confirm({ passkey })} onDone={go} />
          )}
          {factor.data.totpSince ? <ProveByCode onDone={go} /> : factor.data.passkeys === 0 && !codes && <TotpForm onDone={setCodes} />}
        </Stack>
      )}
      <Elsewhere />
      {codes && <RecoveryCodes codes={codes} onClose={go} />}
      <ProveAgain />
    </Entrance>
  )
}

function ProveByCode({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const prove = useMutation({ mutationFn: () => api.session.confirm({ code }), onSuccess: onDone })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        prove.mutate()
      }}
    >
      <Stack>
        <FormProblem error={prove.error} fields={['code']} />
        <CodeInput value={code} onChange={setCode} error={isProblem(prove.error) ? prove.error.byField.code : undefined} />
        <Button type="submit" loading={prove.isPending}>
          {t('confirm.action')}
        </Button>
      </Stack>
    </form>
  )
}
