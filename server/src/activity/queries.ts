import { type RawBuilder, sql } from 'kysely'
import type pg from 'pg'
import type { Database, Writer } from '#platform/database.ts'
import type { Places } from '#platform/statement.ts'

export type SubjectKind =
  | 'inquiry'
  | 'practice'
  | 'community'
  | 'unit'
  | 'person'
  | 'organization'
  | 'source'
  | 'discovery'
  | 'reorganization'
  | 'recognition'
  | 'survey'
  | 'experiment'
  | 'imperative'
  | 'escalation'
  | 'signal'
  | 'feed'
  | 'pulse'
  | 'flow_plan'
  | 'learning_item'
  | 'learning_import'
  | 'needs_assessment'
  | 'pair'
  | 'pairing_round'
  | 'story'
  | 'resource'
  | 'value_report'

/** What happened: past tense, ids only. `detail` never holds words that somebody may have to take back. */
export interface Activity {
  actor: string | null
  verb: `${string}.${string}`
  subject: { kind: SubjectKind; id: string }
  communities?: string[]
  unit?: string | null
  /** People it is addressed to: mentioned, asked, invited. */
  people?: string[]
  detail?: Record<string, string | number | boolean | null>
  at?: Date
}

/** What happened, as it is written. */
export interface Recorded {
  actorId: string | null
  verb: string
  subjectKind: SubjectKind
  subjectId: string
  communityIds: string[]
  unitId: string | null
  personIds: string[]
  detail: string
}

export const recorded = ({ actor, verb, subject, communities, unit, people, detail }: Activity): Recorded => ({
  actorId: actor,
  verb,
  subjectKind: subject.kind,
  subjectId: subject.id,
  communityIds: communities ?? [],
  unitId: unit ?? null,
  personIds: people ?? [],
  detail: JSON.stringify(detail ?? {}),
})

/** Writes what happened in the same transaction as the change, so the trail never lies. */
export async function record(tx: Writer, ...activities: Activity[]): Promise<void> {
  if (activities.length === 0) return
  await tx
    .insertInto('activity')
    .values(activities.map((activity) => ({ ...recorded(activity), ...(activity.at && { at: activity.at }) })))
    .execute()
}

/** The same within the statement that makes the change: once for each row that `changed` has. */
export const recording = (activity: Places<Recorded>, changed: RawBuilder<unknown>) => sql`
  insert into activity (actor_id, verb, subject_kind, subject_id, community_ids, unit_id, person_ids, detail)
  select ${activity.actorId}::uuid, ${activity.verb}, ${activity.subjectKind}, ${activity.subjectId}::uuid,
    ${activity.communityIds}::uuid[], ${activity.unitId}::uuid, ${activity.personIds}::uuid[], ${activity.detail}::jsonb
  from ${changed}`

export interface ActivityRow extends Omit<Recorded, 'detail'> {
  id: number
  at: Date
  detail: Record<string, string | number | boolean | null>
}

/** Takes the reader's place in the trail for this transaction, or nothing when another process holds it. */
export async function placeOf(tx: Writer, reader: string) {
  await tx
    .insertInto('activityReader')
    .values({ name: reader })
    .onConflict((c) => c.doNothing())
    .execute()
  return tx
    .selectFrom('activityReader')
    .select(['transaction', 'id'])
    .where('name', '=', reader)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

/**
 * The transactions before which everything in this database is settled: those that began before the oldest one still open here.
 * Transactions of other databases on the same server do not count, however long they take.
 */
export async function settledBefore(tx: Writer): Promise<string> {
  const { rows } = await sql<{ horizon: string }>`
    with newest as materialized (select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as id),
    open as (
      -- The view tells 32 of the 64 bits: the rest is that of the newest, or one less where those would lie beyond it.
      select (newest.id & ~4294967295::bigint) + backend_xid::text::bigint as id, newest.id as newest
      from pg_stat_activity, newest
      where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()
    )
    select least((select id from newest), (select min(case when id > newest then id - 4294967296 else id end) from open))::text
             as horizon`.execute(tx)
  return rows[0]!.horizon
}

/** What happened after a place and before the horizon, oldest first; nothing that is settled later was before it. */
export async function activitiesAfter(tx: Writer, place: { transaction: string; id: number }, limit: number) {
  // Asked first and in a statement of its own: whatever is settled then is seen by the next one.
  const horizon = await settledBefore(tx)
  const { rows } = await sql<ActivityRow & { transaction: string }>`
    select id, at, actor_id, verb, subject_kind, subject_id, community_ids, unit_id, person_ids, detail, transaction::text
    from activity
    where (transaction, id) > (${place.transaction}::xid8, ${place.id}::bigint) and transaction < ${horizon}::xid8
    order by transaction, id
    limit ${limit}`.execute(tx)
  return rows
}

/** Whether anything happened after a place, be it settled or not. */
export async function isLater(tx: Writer, place: { transaction: string; id: number }): Promise<boolean> {
  const { rows } = await sql<{ later: boolean }>`
    select (
      -- In order, so that a plan which does not know the place looks there too, and not from the first of all.
      select id from activity where (transaction, id) > (${place.transaction}::xid8, ${place.id}::bigint)
      order by transaction, id limit 1) is not null as later`.execute(tx)
  return rows[0]!.later
}

export const moveTo = (tx: Writer, reader: string, place: { transaction: string; id: number }) =>
  tx.updateTable('activityReader').set(place).where('name', '=', reader).execute()

/** Lets a reader go for good; one of the same name begins anew. */
export const dismissReader = (tx: Writer, reader: string) =>
  tx.deleteFrom('activityReader').where('name', '=', reader).execute()

export const saveAudit = (
  db: Database | Writer,
  row: { actorId: string | null; act: string; subjectId: string | null; address: string | null; detail: string },
) => db.insertInto('audit').values(row).execute()

/** The days on which somebody did something, and from where they did what is audited. What happened stays, by its ids. */
export async function eraseFromTrail(tx: Writer, person: string): Promise<void> {
  await tx.deleteFrom('activeDay').where('personId', '=', person).execute()
  await tx.updateTable('audit').set({ address: null }).where('actorId', '=', person).execute()
}

export interface AuditRow {
  id: number
  at: Date
  actorId: string | null
  act: string
  subjectId: string | null
  address: string | null
}

/** Administrative acts, the latest first, one more than asked. */
export const auditBefore = (db: Database, before: string | undefined, limit: number): Promise<AuditRow[]> =>
  db
    .selectFrom('audit')
    .select(['id', 'at', 'actorId', 'act', 'subjectId', 'address'])
    .$if(before !== undefined, (query) => query.where('id', '<', Number(before)))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()

/** The first activity that each reader may not have read yet; what lies before it every reader has. */
export async function readersPlaces(client: pg.ClientBase): Promise<{ name: string; next: number }[]> {
  const { rows } = await client.query<{ name: string; next: number }>(`
    select reader.name, coalesce(
      (select min(unread.id) from activity unread where (unread.transaction, unread.id) > (reader.transaction, reader.id)),
      (select coalesce(max(id), 0) + 1 from activity))::float8 as next
    from activity_reader reader order by reader.name`)
  return rows
}

/** After a load, which gives all activity one transaction: each reader goes on where it was, or at the end. */
export async function placeReaders(client: pg.ClientBase, readers: { name: string; next: number }[]): Promise<void> {
  for (const { name, next } of readers) {
    await client.query(
      `insert into activity_reader (name, transaction, id)
       select $1, pg_current_xact_id(), $2::bigint - 1
       on conflict (name) do update set transaction = excluded.transaction, id = excluded.id`,
      [name, next],
    )
  }
}
