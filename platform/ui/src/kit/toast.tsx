import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { i18next } from '@/i18n'
import { isProblem } from '@/api'

/** What needs nothing more from anybody makes room for the next. */
let passing: string | null = null

/** Says what was done and, where it can be, takes it back. */
export function done(message: string, undo?: () => void) {
  const id = crypto.randomUUID()
  if (passing) notifications.hide(passing)
  passing = undo ? null : id
  notifications.show({
    id,
    autoClose: undo ? 10_000 : 4000,
    color: 'jade',
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{message}</Text>
        {undo && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              notifications.hide(id)
              undo()
            }}
          >
            {i18next.t('action.undo')}
          </Button>
        )}
      </Group>
    ),
  })
}

export function failed(error: unknown) {
  const text = isProblem(error, 'unreachable')
    ? i18next.t('state.unreachableHint')
    : isProblem(error) && error.status < 500
      ? Object.values(error.byField).join(' ') || error.message
      : i18next.t('state.failedHint')
  const number = isProblem(error) && error.status >= 500 && error.requestId
  notifications.show({
    color: 'red',
    autoClose: 8000,
    title: i18next.t('state.failed'),
    message: number ? `${text} (${i18next.t('state.requestId')} ${number})` : text,
  })
}
