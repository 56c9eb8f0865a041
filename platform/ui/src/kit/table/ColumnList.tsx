import { ActionIcon, Button, Checkbox, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '@/api'
import { say } from '@/i18n'
import { foldAccents } from '../field/parse'

export type ColumnListProps = { fields: Field[]; chosen: string[]; onChange: (keys: string[] | null) => void }

export function ColumnList({ fields, chosen, onChange }: ColumnListProps) {
  const { t } = useTranslation()
  const [sought, setSought] = useState('')
  const rest = fields.filter((one) => !chosen.includes(one.key) && foldAccents(say(one.label)).includes(foldAccents(sought)))
  const on = chosen.map((key) => fields.find((one) => one.key === key)).filter((one) => one !== undefined)
  const move = (index: number, by: number) => {
    const keys = [...chosen]
    const [key] = keys.splice(index, 1)
    keys.splice(index + by, 0, key!)
    onChange(keys)
  }
  return (
    <Stack gap={8}>
      <TextInput
        size="xs"
        placeholder={t('table.findColumn')}
        aria-label={t('table.findColumn')}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      <ScrollArea.Autosize mah={360} offsetScrollbars>
        <Text size="xs" c="dimmed" fw={500} mb={4}>
          {t('table.shown')}
        </Text>
        {on.map((field) => {
          const index = chosen.indexOf(field.key)
          return (
            <Group key={field.key} justify="space-between" wrap="nowrap" h={30}>
              <Checkbox
                size="xs"
                label={say(field.label)}
                checked
                disabled={field.key === 'name'}
                onChange={() => onChange(chosen.filter((key) => key !== field.key))}
              />
              {field.key !== 'name' && (
                <Group gap={0} wrap="nowrap">
                  <ActionIcon size={24} disabled={index <= 1} onClick={() => move(index, -1)} aria-label={t('table.moveUp', { name: say(field.label) })}>
                    <IconChevronUp size={15} />
                  </ActionIcon>
                  <ActionIcon size={24} disabled={index === chosen.length - 1} onClick={() => move(index, 1)} aria-label={t('table.moveDown', { name: say(field.label) })}>
                    <IconChevronDown size={15} />
                  </ActionIcon>
                </Group>
              )}
            </Group>
          )
        })}
        {rest.length > 0 && (
          <Text size="xs" c="dimmed" fw={500} mt={10} mb={4}>
            {t('table.hidden')}
          </Text>
        )}
        {rest.map((field) => (
          <Group key={field.key} h={30}>
            <Checkbox size="xs" label={say(field.label)} checked={false} onChange={() => onChange([...chosen, field.key])} />
          </Group>
        ))}
      </ScrollArea.Autosize>
      <Button size="xs" variant="subtle" color="gray" onClick={() => onChange(null)}>
        {t('table.resetColumns')}
      </Button>
    </Stack>
  )
}
