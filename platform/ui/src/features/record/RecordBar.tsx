import { Button } from '@mantine/core'
import { IconPencil, IconTrash, IconTrashOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '@/kit/list/ListFrame'
import { askedOf, type ListView } from '@/kit/list/view'
import { useKeys } from '@/kit/useKeys'
import { BulkEdit } from '../bulk/BulkEdit'
import { useCan } from '../session/useSession'
import type { AnyRecord, RecordKind } from './kinds'
import { useTrash } from './useTrash'

/** What can be done with the chosen orders, interactions, feedback or tasks. */
export function RecordBar({ kind, view, selection }: { kind: RecordKind; view: ListView; selection: Selection<AnyRecord> }) {
  const { t } = useTranslation()
  const can = useCan()
  const move = useTrash(kind)
  const [busy, setBusy] = useState(false)
  const [editing, setEditing] = useState(false)
  const { ids, rows, all, number, clear } = selection
  const back = Boolean(view.trash)
  // The runs themselves are the customers' business too.
  const editable = can(`${kind}:update`) && can('customer:update') && !back
  useKeys({ b: () => setEditing(true) }, editable)
  return (
    <>
      {editable && (
        <Button size="xs" variant="default" leftSection={<IconPencil size={15} />} onClick={() => setEditing(true)}>
          {t('bulk.edit')}
        </Button>
      )}
      {can(`${kind}:delete`) && !all && (
        <Button
          size="xs"
          variant="default"
          loading={busy}
          leftSection={back ? <IconTrashOff size={15} /> : <IconTrash size={15} />}
          onClick={async () => {
            setBusy(true)
            await move(rows, !back)
            clear()
          }}
        >
          {t(back ? 'trash.restore' : 'trash.move')}
        </Button>
      )}
      {editing && (
        <BulkEdit
          record={kind}
          whom={all ? { query: askedOf(view) } : { ids: [...ids] }}
          many={all ? null : number}
          onClose={() => setEditing(false)}
          onStarted={() => {
            setEditing(false)
            clear()
          }}
        />
      )}
    </>
  )
}
