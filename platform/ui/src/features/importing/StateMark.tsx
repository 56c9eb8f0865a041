import { IconAlertTriangle, IconArrowBackUp, IconBan, IconCircleCheck, IconCircleDashed, IconLoader2, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportState } from '@/api'
import classes from './importing.module.css'

const SIGNS = {
  uploaded: IconCircleDashed, checking: IconLoader2, checked: IconCircleDashed, running: IconLoader2,
  paused: IconPlayerPause, completed: IconCircleCheck, cancelled: IconBan, undone: IconArrowBackUp, failed: IconAlertTriangle,
}

export function StateMark({ state }: { state: ImportState | 'undone' }) {
  const { t } = useTranslation()
  const Sign = SIGNS[state] ?? IconCircleDashed
  return (
    <span className={classes.state} data-state={state}>
      <Sign size={16} stroke={1.8} />
      {t(`import.state.${state}`)}
    </span>
  )
}
