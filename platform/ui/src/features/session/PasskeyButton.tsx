import { Button, Text } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PasskeyOptions } from '@/api'
import { FormProblem } from '@/kit/states'
import { askPasskey, isGivenUp, passkeysWork } from './passkey'

type Props<T> = { label: string; begin: () => Promise<PasskeyOptions>; finish: (credential: Record<string, never>) => Promise<T>; onDone: (result: T) => unknown }

/** Asks the device, which asks its owner. Not there where the browser knows no passkeys. */
export function PasskeyButton<T>({ label, begin, finish, onDone }: Props<T>) {
  const { t } = useTranslation()
  const ask = useMutation({ mutationFn: async () => finish(await askPasskey(await begin())), onSuccess: onDone })
  if (!passkeysWork()) return null
  return (
    <>
      {ask.error && !isGivenUp(ask.error) && <FormProblem error={ask.error} />}
      {isGivenUp(ask.error) && (
        <Text size="sm" c="dimmed" role="status">
          {t('passkey.givenUp')}
        </Text>
      )}
      <Button variant="default" leftSection={<IconFingerprint size={18} stroke={1.6} />} loading={ask.isPending} onClick={() => ask.mutate()}>
        {label}
      </Button>
    </>
  )
}
