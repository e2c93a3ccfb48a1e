import type { Reader, Writer } from '#platform/database.ts'

export async function settingsOf(db: Reader) {
  const rows = await db.selectFrom('setting').select(['key', 'value']).execute()
  const values = Object.fromEntries(rows.map(({ key, value }) => [key, value])) as Record<string, unknown>
  return {
    name: (values['name'] as string | undefined) ?? '',
    language: (values['language'] as string | undefined) ?? 'en',
    timeZone: (values['timeZone'] as string | undefined) ?? 'UTC',
  }
}

/** What becomes of the words of people who are erased: they stay unless the organization says otherwise. */
export async function erasedWordsOf(db: Reader): Promise<'stay' | 'go'> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'erasedWords').executeTakeFirst()
  return row?.value === 'go' ? 'go' : 'stay'
}

export const saveErasedWords = (tx: Writer, words: 'stay' | 'go') =>
  tx
    .insertInto('setting')
    .values({ key: 'erasedWords', value: JSON.stringify(words) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(words) }))
    .execute()

/** Writes settings anew. */
export const changeSettings = (tx: Writer, settings: { name: string; timeZone: string }) =>
  tx
    .insertInto('setting')
    .values(Object.entries(settings).map(([key, value]) => ({ key, value: JSON.stringify(value) })))
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: (ref) => ref.ref('excluded.value') }))
    .execute()

/** Writes the first settings; tells whether nobody had written any. */
export async function saveSettings(
  tx: Writer,
  settings: { name: string; language: string; timeZone: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('setting')
    .values(Object.entries(settings).map(([key, value]) => ({ key, value: JSON.stringify(value) })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 3n
}
