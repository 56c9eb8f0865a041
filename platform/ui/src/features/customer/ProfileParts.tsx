import { ActionIcon, Alert, Button, Group, Menu, Text, Title, Tooltip } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconBrandLine, IconClipboardText, IconDotsVertical, IconMail, IconMessage, IconPhone, IconUserShare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Customer, type CustomerPatch, type Field } from '@/api'
import { lazily } from '@/app/lazily'
import { Avatar } from '@/kit/Avatar'
import { StageBadge, Tag } from '@/kit/field/badges'
import { formatAgo, formatDate, formatTime } from '@/kit/field/format'
import { laidOut, useLayout } from '@/kit/field/layout'
import { useFields, useMembers } from '@/kit/field/useFields'
import { useRules } from '@/kit/field/useRules'
import { EditableField } from '@/kit/record/EditableField'
import recordClasses from '@/kit/record/record.module.css'
import { done, failed } from '@/kit/toast'
import { pluginsQuery } from '../plugin/queries'
import { OriginMark } from '../provenance/OriginMark'
import { useCan } from '../session/useSession'
import { useCustomerCache } from './queries'
import { ageOf, applies, contactFirst, isEditable, sectionsOf } from './sections'
import classes from './profile.module.css'

const AccessDialog = lazily(() => import('../share/AccessDialog'), 'AccessDialog')
const SurveyLinkDialog = lazily(() => import('../survey/SurveyLinkDialog'), 'SurveyLinkDialog')

export function ProfileHead({ customer, stage }: { customer: Customer; stage?: Field }) {
  const { t } = useTranslation()
  const age = ageOf(customer)
  const { byKey } = useFields()
  // What is hidden from somebody has no field.
  const owner = useMembers().find((one) => one.id === customer.ownerId && byKey.has('ownerId'))
  const tags = byKey.has('tags') ? customer.tags : []
  const facts = [
    t(`kind.${customer.kind}`),
    age !== null && age >= 0 ? t('customer.age', { count: age }) : null,
    customer.externalId,
  ].filter(Boolean)
  return (
    <div className={classes.head}>
      <Avatar name={customer.name} id={customer.id} size={52} square={customer.kind === 'organisation'} />
      <div style={{ minWidth: 0 }}>
        <Title order={1} size="h2" fz={19} style={{ overflowWrap: 'anywhere' }}>
          {customer.name}
        </Title>
        <Group gap={8} mt={2}>
          {stage && <StageBadge field={stage} value={customer.stage} />}
          <Text c="dimmed" size="sm">
            {facts.join(' · ')}
          </Text>
        </Group>
        {(owner || tags.length > 0) && (
          <Group gap={6} mt={4}>
            {owner && (
              <Text size="sm" c="dimmed">
                {t('customer.inCareOf', { name: owner.name })}
              </Text>
            )}
            {tags.slice(0, TAGS_SHOWN).map((one) => (
              <Tag key={one}>{one}</Tag>
            ))}
            {tags.length > TAGS_SHOWN && (
              <Text size="sm" c="dimmed" title={tags.slice(TAGS_SHOWN).join(', ')}>
                +{tags.length - TAGS_SHOWN}
              </Text>
            )}
          </Group>
        )}
      </div>
    </div>
  )
}

const TAGS_SHOWN = 5

