import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '@/api'

/** A customer by name, for records that know only the id. */
export function CustomerName({ id, name, quiet = false }: { id: string; name?: string | null; quiet?: boolean }) {
  const { data } = useQuery({ queryKey: ['customers', 'one', id], queryFn: () => api.customers.one(id), enabled: !name, retry: false })
  return (
    <Anchor component={Link} to="/customers/$id" params={{ id } as never} inherit c={quiet ? 'var(--q-text)' : undefined} style={quiet ? { overflow: 'hidden', textOverflow: 'ellipsis' } : { overflowWrap: 'anywhere' }}>
      {name ?? data?.name ?? '…'}
    </Anchor>
  )
}
