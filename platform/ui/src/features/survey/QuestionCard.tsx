import { ActionIcon, Button, NativeSelect, Stack, Switch, TextInput, Tooltip } from '@mantine/core'
import { IconGripVertical, IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Language } from '@/api'
import { moved, useReorder } from '@/kit/useReorder'
import { ASKED, CONTACT, newChoice, type DraftQuestion, type QuestionType } from './draft'
import classes from './survey.module.css'

type Props = {
  question: DraftQuestion
  number: number
  language: Language
  errors: Record<string, string>
  handle: object
  onChange: (patch: Partial<DraftQuestion>) => void
  onDrop?: () => void
}

export function QuestionCard({ question, number, language, errors, handle, onChange, onDrop }: Props) {
  const { t } = useTranslation()
  const other = language === 'vi' ? 'en' : 'vi'
  const choices = question.choices
  const { list, handle: choiceHandle } = useReorder<HTMLDivElement>((from, to) => onChange({ choices: moved(choices, from, to) }))
  return (
    <fieldset className={classes.question} aria-label={t('survey.questionNumber', { number })}>
      <div className={classes.questionHead}>
        <Tooltip label={t('survey.moveHint')}>
          <ActionIcon size={28} aria-label={t('survey.move', { number })} {...handle}>
            <IconGripVertical size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        {/* Answers of the old type would mean nothing in a new one. */}
        {question.key ? (
          <span className={classes.type} title={t('survey.typeStays')}>
            {t(`survey.type.${question.type}`)}
          </span>
        ) : (
          <NativeSelect
            size="xs"
            aria-label={t('survey.typeOf', { number })}
            error={errors.type}
            data={[...ASKED, ...CONTACT].map((value) => ({ value, label: t(`survey.type.${value}`) }))}
            value={question.type}
            onChange={(event) => {
              const type = event.currentTarget.value as QuestionType
              onChange({ type, choices: type === 'choice' && choices.length === 0 ? [newChoice(), newChoice()] : choices })
            }}
          />
        )}
        <Switch size="xs" style={{ flex: 'none' }} label={t('survey.required')} checked={question.required} onChange={(event) => onChange({ required: event.currentTarget.checked })} />
        <ActionIcon size={28} ml="auto" style={{ flex: 'none' }} aria-label={t('survey.drop', { number })} disabled={!onDrop} onClick={onDrop}>
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      <TextInput
        aria-label={t('survey.questionText', { number })}
        maxLength={300}
        error={errors.label}
        placeholder={question.label[other] || t(`survey.example.${question.type}`)}
        value={question.label[language]}
        onChange={(event) => onChange({ label: { ...question.label, [language]: event.currentTarget.value } })}
      />
      {question.type === 'choice' && (
        <Stack gap={6} mt={8}>
          <div ref={list}>
            {choices.map((choice, index) => (
              <div key={choice.id} className={classes.choice}>
                <ActionIcon size={28} aria-label={t('survey.moveChoice', { number: index + 1 })} {...choiceHandle(index)}>
                  <IconGripVertical size={15} stroke={1.7} />
                </ActionIcon>
                <TextInput
                  size="xs"
                  aria-label={t('survey.choice', { number: index + 1 })}
                  maxLength={200}
                  error={index === choices.length - 1 ? errors.choices : undefined}
                  placeholder={choice.label[other] || t('survey.choice', { number: index + 1 })}
                  value={choice.label[language]}
                  onChange={(event) => onChange({ choices: choices.map((one) => (one.id === choice.id ? { ...one, label: { ...one.label, [language]: event.currentTarget.value } } : one)) })}
                />
                <ActionIcon size={28} aria-label={t('survey.dropChoice', { number: index + 1 })} disabled={choices.length <= 2} onClick={() => onChange({ choices: choices.filter((one) => one.id !== choice.id) })}>
                  <IconTrash size={15} stroke={1.6} />
                </ActionIcon>
              </div>
            ))}
          </div>
          <div>
            <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => onChange({ choices: [...choices, newChoice()] })}>
              {t('survey.addChoice')}
            </Button>
          </div>
        </Stack>
      )}
    </fieldset>
  )
}
