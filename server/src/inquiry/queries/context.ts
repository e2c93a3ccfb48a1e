import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

export const unitExists = async (db: Reader, id: string): Promise<boolean> =>
  (await db.selectFrom('unit').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** Kinds of problem that were named in these communities lately, the most frequent first. */
export async function recentKinds(db: Reader, communityIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ problemKind: string }>`
    select problem_kind from (
      select inquiry.problem_kind from inquiry
      where inquiry.problem_kind is not null and exists (
        select from inquiry_community held
        where held.inquiry_id = inquiry.id and held.community_id = any(${communityIds}))
      order by inquiry.last_at desc limit 500) recent
    group by problem_kind order by count(*) desc, problem_kind limit 30`.execute(db)
  return rows.map(({ problemKind }) => problemKind)
}
