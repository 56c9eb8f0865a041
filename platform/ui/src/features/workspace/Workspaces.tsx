import { Badge, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Industry } from '@/api'
import { useSwitchWorkspace } from '@/app/Frame'
import { Avatar } from '@/kit/Avatar'
import { slugOf } from '@/kit/field/parse'
import { SettingsBlock, SettingsPage } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { FormProblem } from '@/kit/states'
import { done } from '@/kit/toast'
import { useEnter, useSession } from '../session/useSession'
import { INDUSTRIES } from './industries'

export function Workspaces() {
  const { t } = useTranslation()
  const { workspace, workspaces } = useSession()
  const switchTo = useSwitchWorkspace()
  return (
    <SettingsPage title={t('settings.workspaces')} lead={t('workspace.lead')}>
      <SettingsBlock title={t('workspace.yours')}>
        <div className={settingsClasses.rows}>
          {workspaces.map((one) => (
            <div key={one.id} className={settingsClasses.row}>
              <Avatar name={one.name} id={one.id} size={34} square />
              <div className={settingsClasses.grow}>
                <Text fw={500}>{one.name}</Text>
                <Text size="sm" c="dimmed">
                  {[one.slug, t(`industry.${one.industry}`, { defaultValue: one.industry }), t(`role.${one.role}`, { defaultValue: one.role })].join(' · ')}
                </Text>
              </div>
              {one.suspended ? (
                <Badge variant="light" color="yellow">
                  {t('workspace.suspended')}
                </Badge>
              ) : one.id === workspace.id ? (
                <Badge variant="light">{t('workspace.here')}</Badge>
              ) : (
                <Button size="xs" variant="default" onClick={() => void switchTo(one.slug)}>
                  {t('workspace.switch')}
                </Button>
              )}
            </div>
          ))}
        </div>
      </SettingsBlock>
      <Found />
    </SettingsPage>
  )
}

export function Found() {
  const { t } = useTranslation()
  const enter = useEnter()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [slug, setSlug] = useState('')
  const [ownSlug, setOwnSlug] = useState(false)
  const [industry, setIndustry] = useState<Industry | null>(null)
  const found = useMutation({
    mutationFn: () => api.session.found({ name, slug, industry: industry! }),
    onSuccess: async (session) => {
      await navigate({ to: '/customers', search: {} })
      enter(session)
      done(t('workspace.founded', { name: session.workspace?.name ?? name }))
    },
  })
  const errors = isProblem(found.error) ? found.error.byField : {}
  return (
    <SettingsBlock title={t('workspace.found')} hint={t('workspace.foundHint')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          found.mutate()
        }}
      >
        <Stack gap={14} maw={420}>
          <FormProblem error={found.error} fields={['name', 'workspaceName', 'slug', 'industry']} />
          <TextInput
            label={t('workspace.name')}
            required
            withAsterisk={false}
            value={name}
            error={errors.name ?? errors.workspaceName}
            onChange={(event) => {
              setName(event.currentTarget.value)
              if (!ownSlug) setSlug(slugOf(event.currentTarget.value))
            }}
          />
          <TextInput
            label={t('workspace.slug')}
            description={t('workspace.slugHint')}
            required
            withAsterisk={false}
            value={slug}
            error={errors.slug}
            onChange={(event) => {
              setOwnSlug(true)
              setSlug(event.currentTarget.value.toLowerCase())
            }}
          />
          <Select
            label={t('workspace.industry')}
            placeholder={t('workspace.industryPick')}
            data={INDUSTRIES.map((value) => ({ value, label: t(`industry.${value}`) }))}
            required
            withAsterisk={false}
            value={industry}
            error={errors.industry}
            onChange={(value) => setIndustry(value as Industry)}
          />
          <Group>
            <Button type="submit" loading={found.isPending}>
              {t('workspace.foundAction')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SettingsBlock>
  )
}
