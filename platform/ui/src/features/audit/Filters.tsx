import { Button, Collapse, Select, TextInput } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type RecordName } from '@/api'
import { say } from '@/i18n'
import { CustomerPicker } from '@/kit/field/CustomerPicker'
import { DateInput } from '@/kit/field/DateInput'
import { arranged, fieldsQuery, useMembers } from '@/kit/field/useFields'
import { RECORDS } from '../role/queries'
import { useCan } from '../session/useSession'
import { ACTS, GROUPS } from './acts'
import type { TrailView } from './view'
import { useActWords } from './words'
import classes from './trail.module.css'

type Props = { view: TrailView; onChange: (next: Partial<TrailView>) => void }
const OTHERS = ['api_key', 'system', 'plugin', 'operator'] as const
const SELDOM = ['record', 'field', 'customer', 'why'] as const

/** What the trail is sought by; what is seldom needed waits behind a button. */
export function Filters({ view, onChange }: Props) {
  const { t } = useTranslation()
  const words = useActWords()
  const seldom = SELDOM.filter((key) => view[key]).length
  const [more, setMore] = useState(seldom > 0)
  const common = { size: 'xs', clearable: true, searchable: true, nothingFoundMessage: t('filter.noField') } as const
  return (
    <div role="search" aria-label={t('trail.search')}>
      <div className={classes.filters}>
        <Who view={view} onChange={onChange} />
        <Select
          {...common}
          label={t('trail.what')}
          placeholder={t('trail.anything')}
          comboboxProps={{ width: 320, position: 'bottom-start' }}
          value={view.act ?? null}
          onChange={(act) => onChange({ act: act ?? undefined })}
          data={GROUPS.map((group) => ({
            group: t(`trail.group.${group}`),
            items: [{ value: group, label: t('trail.groupAll', { name: t(`trail.group.${group}`).toLocaleLowerCase() }) }, ...ACTS[group].map((value) => ({ value, label: words(value) }))],
          }))}
        />
        <DateInput size="xs" label={t('trail.from')} value={view.from ?? null} onChange={(from) => onChange({ from: from ?? undefined })} />
        <DateInput size="xs" label={t('trail.until')} value={view.until ?? null} onChange={(until) => onChange({ until: until ?? undefined })} />
        <Button className={classes.moreFilters} size="xs" variant={seldom > 0 ? 'light' : 'default'} leftSection={<IconAdjustmentsHorizontal size={15} />} aria-expanded={more} onClick={() => setMore(!more)}>
          {seldom > 0 ? t('trail.moreFiltersOn', { number: seldom }) : t('trail.moreFilters')}
        </Button>
      </div>
      <Collapse expanded={more}>
        {more && (
          <div className={classes.filters}>
            <Select {...common} label={t('trail.of')} placeholder={t('trail.anything')} value={view.record ?? null} onChange={(record) => onChange({ record: record ?? undefined, field: undefined })} data={RECORDS.map((value) => ({ value, label: t(`roles.record.${value}`) }))} />
            <FieldFilter view={view} onChange={onChange} />
            <CustomerPicker size="xs" label={t('trail.customer')} placeholder={t('trail.customerHint')} value={view.customer ?? null} onChange={(customer) => onChange({ customer: customer ?? undefined, id: undefined })} />
            <Reason why={view.why} onChange={(why) => onChange({ why })} />
          </div>
        )}
      </Collapse>
    </div>
  )
}

/** A member, an API key, or what kind of actor it was. */
function Who({ view, onChange }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const people = useMembers()
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: api.apiKeys.list, enabled: can('apikey:manage') }).data?.items ?? []
  const known = [...people, ...keys].some((one) => one.id === view.who)
  return (
    <Select
      size="xs"
      clearable
      searchable
      label={t('trail.who')}
      placeholder={t('trail.anybody')}
      nothingFoundMessage={t('filter.noField')}
      comboboxProps={{ width: 280, position: 'bottom-start' }}
      value={view.kind ? `kind ${view.kind}` : (view.who ?? null)}
      onChange={(who) => onChange(who?.startsWith('kind ') ? { kind: who.slice(5), who: undefined } : { who: who ?? undefined, kind: undefined })}
      data={[
        { group: t('settings.members'), items: [...people.map((one) => ({ value: one.id, label: one.name })), ...(view.who && !known ? [{ value: view.who, label: t('trail.somebody') }] : [])] },
        { group: t('settings.apiKeys'), items: keys.map((one) => ({ value: one.id, label: one.name })) },
        { group: t('trail.notMembers'), items: OTHERS.map((one) => ({ value: `kind ${one}`, label: t(`trail.kind.${one}`) })) },
      ].filter((one) => one.items.length > 0)}
    />
  )
}

/** Fields of the chosen kind of record, or of all. */
function FieldFilter({ view, onChange }: Props) {
  const { t } = useTranslation()
  const asked = view.record ? RECORDS.filter((one) => one === view.record) : RECORDS
  const catalogues = useQueries({ queries: asked.map((record) => fieldsQuery(record)) })
  const groups = asked.map((record: RecordName, n) => ({
    group: t(`roles.record.${record}`),
    items: arranged(catalogues[n]?.data?.items ?? [], record).edited.map((one) => ({ value: `${record} ${one.key}`, label: say(one.label) })),
  }))
  const all = groups.flatMap((one) => one.items)
  const value = view.field ? (all.find((one) => one.value === `${view.record} ${view.field}`)?.value ?? `? ${view.field}`) : null
  if (value?.startsWith('? ')) groups.push({ group: t('trail.anything'), items: [{ value, label: view.field! }] })
  return (
    <Select
      size="xs"
      clearable
      searchable
      label={t('trail.field')}
      placeholder={t('trail.anything')}
      nothingFoundMessage={t('filter.noField')}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      value={value}
      onChange={(chosen) => {
        const [record, key] = chosen?.split(' ') ?? []
        onChange(key ? { field: key, ...(record === '?' ? {} : { record }) } : { field: undefined })
      }}
      data={groups}
    />
  )
}

const REST = 400

function Reason({ why, onChange }: { why: string | undefined; onChange: (why: string | undefined) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(why ?? '')
  useEffect(() => setText(why ?? ''), [why])
  useEffect(() => {
    const wanted = text.trim() || undefined
    if (wanted === why) return
    const timer = setTimeout(() => onChange(wanted), REST)
    return () => clearTimeout(timer)
    // what the parent does with it is new each time
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text])
  return <TextInput size="xs" label={t('trail.reason')} placeholder={t('trail.reasonHint')} maxLength={200} value={text} onChange={(event) => setText(event.currentTarget.value)} />
}
