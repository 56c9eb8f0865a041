import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './list.module.css'

/** What is typed shows at once; the address and the server follow when the typing rests. */
export function SearchBox({ label, value = '', onChange }: { label: string; value?: string; onChange: (q: string | undefined) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value)
  const [settled] = useDebouncedValue(typed, 220)
  const asked = useRef(value)
  useEffect(() => {
    if (settled.trim() === asked.current) return
    asked.current = settled.trim()
    onChange(settled.trim() || undefined)
  }, [settled, onChange])
  useEffect(() => {
    if (value === asked.current) return
    asked.current = value
    setTyped(value)
  }, [value])
  return (
    <TextInput
      size="xs"
      className={classes.search}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} stroke={1.7} />}
      rightSection={typed ? <CloseButton size={24} iconSize={14} aria-label={t('customer.searchClear')} onClick={() => setTyped('')} /> : null}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}
