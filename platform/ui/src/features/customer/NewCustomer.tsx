import { Alert, Anchor, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUsersGroup } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type Customer, type CustomerInput, type Field, type Kind } from '@/api'
import { FieldInput } from '@/kit/field/FieldInput'
import { formatPhone, isEmpty, patchOf, readField } from '@/kit/field/format'
import { laidOut, useLayout } from '@/kit/field/layout'
import { isWritable, useFields, useMembers } from '@/kit/field/useFields'
import { useRules } from '@/kit/field/useRules'
import { Failure, FormProblem, LinesSkeleton } from '@/kit/states'
import { done } from '@/kit/toast'
import { useKeys } from '@/kit/useKeys'
import { pluginsQuery } from '../plugin/queries'
import { useCan, useSession } from '../session/useSession'
import { useCustomerCache } from './queries'
import { applies, errorOf, isEditable, sectionsOf } from './sections'
import classes from './new.module.css'

const EMPTY: CustomerInput = { kind: 'person', stage: 'lead' }

/** What was typed outlives a reload and a wrong click. */
function useDraft(workspace: string) {
  const key = `quen.draft.${workspace}`
  const [draft, setDraft] = useState<CustomerInput>(() => {
    try {
      return { ...EMPTY, ...JSON.parse(sessionStorage.getItem(key) ?? '{}') }
    } catch {
      return EMPTY
    }
  })
  useEffect(() => {
    if (JSON.stringify(draft) === JSON.stringify(EMPTY)) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(draft))
  }, [draft, key])
  return [draft, setDraft] as const
}

export function NewCustomer() {
  const { t } = useTranslation()
  const can = useCan()
  const { workspace } = useSession()
  const navigate = useNavigate()
  const router = useRouter()
  const cache = useCustomerCache()
  const members = useMembers()
  const { edited, error: fieldsError, isPending, refetch } = useFields()
  const { data: plugins } = useQuery({ ...pluginsQuery, enabled: can('plugin:read') })
  const [draft, setDraft] = useDraft(workspace.id)
  const layout = useLayout('customer', draft.stage)
  const rules = useRules('customer', edited, draft)
  const attempt = useRef(crypto.randomUUID())
  const form = useRef<HTMLFormElement>(null)
  const create = useMutation({
    mutationFn: () => api.customers.create(clean(draft), attempt.current),
    onSuccess: async (customer) => {
      setDraft(EMPTY)
      cache.put(customer)
      cache.forgetLists()
      done(t('customer.created', { name: customer.name }))
      await navigate({ to: '/customers/$id', params: { id: customer.id }, replace: true })
    },
    onError: () => {
      attempt.current = crypto.randomUUID()
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    },
  })
  useKeys({ 'mod+enter': () => form.current?.requestSubmit() })
  if (fieldsError) return <Failure error={fieldsError} onRetry={() => void refetch()} />
  if (isPending) return <LinesSkeleton lines={10} />

  const errors = isProblem(create.error) ? create.error.byField : {}
  const set = (field: Field, value: unknown) =>
    setDraft((old) => {
      const patch = patchOf(field, value) as CustomerInput
      return { ...old, ...patch, ...(patch.fields ? { fields: { ...old.fields, ...patch.fields } } : {}) }
    })
  // One name is enough: the server takes it apart as Vietnamese names are built.
  const parts = ['familyName', 'middleName', 'givenName']
  const fitting = edited.filter((one) => isWritable(one) && !rules.hidden.has(one.key) && one.type !== 'file')
  const arranged = layout ? laidOut(fitting.filter((one) => isEditable(one) && applies(one, draft.kind)), layout) : sectionsOf(fitting, draft.kind, plugins?.items)
  const sections = arranged
    .map((section) => ({ ...section, fields: section.fields.filter((field) => !parts.includes(field.key)) }))
    .filter((section) => section.fields.length > 0)
  const placed = sections.flatMap((section) => section.fields.filter((field) => errorOf(field, errors)).flatMap((field) =>
    Object.keys(errors).filter((place) => errorOf(field, { [place]: 'x' })),
  ))
  return (
    <form
      ref={form}
      className={classes.page}
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate()
      }}
    >
      <div className={classes.body}>
        <Group justify="space-between" mb={18}>
          <Title order={1} size="h2" fz={20}>
            {t('customer.add')}
          </Title>
          <SegmentedControl
            value={draft.kind}
            aria-label={t('kind.label')}
            onChange={(kind) => setDraft({ ...draft, kind: kind as Kind })}
            data={(['person', 'organisation'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </Group>
        <Stack gap={16}>
          <FormProblem error={create.error} fields={placed} />
          <Duplicates draft={draft} />
        </Stack>
        {sections.map((section, first) => (
          <fieldset key={section.id} className={classes.section}>
            <legend>{section.title}</legend>
            <div className={classes.grid}>
              {section.fields.map((field, index) => (
                <div key={field.key} className={wide(field) ? classes.wide : undefined} data-field={field.key}>
                  <FieldInput
                    field={field}
                    members={members}
                    autoFocus={first === 0 && index === 0}
                    value={readField(draft as Customer, field)}
                    onChange={((value: unknown) => set(field, value)) as never}
                    error={errorOf(field, errors) ?? errorOf(field, rules.errors)}
                    errors={errors}
                  />
                </div>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => (router.history.canGoBack() ? router.history.back() : void navigate({ to: '/customers' }))}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={create.isPending}>
          {t('customer.create')}
        </Button>
      </div>
    </form>
  )
}

const wide = (field: Field) => ['name', 'phones', 'emails', 'addresses', 'phone', 'email', 'address'].includes(field.key)

function clean(draft: CustomerInput): CustomerInput {
  const full = Object.fromEntries(Object.entries(draft).filter(([, value]) => !isEmpty(value))) as CustomerInput
  full.phones = full.phones?.filter((one) => one.value.trim())
  full.emails = full.emails?.filter((one) => one.value.trim())
  if (full.fields) full.fields = Object.fromEntries(Object.entries(full.fields).filter(([, value]) => !isEmpty(value)))
  return full
}

/** Somebody may know this customer already: say so before a second one is made. */
function Duplicates({ draft }: { draft: CustomerInput }) {
  const { t } = useTranslation()
  const asked = {
    phone: draft.phones?.[0]?.value.trim() || undefined,
    email: draft.emails?.[0]?.value.trim() || undefined,
    externalId: draft.externalId?.trim() || undefined,
  }
  const [settled] = useDebouncedValue(JSON.stringify(asked), 400)
  const query = JSON.parse(settled) as typeof asked
  const enough = (query.phone?.replace(/\D/g, '').length ?? 0) >= 9 || /.@.+\../.test(query.email ?? '') || Boolean(query.externalId)
  const { data } = useQuery({
    queryKey: ['customers', 'duplicates', query],
    queryFn: () => api.customers.possibleDuplicates(query),
    enabled: enough,
    retry: false,
  })
  if (!enough || !data?.items.length) return null
  return (
    <Alert color="yellow" variant="light" icon={<IconUsersGroup size={18} />} title={t('customer.duplicates', { count: data.items.length })} role="status">
      {data.items.slice(0, 3).map((one) => (
        <Text key={one.id} size="sm">
          <Anchor component={Link} to="/customers/$id" params={{ id: one.id } as never} underline="always" inherit>
            {one.name}
          </Anchor>
          {one.phones[0] && ` · ${formatPhone(one.phones[0])}`}
        </Text>
      ))}
    </Alert>
  )
}
