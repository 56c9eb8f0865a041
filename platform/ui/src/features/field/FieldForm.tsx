import { ActionIcon, Autocomplete, Button, Group, Input, Modal, NativeSelect, Stack, Switch, Text, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Field, type FieldType, type RecordName, type Sensitivity } from '@/api'
import { say } from '@/i18n'
import { AmountInput } from '@/kit/field/AmountInput'
import { useFields } from '@/kit/field/useFields'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { amountField } from '../order/amounts'
import { bodyOf, draftOf, hasChoices, isNumber, isText, newFieldOf, TYPES, type Draft } from './draft'
import { useForgetFields } from './queries'
import classes from './field.module.css'

const KNOWN = ['label', 'help', 'type', 'section', 'required', 'unique', 'searchable', 'min', 'max', 'maxLength', 'pattern', 'choices', 'sensitivity', 'purpose', 'visibleWhen', 'validWhen', 'validMessage']

export function FieldForm({ record, field, onClose }: { record: RecordName; field: Field | null; onClose: () => void }) {
  const { t } = useTranslation()
  const forget = useForgetFields()
  const { fields } = useFields(record)
  const [draft, setDraft] = useState<Draft>(() => draftOf(field))
  const [ruled, setRuled] = useState(Boolean(field?.visibleWhen || field?.validWhen))
  const set = (patch: Partial<Draft>) => setDraft((old) => ({ ...old, ...patch }))
  const keep = useMutation({
    mutationFn: () => (field ? api.field.change(field, bodyOf(draft)) : api.field.create(newFieldOf(draft, record))),
    onSuccess: (saved) => {
      forget()
      done(t(field ? 'fields.changed' : 'fields.added', { name: say(saved.label) }))
      onClose()
    },
    onError: (error) => {
      if (isProblem(error) && Object.keys(error.byField).some((one) => /When|validMessage/.test(one))) setRuled(true)
    },
  })
  const errors = isProblem(keep.error) ? keep.error.byField : {}
  const errorAt = (key: string) => Object.entries(errors).find(([place]) => place === key || place.startsWith(`${key}.`) || place.startsWith(`${key}[`))?.[1]
  const placed = Object.keys(errors).filter((place) => KNOWN.some((key) => place === key || place.startsWith(`${key}.`) || place.startsWith(`${key}[`)))
  const sections = [...new Set(fields.filter((one) => one.owner === 'workspace' && one.sectionLabel).map((one) => say(one.sectionLabel)))]
  const choices = draft.choices ?? []
  const number = amountField(draft.type === 'money' ? 'money' : 'number', 'VND')
  return (
    <Modal opened onClose={onClose} size="xl" title={field ? t('fields.editOf', { name: say(field.label) }) : t('fields.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate()
        }}
      >
        <Stack gap={16}>
          <FormProblem error={keep.error} fields={placed} />
          <div className={classes.grid}>
            <TextInput data-autofocus label={t('fields.labelVi')} required withAsterisk={false} maxLength={80} error={errorAt('label')} value={draft.vi} onChange={(event) => set({ vi: event.currentTarget.value })} />
            <TextInput label={t('fields.labelEn')} maxLength={80} placeholder={draft.vi} value={draft.en} onChange={(event) => set({ en: event.currentTarget.value })} />
            <NativeSelect
              label={t('fields.type')}
              disabled={field !== null}
              description={field ? t('fields.typeFixed') : undefined}
              error={errorAt('type')}
              data={[...TYPES, ...(TYPES.includes(draft.type) ? [] : [draft.type])].map((value) => ({ value, label: t(`field.type.${value}`) }))}
              value={draft.type}
              onChange={(event) => set({ type: event.currentTarget.value as FieldType })}
            />
            <Autocomplete label={t('fields.section')} placeholder={t('fields.sectionNone')} data={sections} maxLength={60} error={errorAt('section')} value={draft.sectionName} onChange={(sectionName) => set({ sectionName })} />
            <TextInput className={classes.wide} label={t('fields.help')} description={t('fields.helpHint')} maxLength={300} error={errorAt('help')} value={draft.helpVi} onChange={(event) => set({ helpVi: event.currentTarget.value })} />
            {hasChoices(draft.type) && (
              <Input.Wrapper className={classes.wide} label={t('fields.choices')} error={errorAt('choices')} component="div">
                <Stack gap={6}>
                  {(choices.length ? choices : [{ value: '', label: { vi: '', en: '' } }]).map((one, index, all) => (
                    <div key={index} className={classes.choice}>
                      <TextInput
                        aria-label={t('fields.choiceVi', { number: index + 1 })}
                        placeholder={t('fields.choicePlaceholder')}
                        value={one.label.vi}
                        onChange={(event) => set({ choices: all.map((it, n) => (n === index ? { ...it, label: { ...it.label, vi: event.currentTarget.value } } : it)) })}
                      />
                      <TextInput
                        aria-label={t('fields.choiceEn', { number: index + 1 })}
                        placeholder={one.label.vi || 'English'}
                        value={one.label.en}
                        onChange={(event) => set({ choices: all.map((it, n) => (n === index ? { ...it, label: { ...it.label, en: event.currentTarget.value } } : it)) })}
                      />
                      <ActionIcon size={34} aria-label={t('fields.choiceDrop', { number: index + 1 })} disabled={all.length === 1} onClick={() => set({ choices: all.filter((_, n) => n !== index) })}>
                        <IconTrash size={16} stroke={1.6} />
                      </ActionIcon>
                    </div>
                  ))}
                  <div>
                    <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => set({ choices: [...(choices.length ? choices : [{ value: '', label: { vi: '', en: '' } }]), { value: '', label: { vi: '', en: '' } }] })}>
                      {t('fields.choiceAdd')}
                    </Button>
                  </div>
                </Stack>
              </Input.Wrapper>
            )}
            {isNumber(draft.type) && (
              <>
                <AmountInput field={number} placeholder="" label={t('fields.min')} error={errorAt('min')} value={draft.min ?? null} onChange={(min) => set({ min })} />
                <AmountInput field={number} placeholder="" label={t('fields.max')} error={errorAt('max')} value={draft.max ?? null} onChange={(max) => set({ max })} />
              </>
            )}
            {isText(draft.type) && <AmountInput field={amountField('number')} label={t('fields.maxLength')} error={errorAt('maxLength')} value={draft.maxLength ?? null} onChange={(maxLength) => set({ maxLength })} />}
            {draft.type === 'text' && (
              <TextInput label={t('fields.pattern')} placeholder="[A-Z]{2}-\d+" styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }} error={errorAt('pattern')} value={draft.pattern ?? ''} onChange={(event) => set({ pattern: event.currentTarget.value })} />
            )}
          </div>
          <div className={classes.switches}>
            <Switch label={t('fields.required')} description={t('fields.requiredHint')} checked={draft.required ?? false} onChange={(event) => set({ required: event.currentTarget.checked })} />
            <Switch label={t('fields.unique')} description={t('fields.uniqueHint')} checked={draft.unique ?? false} error={errorAt('unique')} onChange={(event) => set({ unique: event.currentTarget.checked })} />
            <Switch label={t('fields.searchable')} description={t('fields.searchableHint')} checked={draft.searchable ?? false} error={errorAt('searchable')} onChange={(event) => set({ searchable: event.currentTarget.checked })} />
          </div>
          <div className={classes.grid}>
            <NativeSelect
              label={t('fields.sensitivityLabel')}
              data={(['public', 'personal', 'sensitive'] as const).map((value) => ({ value, label: t(`fields.sensitivity.${value}`) }))}
              value={draft.sensitivity ?? 'personal'}
              onChange={(event) => set({ sensitivity: event.currentTarget.value as Sensitivity })}
            />
            <TextInput label={t('fields.purpose')} placeholder={t('fields.purposePlaceholder')} maxLength={300} error={errorAt('purpose')} value={draft.purposeVi} onChange={(event) => set({ purposeVi: event.currentTarget.value })} />
          </div>
          {ruled ? (
            <Stack gap={12} className={classes.rule}>
              <Text size="sm" c="dimmed">
                {t('fields.ruleHint')}
              </Text>
              <div className={classes.words} role="group" aria-label={t('fields.ruleWords')}>
                {fields
                  .filter((one) => one.key !== field?.key && !/^(created|updated)At$|^customerName$|^address\./.test(one.key))
                  .slice(0, 24)
                  .map((one) => (
                    <UnstyledButton key={one.key} title={say(one.label)} onClick={() => set({ visibleWhen: `${draft.visibleWhen ?? ''}${draft.visibleWhen ? ' ' : ''}record.${one.key}` })}>
                      record.{one.key}
                    </UnstyledButton>
                  ))}
              </div>
              <Textarea autosize minRows={1} label={t('fields.visibleWhen')} placeholder="record.stage == 'customer'" spellCheck={false} error={errorAt('visibleWhen')} value={draft.visibleWhen ?? ''} onChange={(event) => set({ visibleWhen: event.currentTarget.value })} />
              <Textarea autosize minRows={1} label={t('fields.validWhen')} placeholder="record.birthDate < today()" spellCheck={false} error={errorAt('validWhen')} value={draft.validWhen ?? ''} onChange={(event) => set({ validWhen: event.currentTarget.value })} />
              {draft.validWhen?.trim() && (
                <div className={classes.grid}>
                  <TextInput label={t('fields.messageVi')} maxLength={200} error={errorAt('validMessage')} value={draft.messageVi} onChange={(event) => set({ messageVi: event.currentTarget.value })} />
                  <TextInput label={t('fields.messageEn')} maxLength={200} value={draft.messageEn} onChange={(event) => set({ messageEn: event.currentTarget.value })} />
                </div>
              )}
            </Stack>
          ) : (
            <div>
              <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => setRuled(true)}>
                {t('fields.addRule')}
              </Button>
            </div>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={keep.isPending} disabled={!draft.vi.trim()}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
