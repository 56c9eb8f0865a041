import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/vi'
import { DatePicker, DatesProvider } from '@mantine/dates'
import { language } from '@/i18n'

export function Calendar({ value, onPick }: { value: string | null; onPick: (day: string | null) => void }) {
  return (
    <DatesProvider settings={{ locale: language(), firstDayOfWeek: 1 }}>
      <DatePicker value={value} onChange={onPick} defaultDate={value ?? undefined} />
    </DatesProvider>
  )
}
