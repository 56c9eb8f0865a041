import { Alert, Anchor, Collapse, Group, Switch, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconPuzzle } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Plugin } from '@/api'
import { say } from '@/i18n'
import { Tag } from '@/kit/field/badges'
import { Scroll } from '@/kit/Scroll'
import { Failure, LinesSkeleton, Message } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { useCan, useSession } from '../session/useSession'
import { pluginsQuery } from './queries'
import classes from './plugin.module.css'

export function Plugins() {
  const { t } = useTranslation()
  const { workspace } = useSession()
  const plugins = useQuery(pluginsQuery)
  const sorted = plugins.data?.items.toSorted((a, b) => Number(b.industries.includes(workspace.industry)) - Number(a.industries.includes(workspace.industry)))
  return (
    <Scroll className={classes.page} label={t('nav.plugins')}>
      <Title order={1} size="h2" fz={20}>
        {t('nav.plugins')}
      </Title>
      <Text c="dimmed" mt={4} mb={20}>
        {t('plugin.lead')}
      </Text>
      {plugins.isPending ? (
        <LinesSkeleton lines={6} />
      ) : plugins.error ? (
        <Failure error={plugins.error} onRetry={() => void plugins.refetch()} />
      ) : sorted!.length === 0 ? (
        <Message icon={IconPuzzle} title={t('plugin.none')}>
          {t('plugin.noneHint')}
        </Message>
      ) : (
        sorted!.map((plugin) => <Card key={plugin.id} plugin={plugin} fits={plugin.industries.includes(workspace.industry)} />)
      )}
    </Scroll>
  )
}

function Card({ plugin, fits }: { plugin: Plugin; fits: boolean }) {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const toggle = useMutation({
    mutationFn: (enabled: boolean) => api.plugins.switch(plugin.id, enabled),
    onSuccess: (saved) => {
      client.setQueryData(pluginsQuery.queryKey, (old) => old && { items: old.items.map((one) => (one.id === saved.id ? { ...one, ...saved } : one)) })
      // Its fields come and go with it, everywhere.
      void client.invalidateQueries({ queryKey: ['fields'] })
      void client.invalidateQueries({ queryKey: ['customers'] })
      done(t(saved.enabled ? 'plugin.switchedOn' : 'plugin.switchedOff', { name: say(plugin.name) }), () => toggle.mutate(!saved.enabled))
    },
    onError: failed,
  })
  const enabled = toggle.isPending ? toggle.variables : plugin.enabled
  return (
    <article className={classes.card} data-on={enabled || undefined}>
      <div className={classes.sign}>
        <IconPuzzle size={22} stroke={1.6} />
      </div>
      <div className={classes.text}>
        <Group gap={8} align="baseline">
          <Title order={2} size="h3" fz={15}>
            {say(plugin.name)}
          </Title>
          {fits && (
            <Text component="span" size="xs" fw={500} c="var(--q-accent-text)">
              {t('plugin.fits')}
            </Text>
          )}
        </Group>
        <Text mt={2}>{say(plugin.description)}</Text>
        <Text size="sm" c="dimmed" mt={4}>
          {t('plugin.meta', { vendor: plugin.vendor, version: plugin.version })}
          {plugin.hooks.map((hook) => `\u00a0· ${t(`plugin.hook.${hook}`, { defaultValue: hook })}`)}
        </Text>
        {plugin.failure && (
          <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} mt={10} title={t('plugin.failed')}>
            {plugin.failure}
          </Alert>
        )}
        {plugin.fields.length > 0 && (
          <>
            <Anchor component="button" size="sm" mt={8} mih={24} onClick={() => setOpen(!open)} aria-expanded={open}>
              {t(open ? 'plugin.hideFields' : 'plugin.showFields', { count: plugin.fields.length })}
            </Anchor>
            <Collapse expanded={open}>
              <div className={classes.fields}>
                {plugin.fields.map((field) => (
                  <Tag key={field.key}>
                    {say(field.label)} <span className={classes.type}>{t(`field.type.${field.type}`)}</span>
                  </Tag>
                ))}
              </div>
            </Collapse>
          </>
        )}
      </div>
      <Switch
        size="md"
        checked={enabled}
        disabled={!can('plugin:switch') || (plugin.failure !== null && !plugin.enabled)}
        onChange={(event) => toggle.mutate(event.currentTarget.checked)}
        aria-label={t('plugin.switch', { name: say(plugin.name) })}
      />
    </article>
  )
}
