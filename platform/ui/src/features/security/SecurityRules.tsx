import { Alert, Group, NumberInput, SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, type SecurityRule, type SecurityRulePatch } from '@/api'
import { language, say } from '@/i18n'
import { Failure, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { useCan } from '../session/useSession'
import classes from './security.module.css'

export const rulesQuery = queryOptions({ queryKey: ['security-rules'], queryFn: api.security.rules })

const HINTED = ['mass-reads', 'mass-exports', 'refusals', 'failed-sign-ins', 'unusual-hours', 'new-place', 'impossible-travel', 'unreadable-value'] as const
type Known = (typeof HINTED)[number]
const known = (rule: string): rule is Known => HINTED.some((one) => one === rule)
/** Of what is not counted by the day, what has a number all the same. */
const NUMBERED = ['unusual-hours', 'impossible-travel']
/** What a learned threshold begins with where it was a fixed one. */
const FACTOR = 4

/** What finds security events: what is looked for, from how much on, and what follows. */
export function SecurityRules() {
  const { t } = useTranslation()
  const can = useCan()
  const rules = useQuery(rulesQuery)
  if (rules.isPending) return <LinesSkeleton lines={6} />
  if (rules.error) return <Failure error={rules.error} onRetry={() => void rules.refetch()} />
  return (
    <>
      {!rules.data.mailReady && (
        <Alert color="gray" variant="light" icon={<IconMailOff size={18} />} mb="md">
          {t('security.rule.noMail')}
        </Alert>
      )}
      <Text size="sm" c="dimmed" mb="md" maw={620}>
        {t('security.rule.learnedHint')}
      </Text>
      {!can('audit:manage') && (
        <Text size="sm" c="dimmed" mb="md">
          {t('security.rule.readOnly')}
        </Text>
      )}
      <ul className={classes.rules}>
        {rules.data.items.map((rule) => (
          <Rule key={rule.rule} rule={rule} />
        ))}
      </ul>
    </>
  )
}

function Rule({ rule }: { rule: SecurityRule }) {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const locked = !can('audit:manage')
  const keep = useMutation({
    mutationFn: ({ patch }: { patch: SecurityRulePatch; undoable?: boolean }) => api.security.setRule(rule.rule, patch),
    onSuccess: (saved, { patch, undoable = true }) => {
      client.setQueryData(rulesQuery.queryKey, (old) => old && { ...old, items: old.items.map((one) => (one.rule === saved.rule ? saved : one)) })
      const back = Object.fromEntries(Object.keys(patch).map((key) => [key, rule[key as keyof SecurityRulePatch]])) as SecurityRulePatch
      done(t('security.rule.saved', { name: say(saved.label) }), undoable ? () => keep.mutate({ patch: back, undoable: false }) : undefined)
    },
    onError: (error) => (!isProblem(error) || Object.keys(error.byField).length === 0) && failed(error),
  })
  const errors = isProblem(keep.error) ? keep.error.byField : {}
  const set = (patch: SecurityRulePatch) => keep.mutate({ patch })
  const name = say(rule.label)
  const learned = rule.factor > 0
  return (
    <li className={classes.rule}>
      <Switch
        label={<b className={classes.name}>{name}</b>}
        description={known(rule.rule) ? t(`security.hint.${rule.rule}`) : undefined}
        checked={rule.enabled}
        disabled={locked}
        onChange={(event) => set({ enabled: event.currentTarget.checked })}
      />
      {rule.enabled && (
        <Stack gap={14} className={classes.inner} role="group" aria-label={name}>
          {rule.counts && (
            <SegmentedControl
              className={classes.way}
              size="xs"
              disabled={locked}
              aria-label={t('security.rule.way', { name })}
              value={learned ? 'learned' : 'fixed'}
              onChange={(way) => set({ factor: way === 'learned' ? FACTOR : 0 })}
              data={[
                { value: 'learned', label: t('security.rule.learned') },
                { value: 'fixed', label: t('security.rule.fixed') },
              ]}
            />
          )}
          {(rule.counts || NUMBERED.includes(rule.rule)) && (
            <div className={classes.numbers}>
              <Amount label={t(rule.counts ? 'security.rule.moreThan' : rule.rule === 'impossible-travel' ? 'security.rule.speed' : 'security.rule.days')} unit={t(`security.unit.${rule.rule as 'refusals'}`, { defaultValue: '' })} value={rule.floor} min={1} max={1_000_000} error={errors.floor} disabled={locked} onSave={(floor) => set({ floor })} />
              {rule.counts && learned && <Amount label={t('security.rule.times')} unit={t('security.rule.timesUnit')} value={rule.factor} min={1} max={1000} error={errors.factor} disabled={locked} onSave={(factor) => set({ factor })} />}
            </div>
          )}
          <Group gap="xl">
            <Switch size="xs" label={t('security.rule.mails')} checked={rule.mails} disabled={locked} onChange={(event) => set({ mails: event.currentTarget.checked })} />
            <Switch size="xs" label={t('security.rule.ends')} checked={rule.endsSessions} disabled={locked} onChange={(event) => set({ endsSessions: event.currentTarget.checked })} />
          </Group>
        </Stack>
      )}
    </li>
  )
}

type AmountProps = { label: string; unit: string; value: number; min: number; max: number; error?: string; disabled: boolean; onSave: (value: number) => void }

/** Kept where one leaves it or presses Enter, not with each digit. */
function Amount({ label, unit, value, min, max, error, disabled, onSave }: AmountProps) {
  const [text, setText] = useState<string | number>(value)
  useEffect(() => setText(value), [value])
  const keep = () => {
    if (text === '' || Number(text) === value) setText(value)
    else onSave(Math.min(max, Math.max(min, Math.round(Number(text)))))
  }
  return (
    <NumberInput
      label={label}
      suffix={unit && ` ${unit}`}
      thousandSeparator={language() === 'vi' ? '.' : ','}
      decimalSeparator={language() === 'vi' ? ',' : '.'}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      inputMode="numeric"
      value={text}
      error={error}
      disabled={disabled}
      onChange={setText}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  )
}
