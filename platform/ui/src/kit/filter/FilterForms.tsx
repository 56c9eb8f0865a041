import { Button, Checkbox, ScrollArea, Select, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Member } from '@/api'
import { say } from '@/i18n'
import { needsValue, operatorKey, operatorsOf, takesList, type Filter, type Operator } from '../field/filter'
import { FieldInput } from '../field/FieldInput'
import { listOf } from '../field/format'
import { foldAccents } from '../field/parse'
import { TagsField } from '../field/TagsField'
import classes from './filter.module.css'

export function NewFilter({ fields, members, onDone }: { fields: Field[]; members: Member[]; onDone: (filter: Filter) => void }) {
  const { t } = useTranslation()
  const [field, setField] = useState<Field | null>(null)
  const [sought, setSought] = useState('')
  if (field)
    return <FilterForm field={field} members={members} start={{ key: field.key, op: operatorsOf(field)[0]!, value: '' }} onDone={onDone} />
  const found = fields.filter((one) => foldAccents(say(one.label)).includes(foldAccents(sought)))
  return (
    <Stack gap={8}>
      <TextInput
        size="xs"
        autoFocus
        placeholder={t('filter.findField')}
        aria-label={t('filter.findField')}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && found[0] && setField(found[0])}
      />
      <ScrollArea.Autosize mah={300}>
        {found.map((one) => (
          <UnstyledButton key={one.key} className={classes.choice} onClick={() => setField(one)}>
            {say(one.label)}
          </UnstyledButton>
        ))}
        {found.length === 0 && <Text size="sm" c="dimmed" p={6}>{t('filter.noField')}</Text>}
      </ScrollArea.Autosize>
    </Stack>
  )
}

export function FilterForm({ field, start, members, onDone }: { field: Field; start: Filter; members: Member[]; onDone: (filter: Filter) => void }) {
  const { t } = useTranslation()
  const [op, setOp] = useState<Operator>(start.op)
  const [value, setValue] = useState(start.value)
  const chosen = value ? value.split(',') : []
  const ready = !needsValue(op) || value.trim() !== ''
  const options =
    field.type === 'member'
      ? [...(start.value.split(',').includes('me') ? [{ value: 'me', label: t('field.me') }] : []), ...members.map((one) => ({ value: one.id, label: one.name }))]
      : (field.choices ?? []).map((one) => ({ value: one.value, label: say(one.label) }))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onDone({ key: field.key, op, value: value.trim() })
      }}
    >
      <Stack gap={10}>
        <Select
          size="xs"
          label={say(field.label)}
          data={operatorsOf(field).map((one) => ({ value: one, label: t(operatorKey(field, one)) }))}
          value={op}
          allowDeselect={false}
          onChange={(one) => setOp(one as Operator)}
          comboboxProps={{ withinPortal: false }}
        />
        {needsValue(op) &&
          (field.type === 'tags' && takesList(op) ? (
            <TagsField autoFocus size="xs" suggest={field.key === 'tags'} aria-label={say(field.label)} value={chosen} onChange={(list) => setValue(list.join(','))} comboboxProps={{ withinPortal: false }} />
          ) : takesList(op) ? (
            <ScrollArea.Autosize mah={240}>
              <Stack gap={8} role="group" aria-label={say(field.label)}>
                {options.map((one, n) => (
                  <Checkbox
                    key={one.value}
                    autoFocus={n === 0}
                    size="xs"
                    label={one.label}
                    checked={chosen.includes(one.value)}
                    onChange={(event) =>
                      setValue((event.currentTarget.checked ? [...chosen, one.value] : chosen.filter((it) => it !== one.value)).join(','))
                    }
                  />
                ))}
              </Stack>
            </ScrollArea.Autosize>
          ) : (
            <FieldInput
              autoFocus
              field={{ ...field, required: false, type: plainType(field), owner: listOf(field) ? 'filter' : field.owner, maxLength: null }}
              label={false}
              members={members}
              value={field.type === 'number' || field.type === 'money' ? (value === '' ? null : Number(value)) : value}
              onChange={(next: unknown) => setValue(next === null || next === undefined ? '' : String(next))}
            />
          ))}
        <Button type="submit" size="xs" disabled={!ready}>
          {t('filter.apply')}
        </Button>
      </Stack>
    </form>
  )
}

/** The core's times are asked for by the day. */
const plainType = (field: Field) =>
  field.type === 'phone' || field.type === 'email' ? 'text' : field.type === 'datetime' && field.owner === 'core' ? 'date' : field.type
