import { Anchor, Text, Title } from '@mantine/core'
import { IconFileTypeCsv, IconFileTypeXls } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatAgo, formatNumber, formatSize } from '@/kit/field/format'
import { Failure, LinesSkeleton } from '@/kit/states'
import settingsClasses from '@/kit/settings.module.css'
import { useCan } from '../session/useSession'
import { bulksQuery } from '../bulk/queries'
import { DropFile } from './DropFile'
import { importsQuery } from './queries'
import { StateMark } from './StateMark'
import classes from './importing.module.css'

export function ImportList() {
  const { t } = useTranslation()
  const can = useCan()
  const imports = useQuery(importsQuery)
  const { data: runs } = useQuery({ ...bulksQuery, enabled: can('customer:update') })
  const undone = new Set(runs?.items.filter((one) => one.kind === 'undo-import' && one.state === 'completed').map((one) => one.of))
  return (
    <div className={classes.page}>
      <Title order={1} size="h2" fz={20}>
        {t('import.title')}
      </Title>
      <Text c="dimmed" mt={4} mb={20}>
        {t('import.lead')}
      </Text>
      {can('import:run') && <DropFile />}
      {imports.isPending ? (
        <LinesSkeleton lines={4} />
      ) : imports.error ? (
        <Failure error={imports.error} onRetry={() => void imports.refetch()} />
      ) : (
        imports.data.items.length > 0 && (
          <section style={{ marginTop: 32 }}>
            <Title order={2} size="h3" fz={15} mb={10}>
              {t('import.earlier')}
            </Title>
            <div className={settingsClasses.rows}>
              {imports.data.items.map((one) => {
                const Sign = /\.xlsx$/i.test(one.fileName) ? IconFileTypeXls : IconFileTypeCsv
                return (
                  <div key={one.id} className={settingsClasses.row}>
                    <Sign size={24} stroke={1.4} color="var(--q-muted)" />
                    <div className={settingsClasses.grow}>
                      <Anchor component={Link} to="/imports/$id" params={{ id: one.id } as never} fw={500} c="var(--q-text)">
                        {one.fileName}
                      </Anchor>
                      <Text size="sm" c="dimmed" className="num">
                        {[
                          formatSize(one.size),
                          one.createdBy?.name,
                          formatAgo(one.createdAt),
                          one.result && t('tray.result', { created: formatNumber(one.result.created), updated: formatNumber(one.result.updated), rejected: formatNumber(one.result.rejected) }),
                        ].filter(Boolean).join(' · ')}
                      </Text>
                    </div>
                    <StateMark state={undone.has(one.id) ? 'undone' : one.state} />
                  </div>
                )
              })}
            </div>
          </section>
        )
      )}
    </div>
  )
}
