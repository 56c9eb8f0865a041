import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type SecurityEvent } from '@/api'
import { say } from '@/i18n'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'

/** Says that somebody has looked into it, and what came of it. */
export function Acknowledge({ event, who, onClose }: { event: SecurityEvent; who: string; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const acknowledge = useMutation({
    mutationFn: () => api.security.acknowledge(event.id, note.trim() || null),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['security-events'] })
      done(t('security.acknowledged'))
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={`${say(event.label)} · ${who}`} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault()
          acknowledge.mutate()
        }}
      >
        <Stack>
          <FormProblem error={acknowledge.error} />
          <Textarea data-autofocus autosize minRows={2} maxRows={6} maxLength={500} label={t('security.note')} description={t('security.noteHint')} value={note} onChange={(changed) => setNote(changed.currentTarget.value)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={acknowledge.isPending}>
              {t('security.acknowledge')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
