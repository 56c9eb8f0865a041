import { Button, Text } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { provider as service } from '@/api/provider'
import { inNewTab, onDone as whenDone, type Purpose } from './provider'

/** Somebody who came by a provider proves it there again, in another tab: what was begun here stays. */
export function ProviderButton({ slug, purpose, onDone }: { slug: string; purpose: Purpose; onDone: () => unknown }) {
  const { t } = useTranslation()
  const provider = useQuery({ queryKey: ['provider', slug], queryFn: () => service.name(slug), retry: false })
  const [waiting, setWaiting] = useState(false)
  const then = useRef(onDone)
  useEffect(() => {
    then.current = onDone
  })
  useEffect(() => whenDone(purpose, () => then.current()), [purpose])
  return (
    <>
      {waiting && (
        <Text size="sm" c="dimmed" role="status">
          {t('provider.inOtherTab')}
        </Text>
      )}
      <Button
        leftSection={<IconBuilding size={18} stroke={1.6} />}
        onClick={() => {
          inNewTab(slug, purpose)
          setWaiting(true)
        }}
      >
        {t(purpose === 'prove' ? 'provider.prove' : 'provider.signIn', { name: provider.data?.label ?? t('provider.some') })}
      </Button>
    </>
  )
}
