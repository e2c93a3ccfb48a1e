import i18next, { type BackendModule } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Catalogues } from './catalogues.ts'
import { icu } from './icu.ts'
import { type Messages, pseudoMessages } from './pseudo.ts'

export const languages = ['en', 'fi'] as const
export type Language = (typeof languages)[number]
/** The pseudo-locale: English with accents and brackets, to find words that come from no catalogue. */
export type Tongue = Language | 'qps'

const catalogues = import.meta.glob<Messages>(['../*/words/*.json', './words/*.json'], { import: 'default' })

const lazily: BackendModule = {
  type: 'backend',
  init() {},
  async read(language, catalogue, done) {
    try {
      done(null, await wordsOf(language, catalogue))
    } catch (error) {
      done(error as Error, null)
    }
  },
}

async function wordsOf(language: string, catalogue: string): Promise<Messages> {
  const folder = catalogue === 'app' ? '.' : `../${catalogue}`
  const load = catalogues[`${folder}/words/${language === 'qps' ? 'en' : language}.json`]
  if (!load) throw new Error(`No words for ${catalogue} in ${language}`)
  const messages = await load()
  return language === 'qps' ? pseudoMessages(messages) : messages
}

/** Loads the words of the shell; pages bring their own with `useWords`. */
export async function openWords(language: Tongue): Promise<void> {
  await i18next
    .use(lazily)
    .use(icu())
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: ['app', 'ui'],
      defaultNS: 'app',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    })
  markLanguage(language)
}

/** Words of one catalogue: `const t = useWords('inquiry')`, then `t('ask.title')`. */
export const useWords = <C extends keyof Catalogues>(catalogue: C) => useTranslation(catalogue).t

/** Words outside of a component. The catalogue must be loaded, which `app` and `ui` always are. */
export const say = i18next.t

/** Fetches words ahead, beside the code of a page. */
export const loadWords = (catalogues: readonly (keyof Catalogues)[]) => i18next.loadNamespaces([...catalogues])

export const currentLanguage = () => i18next.language as Tongue

export async function speak(language: Tongue): Promise<void> {
  if (language === i18next.language) return
  await i18next.changeLanguage(language)
  markLanguage(language)
}

/** Chosen in the address (which lasts as long as the tab), by the person before, or by the browser. */
export function firstLanguage(): Tongue {
  const chosen = languageOfAddress() ?? localStorage.getItem('mortar.language') ?? navigator.language.slice(0, 2)
  return tongueOf(chosen) ?? 'en'
}

export function languageOfAddress(): Tongue | undefined {
  const asked = tongueOf(new URLSearchParams(location.search).get('language'))
  if (asked) sessionStorage.setItem('mortar.language', asked)
  return asked ?? tongueOf(sessionStorage.getItem('mortar.language'))
}

export const languageOf = (word: string): Language => languages.find((language) => language === word) ?? 'en'

const tongueOf = (word: string | null): Tongue | undefined =>
  [...languages, 'qps' as const].find((tongue) => tongue === word)

function markLanguage(language: Tongue) {
  document.documentElement.lang = language === 'qps' ? 'en' : language
  if (language !== 'qps') localStorage.setItem('mortar.language', language)
}
