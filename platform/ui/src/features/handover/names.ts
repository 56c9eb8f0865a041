import { useTranslation } from 'react-i18next'
import { useMembers } from '@/kit/field/useFields'

/** Who left is somebody of before. */
export function useMemberName() {
  const { t } = useTranslation()
  const people = useMembers()
  return (id: string | null | undefined) => people.find((one) => one.id === id)?.name ?? t('field.formerMember')
}
