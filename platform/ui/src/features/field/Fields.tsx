import { ActionIcon, Button, Menu, SegmentedControl, Select, Text } from '@mantine/core'
import { IconArrowsExchange, IconDotsVertical, IconForms, IconPencil, IconPlus, IconRotate, IconArchive } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Field, type RecordName } from '@/api'
import { say } from '@/i18n'
import { formatNumber } from '@/kit/field/format'
import { fieldsQuery } from '@/kit/field/useFields'
import { SettingsPage } from '@/kit/SettingsPage'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, LinesSkeleton, Message } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { Mark } from '../record/marks'
import { useCan } from '../session/useSession'
import { titleOf } from '../customer/sections'
import { ConvertField } from './ConvertField'
import { FieldForm } from './FieldForm'
import { FieldUsage } from './FieldUsage'
import { RECORDS, retiredQuery, useForgetFields } from './queries'
import classes from './field.module.css'

/** The catalogue: which properties records have here. */
export function Fields() {
  const { t } = useTranslation()
  const can = useCan()
  const search = useSearch({ from: '/inside/settings/fields' })
  const navigate = useNavigate()
  const record = search.record ?? 'customer'
  const show = search.show ?? 'fields'
  const [form, setForm] = useState<{ field: Field | null } | null>(null)
  const go = (next: object) => void navigate({ to: '/settings/fields', search: { ...search, ...next }, replace: true })
  return (
    <SettingsPage
      title={t('settings.fields')}
      lead={t('fields.lead')}
      action={
        can('field:manage') && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setForm({ field: null })}>
            {t('fields.add')}
          </Button>
        )
      }
    >
      <div className={classes.tools}>
        <Select
          size="xs"
          w={170}
          aria-label={t('fields.record')}
          allowDeselect={false}
          data={RECORDS.map((value) => ({ value, label: t(`fields.of.${value}`) }))}
          value={record}
          onChange={(value) => go({ record: value as RecordName })}
        />
        <SegmentedControl
          size="xs"
          value={show}
          aria-label={t('fields.show')}
          onChange={(value) => go({ show: value })}
          data={['fields', 'retired', 'usage'].map((value) => ({ value, label: t(`fields.tab.${value}`) }))}
        />
      </div>
      {show === 'usage' ? <FieldUsage record={record} /> : show === 'retired' ? <Retired record={record} /> : <Used record={record} onEdit={(field) => setForm({ field })} />}
      {form && <FieldForm record={record} field={form.field} onClose={() => setForm(null)} />}
    </SettingsPage>
  )
}

export function useRetire() {
  const { t } = useTranslation()
  const forget = useForgetFields()
  return async function retire(field: Field, away: boolean, undoable = true) {
    try {
      const saved = await api.field.act(field, away ? 'retire' : 'restore')
      forget()
      done(t(away ? 'fields.retired' : 'fields.restored', { name: say(field.label) }), undoable ? () => void retire(saved, !away, false) : undefined)
    } catch (error) {
      failed(error)
    }
  }
}

