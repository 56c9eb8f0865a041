import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazily } from '@/app/lazily'
import { formatDate } from './format'
import { parseDate } from './parse'

const Calendar = lazily(() => import('./Calendar'), 'Calendar')

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  value: string | null
  onChange: (value: string | null) => void
  past?: boolean
}

/** A day as people write it: 5/3/26, 05.03.2026, 5-3. */
export function DateInput({ value, onChange, past, error, ...rest }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(value ? formatDate(value) : '')
  const [wrong, setWrong] = useState(false)
  const [open, setOpen] = useState(false)
  useEffect(() => setText(value ? formatDate(value) : ''), [value])
  return (
    <Popover withRoles={false} opened={open} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <TextInput
          {...rest}
          inputMode="numeric"
          placeholder={t('field.datePlaceholder')}
          value={text}
          error={wrong ? t('field.dateWrong') : error}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setWrong(false)
            const parsed = parseDate(event.currentTarget.value, { past })
            // Half a date stays in the box until it can be read.
            if (parsed === null || /\d{4}$/.test(event.currentTarget.value)) if (parsed !== undefined) onChange(parsed)
          }}
          onBlur={(event) => {
            const parsed = parseDate(text, { past })
            setWrong(parsed === undefined)
            if (parsed !== undefined) {
              setText(parsed ? formatDate(parsed) : '')
              onChange(parsed)
            }
            rest.onBlur?.(event)
          }}
          rightSection={
            <ActionIcon size={26} onClick={() => setOpen(!open)} aria-label={t('field.openCalendar')} aria-expanded={open} aria-haspopup="dialog">
              <IconCalendar size={17} stroke={1.6} />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={null}>
          {open && (
            <Calendar
              value={value}
              onPick={(day) => {
                onChange(day)
                setOpen(false)
              }}
            />
          )}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
