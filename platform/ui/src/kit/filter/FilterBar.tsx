import { ActionIcon, Button, Loader, UnstyledButton } from '@mantine/core'
import { IconFilter, IconX } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Field, Member } from '@/api'
import { say } from '@/i18n'
import { lazily } from '@/app/lazily'
import { Drop } from '../Drop'
import { canFilter, needsValue, operatorKey, readFilter, takesList, writeFilter, type Filter } from '../field/filter'
import { isDuration } from '../field/duration'
import { formatDate, formatTime, formatValue, labelOfChoice } from '../field/format'
import { opens, useKeys } from '../useKeys'
import classes from './filter.module.css'

// The inputs of every type come when somebody filters, not with the list.
const forms = () => import('./FilterForms')
const FilterForm = lazily(forms, 'FilterForm')
const NewFilter = lazily(forms, 'NewFilter')

type Props = { fields: Field[]; members: Member[]; filters: string[]; onChange: (filters: string[]) => void }

/** The filters of a list as chips; each opens to be changed. */
export function FilterBar({ fields, members, filters, onChange }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<number | null>(null)
  const [adding, setAdding] = useState(false)
  const parsed = filters.map(readFilter)
  const add = () => {
    void opens(forms())
    setAdding(true)
  }
  useKeys({ f: add })
  const put = (index: number, filter: Filter) => onChange(filters.map((one, n) => (n === index ? writeFilter(filter) : one)))
  return (
    <>
      {parsed.map((filter, index) => {
        const field = filter && fields.find((one) => one.key === filter.key)
        const text = describeFilter(filters[index]!, fields, members, t)
        return (
          <span key={index} className={classes.chip} data-unknown={!field || undefined}>
            <Drop
              opened={open === index}
              onChange={(on) => setOpen(on ? index : null)}
              position="bottom-start"
              width={300}
              trapFocus
              target={
                <UnstyledButton className={classes.chipText} onClick={() => setOpen(open === index ? null : index)} disabled={!field}>
                  {text}
                </UnstyledButton>
              }
            >
              {field && filter && (
                <Suspense fallback={<Loader />}>
                  <FilterForm
                    field={field}
                    start={filter}
                    members={members}
                    onDone={(next) => {
                      put(index, next)
                      setOpen(null)
                    }}
                  />
                </Suspense>
              )}
            </Drop>
            <ActionIcon size={24} onClick={() => onChange(filters.filter((_, n) => n !== index))} aria-label={t('filter.drop', { name: text })}>
              <IconX size={14} />
            </ActionIcon>
          </span>
        )
      })}
      <Drop
        opened={adding}
        onChange={setAdding}
        position="bottom-start"
        width={300}
        trapFocus
        target={
          <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconFilter size={15} stroke={1.7} />} onClick={() => (adding ? setAdding(false) : add())}>
            {t('filter.add')}
          </Button>
        }
      >
        {adding && (
          <Suspense fallback={<Loader />}>
            <NewFilter
              fields={fields.filter(canFilter)}
              members={members}
              onDone={(filter) => {
                onChange([...filters, writeFilter(filter)])
                setAdding(false)
              }}
            />
          </Suspense>
        )}
      </Drop>
    </>
  )
}

export function describeFilter(text: string, fields: Field[], members: Member[], t: TFunction) {
  const filter = readFilter(text)
  const field = filter && fields.find((one) => one.key === filter.key)
  if (!filter || !field) return t('filter.unknown', { name: filter?.key ?? text })
  const name = say(field.label)
  if (!needsValue(filter.op)) return `${name} ${t(operatorKey(field, filter.op))}`
  const values = takesList(filter.op) ? filter.value.split(',') : [filter.value]
  const shown = values.map((one) =>
    field.type === 'member' && one === 'me'
      ? t('field.me')
      : field.type === 'choice' || field.type === 'choices'
      ? labelOfChoice(field, one)
      : field.type === 'member' || field.type === 'money' || field.type === 'number' || isDuration(field) || field.type === 'date' || field.type === 'boolean'
        ? formatValue(field, field.type === 'number' ? Number(one) : one, members)
        : field.type === 'datetime'
          ? one.length === 10 ? formatDate(one) : formatTime(one)
          : one,
  )
  const list = shown.length > 2 ? `${shown.slice(0, 2).join(', ')} +${shown.length - 2}` : shown.join(', ')
  return takesList(filter.op) ? `${name}: ${list}` : `${name} ${t(operatorKey(field, filter.op))} ${list}`
}
