import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

/** Whether there is a unit or a community already: whoever loads an example over that would mix two organizations. */
export async function hasBegun(db: Reader): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`
    select exists (select from unit) or exists (select from community) as begun`.execute(db)
  return rows[0]!.begun
}

/** What people talk in and about, as an import may have brought it before anybody came. */
export async function talkHere(db: Reader): Promise<{ communities: number; inquiries: number }> {
  const { rows } = await sql<{ communities: number; inquiries: number }>`
    select (select count(*) from community) as communities, (select count(*) from inquiry) as inquiries`.execute(db)
  return rows[0]!
}

export const knownAs = (db: Reader, emails: string[]) =>
  db.selectFrom('person').select(['id', 'email']).where('email', 'in', emails).execute()

/** Two imports of one site follow each other, batch by batch, and neither brings anything twice. */
export const holdSite = (tx: Writer, site: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`import ${site}`}, 0))`.execute(tx)

export const communityCalled = (db: Reader, name: string) =>
  db
    .selectFrom('community')
    .select(['id', 'name', 'closedAt'])
    .where(({ or, eb }) => or([eb(sql`lower(name)`, '=', name.toLowerCase()), eb('slug', '=', name.toLowerCase())]))
    .orderBy('createdAt')
    .executeTakeFirst()

export const communityNames = async (db: Reader): Promise<string[]> =>
  (
    await db.selectFrom('community').select('name').where('closedAt', 'is', null).orderBy('name').limit(12).execute()
  ).map(({ name }) => name)

export async function personIdsByKey(db: Reader, keys: string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'key'])
    .where('key', '=', sql<string>`any(${keys})`)
    .execute()
  return new Map(rows.map(({ id, key }) => [key!, id]))
}

export async function inquiriesByOrigin(
  db: Reader,
  origins: string[],
): Promise<Map<string, { id: string; askedBy: string | null }>> {
  const rows = await db
    .selectFrom('inquiry')
    .select(['id', 'askedBy', 'origin'])
    .where('origin', '=', sql<string>`any(${origins})`)
    .execute()
  return new Map(rows.map(({ id, askedBy, origin }) => [origin!, { id, askedBy }]))
}

/** Of these contributions those that are here, with the origin of their inquiry. */
export async function contributionsByOrigin(db: Reader, origins: string[]): Promise<Map<string, { inquiry: string }>> {
  const rows = await db
    .selectFrom('contribution')
    .innerJoin('inquiry', 'inquiry.id', 'contribution.inquiryId')
    .select(['contribution.origin', 'inquiry.origin as inquiry'])
    .where('contribution.origin', '=', sql<string>`any(${origins})`)
    .execute()
  return new Map(rows.map(({ origin, inquiry }) => [origin!, { inquiry: inquiry! }]))
}
