import { TextInput, type TextInputProps } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '@/api'
import { language } from '@/i18n'
import { formatMoney, formatNumber } from './format'
import { parseMoney, parseNumber } from './parse'

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  field: Field
  value: number | null
  onChange: (value: number | null) => void
}

/** Numbers and amounts as people write them: 1.500.000 đ, 1,5tr, 500k. */
export function AmountInput({ field, value, onChange, error, ...rest }: Props) {
  const { t } = useTranslation()
  const money = field.type === 'money'
  const show = (one: number | null) => (one === null || one === undefined ? '' : money ? formatMoney(one, field.currency ?? 'VND') : formatNumber(one))
  const [text, setText] = useState(show(value))
  const [wrong, setWrong] = useState(false)
  const typing = useRef(false)
  useEffect(() => {
    if (!typing.current) setText(show(value))
  })
  const read = (typed: string) => (money ? parseMoney(typed, { currency: field.currency ?? 'VND' }) : parseNumber(typed, language()))
  return (
    <TextInput
      {...rest}
      className={`num ${rest.className ?? ''}`}
      inputMode={money ? 'text' : 'decimal'}
      rightSection={field.type === 'percent' ? '%' : undefined}
      placeholder={rest.placeholder ?? (money ? t('field.moneyPlaceholder') : undefined)}
      value={text}
      error={wrong ? t(money ? 'field.moneyWrong' : 'field.numberWrong') : error}
      onFocus={(event) => {
        typing.current = true
        rest.onFocus?.(event)
      }}
      onChange={(event) => {
        typing.current = true
        setText(event.currentTarget.value)
        setWrong(false)
        const parsed = read(event.currentTarget.value)
        if (parsed !== undefined) onChange(parsed)
      }}
      onBlur={(event) => {
        const parsed = read(text)
        setWrong(parsed === undefined)
        if (parsed !== undefined) {
          typing.current = false
          setText(show(parsed))
          onChange(parsed)
        }
        rest.onBlur?.(event)
      }}
    />
  )
}
