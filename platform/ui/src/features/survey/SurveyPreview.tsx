import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, NewSurvey, Survey, Text } from '@/api'
import { language as shown } from '@/i18n'
import { useSession } from '../session/useSession'
import { isContact } from './draft'
import classes from './preview.module.css'

type Words = { vi: string; en: string }
/** The words of the public page, which speaks the customer's language and not that of the person at this screen. */
const ENDS: Record<string, [Words, Words]> = {
  nps: [{ vi: '0 = chắc chắn không', en: '0 = not at all likely' }, { vi: '10 = chắc chắn có', en: '10 = extremely likely' }],
  rating: [{ vi: '1 = rất tệ', en: '1 = very bad' }, { vi: '5 = rất tốt', en: '5 = very good' }],
}
const CSAT: Words[] = [
  { vi: 'Rất hài lòng', en: 'Very satisfied' },
  { vi: 'Hài lòng', en: 'Satisfied' },
  { vi: 'Bình thường', en: 'Neutral' },
  { vi: 'Không hài lòng', en: 'Dissatisfied' },
  { vi: 'Rất không hài lòng', en: 'Very dissatisfied' },
]
const SEND: Words = { vi: 'Gửi', en: 'Send' }
const NEEDED: Words = { vi: 'Câu có dấu * cần được trả lời.', en: 'Questions with a * need an answer.' }
const SCALE: Record<string, number[]> = { nps: Array.from({ length: 11 }, (_, n) => n), rating: [1, 2, 3, 4, 5] }

/** The form as the customer will see it on a phone; it can be tried, and goes nowhere. */
export function SurveyPreview({ survey, language = shown() }: { survey: NewSurvey | Survey; language?: Language }) {
  const { t } = useTranslation()
  const { workspace } = useSession()
  const id = useId()
  const [given, setGiven] = useState<Record<string, string>>({})
  const say = (text: Text | Words | null | undefined) => text?.[language] || text?.vi || ''
  const questions = survey.questions
  const radio = (name: string, value: string, label: string) => (
    <label key={value}>
      <input type="radio" name={`${id}${name}`} value={value} checked={given[name] === value} onChange={() => setGiven({ ...given, [name]: value })} />
      <span>{label}</span>
    </label>
  )
  return (
    <section className={classes.phone} aria-label={t('survey.preview')} lang={language}>
      <p className={classes.who}>{workspace.name}</p>
      <h2 className={classes.title}>{say(survey.title) || '…'}</h2>
      {survey.intro && <p className={classes.intro}>{say(survey.intro)}</p>}
      {questions.some((one) => one.required) && <p className={classes.hint}>{say(NEEDED)}</p>}
      {questions.map((question, index) => {
        const name = String(index)
        const label = (
          <>
            {say(question.label) || '…'}
            {question.required && <span className={classes.needed}> *</span>}
          </>
        )
        if (question.type === 'text' || isContact(question.type))
          return (
            <div key={name} className={classes.question}>
              <label htmlFor={`${id}${name}`}>{label}</label>
              {question.type === 'text' ? <textarea id={`${id}${name}`} rows={3} /> : <input id={`${id}${name}`} />}
            </div>
          )
        const ends = ENDS[question.type]
        return (
          <fieldset key={name} className={classes.question}>
            <legend>{label}</legend>
            {question.type === 'choice' ? (
              <div className={classes.choices}>{(question.choices ?? []).map((one, n) => radio(name, String(n), say(one.label)))}</div>
            ) : question.type === 'csat' ? (
              <div className={classes.choices}>{CSAT.map((one, n) => radio(name, String(5 - n), say(one)))}</div>
            ) : (
              <>
                <div className={`${classes.scale} ${question.type === 'nps' ? classes.ten : ''}`}>{SCALE[question.type]?.map((n) => radio(name, String(n), question.type === 'rating' ? `${n} ★` : String(n)))}</div>
                {ends && (
                  <p className={classes.ends}>
                    <span>{say(ends[0])}</span>
                    <span>{say(ends[1])}</span>
                  </p>
                )}
              </>
            )}
          </fieldset>
        )
      })}
      <span className={classes.send}>{say(SEND)}</span>
      {survey.thanks && (
        <p className={classes.after}>
          <b>{t('survey.afterwards')}</b>
          {say(survey.thanks)}
        </p>
      )}
    </section>
  )
}