/** How to reach them, with one click. */
export function ReachBar({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const phone = customer.phones.find((one) => one.primary) ?? customer.phones[0]
  const email = customer.emails.find((one) => one.primary) ?? customer.emails[0]
  const [main, extension] = phone ? (phone.normal || phone.value).split(';ext=') : []
  // Who sees only a part of it reaches nobody by it.
  const masked = (text?: string) => text?.includes('•')
  const number = masked(main) ? undefined : main?.replace(/[^\d+]/g, '')
  const ways = [
    number && { name: 'phone', href: `tel:${number}${extension ? `;ext=${extension}` : ''}`, icon: IconPhone, out: false },
    number && { name: 'sms', href: `sms:${number}`, icon: IconMessage, out: false },
    number && { name: 'zalo', href: `https://zalo.me/${number.replace(/^\+84/, '0')}`, icon: IconBrandLine, out: true },
    email && !masked(email.value) && { name: 'email', href: `mailto:${email.value}`, icon: IconMail, out: false },
  ].filter((one) => typeof one === 'object')
  if (ways.length === 0) return null
  return (
    <div className={classes.reach}>
      {ways.map((way) => (
        <Button
          key={way.name}
          component="a"
          href={way.href}
          {...(way.out ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
          variant={customer.preferredChannel === way.name ? 'light' : 'default'}
          size="xs"
          leftSection={<way.icon size={15} stroke={1.7} />}
        >
          {t(`reach.${way.name}`)}
        </Button>
      ))}
    </div>
  )
}

type SectionsProps = { customer: Customer; save: (base: Customer, patch: CustomerPatch) => Promise<boolean> }
export function ProfileSections({ customer, save }: SectionsProps) {
  const { t } = useTranslation()
  const can = useCan()
  const members = useMembers()
  const { edited } = useFields()
  const { data: plugins } = useQuery({ ...pluginsQuery, enabled: can('plugin:read') })
  const layout = useLayout('customer', customer.stage)
  const rules = useRules('customer', edited, customer)
  const readOnly = !can('customer:update') || customer.archivedAt !== null
  const fitting = edited.filter((one) => !rules.hidden.has(one.key))
  const sections = layout
    ? laidOut(fitting.filter((one) => isEditable(one) && applies(one, customer.kind)), layout)
    : contactFirst(sectionsOf(fitting, customer.kind, plugins?.items))
  return (
    <>
      {customer.suggestedName && !readOnly && (
        <Button variant="subtle" size="compact-sm" onClick={() => void save(customer, { name: customer.suggestedName! }).catch(failed)}>
          {t('customer.rewriteName', { name: customer.suggestedName })}
        </Button>
      )}
      {sections.map((section) => (
        <section key={section.id} className={recordClasses.section} aria-label={section.title}>
          <h2 className={recordClasses.sectionTitle}>{section.title}</h2>
          {section.fields.map((field) => (
            <EditableField
              key={field.key}
              field={field}
              record={customer}
              members={members}
              readOnly={readOnly}
              save={save}
              mark={<OriginMark customer={customer} field={field} restore={readOnly || field.access ? undefined : save} />}
            />
          ))}
        </section>
      ))}
    </>
  )
}

export function useShelve() {
  const { t } = useTranslation()
  const cache = useCustomerCache()
  return async function shelve(customer: Customer, on: boolean, undoable = true) {
    try {
      const saved = on ? await api.customers.archive(customer.id) : await api.customers.restore(customer.id)
      cache.put(saved)
      cache.forgetLists()
      done(t(on ? 'bulk.archived' : 'bulk.restored', { count: 1 }), undoable ? () => void shelve(saved, !on, false) : undefined)
    } catch (error) {
      failed(error)
    }
  }
}

export function ProfileMenu({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const can = useCan()
  const shelve = useShelve()
  const [sending, setSending] = useState(false)
  const [sharing, setSharing] = useState(false)
  const archived = customer.archivedAt !== null
  const sends = can('survey:send') && !archived
  const shares = can('record:share') || can('role:manage')
  if (!can('customer:archive') && !sends && !shares) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label={t('action.more')}>
            <ActionIcon aria-label={t('action.more')}>
              <IconDotsVertical size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {sends && (
            <Menu.Item leftSection={<IconClipboardText size={16} />} onClick={() => setSending(true)}>
              {t('survey.send')}
            </Menu.Item>
          )}
          {shares && (
            <Menu.Item leftSection={<IconUserShare size={16} />} onClick={() => setSharing(true)}>
              {t('share.open')}
            </Menu.Item>
          )}
          {can('customer:archive') && (
            <Menu.Item leftSection={archived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />} onClick={() => void shelve(customer, !archived)}>
              {t(archived ? 'customer.restore' : 'customer.archive')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {sending && <SurveyLinkDialog customer={customer} onClose={() => setSending(false)} />}
        {sharing && <AccessDialog at={{ record: 'customer', id: customer.id }} name={customer.name} onClose={() => setSharing(false)} />}
      </Suspense>
    </>
  )
}

export function ArchivedNotice({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const can = useCan()
  const shelve = useShelve()
  if (!customer.archivedAt) return null
  return (
    <Alert color="yellow" variant="light" icon={<IconArchive size={18} />} mb="md">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('customer.isArchived', { when: formatDate(customer.archivedAt) })}</Text>
        {can('customer:archive') && (
          <Button size="compact-sm" variant="default" onClick={() => void shelve(customer, false)}>
            {t('customer.restore')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

export function Provenance({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const line = (key: 'customer.createdLine' | 'customer.updatedLine', at: string, name?: string | null) => (
    <Text size="xs" c="dimmed" title={formatTime(at)}>
      {t(key, { when: formatAgo(at), name: name || t('actor.system') })}
    </Text>
  )
  return (
    <div className={classes.provenance}>
      {line('customer.createdLine', customer.createdAt, customer.createdBy?.name)}
      {customer.version > 1 && line('customer.updatedLine', customer.updatedAt, customer.updatedBy?.name)}
    </div>
  )
}
