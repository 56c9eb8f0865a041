import { Alert, Button, Code, CopyButton, Group, Modal, Stack } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { NewApiKey } from '@/api'

export function ShowOnce({ made, onClose }: { made: NewApiKey; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} title={made.name} closeOnClickOutside={false} withCloseButton={false}>
      <Stack>
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} />}>
          {t('apikey.once')}
        </Alert>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', fontSize: 14 }} data-testid="api-key">
          {made.key}
        </Code>
        <Group justify="flex-end" gap="xs">
          <CopyButton value={made.key} timeout={4000}>
            {({ copied, copy }) => (
              <Button variant="default" leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={copy} data-autofocus>
                {t(copied ? 'action.copied' : 'action.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('apikey.kept')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
