import { ActionIcon, Button, Text, TextInput, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconEye, IconEyeOff, IconGripVertical, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Text as Words } from '@/api'
import { language, say } from '@/i18n'
import { slugOf } from '@/kit/field/parse'
import { moved, useReorder } from '@/kit/useReorder'
import { HIDDEN, mayMove, swapSections, type Row } from './arrangement'
import classes from './field.module.css'

/** Sections and their fields to be put in order; what stands below the last line is hidden. */
export function Arranger({ rows, fields, onChange }: { rows: Row[]; fields: Field[]; onChange: (rows: Row[]) => void }) {
  const { t } = useTranslation()
  const [said, setSaid] = useState('')
  const byKey = new Map(fields.map((one) => [one.key, one]))
  const name = (key: string) => say(byKey.get(key)?.label) || key
  const required = (key: string) => byKey.get(key)?.required ?? false
  const bound = rows.findIndex((one) => one.id === HIDDEN)
  const sections = rows.filter((one) => 'section' in one).length
  const move = (from: number, to: number) => {
    if (!mayMove(rows, from, to, required)) return
    const next = moved(rows, from, to)
    onChange(next)
    const above = next.slice(0, to).findLast((one) => !('field' in one))
    setSaid(t('layout.movedTo', { section: above && 'section' in above ? say(above.section.label) : t('layout.hidden') }))
  }
  const { list, handle } = useReorder<HTMLDivElement>(move)
  const rename = (index: number, words: string) =>
    onChange(
      rows.map((row, n) => {
        if (n !== index || !('section' in row)) return row
        // A name that was the same in both languages goes on being so.
        const old = row.section.label
        const label: Words = old.vi === old.en ? { vi: words, en: words } : { ...old, [language()]: words }
        return { ...row, section: { ...row.section, label } }
      }),
    )
  const add = () => {
    const label = t('layout.newSection')
    const base = slugOf(label).replaceAll('-', '_')
    let number = 1
    while (rows.some((one) => one.id === `section ${base}_${number}`)) number++
    const key = `${base}_${number}`
    onChange([...rows.slice(0, bound), { id: `section ${key}`, section: { key, label: { vi: label, en: label } } }, ...rows.slice(bound)])
  }
  return (
    <>
      <div ref={list} className={classes.arranger}>
        {rows.map((row, index) => {
          if ('section' in row) {
            const called = say(row.section.label)
            const next = rows[index + 1]
            return (
              <div key={row.id} className={classes.blockHead}>
                <TextInput size="xs" style={{ flex: 1 }} styles={{ input: { fontWeight: 600 } }} aria-label={t('layout.sectionName')} maxLength={80} value={called} onChange={(event) => rename(index, event.currentTarget.value)} />
                {sections > 1 && (
                  <>
                    <ActionIcon size={28} disabled={index === 0} aria-label={t('layout.up', { name: called })} onClick={() => onChange(swapSections(rows, index, -1))}>
                      <IconChevronUp size={16} />
                    </ActionIcon>
                    <ActionIcon size={28} disabled={!rows.some((one, n) => n > index && 'section' in one)} aria-label={t('layout.down', { name: called })} onClick={() => onChange(swapSections(rows, index, 1))}>
                      <IconChevronDown size={16} />
                    </ActionIcon>
                    <ActionIcon size={28} disabled={next && 'field' in next} title={next && 'field' in next ? t('layout.dropHint') : undefined} aria-label={t('layout.drop', { name: called })} onClick={() => onChange(rows.filter((_, n) => n !== index))}>
                      <IconTrash size={15} stroke={1.6} />
                    </ActionIcon>
                  </>
                )}
              </div>
            )
          }
          if ('field' in row) {
            const called = name(row.field)
            const away = index > bound
            return (
              <div key={row.id} className={classes.place} data-away={away || undefined}>
                <Tooltip label={t('layout.moveHint')}>
                  <ActionIcon size={28} aria-label={t('layout.move', { name: called })} {...handle(index)}>
                    <IconGripVertical size={16} stroke={1.7} />
                  </ActionIcon>
                </Tooltip>
                <span className={classes.placeName}>{called}</span>
                {required(row.field) && !away ? (
                  <Text component="span" size="sm" c="dimmed" title={t('layout.needed')}>
                    {t('fields.required')}
                  </Text>
                ) : (
                  <ActionIcon size={28} aria-label={t(away ? 'layout.show' : 'layout.hide', { name: called })} onClick={() => onChange(moved(rows, index, away ? bound : rows.length - 1))}>
                    {away ? <IconEye size={16} stroke={1.6} /> : <IconEyeOff size={16} stroke={1.6} />}
                  </ActionIcon>
                )}
              </div>
            )
          }
          return (
            <div key={row.id} className={classes.hiddenHead}>
              <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={add}>
                {t('layout.addSection')}
              </Button>
              <h2 className={classes.section}>{t('layout.hidden')}</h2>
              {bound === rows.length - 1 && (
                <Text size="sm" c="dimmed">
                  {t('layout.noneHidden')}
                </Text>
              )}
            </div>
          )
        })}
      </div>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}
