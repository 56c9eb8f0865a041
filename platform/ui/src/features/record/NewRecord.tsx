import { useSession } from '../session/useSession'
import { beginning, type FormKind } from './kinds'
import { RecordForm } from './RecordForm'

/** The form of a new record over whatever page is shown. */
export function NewRecord({ kind, customerId, onClose }: { kind: FormKind; customerId: string | null; onClose: () => void }) {
  const { account } = useSession()
  const { start, ...rest } = beginning(kind, account.id)
  return <RecordForm kind={kind} {...rest} start={{ ...start, customerId }} onClose={onClose} />
}
