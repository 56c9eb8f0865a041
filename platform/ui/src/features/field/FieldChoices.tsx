import { ActionIcon, Button, Input, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Choice } from '@/api'
import type { PartProps } from './draft'
import classes from './field.module.css'

const EMPTY: Choice = { value: '', label: { vi: '', en: '' } }

/** What can be chosen. */
export function FieldChoices({ draft, set, errorAt }: PartProps) {
  const { t } = useTranslation()
  const all = draft.choices?.length ? draft.choices : [EMPTY]
  const write = (index: number, label: Partial<Choice['label']>) => set({ choices: all.map((one, n) => (n === index ? { ...one, label: { ...one.label, ...label } } : one)) })
  return (
    <Input.Wrapper className={classes.wide} label={t('fields.choices')} error={errorAt('choices')} component="div">
      <Stack gap={6}>
        {all.map((one, index) => (
          <div key={index} className={classes.choice}>
            <TextInput aria-label={t('fields.choiceVi', { number: index + 1 })} placeholder={t('fields.choicePlaceholder')} value={one.label.vi} onChange={(event) => write(index, { vi: event.currentTarget.value })} />
            <TextInput aria-label={t('fields.choiceEn', { number: index + 1 })} placeholder={one.label.vi || 'English'} value={one.label.en} onChange={(event) => write(index, { en: event.currentTarget.value })} />
            <ActionIcon size={34} aria-label={t('fields.choiceDrop', { number: index + 1 })} disabled={all.length === 1} onClick={() => set({ choices: all.filter((_, n) => n !== index) })}>
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => set({ choices: [...all, EMPTY] })}>
            {t('fields.choiceAdd')}
          </Button>
        </div>
      </Stack>
    </Input.Wrapper>
  )
}
