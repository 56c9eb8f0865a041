import { Button, Group, Stack, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Import } from '@/api'
import { Confirm } from '@/kit/Confirm'
import { formatNumber } from '@/kit/field/format'
import { failed } from '@/kit/toast'
import { useCan } from '../session/useSession'
import { useBegun, undoingQuery, useRunWords } from './queries'
import { AllNotes } from './Left'

const DAYS = 30

/** Takes a whole import back; what was changed since then is kept, and listed. */
export function UndoImport({ run }: { run: Import }) {
  const { t } = useTranslation()
  const can = useCan()
  const begun = useBegun()
  const words = useRunWords()
  const [asking, setAsking] = useState(false)
  const { data: undoing, isPending } = useQuery({ ...undoingQuery(run.id), enabled: can('customer:update') })
  const undo = useMutation({
    mutationFn: () => api.imports.undo(run.id),
    onSuccess: begun,
    onError: failed,
    onSettled: () => setAsking(false),
  })
  // The page itself says that it was undone.
  if (undoing?.state === 'completed' && undoing.result.kept.length === 0) return null
  if (undoing)
    return (
      <Stack gap="sm" mt={24} role="region" aria-label={t('bulk.undoOf', { name: run.fileName })}>
        {undoing.state !== 'completed' && (
          <Text fw={500} role="status" className="num">
            {t('bulk.undoing')} {words(undoing)}
          </Text>
        )}
        {undoing.state !== 'running' && undoing.result.kept.length > 0 && <AllNotes id={undoing.id} label={t('bulk.keptTitle')} />}
      </Stack>
    )
  const done = (run.result?.created ?? 0) + (run.result?.updated ?? 0)
  const old = Date.now() - Date.parse(run.finishedAt ?? run.createdAt) > DAYS * 86_400_000
  if (done === 0 || old || isPending || !can('import:run')) return null
  return (
    <>
      <Group mt={12}>
        <Button variant="subtle" color="gray" leftSection={<IconArrowBackUp size={16} />} onClick={() => setAsking(true)}>
          {t('bulk.undoImport')}
        </Button>
      </Group>
      {asking && (
        <Confirm title={t('bulk.undoImport')} action={t('bulk.undoImport')} busy={undo.isPending} onConfirm={() => undo.mutate()} onClose={() => setAsking(false)}>
          <Text component="ul" m={0} pl={18}>
            {run.result!.created > 0 && <li>{t('bulk.willThrow', { count: run.result!.created, number: formatNumber(run.result!.created) })}</li>}
            {run.result!.updated > 0 && <li>{t(run.record === 'customer' ? 'bulk.willRestore' : 'bulk.willStay', { count: run.result!.updated, number: formatNumber(run.result!.updated) })}</li>}
            <li>{t('bulk.willKeep')}</li>
          </Text>
        </Confirm>
      )}
    </>
  )
}
