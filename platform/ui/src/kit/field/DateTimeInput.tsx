import { Group, Input, TextInput } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DateInput } from './DateInput'
import { dayOf, instantOf, timeOf } from './instant'
import { parseTime } from './parse'

type Props = {
  label?: string
  'aria-label'?: string
  description?: string
  error?: ReactNode
  required?: boolean
  autoFocus?: boolean
  /** The hour that a day begins with when only the day was given. */
  usualTime?: string
  size?: string
  value: string | null
  onChange: (value: string | null) => void
}

/** A day as people write it, and beside it the time. */
export function DateTimeInput({ value, onChange, label, description, error, required, usualTime = '09:00', size, ...rest }: Props) {
  const { t } = useTranslation()
  const name = label ?? rest['aria-label'] ?? ''
  return (
    <Input.Wrapper label={label} description={description} error={error} required={required} component="div" role="group" aria-label={name}>
      <Group gap={6} wrap="nowrap" align="flex-start">
        <DateInput
          style={{ flex: 1, minWidth: 0 }}
          size={size}
          aria-label={name}
          autoFocus={rest.autoFocus}
          value={value ? dayOf(value) : null}
          onChange={(day) => onChange(day === null ? null : value && dayOf(value) === day ? value : instantOf(day, value ? timeOf(value) : usualTime))}
        />
        <TimeInput size={size} label={`${name} – ${t('field.time')}`} value={value ? timeOf(value) : null} onChange={(time) => value && onChange(instantOf(dayOf(value), time))} />
      </Group>
    </Input.Wrapper>
  )
}

/** 9h30, 9:30, 0930: the browser's own clock would show AM and PM to people who never use them. */
function TimeInput({ label, value, onChange, size }: { label: string; value: string | null; onChange: (time: string) => void; size?: string }) {
  const { t } = useTranslation()
  const [text, setText] = useState(value ?? '')
  const [wrong, setWrong] = useState(false)
  useEffect(() => setText(value ?? ''), [value])
  return (
    <TextInput
      w={72}
      size={size}
      className="num"
      inputMode="numeric"
      aria-label={label}
      placeholder={t('field.time')}
      disabled={value === null}
      error={wrong}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        setWrong(false)
      }}
      onBlur={() => {
        const time = parseTime(text)
        setWrong(time === undefined)
        if (time !== undefined && time !== value) onChange(time)
        else if (time !== undefined) setText(time)
      }}
    />
  )
}
