import { Anchor, CopyButton, Text, UnstyledButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Address, Email, Field, Member, Phone } from '@/api'
import { CustomerName } from './CustomerName'
import { FileValue } from '../field/FileValue'
import { StageBadge, Tag, UnreadableValue } from '../field/badges'
import { formatAddress, formatPhone, formatValue, isEmpty, isUnreadable, listOf, placeNow, readField } from '../field/format'
import classes from './record.module.css'

/** A field's value on a profile, with its links. */
export function FieldValue({ field, record, members, onEmpty }: { field: Field; record: object; members: Member[]; onEmpty?: () => void }) {
  const { t } = useTranslation()
  const value = readField(record, field)
  if (isEmpty(value)) return <span className={classes.empty} data-add={onEmpty ? t('field.add') : undefined}>
        –
      </span>
  if (isUnreadable(value)) return <UnreadableValue />
  const list = listOf(field)
  if (list === 'phones' || list === 'emails')
    return (
      <div className={classes.lines}>
        {(value as (Phone & Email)[]).map((one, index) => (
          <span key={index} className={classes.contact}>
            <Anchor href={`${list === 'phones' ? 'tel' : 'mailto'}:${one.normal || one.value}`} className={list === 'phones' ? 'num' : undefined}>
              {list === 'phones' ? formatPhone(one) : one.value}
            </Anchor>
            {one.label && one.label !== 'other' && (
              <Text component="span" size="xs" c="dimmed">
                {t(`contact.label.${one.label}`, { defaultValue: one.label })}
              </Text>
            )}
            <CopyButton value={one.normal || one.value}>
              {({ copied, copy }) => (
                <UnstyledButton className={classes.copy} onClick={copy} aria-label={t(copied ? 'action.copied' : 'action.copyOf', { name: one.value })}>
                  {copied ? <IconCheck size={14} /> : <IconCopy size={14} stroke={1.6} />}
                </UnstyledButton>
              )}
            </CopyButton>
          </span>
        ))}
      </div>
    )
  if (list === 'addresses')
    return (
      <div className={classes.lines}>
        {(value as Address[]).map((one, index) => (
          <span key={index}>
            {formatAddress(one)}
            {placeNow(one) && (
              <Text size="xs" c="dimmed">
                {t('address.now', { name: placeNow(one) })}
              </Text>
            )}
          </span>
        ))}
      </div>
    )
  if (field.key === 'stage' && field.owner === 'core') return <StageBadge field={field} value={String(value)} />
  if (field.type === 'tags' || field.type === 'choices')
    return (
      <div className={classes.tags}>
        {formatValue(field, value).split(', ').map((one) => (
          <Tag key={one}>{one}</Tag>
        ))}
      </div>
    )
  if (field.type === 'url')
    return (
      <Anchor href={/^https?:/i.test(String(value)) ? String(value) : undefined} target="_blank" rel="noopener noreferrer">
        {formatValue(field, value)}
      </Anchor>
    )
  if (field.type === 'reference' && field.references === 'customer') return <CustomerName id={String(value)} />
  if (field.type === 'file') return <FileValue id={String(value)} />
  if (field.type === 'longtext' || (field.type === 'text' && String(value).includes('\n'))) return <span style={{ whiteSpace: 'pre-wrap' }}>{String(value)}</span>
  return <span className={field.type === 'text' ? undefined : 'num'}>{formatValue(field, value, members)}</span>
}
