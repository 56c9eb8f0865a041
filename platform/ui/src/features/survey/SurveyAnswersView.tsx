import { Anchor, Group, Text } from '@mantine/core'
import { IconClipboardText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Feedback, Survey, SurveyResults } from '@/api'
import { say } from '@/i18n'
import { formatAgo, formatNumber, formatTime } from '@/kit/field/format'
import { CustomerName } from '@/kit/record/CustomerName'
import { Failure, LinesSkeleton, Message } from '@/kit/states'
import { Score } from '../record/marks'
import { someQuery } from '../record/queries'
import { useCan } from '../session/useSession'
import { Answers } from './Answers'
import { resultsQuery } from './queries'
import classes from './survey.module.css'

/** What the answers come to, and the newest of them. */
export function SurveyAnswersView({ survey }: { survey: Survey }) {
  const { t } = useTranslation()
  const can = useCan()
  const results = useQuery(resultsQuery(survey.id))
  const newest = useQuery({ ...someQuery('feedback', { filter: [`surveyId:eq:${survey.id}`], limit: 20 }), enabled: can('feedback:read') })
  if (results.isPending) return <LinesSkeleton />
  if (results.error) return <Failure error={results.error} onRetry={() => void results.refetch()} />
  if (results.data.answers === 0)
    return (
      <Message icon={IconClipboardText} title={t('survey.noAnswers')}>
        {t('survey.noAnswersHint')}
      </Message>
    )
  return (
    <>
      <Tiles results={results.data} />
      {results.data.chosen.map((one) => (
        <Chosen key={one.question} survey={survey} chosen={one} />
      ))}
      <section aria-label={t('survey.newest')}>
        <Group justify="space-between" mb={6}>
          <h2 className={classes.section} style={{ margin: 0 }}>
            {t('survey.newest')}
          </h2>
          <Anchor component={Link} to="/feedback" search={{ filter: [`surveyId:eq:${survey.id}`] } as never} size="sm">
            {t('survey.inFeedback')}
          </Anchor>
        </Group>
        {newest.isPending && can('feedback:read') && <LinesSkeleton />}
        {newest.data?.items.map((record) => {
          const one = record as Feedback
          return (
            <article key={one.id} className={classes.answer}>
              <Group gap={10}>
                <CustomerName id={one.customerId} name={one.customerName} />
                <Score feedback={one} />
                <Text size="sm" c="dimmed" title={formatTime(one.at)}>
                  {formatAgo(one.at)}
                </Text>
              </Group>
              <Answers feedback={one} />
            </article>
          )
        })}
      </section>
    </>
  )
}

/** How often each choice was chosen, as bars beside the numbers. */
function Chosen({ survey, chosen }: { survey: Survey; chosen: SurveyResults['chosen'][number] }) {
  const { t } = useTranslation()
  const question = survey.questions.find((one) => one.key === chosen.question)
  const all = chosen.choices.reduce((sum, one) => sum + one.count, 0)
  if (!question || all === 0) return null
  return (
    <section aria-label={say(question.label)}>
      <h2 className={classes.section}>{say(question.label)}</h2>
      <dl className={classes.bars}>
        {chosen.choices.map((one) => {
          const share = Math.round((100 * one.count) / all)
          const choice = question.choices?.find((known) => known.value === one.value)
          return (
            <div key={one.value} className={classes.bar}>
              <dt>{choice ? say(choice.label) : one.value}</dt>
              <dd>
                <i aria-hidden style={{ width: `${share}%` }} />
                <span className="num">{t('survey.share', { count: one.count, share })}</span>
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

function Tiles({ results }: { results: SurveyResults }) {
  const { t } = useTranslation()
  const { nps } = results
  const parts = ['promoters', 'passives', 'detractors'] as const
  return (
    <dl className={classes.tiles}>
      <div className={classes.tile}>
        <dt>{t('survey.answerCount')}</dt>
        <dd>
          <b>{formatNumber(results.answers)}</b>
        </dd>
      </div>
      {nps && (
        <div className={classes.tile}>
          <dt>NPS</dt>
          <dd>
            <b>{nps.score > 0 ? `+${nps.score}` : nps.score}</b>
            <span className={classes.parts} aria-hidden>
              {parts.map((part) => nps[part] > 0 && <i key={part} data-part={part} style={{ flex: nps[part] }} />)}
            </span>
            <Text component="span" size="sm" c="dimmed">
              {parts.map((part) => t(`survey.${part}`, { count: nps[part] })).join(' · ')}
            </Text>
          </dd>
        </div>
      )}
      {(['csat', 'rating'] as const).map((kind) => {
        const it = results[kind]
        return (
          it && (
            <div key={kind} className={classes.tile}>
              <dt>{t(`survey.average.${kind}`)}</dt>
              <dd>
                <b>{formatNumber(Math.round(it.average * 10) / 10)}</b>
                <Text component="span" c="dimmed">
                  {' '}
                  / 5
                </Text>
                <Text size="sm" c="dimmed">
                  {t('survey.satisfied', { share: Math.round((100 * it.satisfied) / it.count) })}
                </Text>
              </dd>
            </div>
          )
        )
      })}
    </dl>
  )
}
