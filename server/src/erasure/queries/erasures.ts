import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database.ts'
import type { Erasure } from '../erasure.ts'

const columns = ['id', 'personId', 'state', 'askedAt', 'decidedAt', 'decidedBy', 'dueAt', 'words', 'endedAt'] as const

/** The last erasure of somebody, be it over or under way. */
export const lastErasureOf = (db: Reader, person: string): Promise<Erasure | undefined> =>
  db
    .selectFrom('erasure')
    .select(columns)
    .where('personId', '=', person)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst() as Promise<Erasure | undefined>

/** What waits, the longest first, and what is over, the latest first. */
export async function erasuresKept(db: Reader, limit: number): Promise<(Erasure & { held: boolean })[]> {
  const { rows } = await sql<Erasure & { held: boolean }>`
    select id, person_id, state, asked_at, decided_at, decided_by, due_at, words, ended_at,
      state = 'waiting' and ${isLastOfOffice(sql`erasure.person_id`)} as held
    from erasure
    order by ended_at is not null, case when ended_at is null then coalesce(due_at, asked_at) end, ended_at desc, id
    limit ${limit}`.execute(db)
  return rows
}

/** Asks for one; tells whether none was under way. */
export async function saveAsked(tx: Writer, person: string): Promise<string | undefined> {
  const row = await tx
    .insertInto('erasure')
    .values({ personId: person, state: 'asked', askedAt: sql<Date>`now()` })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Decides what was asked, or what nobody asked; tells which it is, or nothing where it waits already. */
export async function saveDecided(tx: Writer, person: string, by: string, days: number): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into erasure (person_id, state, decided_at, decided_by, due_at)
    values (${person}, 'waiting', now(), ${by}, now() + ${days} * interval '1 day')
    on conflict (person_id) where state in ('asked', 'waiting') do update set
      state = 'waiting', decided_at = excluded.decided_at, decided_by = excluded.decided_by, due_at = excluded.due_at
      where erasure.state = 'asked' or excluded.due_at < erasure.due_at
    returning id`.execute(tx)
  return rows[0]?.id
}

/** Ends what is under way without anybody being erased; tells whether it was. */
export async function saveTakenBack(tx: Writer, person: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('erasure')
    .set({ state: 'taken_back', endedAt: sql<Date>`now()`, endedBy: by })
    .where('personId', '=', person)
    .where('state', 'in', ['asked', 'waiting'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const isLastOfOffice = (person: ReturnType<typeof sql>) => sql<boolean>`(
  exists (select from knowledge_office office where office.person_id = ${person})
  and not exists (
    select from knowledge_office office join person other on other.id = office.person_id
    where office.person_id <> ${person} and other.erased_at is null and other.origin <> 'guest'
      and (other.left_on is null or other.left_on > current_date)))`

/** Whether nobody would be the knowledge office without this person. */
export async function lastOfOffice(db: Reader, person: string): Promise<boolean> {
  const { rows } = await sql<{ last: boolean }>`select ${isLastOfOffice(sql`${person}::uuid`)} as last`.execute(db)
  return rows[0]!.last
}

/** Erasures whose time has come and that can run. */
export async function dueErasures(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from erasure
    where state = 'waiting' and due_at <= now() and not ${isLastOfOffice(sql`erasure.person_id`)}
    order by due_at, id limit 100`.execute(db)
  return rows.map(({ id }) => id)
}

/** Takes a due erasure for this transaction, or nothing where another process has it or it was taken back. */
export async function takeDue(tx: Writer, id: string): Promise<Erasure | undefined> {
  const row = await tx
    .selectFrom('erasure')
    .select(columns)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('dueAt', '<=', sql<Date>`now()`)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row as Erasure | undefined
}

export const saveDone = (tx: Writer, id: string, words: 'stay' | 'go', at: Date) =>
  tx.updateTable('erasure').set({ state: 'done', words, endedAt: at }).where('id', '=', id).execute()

/** What failed is tried again later, and not at once. */
export const postpone = (db: Database, id: string) =>
  sql`update erasure set due_at = now() + interval '10 minutes' where id = ${id} and state = 'waiting'`.execute(db)

/** Which erasure was carried out last, in this process or another. */
export async function latestDone(db: Reader): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from erasure where state = 'done' order by ended_at desc, id desc limit 1`.execute(db)
  return rows[0]?.id
}

export const officeNow = async (db: Reader): Promise<string[]> =>
  (await db.selectFrom('knowledgeOffice').select('personId').orderBy('since').execute()).map(({ personId }) => personId)

/** Files that somebody uploaded: all, or those that no text shows. */
export async function filesOf(db: Reader, person: string, which: 'all' | 'unattached'): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from file where uploaded_by = ${person} and redacted_at is null
      ${which === 'all' ? sql`` : sql`and ${unattached}`}`.execute(db)
  return rows.map(({ id }) => id)
}

export const unattached = sql`(
  not exists (select from attachment where attachment.file_id = file.id)
  and not exists (select from practice_file where practice_file.file_id = file.id))`
