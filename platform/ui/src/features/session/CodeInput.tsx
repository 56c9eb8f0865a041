import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Props = { value: string; onChange: (code: string) => void; error?: string; autoFocus?: boolean; ofApplication?: boolean }

/** A code of the authenticator application, or a recovery code. */
export function CodeInput({ value, onChange, error, autoFocus = true, ofApplication = false }: Props) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t('factor.code')}
      description={ofApplication ? undefined : t('factor.codeHint')}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      required
      withAsterisk={false}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      maxLength={40}
      styles={{ input: { letterSpacing: '0.08em' } }}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
