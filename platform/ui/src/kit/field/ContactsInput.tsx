import { ActionIcon, Button, Input, NativeSelect, Text, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address, Email, Phone } from '@/api'
import { PlaceInput } from './PlaceInput'
import classes from './field.module.css'

const LABELS = ['mobile', 'home', 'work', 'other'] as const

type Props = {
  kind: 'phones' | 'emails'
  label: string
  hideLabel: boolean
  value: (Phone | Email)[]
  onChange: (value: unknown) => void
  error?: ReactNode
  errors: Record<string, string>
  autoFocus?: boolean
}

/** Several phones or e-mails, one of them the one to use first. */
export function ContactsInput({ kind, label, hideLabel, value, onChange, error, errors, autoFocus }: Props) {
  const { t } = useTranslation()
  const fresh: Phone = { value: '', label: kind === 'phones' ? 'mobile' : 'other', primary: value.length === 0 }
  const rows = value.length > 0 ? value : [fresh]
  const set = (index: number, change: Partial<Phone>) => onChange(rows.map((one, n) => (n === index ? { value: one.value, label: one.label, primary: one.primary, ...change } : one)))
  return (
    <Input.Wrapper label={hideLabel ? undefined : label} error={error} component="div">
      <div className={classes.list} role="group" aria-label={label}>
        {rows.map((one, index) => (
          <div key={index} className={classes.listRow}>
            <TextInput
              type={kind === 'phones' ? 'tel' : 'email'}
              aria-label={`${label} ${index + 1}`}
              placeholder={kind === 'phones' ? '0912 345 678' : 'ten@congty.vn'}
              value={one.value}
              autoFocus={autoFocus && index === rows.length - 1}
              error={errors[`${kind}[${index}]`] ?? errors[`${kind}[${index}].value`] ?? errors[`${kind}.${index}`] ?? errors[`${kind}.${index}.value`]}
              onChange={(event) => set(index, { value: event.currentTarget.value })}
            />
            <NativeSelect
              aria-label={t('contact.labelOf', { name: `${label} ${index + 1}` })}
              value={one.label ?? 'other'}
              data={(kind === 'phones' ? LABELS : LABELS.slice(1)).map((name) => ({ value: name, label: t(`contact.label.${name}`) }))}
              onChange={(event) => set(index, { label: event.currentTarget.value as Phone['label'] })}
            />
            {rows.length > 1 && <Tooltip label={t(one.primary ? 'contact.isPrimary' : 'contact.makePrimary')}>
              <ActionIcon
                size={36}
                aria-label={t('contact.makePrimary')}
                aria-pressed={Boolean(one.primary)}
                onClick={() => onChange(rows.map((other, n) => ({ ...other, primary: n === index })))}
              >
                {one.primary ? <IconStarFilled size={16} color="var(--q-accent)" /> : <IconStar size={16} stroke={1.6} />}
              </ActionIcon>
            </Tooltip>}
            {(rows.length > 1 || one.value) && <ActionIcon
              size={36}
              aria-label={t('contact.remove', { name: one.value || label })}
              onClick={() => {
                const left = rows.filter((_, n) => n !== index)
                if (one.primary && left[0]) left[0] = { ...left[0], primary: true }
                onChange(left)
              }}
            >
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>}
          </div>
        ))}
        <div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...rows, { ...fresh, primary: false }])}
          >
            {t(kind === 'phones' ? 'contact.addPhone' : 'contact.addEmail')}
          </Button>
        </div>
      </div>
    </Input.Wrapper>
  )
}

const PLACES = ['province', 'ward', 'district'] as const

type AddressProps = { label: string; hideLabel: boolean; value: Address[]; onChange: (value: unknown) => void; error?: ReactNode; autoFocus?: boolean }
export function AddressesInput({ label, hideLabel, value, onChange, error, autoFocus }: AddressProps) {
  const { t } = useTranslation()
  const set = (index: number, change: Partial<Address>) => onChange(value.map((one, n) => (n === index ? { ...one, ...change } : one)))
  return (
    <Input.Wrapper label={hideLabel ? undefined : label} error={error} component="div">
      <div className={classes.list} role="group" aria-label={label}>
        {value.map((one, index) => (
          <div key={index} className={classes.addressRow}>
            <TextInput
              className={classes.wide}
              label={t('address.line')}
              value={one.line ?? ''}
              autoFocus={autoFocus && index === value.length - 1}
              onChange={(event) => set(index, { line: event.currentTarget.value || null })}
            />
            {PLACES.map((level) => (
              <PlaceInput
                key={level}
                level={level}
                label={t(`address.${level}`)}
                value={one[level] ?? ''}
                within={level === 'province' ? null : one.province}
                district={level === 'ward' ? one.district : null}
                onChange={(written, place) => set(index, { [level]: written || null, ...(level === 'ward' && place ? { district: place.district?.name ?? null } : {}) })}
              />
            ))}
            <Button
              className={classes.wide}
              justify="start"
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconTrash size={14} />}
              onClick={() => onChange(value.filter((_, n) => n !== index))}
            >
              {t('address.remove')}
            </Button>
          </div>
        ))}
        {value.length === 0 && hideLabel && <Text c="dimmed" size="sm">{t('address.none')}</Text>}
        <div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...value, { line: '', ward: null, district: null, province: null, country: 'VN', label: 'home', primary: value.length === 0 }])}
          >
            {t('contact.addAddress')}
          </Button>
        </div>
      </div>
    </Input.Wrapper>
  )
}

type WholeProps = { label: string; hideLabel: boolean; value: Address | null; onChange: (value: unknown) => void; error?: ReactNode; autoFocus?: boolean }
/** One address as the value of a field. */
export function PlaceFields({ label, hideLabel, value, onChange, error, autoFocus }: WholeProps) {
  const { t } = useTranslation()
  const set = (change: Partial<Address>) => {
    const next: Address = { country: 'VN', ...value, ...change }
    onChange(next.line || next.province || next.ward || next.district ? next : null)
  }
  return (
    <Input.Wrapper label={hideLabel ? undefined : label} error={error} component="div">
      <div className={classes.addressRow} role="group" aria-label={label}>
        <TextInput className={classes.wide} label={t('address.line')} value={value?.line ?? ''} autoFocus={autoFocus} onChange={(event) => set({ line: event.currentTarget.value || null })} />
        {PLACES.map((level) => (
          <PlaceInput
            key={level}
            level={level}
            label={t(`address.${level}`)}
            value={value?.[level] ?? ''}
            within={level === 'province' ? null : (value?.province ?? null)}
            district={level === 'ward' ? (value?.district ?? null) : null}
            onChange={(written) => set({ [level]: written || null })}
          />
        ))}
      </div>
    </Input.Wrapper>
  )
}
