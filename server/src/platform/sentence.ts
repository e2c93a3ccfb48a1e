import { IntlMessageFormat } from 'intl-messageformat'

const messages = new Map<string, IntlMessageFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

const kept = <Value>(among: Map<string, Value>, key: string, make: () => Value): Value => {
  const known = among.get(key)
  if (known) return known
  const made = make()
  among.set(key, made)
  return made
}

/** A sentence that stands in the source beside what it is about; read once, since reading takes a hundred times as long as saying it. */
export const said = (message: string, language: string, values: Record<string, unknown>): string =>
  String(kept(messages, `${language} ${message}`, () => new IntlMessageFormat(message, language)).format(values))

/** A number as it stands in a sentence. */
export const numeral = (value: number, language: string, style: Intl.NumberFormatOptions): string =>
  kept(numbers, `${language} ${JSON.stringify(style)}`, () => new Intl.NumberFormat(language, style)).format(value)
