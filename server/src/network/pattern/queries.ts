import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Pattern } from './pattern.ts'

export interface Kept {
  id: string
  at: Date
  pattern: Pattern
  people: string[]
  gone: number
}

/** The latest first. */
export async function keptPatterns(db: Reader, since: Date): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select id, at, pattern, people, gone from tie_pattern where at > ${since} order by at desc, id desc`.execute(db)
  return rows
}

/** Keeps it beside those that it must not be told apart from by a few people, and forgets older ones. */
export async function savePattern(tx: Writer, pattern: Pattern, people: readonly string[], since: Date): Promise<Kept> {
  await sql`delete from tie_pattern where at <= ${since}`.execute(tx)
  const { rows } = await sql<Kept>`
    insert into tie_pattern (pattern, people) values (${JSON.stringify(pattern)}::jsonb, ${[...people]}::uuid[])
    returning id, at, pattern, people, gone`.execute(tx)
  return rows[0]!
}

/** Takes somebody out who withdrew; it is kept that one more went. */
export const removeFromPattern = (tx: Writer, person: string) =>
  sql`update tie_pattern set people = array_remove(people, ${person}::uuid), gone = gone + 1
    where ${person}::uuid = any(people)`.execute(tx)
