import { Button, Group, Modal, Stack, Switch, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type RecordName, type SavedView } from '@/api'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { useCan } from '../session/useSession'

type Props = { record: RecordName; kept: object; renamed?: SavedView; onClose: () => void; onSaved: (view: SavedView) => void }

/** Gives a list a name, or a view another one. */
export function ViewForm({ record, kept, renamed, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const [name, setName] = useState(renamed?.name ?? '')
  const [shared, setShared] = useState(false)
  const save = useMutation({
    mutationFn: () =>
      renamed ? api.views.change(renamed, { name: name.trim() }) : api.views.create({ record, name: name.trim(), scope: shared ? 'workspace' : 'private', ...kept }),
    onSuccess: (view) => {
      onSaved(view)
      done(t('view.saved', { name: view.name }))
    },
  })
  return (
    <Modal opened onClose={onClose} size="sm" title={t(renamed ? 'view.rename' : 'view.keep')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Stack>
          <FormProblem error={save.error} fields={['name']} />
          <TextInput
            data-autofocus
            required
            withAsterisk={false}
            label={t('view.name')}
            placeholder={t('view.nameExample')}
            maxLength={120}
            value={name}
            error={isProblem(save.error) ? save.error.byField.name : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {!renamed && can('view:share') && (
            <Switch label={t('view.shareNew')} description={t('view.shareHint')} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" disabled={!name.trim()} loading={save.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
