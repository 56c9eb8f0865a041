import { Checkbox, Select, SimpleGrid, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Reach, WorkspaceRole } from '@/api'
import { say } from '@/i18n'
import { Scroll } from '@/kit/Scroll'
import { permissionsQuery } from '../apikey/queries'
import { REACHES, RECORDS } from './queries'
import classes from './role.module.css'

const ACTS = ['read', 'create', 'update', 'delete', 'export'] as const
const room = (permission: string) => permission.split(':')[0]!

type Props = { granted: string[]; onGranted: (granted: string[]) => void; reach: WorkspaceRole['reach']; onReach: (reach: WorkspaceRole['reach']) => void; fixed: boolean }

/** Kinds of records down, what may be done with them across, and how far it reaches. */
export function PermissionMatrix({ granted, onGranted, reach, onReach, fixed }: Props) {
  const { t } = useTranslation()
  const all = useQuery(permissionsQuery).data?.items ?? []
  const known = new Set(all.map((one) => one.name))
  const inTable = new Set(RECORDS.flatMap((record) => ACTS.map((act) => `${record}:${act}`)))
  const rest = all.filter((one) => !inTable.has(one.name))
  const rooms = [...new Set(rest.map((one) => room(one.name)))]
  const has = new Set(granted)
  const turn = (permission: string, on: boolean) => {
    // Who may not see a record does nothing else with it; who does something with it sees it.
    const reading = `${room(permission)}:read`
    const next = on
      ? [...granted, permission, ...(known.has(reading) ? [reading] : [])]
      : granted.filter((one) => one !== permission && !(permission === reading && RECORDS.some((record) => record === room(permission)) && room(one) === room(permission)))
    onGranted([...new Set(next)])
  }
  return (
    <>
      <Scroll className={classes.scroll} label={t('roles.may')}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('roles.ofWhat')}</th>
              {ACTS.map((act) => (
                <th key={act} scope="col" className={classes.mark}>
                  {t(`roles.act.${act}`)}
                </th>
              ))}
              <th scope="col">{t('roles.whose')}</th>
            </tr>
          </thead>
          <tbody>
            {RECORDS.map((record) => (
              <tr key={record}>
                <th scope="row">{t(`roles.record.${record}`)}</th>
                {ACTS.map((act) => {
                  const permission = `${record}:${act}`
                  return (
                    <td key={act} className={classes.mark}>
                      {known.has(permission) && (
                        <Checkbox size="md" className={classes.box} disabled={fixed} checked={has.has(permission)} aria-label={`${t(`roles.record.${record}`)}: ${t(`roles.act.${act}`)}`} onChange={(event) => turn(permission, event.currentTarget.checked)} />
                      )}
                    </td>
                  )
                })}
                <td>
                  <Select
                    size="xs"
                    disabled={fixed}
                    allowDeselect={false}
                    aria-label={t('roles.whoseOf', { name: t(`roles.record.${record}`) })}
                    value={reach[record] ?? 'none'}
                    onChange={(value) => onReach({ ...reach, [record]: value as Reach })}
                    data={REACHES.map((value) => ({ value, label: t(`roles.reach.${value}`) }))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Text size="sm" fw={600} mt={20} mb={8}>
        {t('roles.rest')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={10} verticalSpacing={10}>
        {rooms.flatMap((name) => rest.filter((one) => room(one.name) === name)).map((one) => (
          <Checkbox key={one.name} size="md" styles={{ label: { fontSize: 13.5 } }} disabled={fixed} label={say(one.label)} checked={has.has(one.name)} onChange={(event) => turn(one.name, event.currentTarget.checked)} />
        ))}
      </SimpleGrid>
    </>
  )
}