function Used({ record, onEdit }: { record: RecordName; onEdit: (field: Field) => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const retire = useRetire()
  const [converting, setConverting] = useState<Field | null>(null)
  const { data, error, isPending, refetch } = useQuery({
    ...fieldsQuery(record),
    refetchInterval: (query) => (query.state.data?.items.some((one) => one.work && ['waiting', 'running'].includes(one.work.state)) ? 1500 : false),
  })
  if (isPending) return <LinesSkeleton />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  const own = data.items.filter((one) => one.owner === 'workspace')
  const given = data.items.filter((one) => one.owner !== 'workspace')
  const groups = new Map<string, Field[]>()
  for (const one of given) groups.set(titleOf(one), [...(groups.get(titleOf(one)) ?? []), one])
  return (
    <>
      {own.length === 0 ? (
        <div className={settingsClasses.rows}>
          <Message icon={IconForms} title={t('fields.none')}>
            {t('fields.noneHint')}
          </Message>
        </div>
      ) : (
        <div className={settingsClasses.rows}>
          {own.map((field) => (
            <div key={field.key} className={settingsClasses.row}>
              <div className={settingsClasses.grow}>
                <FieldLine field={field} />
                <Work field={field} />
              </div>
              {can('field:manage') && (
                <>
                  <ActionIcon aria-label={t('fields.editOf', { name: say(field.label) })} onClick={() => onEdit(field)}>
                    <IconPencil size={17} stroke={1.6} />
                  </ActionIcon>
                  <Menu position="bottom-end">
                    <Menu.Target>
                      <ActionIcon aria-label={t('fields.moreOf', { name: say(field.label) })}>
                        <IconDotsVertical size={17} stroke={1.6} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item leftSection={<IconArrowsExchange size={16} />} onClick={() => setConverting(field)}>
                        {t('fields.convert')}
                      </Menu.Item>
                      <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => void retire(field, true)}>
                        {t('fields.retire')}
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                </>
              )}
            </div>
          ))}
        </div>
      )}
      {[...groups].map(([title, fields]) => (
        <section key={title} aria-label={title}>
          <h2 className={classes.section}>{title}</h2>
          <div className={settingsClasses.rows}>
            {fields.map((field) => (
              <div key={field.key} className={settingsClasses.row} style={{ padding: '8px 16px' }}>
                <div className={settingsClasses.grow}>
                  <FieldLine field={field} />
                </div>
              </div>
            ))}
          </div>
        </section>
      ))}
      {converting && <ConvertField field={converting} onClose={() => setConverting(null)} />}
    </>
  )
}

export function FieldLine({ field }: { field: Field }) {
  const { t } = useTranslation()
  return (
    <div className={classes.name}>
      <Text component="span" fw={500}>
        {say(field.label)}
      </Text>
      <Text component="span" size="sm" c="dimmed">
        {t(`field.type.${field.type}`)}
      </Text>
      <span className={classes.key}>{field.key}</span>
      {field.required && <Mark>{t('fields.required')}</Mark>}
      {field.unique && <Mark>{t('fields.unique')}</Mark>}
      {(field.visibleWhen || field.validWhen) && <Mark tone="info">{t('fields.ruled')}</Mark>}
      {field.sensitivity === 'sensitive' && <Mark tone="warn">{t('fields.sensitivity.sensitive')}</Mark>}
    </div>
  )
}

/** Work on a million values goes on while people work; here one sees how far it is. */
function Work({ field }: { field: Field }) {
  const { t } = useTranslation()
  const forget = useForgetFields()
  const work = field.work
  const stop = useMutation({ mutationFn: () => api.field.act(field, 'cancel'), onSuccess: forget, onError: failed })
  if (!work || work.state === 'done' || work.state === 'cancelled') return null
  if (work.state === 'failed')
    return (
      <Text size="sm" c="var(--q-bad)">
        {say(work.failure) || t('fields.work.failed')}
      </Text>
    )
  return (
    <Text size="sm" c="dimmed" className="num" role="status">
      {t(`fields.work.${work.kind}`)} {work.total > 0 && `${formatNumber(work.done)}/${formatNumber(work.total)}`}{' '}
      <Button size="compact-xs" variant="subtle" color="gray" loading={stop.isPending} onClick={() => stop.mutate()}>
        {t('fields.work.stop')}
      </Button>
    </Text>
  )
}

function Retired({ record }: { record: RecordName }) {
  const { t } = useTranslation()
  const can = useCan()
  const retire = useRetire()
  const { data, error, isPending, refetch } = useQuery(retiredQuery(record))
  if (isPending) return <LinesSkeleton />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (data.items.length === 0)
    return (
      <Message icon={IconArchive} title={t('fields.noneRetired')}>
        {t('fields.noneRetiredHint')}
      </Message>
    )
  return (
    <div className={settingsClasses.rows}>
      {data.items.map((field) => (
        <div key={field.key} className={settingsClasses.row}>
          <div className={settingsClasses.grow}>
            <FieldLine field={field} />
          </div>
          {can('field:manage') && (
            <Button size="xs" variant="default" leftSection={<IconRotate size={15} />} onClick={() => void retire(field, false)}>
              {t('fields.restore')}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}
