import { IconEye, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewedAs } from '@/api'
import { stopLooking } from './lookAs'
import classes from './preview.module.css'

/** Over everything, as long as one looks as somebody else. */
export function Banner({ as }: { as: ViewedAs }) {
  const { t } = useTranslation()
  const title = t('preview.title', { name: as.name })
  useEffect(() => {
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
  return (
    <div className={classes.banner} role="region" aria-label={title}>
      <IconEye size={19} stroke={1.8} />
      <p className={classes.text}>
        <b>{title}</b> <span>({as.role})</span> <span className={classes.hint}>{t('preview.hint')}</span>
      </p>
      <button type="button" className={classes.leave} onClick={stopLooking}>
        <IconX size={16} stroke={2.2} />
        {t('preview.leave')}
      </button>
    </div>
  )
}
