import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { setRequestLanguage, type Language, type Text } from '@/api'

/** What the frame and the first list say comes at once; the rest comes with the first room that is not that list. */
const texts = { vi: () => import('./vi.json'), en: () => import('./en.json') }
const rest = { vi: () => import('./vi.rest.json'), en: () => import('./en.rest.json') }
const complete = new Set<Language>()
let restWanted = false
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
  if (restWanted) await complement(wanted)
  await i18next.changeLanguage(wanted)
  setRequestLanguage(wanted)
  localStorage.setItem(REMEMBERED, wanted)
  document.documentElement.lang = wanted
}

async function complement(wanted: Language) {
  if (complete.has(wanted)) return
  i18next.addResourceBundle(wanted, 'translation', (await rest[wanted]()).default, true, true)
  complete.add(wanted)
}

/** Waits until every text is there. */
export async function allTexts() {
  restWanted = true
  await complement(language())
}

/** A text that came with the data, such as a field's label. */
export const say = (text: Text | null | undefined) => (text ? text[language()] || text.vi || text.en : '')
export { i18next }
