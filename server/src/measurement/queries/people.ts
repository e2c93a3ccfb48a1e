import type { Reader } from '#platform/database.ts'

export async function originOf(db: Reader, personId: string): Promise<string | undefined> {
  const row = await db.selectFrom('person').select('origin').where('id', '=', personId).executeTakeFirst()
  return row?.origin
}
