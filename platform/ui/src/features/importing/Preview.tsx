import { useTranslation } from 'react-i18next'
import type { Import } from '@/api'
import { Scroll } from '@/kit/Scroll'
import classes from './importing.module.css'

/** The first rows as they will be read. */
export function Preview({ run }: { run: Import }) {
  const { t } = useTranslation()
  const headings = run.columns.map((one) => one.heading || t('import.columnNumber', { number: one.index + 1 }))
  const first = run.preview[0]
  const repeatsHeader = run.header && first && run.columns.every((one, n) => (first[n] ?? '') === one.heading)
  const rows = (repeatsHeader ? run.preview.slice(1) : run.preview).slice(0, 5)
  return (
    <Scroll className={classes.scroll} label={t('import.preview')}>
      <table className={classes.table}>
        <thead>
          <tr>
            {headings.map((heading, n) => (
              <th key={n} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={n}>
              {headings.map((_, column) => (
                <td key={column}>{row[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
