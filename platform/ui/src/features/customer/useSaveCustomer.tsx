import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Customer, type CustomerPatch } from '@/api'
import { patchOf, readField } from '@/kit/field/format'
import { useFields } from '@/kit/field/useFields'
import { done } from '@/kit/toast'
import { clashes, keepMine, patchedFields } from './conflict'
import { ConflictDialog } from './ConflictDialog'
import { useCustomerCache } from './queries'

type Clash = { base: Customer; patch: CustomerPatch; current: Customer; settle: (chosen: CustomerPatch | null) => void }

/** Saves a change of a customer, settles conflicts with the person, and offers to take it back. */
export function useSaveCustomer(): [save: (base: Customer, patch: CustomerPatch) => Promise<boolean>, dialog: ReactNode] {
  const { t } = useTranslation()
  const { edited: fields } = useFields()
  const cache = useCustomerCache()
  const [clash, setClash] = useState<Clash | null>(null)

  const put = useCallback(
    async (base: Customer, patch: CustomerPatch): Promise<Customer | null> => {
      let known = base
      let wanted = patch
      for (;;) {
        try {
          return await api.customers.change(base.id, known.version, wanted)
        } catch (error) {
          if (!isProblem(error, 'conflict')) throw error
          const current = error.body.current ?? (await api.customers.one(base.id))
          cache.put(current)
          // What the other one changed elsewhere stands; only the same field needs a person.
          if (clashes(known, wanted, current, fields).length > 0) {
            const inQuestion = { base: known, patch: wanted, current }
            const chosen = await new Promise<CustomerPatch | null>((settle) => setClash({ ...inQuestion, settle }))
            setClash(null)
            if (!chosen || Object.keys(chosen).length === 0) return null
            wanted = chosen
          }
          known = current
        }
      }
    },
    [cache, fields],
  )

  const save = useCallback(
    async (base: Customer, patch: CustomerPatch) => {
      const saved = await put(base, patch)
      if (!saved) return false
      cache.put(saved)
      done(t('customer.saved'), () => {
        let back: CustomerPatch = {}
        for (const field of patchedFields(patch, fields)) {
          const one = patchOf(field, readField(base, field) ?? null)
          back = { ...back, ...one, ...('fields' in one ? { fields: { ...back.fields, ...(one.fields as object) } } : {}) }
        }
        void put(saved, back).then((again) => again && cache.put(again))
      })
      return true
    },
    [put, cache, fields, t],
  )
  const dialog = clash && (
    <ConflictDialog
      base={clash.base}
      patch={clash.patch}
      current={clash.current}
      fields={clashes(clash.base, clash.patch, clash.current, fields)}
      onCancel={() => clash.settle(null)}
      onChoose={(theirs) => clash.settle(keepMine(clash.patch, theirs))}
    />
  )
  return [save, dialog]
}
