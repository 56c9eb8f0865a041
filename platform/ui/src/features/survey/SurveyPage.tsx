import { Anchor, Button, Group, SegmentedControl, Switch, Title } from '@mantine/core'
import { IconArrowLeft, IconLink } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Survey } from '@/api'
import { say } from '@/i18n'
import { Failure, LinesSkeleton } from '@/kit/states'
import { failed } from '@/kit/toast'
import { useCan } from '../session/useSession'
import { SurveyAnswersView } from './SurveyAnswersView'
import { draftOf, STARTS } from './draft'
import { surveyQuery, surveysQuery } from './queries'
import { SurveyEditor } from './SurveyEditor'
import { SurveyLinkDialog } from './SurveyLinkDialog'
import { SurveyPreview } from './SurveyPreview'
import classes from './survey.module.css'

/** One survey: what it asks, and what came back. */
export function SurveyPage() {
  const { id } = useParams({ from: '/inside/surveys/$id' })
  const { like } = useSearch({ from: '/inside/surveys/$id' })
  const { data, error, isPending, refetch } = useQuery({ ...surveyQuery(id), enabled: id !== 'new' })
  if (id === 'new') return <NewSurvey key={like} like={like} />
  if (isPending) return <LinesSkeleton lines={12} />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  return <OneSurvey key={id} survey={data} />
}

function NewSurvey({ like }: { like?: string }) {
  const { t } = useTranslation()
  const [start] = useState(() => (STARTS[like ?? 'blank'] ?? STARTS.blank!)())
  return (
    <div className={classes.page}>
      <Back />
      <Title order={1} size="h2" fz={20} mb={16}>
        {t('survey.add')}
      </Title>
      <SurveyEditor survey={null} start={start} />
    </div>
  )
}

function OneSurvey({ survey }: { survey: Survey }) {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { show } = useSearch({ from: '/inside/surveys/$id' })
  const [linking, setLinking] = useState(false)
  const turn = useMutation({
    mutationFn: () => api.surveys.change(survey, { active: !survey.active }),
    onSuccess: (saved) => {
      client.setQueryData(surveyQuery(saved.id).queryKey, saved)
      void client.invalidateQueries({ queryKey: surveysQuery.queryKey })
    },
    onError: failed,
  })
  const manage = can('survey:manage')
  return (
    <div className={classes.page}>
      <Back />
      <div className={classes.head}>
        <Title order={1} size="h2" fz={20} style={{ overflowWrap: 'anywhere' }}>
          {say(survey.title)}
        </Title>
        <Group gap="sm">
          {manage && <Switch label={t('survey.takes')} checked={survey.active} disabled={turn.isPending} onChange={() => turn.mutate()} />}
          {can('survey:send') && survey.active && (
            <Button variant="default" leftSection={<IconLink size={16} />} onClick={() => setLinking(true)}>
              {t('survey.makeLink')}
            </Button>
          )}
        </Group>
      </div>
      <SegmentedControl
        size="xs"
        mb={18}
        value={show ?? 'questions'}
        aria-label={t('survey.show')}
        onChange={(value) => void navigate({ to: '/surveys/$id', params: { id: survey.id }, search: value === 'answers' ? { show: 'answers' } : {}, replace: true })}
        data={[
          { value: 'questions', label: t('survey.questions') },
          { value: 'answers', label: t('survey.answers') },
        ]}
      />
      {show === 'answers' ? (
        <SurveyAnswersView survey={survey} />
      ) : manage ? (
        <SurveyEditor survey={survey} start={draftOf(survey)} />
      ) : (
        <SurveyPreview survey={survey} />
      )}
      {linking && <SurveyLinkDialog survey={survey} onClose={() => setLinking(false)} />}
    </div>
  )
}

function Back() {
  const { t } = useTranslation()
  return (
    <Anchor component={Link} to="/surveys" size="sm" c="dimmed" className={classes.back}>
      <IconArrowLeft size={16} />
      {t('nav.surveys')}
    </Anchor>
  )
}
