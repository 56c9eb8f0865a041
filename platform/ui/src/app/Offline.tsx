import { useNetwork } from '@mantine/hooks'
import { IconWifiOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Offline.module.css'

export function Offline() {
  const { t } = useTranslation()
  const { online } = useNetwork()
  if (online !== false) return null
  return (
    <div className={classes.band} role="status">
      <IconWifiOff size={16} />
      {t('state.offline')}
    </div>
  )
}
