import type { Field, FieldType } from '@/api'
import { listOf } from './format'

export type Operator = 'eq' | 'ne' | 'in' | 'lt' | 'lte' | 'gt' | 'gte' | 'contains' | 'empty' | 'notempty'
export type Filter = { key: string; op: Operator; value: string }

/** What can be asked of a field; the first is the one people mean most often. */
const OPERATORS: Record<FieldType, Operator[]> = {
  text: ['contains', 'eq', 'ne', 'empty', 'notempty'],
  longtext: ['contains', 'empty', 'notempty'],
  url: ['contains', 'eq', 'empty', 'notempty'],
  address: ['contains', 'empty', 'notempty'],
  reference: ['eq', 'empty', 'notempty'],
  file: ['empty', 'notempty'],
  integer: ['gte', 'lte', 'eq', 'gt', 'lt', 'empty', 'notempty'],
  percent: ['gte', 'lte', 'eq', 'gt', 'lt', 'empty', 'notempty'],
  datetime: ['gte', 'lte', 'eq', 'empty', 'notempty'],
  number: ['gte', 'lte', 'eq', 'gt', 'lt', 'empty', 'notempty'],
  money: ['gte', 'lte', 'eq', 'gt', 'lt', 'empty', 'notempty'],
  date: ['gte', 'lte', 'eq', 'empty', 'notempty'],
  boolean: ['eq', 'empty', 'notempty'],
  choice: ['in', 'ne', 'empty', 'notempty'],
  choices: ['in', 'empty', 'notempty'],
  phone: ['eq', 'contains', 'empty', 'notempty'],
  email: ['eq', 'contains', 'empty', 'notempty'],
  tags: ['in', 'empty', 'notempty'],
  member: ['in', 'empty', 'notempty'],
}

/** The server may know fewer for a field, by how it is kept. */
export const operatorsOf = (field: Field): Operator[] => {
  const usual = OPERATORS[field.type] ?? OPERATORS.text
  const able = field.operators?.length ? usual.filter((one) => field.operators!.includes(one)) : usual
  return able.length ? able : usual
}
export const needsValue = (op: Operator) => op !== 'empty' && op !== 'notempty'
export const takesList = (op: Operator) => op === 'in'

export function readFilter(text: string): Filter | null {
  const found = /^([\w.-]+):(eq|ne|in|lte|lt|gte|gt|contains|empty|notempty)(?::([\s\S]*))?$/.exec(text)
  return found ? { key: found[1]!, op: found[2] as Operator, value: found[3] ?? '' } : null
}

export const writeFilter = ({ key, op, value }: Filter) => (needsValue(op) ? `${key}:${op}:${value}` : `${key}:${op}`)

/** The server answers filters only on fields that it indexes. */
export const canFilter = (field: Field) => field.searchable && field.ready !== false && listOf(field) !== 'addresses'

/** A day is "from" and "until" where a number is "at least" and "at most". */
export const operatorKey = (field: Field, op: Operator) => ((field.type === 'date' || field.type === 'datetime') && /^(gte|lte)$/.test(op) ? `filter.date.${op}` : `filter.op.${op}`)
