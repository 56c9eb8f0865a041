import { Text } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import type { Customer, Field } from '@/api'
import { Avatar } from '@/kit/Avatar'
import { StageBadge } from '@/kit/field/badges'
import { formatPhone } from '@/kit/field/format'
import classes from '@/kit/list/list.module.css'

export function NameCell({ customer }: { customer: Customer }) {
  return (
    <span className={classes.name}>
      <Avatar name={customer.name} id={customer.id} size={26} square={customer.kind === 'organisation'} />
      <span className={classes.nameText}>{customer.name}</span>
      {customer.kind === 'organisation' && <IconBuilding size={14} stroke={1.6} color="var(--q-muted)" style={{ flex: 'none' }} aria-hidden />}
    </span>
  )
}

export function CustomerCard({ customer, stage }: { customer: Customer; stage?: Field }) {
  const phone = customer.phones.find((one) => one.primary) ?? customer.phones[0]
  const line = phone ? formatPhone(phone) : customer.emails[0]?.value
  return (
    <span className={classes.name}>
      <Avatar name={customer.name} id={customer.id} size={36} square={customer.kind === 'organisation'} />
      <span style={{ minWidth: 0, flex: 1 }}>
        <Text component="span" display="block" fw={500} truncate>
          {customer.name}
        </Text>
        <Text component="span" display="block" size="sm" c="dimmed" truncate className="num">
          {line}
        </Text>
      </span>
      {stage && (
        <Text component="span" size="xs" c="dimmed">
          <StageBadge field={stage} value={customer.stage} />
        </Text>
      )}
    </span>
  )
}
