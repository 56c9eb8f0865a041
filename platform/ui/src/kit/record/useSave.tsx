import { useCallback, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, type Actor, type Field } from '@/api'
import { patchOf, readField } from '@/kit/field/format'
import { done } from '@/kit/toast'
import { clashes, keepMine, patchedFields, type Patch } from './conflict'
import { ConflictDialog } from './ConflictDialog'

type Versioned = { id: string; version: number; updatedAt: string; updatedBy?: Actor | null }
type Clash<R> = { base: R; patch: Patch; current: R; settle: (chosen: Patch | null) => void }
type Ways<R> = {
  fields: Field[]
  change: (id: string, version: number, patch: Patch) => Promise<R>
  one: (id: string) => Promise<R>
  /** Puts what the server answered wherever the record is shown. */
  put: (record: R) => void
}

/** Saves a change of a record, settles conflicts with the person, and offers to take it back. */
export function useSave<R extends Versioned>(ways: Ways<R>): [save: (base: R, patch: object) => Promise<boolean>, dialog: ReactNode] {
  const { t } = useTranslation()
  const [clash, setClash] = useState<Clash<R> | null>(null)
  const latest = useRef(ways)
  latest.current = ways

  const put = useCallback(async (base: R, patch: Patch): Promise<R | null> => {
    let known = base
    let wanted = patch
    for (;;) {
      const { change, one, put: show, fields } = latest.current
      try {
        return await change(base.id, known.version, wanted)
      } catch (error) {
        if (!isProblem(error, 'conflict')) throw error
        const current = (error.body.current as R | null | undefined) ?? (await one(base.id))
        show(current)
        // What the other one changed elsewhere stands; only the same field needs a person.
        if (clashes(known, wanted, current, fields).length > 0) {
          const inQuestion = { base: known, patch: wanted, current }
          const chosen = await new Promise<Patch | null>((settle) => setClash({ ...inQuestion, settle }))
          setClash(null)
          if (!chosen || Object.keys(chosen).length === 0) return null
          wanted = chosen
        }
        known = current
      }
    }
  }, [])

  const save = useCallback(
    async (base: R, patch: object) => {
      const saved = await put(base, patch as Patch)
      if (!saved) return false
      latest.current.put(saved)
      done(t('customer.saved'), () => {
        let back: Patch = {}
        for (const field of patchedFields(patch as Patch, latest.current.fields)) {
          const one = patchOf(field, readField(base, field) ?? null)
          back = { ...back, ...one, ...('fields' in one ? { fields: { ...back.fields, ...(one.fields as object) } } : {}) }
        }
        void put(saved, back).then((again) => again && latest.current.put(again))
      })
      return true
    },
    [put, t],
  )
  const dialog = clash && (
    <ConflictDialog
      base={clash.base}
      patch={clash.patch}
      current={clash.current}
      fields={clashes(clash.base, clash.patch, clash.current, ways.fields)}
      onCancel={() => clash.settle(null)}
      onChoose={(theirs) => clash.settle(keepMine(clash.patch, theirs))}
    />
  )
  return [save, dialog]
}
