import { sql } from 'kysely'
import type { Reader, Writer, Database } from '#platform/database.ts'

export const findDraft = (db: Reader, personId: string, key: string) =>
  db
    .selectFrom('draft')
    .select(['content', 'at'])
    .where('personId', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()

export const saveDraft = (db: Database | Writer, personId: string, key: string, content: unknown) =>
  db
    .insertInto('draft')
    .values({ personId, key, content: JSON.stringify(content) })
    .onConflict((c) => c.columns(['personId', 'key']).doUpdateSet({ content: JSON.stringify(content), at: sql`now()` }))
    .execute()

export const dropDraft = (db: Database | Writer, personId: string, key: string) =>
  db.deleteFrom('draft').where('personId', '=', personId).where('key', '=', key).execute()
