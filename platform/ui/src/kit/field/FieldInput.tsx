import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address, Email, Field, Member, Phone, Place } from '@/api'
import { say } from '@/i18n'
import { AddressesInput, ContactsInput, PlaceFields } from './ContactsInput'
import { AmountInput } from './AmountInput'
import { CustomerPicker } from './CustomerPicker'
import { DateInput } from './DateInput'
import { DateTimeInput } from './DateTimeInput'
import { DurationInput } from './DurationInput'
import { isDuration } from './duration'
import { FileField } from './FileField'
import { isUnreadable, listOf } from './format'
import { PlaceInput } from './PlaceInput'
import { TagsField } from './TagsField'

type Props = {
  field: Field
  value: unknown
  onChange: (value: never) => void
  error?: ReactNode
  members: Member[]
  label?: boolean
  autoFocus?: boolean
  errors?: Record<string, string>
}

const PLACE_LEVELS: Record<string, Place['level']> = { 'address.province': 'province', 'address.district': 'district', 'address.ward': 'ward' }

/** The one place that decides with what a field is filled in. */
export function FieldInput({ field, value: held, onChange, error, members, label = true, autoFocus, errors = {} }: Props) {
  const { t } = useTranslation()
  const value = isUnreadable(held) ? null : held
  const change = onChange as (value: unknown) => void
  const shared = {
    label: label ? say(field.label) : undefined,
    'aria-label': label ? undefined : say(field.label),
    description: label ? say(field.help) || undefined : undefined,
    error,
    required: field.required,
    autoFocus,
  }
  const list = listOf(field)
  if (list === 'phones' || list === 'emails')
    return (
      <ContactsInput
        kind={list}
        label={say(field.label)}
        hideLabel={!label}
        value={(value as (Phone | Email)[]) ?? []}
        onChange={change}
        error={error}
        errors={errors}
        autoFocus={autoFocus}
      />
    )
  if (list === 'addresses')
    return <AddressesInput label={say(field.label)} hideLabel={!label} value={(value as Address[]) ?? []} onChange={change} error={error} autoFocus={autoFocus} />
  const text = value === null || value === undefined ? '' : String(value)
  if (isDuration(field)) return <DurationInput {...shared} value={text === '' ? null : Number(text)} onChange={change} />
  switch (field.type) {
    case 'number':
    case 'integer':
    case 'percent':
    case 'money':
      return <AmountInput {...shared} field={field} value={value === null || value === undefined || value === '' ? null : Number(value)} onChange={change} />
    case 'date':
      return <DateInput {...shared} past={field.key === 'birthDate'} value={(value as string) || null} onChange={change} />
    case 'datetime':
      return <DateTimeInput {...shared} value={(value as string) || null} onChange={change} />
    case 'url':
      return <TextInput {...shared} type="url" inputMode="url" placeholder="https://" value={text} onChange={(event) => change(event.currentTarget.value || null)} />
    case 'address':
      return <PlaceFields label={say(field.label)} hideLabel={!label} error={error} value={(value as Address) ?? null} onChange={change} autoFocus={autoFocus} />
    case 'reference':
      if (field.references === 'customer') return <CustomerPicker {...shared} value={text || null} onChange={change} />
      return <TextInput {...shared} value={text} onChange={(event) => change(event.currentTarget.value.trim() || null)} />
    case 'file':
      return <FileField {...shared} value={text || null} onChange={change} />
    case 'boolean':
      // Unknown is not no.
      return (
        <Select
          {...shared}
          data={[
            { value: 'true', label: t('field.yes') },
            { value: 'false', label: t('field.no') },
          ]}
          value={value === true || value === 'true' ? 'true' : value === false || value === 'false' ? 'false' : null}
          onChange={(one) => change(one === null ? null : one === 'true')}
          clearable={!field.required}
          placeholder={t('field.unknown')}
        />
      )
    case 'choice':
      return (
        <Select
          {...shared}
          data={(field.choices ?? []).map((one) => ({ value: one.value, label: say(one.label) }))}
          value={text || null}
          onChange={change}
          clearable={!field.required}
          searchable={(field.choices?.length ?? 0) > 8}
          placeholder={t('field.pick')}
          nothingFoundMessage={t('field.noChoice')}
        />
      )
    case 'choices':
      return (
        <MultiSelect
          {...shared}
          data={(field.choices ?? []).map((one) => ({ value: one.value, label: say(one.label) }))}
          value={(value as string[]) ?? []}
          onChange={change}
          placeholder={t('field.pick')}
        />
      )
    case 'tags':
      return <TagsField {...shared} suggest={field.key === 'tags'} value={(value as string[]) ?? []} onChange={change} />
    case 'member':
      return (
        <Select
          {...shared}
          data={members.map((one) => ({ value: one.id, label: one.name }))}
          value={text || null}
          onChange={change}
          clearable
          searchable={members.length > 8}
          placeholder={t('field.nobody')}
        />
      )
    case 'email':
      return <TextInput {...shared} type="email" value={text} onChange={(event) => change(event.currentTarget.value || null)} />
    case 'phone':
      return <TextInput {...shared} type="tel" value={text} onChange={(event) => change(event.currentTarget.value || null)} />
    default:
      if (field.owner === 'core' && field.key in PLACE_LEVELS)
        return <PlaceInput {...shared} level={PLACE_LEVELS[field.key]!} value={text} comboboxProps={{ withinPortal: false }} onChange={(one) => change(one || null)} />
      if (field.type === 'longtext' || (field.maxLength ?? 0) > 500)
        return <Textarea {...shared} autosize minRows={2} maxRows={8} maxLength={field.maxLength ?? undefined} value={text} onChange={(event) => change(event.currentTarget.value || null)} />
      return <TextInput {...shared} maxLength={field.maxLength ?? undefined} value={text} onChange={(event) => change(event.currentTarget.value || null)} />
  }
}

