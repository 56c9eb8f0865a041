import { TextInput, type TextInputProps } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLength, parseLength } from './duration'

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  /** In seconds. */
  value: number | null
  onChange: (seconds: number | null) => void
  /** Told while what stands there cannot be read. */
  onWrong?: (wrong: boolean) => void
}

const show = (seconds: number | null) => (seconds === null ? '' : formatLength(seconds))

/** How long something took, as people write it: 7, 7 phút, 4:32, 1 giờ 5 phút. */
export function DurationInput({ value, onChange, onWrong, error, ...rest }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(show(value))
  const [wrong, setWrong] = useState(false)
  const typing = useRef(false)
  useEffect(() => {
    if (!typing.current) setText(show(value))
  }, [value])
  const told = useRef(onWrong)
  told.current = onWrong
  useEffect(() => () => told.current?.(false), [])
  return (
    <TextInput
      placeholder={t('field.lengthPlaceholder')}
      {...rest}
      value={text}
      error={wrong ? t('field.lengthWrong') : error}
      onChange={(event) => {
        typing.current = true
        setText(event.currentTarget.value)
        setWrong(false)
        const seconds = parseLength(event.currentTarget.value)
        onWrong?.(seconds === undefined)
        if (seconds !== undefined) onChange(seconds)
      }}
      onBlur={(event) => {
        const seconds = parseLength(text)
        setWrong(seconds === undefined)
        if (seconds !== undefined) {
          typing.current = false
          setText(show(seconds))
        }
        rest.onBlur?.(event)
      }}
    />
  )
}
