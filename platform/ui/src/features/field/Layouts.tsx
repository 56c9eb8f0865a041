import { ActionIcon, Button, Group, Select, Text, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconEyeOff, IconEye, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type LayoutSection, type NewLayout, type RecordName } from '@/api'
import { say } from '@/i18n'
import { layoutQuery } from '@/kit/field/layout'
import { labelOfChoice } from '@/kit/field/format'
import { slugOf } from '@/kit/field/parse'
import { useFields } from '@/kit/field/useFields'
import { SettingsPage } from '@/kit/SettingsPage'
import { Failure, FormProblem, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { useCan } from '../session/useSession'
import { RECORDS, useForgetFields } from './queries'
import classes from './field.module.css'

/** Which fields stand where, on forms and profiles, per record type and stage of life. */
export function Layouts() {
  const { t } = useTranslation()
  const can = useCan()
  const forget = useForgetFields()
  const [record, setRecord] = useState<RecordName>('customer')
  const [stage, setStage] = useState<string | null>(null)
  const { byKey } = useFields(record)
  const stages = useFields('customer').byKey.get('stage')
  const layout = useQuery(layoutQuery(record, stage ?? undefined))
  const [draft, setDraft] = useState<NewLayout | null>(null)
  useEffect(() => setDraft(null), [record, stage])
  const keep = useMutation({
    mutationFn: () => api.layout.keep(record, shown!, stage ?? undefined),
    onSuccess: () => {
      setDraft(null)
      forget()
      done(t('layout.saved'))
    },
  })
  const reset = useMutation({
    mutationFn: () => api.layout.forget(record, stage ?? undefined),
    onSuccess: () => {
      setDraft(null)
      forget()
      done(t('layout.forgotten'))
    },
    onError: failed,
  })
  const shown: NewLayout | null = draft ?? (layout.data ? { sections: layout.data.sections, hidden: layout.data.hidden } : null)
  const name = (key: string) => (byKey.get(key) ? say(byKey.get(key)!.label) : key)
  const sections = (change: (list: LayoutSection[]) => LayoutSection[]) => shown && setDraft({ ...shown, sections: change(structuredClone(shown.sections)) })
  const move = (at: number, index: number, by: number) =>
    sections((list) => {
      const [key] = list[at]!.fields.splice(index, 1)
      // Beyond the end of a section begins the next one.
      if (index + by < 0 && at > 0) list[at - 1]!.fields.push(key!)
      else if (index + by > list[at]!.fields.length && at < list.length - 1) list[at + 1]!.fields.unshift(key!)
      else list[at]!.fields.splice(Math.max(0, index + by), 0, key!)
      return list
    })
  const swap = (at: number, by: number) =>
    sections((list) => {
      const [one] = list.splice(at, 1)
      list.splice(at + by, 0, one!)
      return list
    })
  const readOnly = !can('field:manage')
  return (
    <SettingsPage title={t('settings.layouts')} lead={t('layout.lead')}>
      <div className={classes.tools}>
        <Group gap="xs">
          <Select size="xs" w={170} aria-label={t('fields.record')} allowDeselect={false} data={RECORDS.map((value) => ({ value, label: t(`fields.of.${value}`) }))} value={record} onChange={(value) => { setRecord(value as RecordName); setStage(null) }} />
          {record === 'customer' && stages && (
            <Select size="xs" w={190} aria-label={t('layout.stage')} placeholder={t('layout.everyStage')} clearable data={stages.choices.map((one) => ({ value: one.value, label: labelOfChoice(stages, one.value) }))} value={stage} onChange={setStage} />
          )}
        </Group>
        {!readOnly && (
          <Group gap="xs">
            {layout.data?.own && (
              <Button size="xs" variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
                {t('layout.reset')}
              </Button>
            )}
            <Button size="xs" disabled={!draft} loading={keep.isPending} onClick={() => keep.mutate()}>
              {t('action.save')}
            </Button>
          </Group>
        )}
      </div>
      <FormProblem error={keep.error} />
      {layout.isPending ? (
        <LinesSkeleton />
      ) : layout.error ? (
        <Failure error={layout.error} onRetry={() => void layout.refetch()} />
      ) : (
        <>
          {shown?.sections.map((section, at) => (
            <section key={section.key} className={classes.block} aria-label={say(section.label)}>
              <div className={classes.blockHead}>
                <TextInput
                  size="xs"
                  style={{ flex: 1 }}
                  aria-label={t('layout.sectionName')}
                  readOnly={readOnly}
                  value={say(section.label)}
                  onChange={(event) => {
                    const vi = event.currentTarget.value
                    sections((list) => list.map((one, n) => (n === at ? { ...one, label: { vi, en: vi } } : one)))
                  }}
                />
                {!readOnly && (
                  <>
                    <ActionIcon size={26} disabled={at === 0} aria-label={t('layout.up', { name: say(section.label) })} onClick={() => swap(at, -1)}>
                      <IconChevronUp size={16} />
                    </ActionIcon>
                    <ActionIcon size={26} disabled={at === shown.sections.length - 1} aria-label={t('layout.down', { name: say(section.label) })} onClick={() => swap(at, 1)}>
                      <IconChevronDown size={16} />
                    </ActionIcon>
                    {section.fields.length === 0 && (
                      <ActionIcon size={26} aria-label={t('layout.drop', { name: say(section.label) })} onClick={() => sections((list) => list.filter((_, n) => n !== at))}>
                        <IconTrash size={15} />
                      </ActionIcon>
                    )}
                  </>
                )}
              </div>
              {section.fields.length === 0 && (
                <Text size="sm" c="dimmed" p={10}>
                  {t('layout.empty')}
                </Text>
              )}
              {section.fields.map((key, index) => (
                <div key={key} className={classes.place}>
                  <span>{name(key)}</span>
                  {!readOnly && (
                    <>
                      <ActionIcon size={26} disabled={at === 0 && index === 0} aria-label={t('layout.up', { name: name(key) })} onClick={() => move(at, index, -1)}>
                        <IconChevronUp size={15} />
                      </ActionIcon>
                      <ActionIcon size={26} disabled={at === shown.sections.length - 1 && index === section.fields.length - 1} aria-label={t('layout.down', { name: name(key) })} onClick={() => move(at, index, 1)}>
                        <IconChevronDown size={15} />
                      </ActionIcon>
                      <ActionIcon
                        size={26}
                        aria-label={t('layout.hide', { name: name(key) })}
                        onClick={() => setDraft({ hidden: [...shown.hidden, key], sections: shown.sections.map((one, n) => (n === at ? { ...one, fields: one.fields.filter((it) => it !== key) } : one)) })}
                      >
                        <IconEyeOff size={15} />
                      </ActionIcon>
                    </>
                  )}
                </div>
              ))}
            </section>
          ))}
          {!readOnly && shown && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconPlus size={14} />}
              onClick={() => {
                const label = t('layout.newSection')
                sections((list) => [...list, { key: `${slugOf(label).replaceAll('-', '_')}_${list.length + 1}`, label: { vi: label, en: label }, fields: [] }])
              }}
            >
              {t('layout.addSection')}
            </Button>
          )}
          {shown && shown.hidden.length > 0 && (
            <section aria-label={t('layout.hidden')}>
              <h2 className={classes.section}>{t('layout.hidden')}</h2>
              <div className={classes.block}>
                {shown.hidden.map((key) => (
                  <div key={key} className={classes.place}>
                    <span>{name(key)}</span>
                    {!readOnly && (
                      <ActionIcon
                        size={26}
                        aria-label={t('layout.show', { name: name(key) })}
                        disabled={shown.sections.length === 0}
                        onClick={() => setDraft({ hidden: shown.hidden.filter((one) => one !== key), sections: shown.sections.map((one, n) => (n === shown.sections.length - 1 ? { ...one, fields: [...one.fields, key] } : one)) })}
                      >
                        <IconEye size={15} />
                      </ActionIcon>
                    )}
                  </div>
                ))}
              </div>
            </section>
          )}
        </>
      )}
    </SettingsPage>
  )
}
