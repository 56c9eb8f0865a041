import { Text } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Interaction } from '@/api'
import { formatAgo } from '@/kit/field/format'
import { CustomerName } from '@/kit/record/CustomerName'
import { beginning, iconOf, titleOf } from '../record/kinds'
import { RecordForm } from '../record/RecordForm'
import { RecordList } from '../record/RecordList'
import { RecordPanel } from '../record/RecordPanel'
import recordClasses from '../record/record.module.css'
import classes from '@/kit/list/list.module.css'

const usual = () => ['subject', 'customerName', 'channel', 'outcome', 'at', 'memberId']

export function InteractionList() {
  const { t } = useTranslation()
  const view = useSearch({ from: '/inside/interactions' })
  const [adding, setAdding] = useState(false)
  const tabs = useMemo(
    () => [
      { name: t('interaction.tab.all'), view: {} },
      { name: t('interaction.tab.mine'), view: { filter: ['memberId:in:me'] } },
      { name: t('interaction.tab.calls'), view: { filter: ['channel:in:call'] } },
      { name: t('interaction.tab.missed'), view: { filter: ['outcome:in:no-answer,busy,left-message'] } },
      { name: t('trash.title'), view: { trash: true } },
    ],
    [t],
  )
  const cells = useMemo(
    () => ({
      subject: (row: Interaction) => {
        const Sign = iconOf('interaction', row.channel)
        return (
          <span className={classes.name}>
            <Sign size={17} stroke={1.7} color="var(--q-muted)" style={{ flex: 'none' }} />
            <span className={classes.nameText}>{titleOf('interaction', row) ?? t(`timeline.type.${row.channel}`)}</span>
          </span>
        )
      },
      customerName: (row: Interaction) => <CustomerName quiet id={row.customerId} name={row.customerName} />,
    }),
    [t],
  )
  return (
    <>
      <RecordList
        kind="interaction"
        at="/interactions"
        view={view}
        title={t('nav.interactions')}
        tabs={tabs}
        usual={usual}
        cells={cells}
        onAdd={() => setAdding(true)}
        card={(row: Interaction) => (
          <span className={recordClasses.card}>
            <Text component="span" display="block" fw={500} truncate>
              {titleOf('interaction', row) ?? t(`timeline.type.${row.channel}`)}
            </Text>
            <Text component="span" display="block" size="sm" c="dimmed" truncate>
              {[row.customerName, formatAgo(row.at)].filter(Boolean).join(' · ')}
            </Text>
          </span>
        )}
        panel={(id, onClose) => <RecordPanel key={id} kind="interaction" id={id} onClose={onClose} />}
      />
      {adding && <RecordForm kind="interaction" {...beginning('interaction', '')} onClose={() => setAdding(false)} />}
    </>
  )
}
