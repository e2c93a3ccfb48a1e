import type { Reader } from '#platform/database.ts'

export async function settingsOf(db: Reader) {
  const rows = await db.selectFrom('setting').select(['key', 'value']).execute()
  const values = Object.fromEntries(rows.map(({ key, value }) => [key, value])) as Record<string, unknown>
  return {
    name: (values['name'] as string | undefined) ?? '',
    language: (values['language'] as string | undefined) ?? 'en',
    timeZone: (values['timeZone'] as string | undefined) ?? 'UTC',
  }
}
