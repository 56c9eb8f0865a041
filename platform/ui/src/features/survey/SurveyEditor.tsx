import { Button, Group, Menu, NativeSelect, SegmentedControl, Stack, Text, Textarea, TextInput, VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useBlocker, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Language, type Survey } from '@/api'
import { language } from '@/i18n'
import { Confirm } from '@/kit/Confirm'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { useKeys } from '@/kit/useKeys'
import { moved, useReorder } from '@/kit/useReorder'
import { ASKED, bodyOf, CONTACT, draftOf, newQuestion, type DraftQuestion, type QuestionType, type SurveyDraft } from './draft'
import { QuestionCard } from './QuestionCard'
import { surveyQuery, surveysQuery } from './queries'
import { SurveyPreview } from './SurveyPreview'
import classes from './survey.module.css'

const KINDS: Survey['kind'][] = ['survey', 'rating', 'complaint', 'question']
const contentOf = (draft: SurveyDraft) => JSON.stringify({ ...bodyOf(draft), active: null })

/** Writes a survey, one language at a time, with what the customer will see beside it. */
export function SurveyEditor({ survey, start }: { survey: Survey | null; start: SurveyDraft }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [base, setBase] = useState(survey)
  const [draft, setDraft] = useState(start)
  const [began, setBegan] = useState(() => contentOf(start))
  const [spoken, setSpoken] = useState<Language>(language())
  const [part, setPart] = useState('write')
  const [said, setSaid] = useState('')
  const narrow = useMediaQuery('(max-width: 1099px)') ?? false
  const attempt = useRef(crypto.randomUUID())
  const saved = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const changed = contentOf(draft) !== began
  // Opened or closed in the meantime, it is still what is written here; a change of its questions is not.
  if (survey && base && survey.version > base.version && (!changed || contentOf(draftOf(survey)) === contentOf(draftOf(base)))) {
    setBase(survey)
    if (!changed) {
      setDraft(draftOf(survey))
      setBegan(contentOf(draftOf(survey)))
    }
  }
  const set = (patch: Partial<SurveyDraft>) => setDraft((old) => ({ ...old, ...patch }))
  const setQuestions = (change: (all: DraftQuestion[]) => DraftQuestion[]) => setDraft((old) => ({ ...old, questions: change(old.questions) }))
  const { list, handle } = useReorder<HTMLDivElement>((from, to) => {
    setQuestions((all) => moved(all, from, to))
    setSaid(t('survey.movedTo', { number: to + 1 }))
  })
  const keep = useMutation({
    mutationFn: () => {
      const { active, ...body } = bodyOf(draft)
      return base ? api.surveys.change(base, body) : api.surveys.create({ ...body, active }, attempt.current)
    },
    onSuccess: (one) => {
      saved.current = true
      client.setQueryData(surveyQuery(one.id).queryKey, one)
      void client.invalidateQueries({ queryKey: surveysQuery.queryKey })
      done(t('survey.saved'))
      if (base) {
        setBase(one)
        setDraft(draftOf(one))
        setBegan(contentOf(draftOf(one)))
        saved.current = false
      } else void navigate({ to: '/surveys/$id', params: { id: one.id }, search: {}, replace: true })
    },
    onError: () => {
      attempt.current = crypto.randomUUID()
      setPart('write')
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    },
  })
  useKeys({ 'mod+enter': () => form.current?.requestSubmit() })
  const leaving = useBlocker({ shouldBlockFn: ({ current, next }) => changed && !saved.current && current.pathname !== next.pathname, enableBeforeUnload: () => changed && !saved.current, withResolver: true })
  const errors = isProblem(keep.error) ? keep.error.byField : {}
  const ownErrors = (index: number) => Object.fromEntries(Object.entries(errors).flatMap(([place, message]) => (place.startsWith(`questions[${index}].`) ? [[place.slice(`questions[${index}].`.length), message]] : [])))
  const placed = Object.keys(errors).filter((place) => place === 'title' || place.startsWith('questions['))
  const other = spoken === 'vi' ? 'en' : 'vi'
  const text = (key: 'title' | 'intro' | 'thanks') => ({
    value: draft[key][spoken],
    placeholder: draft[key][other] || (key === 'title' ? t('survey.titleExample') : undefined),
    onChange: (event: { currentTarget: { value: string } }) => set({ [key]: { ...draft[key], [spoken]: event.currentTarget.value } }),
  })
  const add = (type: QuestionType) => setQuestions((all) => [...all, newQuestion(type)])
  const writing = (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        keep.mutate()
      }}
    >
      <Stack gap={14}>
        <FormProblem error={keep.error} fields={placed} />
        <TextInput label={t('survey.title')} data-autofocus maxLength={200} error={errors.title} {...text('title')} />
        <Textarea label={t('survey.intro')} autosize minRows={2} maxLength={2000} error={errors.intro} {...text('intro')} />
        <NativeSelect label={t('survey.becomes')} description={t(`survey.kindHint.${draft.kind}`)} inputWrapperOrder={['label', 'input', 'description', 'error']} data={KINDS.map((value) => ({ value, label: t(`survey.kind.${value}`) }))} value={draft.kind} onChange={(event) => set({ kind: event.currentTarget.value as Survey['kind'] })} />
        <section aria-label={t('survey.questions')}>
          <h2 className={classes.section}>{t('survey.questions')}</h2>
          <div ref={list}>
            {draft.questions.map((question, index) => (
              <QuestionCard
                key={question.id}
                question={question}
                number={index + 1}
                language={spoken}
                errors={ownErrors(index)}
                handle={handle(index)}
                onChange={(patch) => setQuestions((all) => all.map((one) => (one.id === question.id ? { ...one, ...patch } : one)))}
                onDrop={draft.questions.length > 1 ? () => setQuestions((all) => all.filter((one) => one.id !== question.id)) : undefined}
              />
            ))}
          </div>
          <VisuallyHidden role="status">{said}</VisuallyHidden>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} rightSection={<IconChevronDown size={14} />}>
                {t('survey.addQuestion')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {ASKED.map((type) => (
                <Menu.Item key={type} onClick={() => add(type)}>
                  {t(`survey.type.${type}`)}
                </Menu.Item>
              ))}
              <Menu.Label>{t('survey.whoAnswers')}</Menu.Label>
              {CONTACT.map((type) => (
                <Menu.Item key={type} onClick={() => add(type)}>
                  {t(`survey.type.${type}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </section>
        <Textarea label={t('survey.thanks')} autosize minRows={2} maxLength={2000} error={errors.thanks} {...text('thanks')} />
        <Group justify="flex-end" gap="xs" className={classes.save}>
          {isProblem(keep.error, 'conflict') && base && (
            <Button variant="default" onClick={() => void client.invalidateQueries({ queryKey: surveyQuery(base.id).queryKey }).then(() => setBegan(contentOf(draft)))}>
              {t('survey.takeTheirs')}
            </Button>
          )}
          <Button type="submit" loading={keep.isPending} disabled={base !== null && !changed}>
            {t('survey.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
  return (
    <>
      <Group gap="sm" mb={14}>
        <SegmentedControl
          size="xs"
          value={spoken}
          aria-label={t('survey.language')}
          onChange={(value) => setSpoken(value as Language)}
          data={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
        {narrow && (
          <SegmentedControl
            size="xs"
            value={part}
            aria-label={t('survey.show')}
            onChange={setPart}
            data={[
              { value: 'write', label: t('survey.write') },
              { value: 'preview', label: t('survey.preview') },
            ]}
          />
        )}
        {!narrow && <Text size="sm" c="dimmed">{t('survey.languageHint')}</Text>}
      </Group>
      <div className={classes.editor}>
        {(!narrow || part === 'write') && writing}
        {(!narrow || part === 'preview') && (
          <div className={classes.beside}>
            <SurveyPreview survey={bodyOf(draft)} language={spoken} />
          </div>
        )}
      </div>
      {leaving.status === 'blocked' && (
        <Confirm title={t('survey.leave')} action={t('survey.leaveNow')} onConfirm={leaving.proceed} onClose={leaving.reset}>
          {t('survey.leaveHint')}
        </Confirm>
      )}
    </>
  )
}
