import { Alert, Button, Code, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconFileUnknown, IconLock, IconPlugConnectedX, type Icon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/api'
import classes from './states.module.css'

/** Nothing flickers: a placeholder shows only where waiting has become noticeable. */
export function Late({ children, after = 150 }: { children: ReactNode; after?: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), after)
    return () => clearTimeout(timer)
  }, [after])
  return late ? <>{children}</> : null
}

export function LinesSkeleton({ lines = 6 }: { lines?: number }) {
  return (
    <Late>
      <Stack gap={14} p="md" aria-hidden>
        {Array.from({ length: lines }, (_, n) => (
          <Skeleton key={n} height={14} width={`${88 - ((n * 17) % 45)}%`} />
        ))}
      </Stack>
    </Late>
  )
}

type StateProps = { icon: Icon; title: string; children?: ReactNode; action?: ReactNode; tone?: 'calm' | 'bad' }
export function Message({ icon: Sign, title, children, action, tone = 'calm' }: StateProps) {
  return (
    <div className={classes.message}>
      <div className={classes.sign} data-tone={tone}>
        <Sign size={24} stroke={1.6} />
      </div>
      <Title order={2} size="h3" fz={16}>
        {title}
      </Title>
      {children && (
        <Text c="dimmed" maw={460} ta="center" component="div">
          {children}
        </Text>
      )}
      {action && (
        <Group justify="center" gap="xs" mt={4}>
          {action}
        </Group>
      )}
    </div>
  )
}

/** What happened, what to do, a retry, and the number that support asks for. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  const retry = onRetry && (
    <Button variant="default" onClick={onRetry}>
      {t('state.retry')}
    </Button>
  )
  if (isProblem(error, 'forbidden'))
    return (
      <Message icon={IconLock} title={t('state.forbidden')}>
        {t('state.forbiddenHint')}
        {error.body.permission && <Code ml={6}>{error.body.permission}</Code>}
      </Message>
    )
  if (isProblem(error, 'workspace-suspended'))
    return (
      <Message icon={IconLock} title={t('state.suspended')}>
        {error.message}
      </Message>
    )
  if (isProblem(error, 'unreachable'))
    return (
      <Message icon={IconPlugConnectedX} title={t('state.unreachable')} action={retry}>
        {t('state.unreachableHint')}
      </Message>
    )
  if (isProblem(error, 'not-found'))
    return (
      <Message
        icon={IconFileUnknown}
        title={t('state.notFound')}
        action={
          <Button variant="default" renderRoot={(props) => <Link to="/customers" {...props} />}>
            {t('state.toCustomers')}
          </Button>
        }
      >
        {t('state.notFoundHint')}
      </Message>
    )
  const known = isProblem(error) && error.status < 500
  return (
    <Message
      icon={IconAlertTriangle}
      tone="bad"
      title={t('state.failed')}
      action={retry}
    >
      {known ? error.message : t('state.failedHint')}
      {isProblem(error) && error.requestId && (
        <Text size="xs" c="dimmed" mt={8}>
          {t('state.requestId')} <Code>{error.requestId}</Code>
        </Text>
      )}
    </Message>
  )
}

/** The same, above a form. Errors that belong to a field are shown there. */
export function FormProblem({ error, fields = [] }: { error: unknown; fields?: string[] }) {
  const { t } = useTranslation()
  if (!error) return null
  const lines = isProblem(error)
    ? Object.entries(error.byField).filter(([field]) => !fields.includes(field)).map(([, message]) => message)
    : []
  const placed = isProblem(error) && (error.body.errors?.length ?? 0) > 0 && lines.length === 0
  const text = isProblem(error, 'unreachable')
    ? t('state.unreachableHint')
    : isProblem(error, 'too-many-requests')
      ? t('state.tooMany', { count: error.retryAfter ?? 60 })
      : isProblem(error) && error.status < 500
        ? placed
          ? t('state.seeFields')
          : lines.join(' ') || error.message
        : t('state.failedHint')
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert" py={10}>
      {text}
      {isProblem(error) && error.status >= 500 && error.requestId && (
        <Text size="xs" mt={4}>
          {t('state.requestId')} <Code>{error.requestId}</Code>
        </Text>
      )}
    </Alert>
  )
}
