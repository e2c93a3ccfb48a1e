import { sql } from 'kysely'
import type { Reader, Writer, Database } from '#platform/database.ts'

export const findDraft = (db: Reader, personId: string, key: string) =>
  db
    .selectFrom('draft')
    .select(['content', 'at'])
    .where('personId', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()

/** Keeps a text over the one it goes on from, or over anything; tells when, or nothing where another was kept since. */
export async function saveDraft(
  db: Database | Writer,
  personId: string,
  key: string,
  content: unknown,
  base?: string | null,
): Promise<Date | undefined> {
  // Times travel with thousandths of a second.
  const goesOn = base === undefined ? sql`true` : sql`date_trunc('milliseconds', draft.at) = ${base}::timestamptz`
  const { rows } = await sql<{ at: Date; isNew: boolean }>`
    insert into draft (person_id, key, content)
    select ${personId}, ${key}, ${JSON.stringify(content)}::jsonb
    where ${base === undefined || base === null}
      or exists (select from draft where person_id = ${personId} and key = ${key})
    on conflict (person_id, key) do update set content = excluded.content,
      at = greatest(now(), draft.at + interval '1 millisecond') where ${goesOn}
    returning at, xmax = 0 as "isNew"`.execute(db)
  const [saved] = rows
  if (saved?.isNew) await dropOldest(db, personId)
  return saved?.at
}

/** How many drafts are kept of one person. */
export const mostDrafts = 200

const dropOldest = (db: Database | Writer, personId: string) =>
  sql`
    delete from draft where person_id = ${personId} and key in (
      select key from draft where person_id = ${personId} order by at desc, key offset ${mostDrafts})`.execute(db)

export const dropDraft = (db: Database | Writer, personId: string, key: string) =>
  db.deleteFrom('draft').where('personId', '=', personId).where('key', '=', key).execute()
