import { Box, SegmentedControl, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '@/api'
import { language, speak } from '@/i18n'
import { Logo } from '@/kit/Logo'
import classes from './Entrance.module.css'

/** The page around signing in and signing up. */
export function Entrance({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={classes.page}>
      <main className={classes.form}>
        <div className={classes.top}>
          <Logo />
          <SegmentedControl
            size="xs"
            aria-label={t('account.language')}
            data={[
              { value: 'vi', label: 'Tiếng Việt' },
              { value: 'en', label: 'English' },
            ]}
            value={language()}
            onChange={(value) => void speak(value as Language)}
          />
        </div>
        <div className={classes.body}>{children}</div>
      </main>
      <aside className={classes.side}>
        <div className={classes.pitch}>
          <Text component="p" className={classes.headline}>
            {t('entrance.headline')}
          </Text>
          <ul className={classes.points}>
            {(['import', 'own', 'fit'] as const).map((point) => (
              <li key={point}>
                <strong>{t(`entrance.${point}.title`)}</strong>
                <span>{t(`entrance.${point}.text`)}</span>
              </li>
            ))}
          </ul>
        </div>
        <Box className={classes.art} aria-hidden />
      </aside>
    </div>
  )
}
