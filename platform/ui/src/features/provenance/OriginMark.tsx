import { ActionIcon, Loader, Popover } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer, CustomerPatch, Field } from '@/api'
import { lazily } from '@/app/lazily'
import { say } from '@/i18n'
import classes from './origin.module.css'

const OriginCard = lazily(() => import('./OriginCard'), 'OriginCard')

type Props = { customer: Customer; field: Field; restore?: (base: Customer, patch: CustomerPatch) => Promise<boolean> }

/** Beside a value: asked, it tells where the value came from. */
export function OriginMark({ customer, field, restore }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  // Escape closes the card and not the profile behind it.
  useEffect(() => {
    if (!open) return
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopImmediatePropagation()
      setOpen(false)
    }
    window.addEventListener('keydown', close, true)
    return () => window.removeEventListener('keydown', close, true)
  }, [open])
  const label = t('origin.of', { name: say(field.label) })
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={320} trapFocus returnFocus withRoles={false} closeOnEscape={false}>
      <Popover.Target>
        <ActionIcon className={classes.mark} size={24} data-origin aria-label={label} title={label} aria-expanded={open} aria-haspopup="dialog" onClick={() => setOpen(!open)}>
          <IconHistory size={15} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="sm" role="dialog" aria-label={label}>
        {open && (
          <Suspense fallback={<Loader />}>
            <OriginCard
              customer={customer}
              field={field}
              restore={
                restore &&
                ((patch) => {
                  setOpen(false)
                  return restore(customer, patch)
                })
              }
            />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
