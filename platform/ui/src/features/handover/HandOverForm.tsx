import { ActionIcon, Button, Checkbox, Group, MultiSelect, Radio, Select, Stack, Text } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type HandedKind, type HandOverRule, type Member, type NewHandOver } from '@/api'
import { useMembers } from '@/kit/field/useFields'
import { SettingsBlock } from '@/kit/SettingsPage'
import { FormProblem } from '@/kit/states'
import { teamsQuery, treeOf } from '../team/queries'
import { viewsQuery } from '../view/queries'
import { ByHand } from './ByHand'
import { asked, KINDS, missing, RULES } from './queries'
import classes from './handover.module.css'

type Props = { plan: NewHandOver; onPlan: (plan: NewHandOver) => void; onRun: (id: string) => void }

/** Whose, what, and to whom. Nothing changes yet: what follows is a preview. */
export function HandOverForm({ plan, onPlan, onRun }: Props) {
  const { t } = useTranslation()
  const people = useMembers()
  const others = people.filter((one) => one.id !== plan.from)
  const set = (next: Partial<NewHandOver>) => onPlan({ ...plan, ...next })
  const preview = useMutation({ mutationFn: () => api.handOvers.preview(asked(plan)), onSuccess: (run) => onRun(run.id) })
  const lacks = missing(plan)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        preview.mutate()
      }}
    >
      <FormProblem error={preview.error} />
      <SettingsBlock title={t('handover.whose')}>
        <Stack gap={14}>
          <Select
            searchable
            maw={360}
            label={t('handover.from')}
            placeholder={t('share.whyHint')}
            nothingFoundMessage={t('filter.noField')}
            value={plan.from || null}
            onChange={(from) => set({ from: from ?? '', to: plan.to.filter((one) => one !== from), named: [], fitting: plan.fitting.map((one) => ({ ...one, to: one.to.filter((it) => it !== from) })) })}
            data={people.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Checkbox.Group label={t('handover.what')} description={t('handover.whatHint')} value={plan.records} onChange={(records) => set({ records: KINDS.filter((one) => records.includes(one)) as HandedKind[] })}>
            <Group gap="lg" mt={8}>
              {KINDS.map((kind) => (
                <Checkbox key={kind} value={kind} label={t(`handover.kind.${kind}`)} />
              ))}
            </Group>
          </Checkbox.Group>
        </Stack>
      </SettingsBlock>
      <SettingsBlock title={t('handover.toWhom')}>
        <Stack gap={14}>
          <Radio.Group aria-label={t('handover.toWhom')} value={plan.rule} onChange={(rule) => set({ rule: rule as HandOverRule })}>
            <Stack gap={10}>
              {RULES.map((rule) => (
                <Radio key={rule} value={rule} label={t(`handover.rule.${rule}`)} description={t(`handover.ruleHint.${rule}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Receivers plan={plan} others={others} onChange={set} />
        </Stack>
      </SettingsBlock>
      {plan.rule === 'by-hand' && plan.from && (
        <SettingsBlock title={t('handover.pick')} hint={t('handover.pickHint')}>
          <ByHand key={plan.from} plan={plan} others={others} onNamed={(named) => set({ named })} />
        </SettingsBlock>
      )}
      {plan.records.includes('customer') && <Fitting plan={plan} others={others} onChange={set} />}
      <Group mt="md" gap="md">
        <Button type="submit" loading={preview.isPending} disabled={lacks !== null}>
          {t('bulk.look')}
        </Button>
        {lacks && (
          <Text size="sm" c="dimmed">
            {t(`handover.lacks.${lacks}`)}
          </Text>
        )}
      </Group>
    </form>
  )
}

type PartProps = { plan: NewHandOver; others: Member[]; onChange: (next: Partial<NewHandOver>) => void }

function Receivers({ plan, others, onChange }: PartProps) {
  const { t } = useTranslation()
  const teams = useQuery({ ...teamsQuery, enabled: plan.rule === 'team' }).data?.items ?? []
  const data = others.map((one) => ({ value: one.id, label: one.name }))
  const common = { searchable: true, maw: 480, nothingFoundMessage: t('filter.noField') } as const
  if (plan.rule === 'one') return <Select {...common} label={t('handover.receiver')} placeholder={t('share.whyHint')} value={plan.to[0] ?? null} onChange={(to) => onChange({ to: to ? [to] : [] })} data={data} />
  if (plan.rule === 'evenly') return <MultiSelect {...common} label={t('handover.receivers')} placeholder={plan.to.length ? undefined : t('handover.several')} value={plan.to} onChange={(to) => onChange({ to })} data={data} />
  if (plan.rule === 'team')
    return <Select {...common} label={t('handover.team')} placeholder={t('handover.teamHint')} value={plan.teamId} onChange={(teamId) => onChange({ teamId })} data={treeOf(teams).map(({ team }) => ({ value: team.id, label: team.name, disabled: team.members.every((one) => one === plan.from) }))} />
  return null
}

/** Customers of a saved view go to somebody of their own, whatever is said of the rest. */
function Fitting({ plan, others, onChange }: PartProps) {
  const { t } = useTranslation()
  const views = useQuery(viewsQuery('customer')).data?.items ?? []
  const same = (query: object) => views.find((one) => JSON.stringify(one.query) === JSON.stringify(query))?.id ?? null
  const set = (n: number, next: Partial<NewHandOver['fitting'][number]>) => onChange({ fitting: plan.fitting.map((one, at) => (at === n ? { ...one, ...next } : one)) })
  return (
    <SettingsBlock title={t('handover.fitting')} hint={t(views.length > 0 ? 'handover.fittingHint' : 'handover.noViews')}>
      <Stack gap={10}>
        {plan.fitting.map((one, n) => (
          <div key={n} className={classes.fitting}>
            <Select size="sm" searchable allowDeselect={false} label={t('handover.view')} nothingFoundMessage={t('filter.noField')} value={same(one.query)} onChange={(id) => set(n, { query: views.find((view) => view.id === id)?.query ?? one.query })} data={views.map((view) => ({ value: view.id, label: view.name }))} />
            <MultiSelect size="sm" searchable label={t('handover.receivers')} nothingFoundMessage={t('filter.noField')} value={one.to} onChange={(to) => set(n, { to })} data={others.map((person) => ({ value: person.id, label: person.name }))} />
            <ActionIcon size={34} aria-label={t('handover.dropRule', { number: n + 1 })} title={t('handover.dropRule', { number: n + 1 })} onClick={() => onChange({ fitting: plan.fitting.filter((_, at) => at !== n) })}>
              <IconX size={17} />
            </ActionIcon>
          </div>
        ))}
        {views.length > plan.fitting.length && (
          <Button style={{ alignSelf: 'flex-start' }} size="xs" variant="default" leftSection={<IconPlus size={15} />} onClick={() => onChange({ fitting: [...plan.fitting, { query: views.find((view) => !plan.fitting.some((it) => same(it.query) === view.id))!.query, to: [] }] })}>
            {t('handover.addRule')}
          </Button>
        )}
      </Stack>
    </SettingsBlock>
  )
}
