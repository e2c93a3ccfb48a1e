import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import i18next from 'i18next'
import ICU from 'i18next-icu'

export const languages = ['en', 'fi'] as const
export type Language = (typeof languages)[number]

const source = fileURLToPath(new URL('..', import.meta.url))

/** Every catalogue of every room: `<room>/words/<language>.json`. */
function catalogues() {
  const resources: Record<string, Record<string, object>> = {}
  for (const file of globSync('*/words/*.json', { cwd: source })) {
    const language = basename(file, '.json')
    const room = dirname(dirname(file))
    ;(resources[language] ??= {})[room] = JSON.parse(readFileSync(source + file, 'utf8'))
  }
  return resources
}

const instance = i18next.createInstance()
await instance
  .use(ICU)
  .init({ resources: catalogues(), lng: 'en', fallbackLng: 'en', interpolation: { escapeValue: false } })

/** A sentence for a reader, by key (`room:key`) and parameters. */
export const sentence = (language: string, key: string, params: Record<string, unknown> = {}): string =>
  instance.t(key, { ...params, lng: language })

/** The first language a browser asks for that we speak. */
export function spokenBy(header: string | undefined, otherwise: Language = 'en'): Language {
  for (const part of (header ?? '').split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase()
    if ((languages as readonly string[]).includes(code)) return code as Language
  }
  return otherwise
}
