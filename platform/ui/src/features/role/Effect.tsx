import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FieldAccess, Reach, RecordName, RoleEffect } from '@/api'
import { say } from '@/i18n'
import { arranged, fieldsQuery } from '@/kit/field/useFields'
import { permissionsQuery } from '../apikey/queries'
import { RECORDS } from './queries'
import classes from './role.module.css'

type Change = RoleEffect['changes'][number]
type Props = { effect: RoleEffect; name: string; busy: boolean; onSave: () => void; onClose: () => void }

/** How many people gain or lose what, before it is so. */
export function Effect({ effect, name, busy, onSave, onClose }: Props) {
  const { t } = useTranslation()
  const words = useChangeWords()
  const lost = effect.changes.filter((one) => !one.gains)
  const gained = effect.changes.filter((one) => one.gains)
  return (
    <Modal opened onClose={onClose} size="lg" title={t('roles.effectTitle', { name })} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack>
        <Text>{effect.members === 0 ? t('roles.effectNobody') : t('roles.effectPeople', { count: effect.members })}</Text>
        {effect.changes.length === 0 && <Text c="dimmed">{t('roles.effectNothing')}</Text>}
        {(['lose', 'gain'] as const).map((side) => {
          const changes = side === 'lose' ? lost : gained
          const Sign = side === 'lose' ? IconArrowDownRight : IconArrowUpRight
          return (
            changes.length > 0 && (
              <section key={side} aria-label={t(`roles.${side}`)}>
                <Text fw={600} size="sm" mb={6} c={side === 'lose' ? 'var(--q-bad)' : 'var(--q-accent)'}>
                  <Sign size={16} style={{ verticalAlign: -3 }} /> {t(`roles.${side}`)}
                </Text>
                <ul className={classes.effect}>
                  {changes.map((one) => (
                    <li key={`${one.kind} ${one.what}`}>{words(one)}</li>
                  ))}
                </ul>
              </section>
            )
          )
        })}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('roles.backToEdit')}
          </Button>
          <Button data-autofocus loading={busy} onClick={onSave}>
            {t('roles.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function useChangeWords() {
  const { t } = useTranslation()
  const permissions = useQuery(permissionsQuery).data?.items
  const catalogues = useQueries({ queries: RECORDS.map((record) => fieldsQuery(record)) })
  return ({ kind, what, before, after }: Change) => {
    if (kind === 'permission') return say(permissions?.find((one) => one.name === what)?.label) || what
    if (kind === 'reach')
      return t('roles.reachChange', { what: t(`roles.record.${what as RecordName}`), before: t(`roles.reach.${(before ?? 'none') as Reach}`).toLocaleLowerCase(), after: t(`roles.reach.${(after ?? 'none') as Reach}`).toLocaleLowerCase() })
    const [record, key] = [what.slice(0, what.indexOf('/')) as RecordName, what.slice(what.indexOf('/') + 1)]
    const field = arranged(catalogues[RECORDS.indexOf(record)]?.data?.items ?? [], record).byKey.get(key)
    const name = key === '*' ? t('roles.allFields') : field ? say(field.label) : key
    return t('roles.fieldChange', { what: `${t(`roles.record.${record}`)} · ${name}`, before: t(`roles.access.${(before ?? 'write') as FieldAccess}`).toLocaleLowerCase(), after: t(`roles.access.${(after ?? 'write') as FieldAccess}`).toLocaleLowerCase() })
  }
}
