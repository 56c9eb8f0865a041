import { ActionIcon, Button, FileButton, Group, Input, Progress, Text } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordPlace } from '@/api'
import { ACCEPT } from '@/features/attachment/queries'
import { useUpload } from '@/features/attachment/useUpload'
import { FilesOf, FileValue } from './FileValue'

type Props = { label?: ReactNode; 'aria-label'?: string; description?: ReactNode; error?: ReactNode; required?: boolean; value: string | null; onChange: (id: string | null) => void }

export function FileField({ value, onChange, ...shared }: Props) {
  const { t } = useTranslation()
  const place = useContext(FilesOf)
  return (
    <Input.Wrapper label={shared.label} description={shared.description} error={shared.error} required={shared.required} component="div">
      {value ? (
        <Group gap={6} wrap="nowrap">
          <FileValue id={value} />
          <ActionIcon size={26} aria-label={t('file.clear')} onClick={() => onChange(null)}>
            <IconX size={15} />
          </ActionIcon>
        </Group>
      ) : place ? (
        <Chooser place={place} label={shared['aria-label']} onChange={onChange} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('file.later')}
        </Text>
      )}
    </Input.Wrapper>
  )
}

function Chooser({ place, label, onChange }: { place: RecordPlace; label?: string; onChange: (id: string) => void }) {
  const { t } = useTranslation()
  const { uploads, send } = useUpload(place)
  const last = uploads.at(-1)
  return (
    <>
      <FileButton accept={ACCEPT} inputProps={{ 'aria-label': label ?? t('file.add') }} onChange={(file) => file && void send(file).then((added) => added && onChange(added.id))}>
        {(props) => (
          <Button {...props} size="xs" variant="default" leftSection={<IconPaperclip size={15} />} loading={last !== undefined && last.problem === null}>
            {t('file.add')}
          </Button>
        )}
      </FileButton>
      {last && last.problem === null && <Progress mt={6} value={Math.round(last.share * 100)} size={6} aria-label={t('tray.progress', { name: last.name })} />}
      <Text size="xs" c={last?.problem ? 'var(--q-bad)' : 'dimmed'} mt={4} role={last?.problem ? 'alert' : undefined}>
        {last?.problem ?? t('file.limits')}
      </Text>
    </>
  )
}
