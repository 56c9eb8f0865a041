import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { setRequestLanguage, type Language, type Text } from '@/api'

const texts = { vi: () => import('./vi.json'), en: () => import('./en.json') }
const REMEMBERED = 'quen.language'

export const language = () => (i18next.language === 'en' ? 'en' : 'vi') as Language

export function preferredLanguage(): Language {
  const remembered = localStorage.getItem(REMEMBERED)
  if (remembered === 'vi' || remembered === 'en') return remembered
  return navigator.language.startsWith('en') ? 'en' : 'vi'
}

export async function startLanguage(wanted: Language = preferredLanguage()) {
  await i18next.use(initReactI18next).init({
    lng: wanted,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
    initAsync: false,
  })
  await speak(wanted)
}

export async function speak(wanted: Language) {
  if (!i18next.hasResourceBundle(wanted, 'translation'))
    i18next.addResourceBundle(wanted, 'translation', (await texts[wanted]()).default)
  await i18next.changeLanguage(wanted)
  setRequestLanguage(wanted)
  localStorage.setItem(REMEMBERED, wanted)
  document.documentElement.lang = wanted
}

/** A text that came with the data, such as a field's label. */
export const say = (text: Text | null | undefined) => (text ? text[language()] || text.vi || text.en : '')
export { i18next }
