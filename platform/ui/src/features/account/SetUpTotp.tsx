import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import { api, isProblem } from '@/api'
import { Failure, FormProblem, LinesSkeleton } from '@/kit/states'
import { CodeInput } from '../session/CodeInput'

type Props = { onClose: () => void; onDone: (recoveryCodes: string[]) => void }

/** The secret goes into the application, and the application shows that it has it. */
export function SetUpTotp(props: Props) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={props.onClose} title={t('factor.setUp')} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <TotpForm {...props} />
    </Modal>
  )
}

export function TotpForm({ onClose, onDone }: { onClose?: () => void; onDone: Props['onDone'] }) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  // Each asking makes a new secret: once for each time that this opens.
  const begun = useQuery({ queryKey: ['totp-begun'], queryFn: api.account.beginTotp, gcTime: 0, staleTime: Infinity, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false })
  const activate = useMutation({ mutationFn: () => api.account.activateTotp({ code }), onSuccess: (made) => onDone(made.codes) })
  if (begun.isPending) return <LinesSkeleton lines={4} />
  if (begun.error) return <Failure error={begun.error} onRetry={() => void begun.refetch()} />
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        activate.mutate()
      }}
    >
      <Stack gap={16}>
        <Text>{t('factor.scan')}</Text>
        <QrCode text={begun.data.address} label={t('factor.qr')} />
        <div>
          <Text size="sm" c="dimmed" mb={4}>
            {t('factor.typed')}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Code style={{ overflowWrap: 'anywhere', flex: 1 }} data-testid="totp-secret">
              {begun.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}
            </Code>
            <CopyButton value={begun.data.secret} timeout={4000}>
              {({ copied, copy }) => (
                <Button size="compact-sm" variant="default" onClick={copy}>
                  {t(copied ? 'action.copied' : 'action.copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        </div>
        <FormProblem error={activate.error} fields={['code']} />
        <CodeInput ofApplication value={code} onChange={setCode} error={isProblem(activate.error) ? activate.error.byField.code : undefined} />
        <Group justify="flex-end" gap="xs">
          {onClose && (
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
          )}
          <Button type="submit" loading={activate.isPending} disabled={!code.trim()}>
            {t('factor.activate')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Dark on white in every theme: that is what cameras read. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const path = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width={200} height={200} shapeRendering="crispEdges" style={{ borderRadius: 8, background: '#fff', alignSelf: 'center' }}>
      <path d={path} fill="#000" />
    </svg>
  )
}
