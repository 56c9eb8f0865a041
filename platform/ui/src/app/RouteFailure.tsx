import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failure, Message } from '@/kit/states'

export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <Failure
      error={error}
      onRetry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Message
      icon={IconMapOff}
      title={t('state.noPage')}
      action={
        <Button component={Link} to="/customers">
          {t('state.toCustomers')}
        </Button>
      }
    >
      {t('state.noPageHint')}
    </Message>
  )
}
