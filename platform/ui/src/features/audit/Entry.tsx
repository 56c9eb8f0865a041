import { Anchor, Button, Code, Group, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry, Changed, RecordName } from '@/api'
import { formatDate, formatTime } from '@/kit/field/format'
import { useMembers } from '@/kit/field/useFields'
import { CustomerName } from '@/kit/record/CustomerName'
import { RECORDS, useRoleName } from '../role/queries'
import { ChangeLines } from '../record/Changes'
import { useCan } from '../session/useSession'
import { nameOfClient } from './client'
import { Recover } from './Recover'
import type { TrailView } from './view'
import { useActWords } from './words'
import classes from './trail.module.css'

const changesOf = (detail: AuditEntry['detail']) => (Array.isArray(detail?.changes) ? (detail.changes as Changed[]) : [])
const isRecord = (type: string | null): type is RecordName => RECORDS.some((one) => one === type)
const ROOMS = { interaction: '/interactions', feedback: '/feedback', task: '/tasks' } as const
const FEW = 3
/** What is there to be read in other places, and says nothing by itself. */
const SAID = new Set(['changes', 'source', 'version', 'name'])

/** One act: who, what and when; more of it, and what it was before, on demand. */
export function Entry({ entry, day, onNarrow }: { entry: AuditEntry; day: boolean; onNarrow: (next: Partial<TrailView>) => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const words = useActWords()
  const [open, setOpen] = useState(false)
  const [recovering, setRecovering] = useState(false)
  const { actor, onBehalfOf, recordType, recordId, detail } = entry
  const changes = changesOf(detail)
  const said = (key: string) => changes.find((one) => one.field === key)?.after
  const name = [detail?.name, said('name'), said('number'), said('title'), said('subject')].find((one) => typeof one === 'string') as string | undefined
  // Of what is new everything is new: its name says enough.
  const telling = /Revised$/.test(entry.act)
  const shown = open ? changes : telling ? changes.slice(0, FEW) : []
  const revised = telling && isRecord(recordType) && changes.length > 0
  const who = actor.name || t('actor.system')
  const people = useMembers()
  const member = recordType === 'member' ? (people.find((one) => one.id === recordId)?.name ?? name) : undefined
  return (
    <li className={classes.entry}>
      {day && <h2 className={classes.day}>{formatDate(entry.at)}</h2>}
      <div className={classes.line}>
        <time className={`num ${classes.time}`} dateTime={entry.at} title={formatTime(entry.at)}>
          {dayjs(entry.at).format('HH:mm')}
        </time>
        <div className={classes.what}>
          <span>
            <b>{who}</b>
            {onBehalfOf && ` (${t('trail.for', { name: onBehalfOf.name })})`} · {words(entry.act)}
            {member && ` · ${member}`}
            {isRecord(recordType) && recordId && (
              <>
                {' · '}
                {recordType === 'customer' ? (
                  <CustomerName id={recordId} name={name} />
                ) : (
                  <Anchor renderRoot={(props) => <Link {...placeOf(recordType, recordId)} {...props} />} inherit>
                    {name ?? t(`record.one.${recordType}`)}
                  </Anchor>
                )}
              </>
            )}
          </span>
          {shown.length > 0 && isRecord(recordType) && (
            <div className={classes.changes}>
              <ChangeLines record={recordType} changes={shown} />
              {!open && changes.length > FEW && (
                <Text size="sm" c="dimmed">
                  {t('trail.more', { count: changes.length - FEW })}
                </Text>
              )}
            </div>
          )}
          {open && (
            <dl className={classes.facts}>
              {entry.why && <Fact name={t('trail.why')}>{entry.why}</Fact>}
              {entry.address && <Fact name={t('trail.address')}>{entry.address}</Fact>}
              {entry.client && <Fact name={t('trail.client')}>{nameOfClient(entry.client)}</Fact>}
              {Object.entries(detail ?? {})
                .filter(([key]) => !SAID.has(key))
                .map(([key, value]) => (
                  <Fact key={key} name={t(`trail.detail.${key}` as 'trail.detail.query', { defaultValue: key })}>
                    <Told name={key} value={value} />
                  </Fact>
                ))}
              <Fact name={t('trail.number')}>
                <span className="num">{entry.seq}</span>
              </Fact>
              <Fact name={t('trail.hash')}>
                <Code className={classes.hash}>{entry.hash}</Code>
              </Fact>
            </dl>
          )}
          {open && (
            <Group gap={6} mt={8}>
              {revised && can(`${recordType}:update`) && (
                <Button size="compact-xs" variant="light" onClick={() => setRecovering(true)}>
                  {t('trail.recover')}
                </Button>
              )}
              {actor.id && (
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onNarrow({ who: actor.id!, kind: undefined })}>
                  {t('trail.onlyWho', { name: who })}
                </Button>
              )}
              {isRecord(recordType) && recordId && (
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onNarrow({ record: recordType, id: recordId, customer: undefined })}>
                  {t('trail.onlyRecord')}
                </Button>
              )}
            </Group>
          )}
        </div>
        <UnstyledButton className={classes.more} aria-expanded={open} aria-label={t('trail.detailsOf', { what: `${who} ${words(entry.act)}` })} onClick={() => setOpen(!open)}>
          <IconChevronDown size={17} style={{ transform: open ? 'rotate(180deg)' : undefined }} />
        </UnstyledButton>
      </div>
      {recovering && revised && recordId && <Recover seq={entry.seq} at={{ record: recordType, id: recordId }} changes={changes} onClose={() => setRecovering(false)} />}
    </li>
  )
}

const placeOf = (record: Exclude<RecordName, 'customer'>, id: string) =>
  record === 'order' ? { to: '/orders/$id', params: { id } } : { to: ROOMS[record], search: { open: id } }

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Told({ name, value }: { name: string; value: unknown }) {
  const roleName = useRoleName()
  if (name === 'role' && typeof value === 'string') return roleName(value)
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ')
  return <Code block className={classes.hash}>{JSON.stringify(value, null, 1)}</Code>
}
