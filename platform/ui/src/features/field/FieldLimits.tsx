import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AmountInput } from '@/kit/field/AmountInput'
import { amountField } from '../order/amounts'
import { isNumber, isText, type PartProps } from './draft'

/** How small, how large, how long, of what shape; of each type what it knows. */
export function FieldLimits({ draft, set, errorAt }: PartProps) {
  const { t } = useTranslation()
  const number = amountField(draft.type === 'money' ? 'money' : 'number', draft.currency ?? 'VND')
  return (
    <>
      {isNumber(draft.type) && (
        <>
          <AmountInput field={number} placeholder="" label={t('fields.min')} error={errorAt('min')} value={draft.min ?? null} onChange={(min) => set({ min })} />
          <AmountInput field={number} placeholder="" label={t('fields.max')} error={errorAt('max')} value={draft.max ?? null} onChange={(max) => set({ max })} />
        </>
      )}
      {isText(draft.type) && <AmountInput field={amountField('number')} label={t('fields.maxLength')} error={errorAt('maxLength')} value={draft.maxLength ?? null} onChange={(maxLength) => set({ maxLength })} />}
      {draft.type === 'text' && (
        <TextInput label={t('fields.pattern')} placeholder="[A-Z]{2}-\d+" styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }} error={errorAt('pattern')} value={draft.pattern ?? ''} onChange={(event) => set({ pattern: event.currentTarget.value })} />
      )}
    </>
  )
}
