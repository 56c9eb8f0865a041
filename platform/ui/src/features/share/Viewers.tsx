import { Anchor, Select, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconEyeOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type FieldAccess, type RecordPlace, type Sight } from '@/api'
import { say } from '@/i18n'
import { Avatar } from '@/kit/Avatar'
import { arranged, fieldsQuery, useMembers } from '@/kit/field/useFields'
import settingsClasses from '@/kit/settings.module.css'
import { Failure, LinesSkeleton } from '@/kit/states'
import { useCan } from '../session/useSession'
import { useRoleName } from '../role/queries'

const LESS: FieldAccess[] = ['hidden', 'masked', 'read']

/** Everybody who sees a record, by which way, and what they see less of; of anybody else why not. */
export function Viewers({ at, asked, onAsk }: { at: RecordPlace; asked: string | null; onAsk: (member: string | null) => void }) {
  const { t } = useTranslation()
  const people = useMembers()
  const sights = useQuery({ queryKey: ['sight', 'of', at.record, at.id], queryFn: () => api.sight.of(at) })
  const why = useQuery({ queryKey: ['sight', 'of', at.record, at.id, asked], queryFn: () => api.sight.why(at, asked!), enabled: asked !== null })
  if (sights.isPending) return <LinesSkeleton lines={4} />
  if (sights.error) return <Failure error={sights.error} onRetry={() => void sights.refetch()} />
  const seeing = new Set(sights.data.items.map((one) => one.member))
  return (
    <Stack>
      <Text size="sm" c="dimmed" className="num">
        {t('share.seenBy', { count: seeing.size, all: people.length })}
      </Text>
      <Select
        clearable
        searchable
        label={t('share.why')}
        placeholder={t('share.whyHint')}
        nothingFoundMessage={t('filter.noField')}
        value={asked}
        onChange={onAsk}
        data={people.map((one) => ({ value: one.id, label: one.name }))}
      />
      {why.data && (
        <div className={settingsClasses.rows} role="status">
          <Line key={why.data.member} at={at} sight={why.data} open />
        </div>
      )}
      {!asked && (
        <ul className={settingsClasses.rows} style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-label={t('share.viewers')}>
          {sights.data.items.map((one, n) => (
            <li key={one.member} style={n > 0 ? { borderTop: '1px solid var(--q-line)' } : undefined}>
              <Line at={at} sight={one} />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}

function Line({ at, sight, open }: { at: RecordPlace; sight: Sight; open?: boolean }) {
  const { t } = useTranslation()
  const can = useCan()
  const roleName = useRoleName()
  const fields = useQuery(fieldsQuery(at.record)).data?.items ?? []
  const { byKey } = arranged(fields, at.record)
  const [shown, setShown] = useState(open ?? false)
  const less = LESS.map((access) => ({ access, names: Object.entries(sight.fields).filter(([key, of]) => of === access && !key.includes('.')).map(([key]) => (byKey.has(key) ? say(byKey.get(key)!.label) : key)) })).filter((one) => one.names.length > 0)
  const reasons = sight.sees ? sight.reasons.map((one) => t(`share.reason.${one}` as 'share.reason.own', { defaultValue: one })).join(' · ') : t('share.unseen')
  return (
    <div className={settingsClasses.row} style={{ alignItems: 'flex-start' }}>
      {sight.sees ? <Avatar name={sight.name} id={sight.member} size={28} /> : <IconEyeOff size={26} stroke={1.4} color="var(--q-muted)" />}
      <div className={settingsClasses.grow}>
        <Text fw={500}>
          {sight.name}{' '}
          <Anchor component={Link} to="/settings/roles/$key" params={{ key: sight.role } as never} size="sm" c="dimmed" underline={can('role:manage') ? 'hover' : 'never'}>
            {roleName(sight.role)}
          </Anchor>
        </Text>
        <Text size="sm">{reasons}</Text>
        {shown &&
          less.map(({ access, names }) => (
            <Text key={access} size="sm" c="dimmed">
              {t(`share.less.${access as 'hidden' | 'masked' | 'read'}`, { names: names.join(', ') })}
            </Text>
          ))}
        {shown && sight.sees && less.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('share.allFields')}
          </Text>
        )}
      </div>
      {!open && (
        <UnstyledButton aria-expanded={shown} aria-label={t('share.fieldsOf', { name: sight.name })} onClick={() => setShown(!shown)} style={{ padding: 4 }}>
          <IconChevronDown size={17} style={{ transform: shown ? 'rotate(180deg)' : undefined }} />
        </UnstyledButton>
      )}
    </div>
  )
}
