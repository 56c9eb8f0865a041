import { Button, Menu, Text } from '@mantine/core'
import { IconChevronDown, IconClipboardText, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Survey } from '@/api'
import { say } from '@/i18n'
import { formatDate } from '@/kit/field/format'
import { SettingsPage } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, LinesSkeleton, Message } from '@/kit/states'
import { Mark } from '../record/marks'
import { useCan } from '../session/useSession'
import { STARTS } from './draft'
import { surveysQuery } from './queries'
import { SurveyLinkDialog } from './SurveyLinkDialog'
import classes from './survey.module.css'

/** The forms that customers fill in. */
export function SurveyList() {
  const { t } = useTranslation()
  const can = useCan()
  const surveys = useQuery(surveysQuery)
  const [linking, setLinking] = useState<Survey | null>(null)
  const add = can('survey:manage') && (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} />} rightSection={<IconChevronDown size={15} />}>
          {t('survey.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.keys(STARTS).map((like) => (
          <Menu.Item key={like} renderRoot={(props) => <Link to="/surveys/$id" params={{ id: 'new' }} search={{ like }} {...props} />}>
            {t(`survey.start.${like}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
  const none = surveys.data?.items.length === 0
  return (
    <div className={classes.page}>
      <SettingsPage title={t('nav.surveys')} lead={t('survey.lead')} action={none ? undefined : add}>
        {surveys.isPending ? (
          <LinesSkeleton />
        ) : surveys.error ? (
          <Failure error={surveys.error} onRetry={() => void surveys.refetch()} />
        ) : none ? (
          <Message icon={IconClipboardText} title={t('survey.none')} action={add}>
            {t('survey.noneHint')}
          </Message>
        ) : (
          <div className={settingsClasses.rows}>
            {surveys.data.items.map((one) => (
              <div key={one.id} className={`${settingsClasses.row} ${classes.row}`}>
                <div className={settingsClasses.grow}>
                  <Link to="/surveys/$id" params={{ id: one.id }} className={classes.name}>
                    {say(one.title)}
                  </Link>
                  <Text size="sm" c="dimmed">
                    {[t(`survey.kind.${one.kind}`), t('survey.questionCount', { count: one.questions.length }), t('survey.changed', { when: formatDate(one.updatedAt) })].join(' · ')}
                  </Text>
                </div>
                <Mark tone={one.active ? 'good' : 'calm'}>{t(one.active ? 'survey.open' : 'survey.closed')}</Mark>
                <Button size="xs" variant="subtle" color="gray" renderRoot={(props) => <Link to="/surveys/$id" params={{ id: one.id }} search={{ show: 'answers' }} aria-label={t('survey.answersOf', { name: say(one.title) })} {...props} />}>
                  {t('survey.answers')}
                </Button>
                {can('survey:send') && one.active && (
                  <Button size="xs" variant="default" aria-label={t('survey.linkOf', { name: say(one.title) })} onClick={() => setLinking(one)}>
                    {t('survey.makeLink')}
                  </Button>
                )}
              </div>
            ))}
          </div>
        )}
        {linking && <SurveyLinkDialog survey={linking} onClose={() => setLinking(null)} />}
      </SettingsPage>
    </div>
  )
}
