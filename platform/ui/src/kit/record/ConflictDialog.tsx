import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Actor, Field } from '@/api'
import { say } from '@/i18n'
import { formatAgo, formatValue, readField } from '@/kit/field/format'
import { useMembers } from '@/kit/field/useFields'
import classes from './conflict.module.css'

type Props = {
  base: object
  patch: object
  current: { updatedBy?: Actor | null; updatedAt: string }
  fields: Field[]
  onCancel: () => void
  onChoose: (theirs: Field[]) => void
}

/** Two people changed the same field: shows both, and lets the person choose for each. */
export function ConflictDialog({ base, patch, current, fields, onCancel, onChoose }: Props) {
  const { t } = useTranslation()
  const members = useMembers()
  const [mine, setMine] = useState<Record<string, boolean>>({})
  const text = (record: unknown, field: Field) => formatValue(field, readField(record as object, field), members) || t('field.empty')
  return (
    <Modal opened onClose={onCancel} title={t('conflict.title')} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack>
        <Text c="dimmed">
          {t('conflict.lead', { name: current.updatedBy?.name ?? t('actor.someone'), when: formatAgo(current.updatedAt) })}
        </Text>
        {fields.map((field) => (
          <Radio.Group
            key={field.key}
            label={`${say(field.label)} – ${t('conflict.before')} ${text(base, field)}`}
            value={mine[field.key] === false ? 'theirs' : 'mine'}
            onChange={(value) => setMine({ ...mine, [field.key]: value === 'mine' })}
          >
            <div className={classes.pair}>
              {(['mine', 'theirs'] as const).map((side) => (
                <Radio.Card key={side} value={side} className={classes.side}>
                  <Radio.Indicator size="xs" />
                  <span>
                    <Text component="span" size="xs" c="dimmed" display="block">
                      {t(side === 'mine' ? 'conflict.mine' : 'conflict.theirs')}
                    </Text>
                    <Text component="span" fw={500}>
                      {text(side === 'mine' ? patch : current, field)}
                    </Text>
                  </span>
                </Radio.Card>
              ))}
            </div>
          </Radio.Group>
        ))}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button data-autofocus onClick={() => onChoose(fields.filter((field) => mine[field.key] === false))}>{t('conflict.keep')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
