import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Feedback, Survey } from '@/api'
import { say } from '@/i18n'
import { useCan } from '../session/useSession'
import { surveysQuery } from './queries'
import classes from './survey.module.css'

/** What somebody answered, question by question, as it was asked then. */
export function Answers({ feedback }: { feedback: Pick<Feedback, 'surveyId' | 'answers'> }) {
  const { t } = useTranslation()
  const can = useCan()
  const given = Object.entries(feedback.answers ?? {})
  // A chosen value says little without the words that the customer chose.
  const { data } = useQuery({ ...surveysQuery, enabled: can('survey:read') && given.some(([, one]) => one.type === 'choice') })
  if (given.length === 0) return null
  const asked = data?.items.find((survey) => survey.id === feedback.surveyId)
  return (
    <dl className={classes.answers}>
      {given.map(([key, one]) => (
        <div key={key}>
          <dt>{say(one.label)}</dt>
          <dd>{one.type === 'nps' ? `${one.value}/10` : one.type === 'csat' || one.type === 'rating' ? `${one.value}/5` : one.type === 'choice' ? wordsOf(asked, key, one.value) : String(one.value) || t('field.empty')}</dd>
        </div>
      ))}
    </dl>
  )
}

function wordsOf(survey: Survey | undefined, key: string, value: unknown) {
  const choice = survey?.questions.find((one) => one.key === key)?.choices.find((one) => one.value === value)
  return choice ? say(choice.label) : String(value)
}
