import { useTranslation } from 'react-i18next'

/** In words; what a newer server calls by a name that is not known here is shown in its own words. */
export function useActWords() {
  const { t } = useTranslation()
  return (act: string) => t(`trail.act.${act}` as 'trail.act.CustomerRevised', { defaultValue: act.replace(/([a-z])([A-Z])/g, '$1 $2') })
}
