import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { settingsOf } from './settings.ts'

/** Languages whose order of letters we keep names in; any other gets the order that all share. */
const orders = ['en', 'fi', 'sv', 'nb', 'da', 'de', 'et', 'fr', 'es', 'it', 'nl', 'pl', 'lv', 'lt', 'cs'] as const

const orderOf = (language: string) => `${orders.find((one) => one === language.slice(0, 2)) ?? 'und'}-x-icu`

/** Names in the order of the organization's language, for `order by` and the keys of a page. */
export async function nameOrder(db: Reader): Promise<(name: RawBuilder<unknown>) => RawBuilder<string>> {
  const { language } = await settingsOf(db)
  const collation = sql.ref(orderOf(language))
  return (name) => sql<string>`${name} collate ${collation}`
}

/** Sets the organization's language, and orders its people by it. */
export async function setLanguage(tx: Writer, language: string): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ key: 'language', value: JSON.stringify(language) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(language) }))
    .execute()
  await sql`drop index if exists person_by_name`.execute(tx)
  await sql`create index person_by_name on person (name collate ${sql.ref(orderOf(language))}, id)`.execute(tx)
}
