import { useLocation } from '@tanstack/react-router'
import { useBulkJobs } from '@/features/bulk/jobs'
import { useExportJobs } from '@/features/exporting/jobs'
import { useImportJobs } from '@/features/importing/jobs'
import { Tray } from '@/kit/tray/Tray'

/** All long work of this person, whatever it is; what has this page open is seen there. */
export function JobTray({ docked }: { docked: boolean }) {
  const pathname = useLocation({ select: (location) => location.pathname })
  const imports = useImportJobs()
  const [bulk, dialog] = useBulkJobs()
  const exports = useExportJobs()
  return (
    <>
      <Tray docked={docked} jobs={[...(pathname === '/bulk' ? [] : bulk), ...exports, ...imports].filter((job) => job.at !== pathname)} />
      {dialog}
    </>
  )
}
