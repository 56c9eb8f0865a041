import { Alert, Button, Text } from '@mantine/core'
import { IconShieldCheck, IconShieldQuestion, IconShieldX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type TrailVerification } from '@/api'
import { formatAgo, formatNumber, formatTime } from '@/kit/field/format'
import { failed } from '@/kit/toast'
import classes from './trail.module.css'

/** Whether the trail is whole, as far as somebody has looked; and looking anew. */
export function Verified() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const said = useQuery({ queryKey: ['audit-verification'], queryFn: api.audit.verified, retry: false })
  const verify = useMutation({
    mutationFn: api.audit.verify,
    onSuccess: () => {
      // The trail says so itself, a moment later.
      setTimeout(() => void client.invalidateQueries({ queryKey: ['audit'] }), 600)
    },
    onError: failed,
  })
  if (!said.data) return null
  const found = verify.data
  const last = said.data.last
  const whole = found?.whole ?? last?.whole
  const Sign = whole === undefined ? IconShieldQuestion : whole ? IconShieldCheck : IconShieldX
  return (
    <section className={classes.verified} data-state={whole === undefined ? 'unknown' : whole ? 'whole' : 'broken'} aria-label={t('trail.verified.title')}>
      <Sign size={26} stroke={1.5} />
      <div className={classes.verifiedText} role="status">
        <Text fw={500}>
          {verify.isPending
            ? t('trail.verified.busy')
            : found
              ? t(found.whole ? 'trail.verified.nowWhole' : 'trail.verified.nowBroken', { number: formatNumber(found.entries) })
              : last
                ? t(last.whole ? 'trail.verified.whole' : 'trail.verified.broken', { number: formatNumber(last.seq - 1) })
                : t('trail.verified.never')}
        </Text>
        <Text size="sm" c="dimmed" className="num">
          {found
            ? found.sealedAt
              ? t('trail.verified.sealed', { number: formatNumber(found.sealed), when: formatTime(found.sealedAt) })
              : t('trail.verified.unsealed')
            : last
              ? t('trail.verified.by', { name: last.by.name || t('actor.system'), when: formatAgo(last.at) })
              : t('trail.verified.hint')}
        </Text>
      </div>
      <Button size="xs" variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
        {t(found || last ? 'trail.verified.again' : 'trail.verified.now')}
      </Button>
      {found && !found.whole && <Breaks found={found} />}
    </section>
  )
}

function Breaks({ found }: { found: TrailVerification }) {
  const { t } = useTranslation()
  return (
    <Alert color="red" variant="light" w="100%" py={10}>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {found.breaks.slice(0, 10).map((one, n) => (
          <li key={n} className="num">
            {t('trail.verified.at', { number: formatNumber(one.seq) })}: {t(`trail.broken.${one.kind}`)}
          </li>
        ))}
      </ul>
      <Text size="sm" mt={6}>
        {found.breaks.length > 10 && `${t('trail.verified.more', { number: formatNumber(found.breaks.length - 10) })} `}
        {t('trail.verified.todo')}
      </Text>
    </Alert>
  )
}
