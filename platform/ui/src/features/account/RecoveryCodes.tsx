import { Alert, Button, Code, CopyButton, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Shown this once. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation()
  const text = `Quen\n${codes.join('\n')}\n`
  return (
    <Modal opened onClose={onClose} title={t('factor.codesTitle')} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false}>
      <Stack>
        <Text>{t('factor.codesLead')}</Text>
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} />}>
          {t('factor.codesOnce')}
        </Alert>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={8} data-testid="recovery-codes">
          {codes.map((code) => (
            <Code key={code} style={{ fontSize: 14, textAlign: 'center', padding: '6px 4px' }}>
              {code}
            </Code>
          ))}
        </SimpleGrid>
        <Group justify="flex-end" gap="xs">
          <Button component="a" variant="default" leftSection={<IconDownload size={16} />} href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download="quen-recovery-codes.txt">
            {t('factor.download')}
          </Button>
          <CopyButton value={text} timeout={4000}>
            {({ copied, copy }) => (
              <Button variant="default" leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={copy}>
                {t(copied ? 'action.copied' : 'action.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose} data-autofocus>
            {t('factor.codesKept')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
