import { Anchor, Text } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api, type Email, type Field, type Member, type Phone } from '@/api'
import { Avatar } from '../Avatar'
import { StageBadge, Tag, UnreadableValue } from './badges'
import { formatPhone, formatValue, isEmpty, isUnreadable, listOf, readField } from './format'
import classes from './field.module.css'

/** A field's value in a table. */
export function FieldCell({ field, record, members }: { field: Field; record: object; members: Member[] }) {
  const { t } = useTranslation()
  const value = readField(record, field)
  if (isEmpty(value)) return null
  if (isUnreadable(value)) return <UnreadableValue />
  const list = listOf(field)
  if (list === 'phones' || list === 'emails') {
    const all = value as (Phone & Email)[]
    const main = all.find((one) => one.primary) ?? all[0]!
    return (
      <span className={classes.line}>
        <span className={list === 'phones' ? 'num' : undefined}>{list === 'phones' ? formatPhone(main) : main.value}</span>
        {all.length > 1 && <span className={classes.more}>+{all.length - 1}</span>}
      </span>
    )
  }
  if (field.key === 'stage' && field.owner === 'core') return <StageBadge field={field} value={String(value)} />
  switch (field.type) {
    case 'number':
    case 'integer':
    case 'percent':
    case 'money':
    case 'date':
    case 'datetime':
      return <span className="num">{formatValue(field, value)}</span>
    case 'file':
      return (
        <Anchor href={api.attachments.address(String(value))} download inherit>
          {t('field.file')}
        </Anchor>
      )
    case 'boolean':
      return value === true || value === 'true' ? (
        <IconCheck size={16} aria-label={t('field.yes')} color="var(--q-accent)" />
      ) : (
        <IconMinus size={16} aria-label={t('field.no')} color="var(--q-muted)" />
      )
    case 'tags':
    case 'choices': {
      const words = formatValue(field, value).split(', ')
      return (
        <span className={classes.line}>
          {words.slice(0, 2).map((word) => (
            <Tag key={word}>{word}</Tag>
          ))}
          {words.length > 2 && <span className={classes.more}>+{words.length - 2}</span>}
        </span>
      )
    }
    case 'member': {
      const name = formatValue(field, value, members)
      return (
        <span className={classes.line}>
          <Avatar name={name} id={String(value)} size={20} />
          <span className={classes.clip}>{name}</span>
        </span>
      )
    }
    default:
      return (
        <Text component="span" inherit className={classes.clip}>
          {formatValue(field, value, members)}
        </Text>
      )
  }
}

export const alignsRight = (field: Field) => ['number', 'integer', 'percent', 'money'].includes(field.type)

export function columnWidth(field: Field) {
  if (field.key === 'name') return 280
  if (listOf(field) === 'emails' || listOf(field) === 'addresses') return 230
  switch (field.type) {
    case 'boolean':
    case 'number':
    case 'date':
      return 130
    case 'integer':
    case 'percent':
      return 130
    case 'money':
    case 'phone':
    case 'datetime':
      return 150
    case 'tags':
    case 'choices':
      return 190
    default:
      return 170
  }
}
