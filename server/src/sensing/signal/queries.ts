import type { SignalOutcome } from '@mortar/contract/sensing-signals'
import { type RawBuilder, sql } from 'kysely'
import { among, type Reader, type Writer } from '#platform/database.ts'
import type { Signal } from './signal.ts'

export interface SignalRow extends Signal {
  community: { id: string; slug: string; name: string; short: string; colour: number } | null
  feed: { id: string; title: string } | null
  visibility: 'open' | 'by_request' | 'private' | null
  alive: boolean
  member: boolean
  facilitates: boolean
  here: boolean
}

const rows = (personId: string, rest: RawBuilder<unknown>) => sql<SignalRow>`
  select signal.id, signal.community_id, signal.feed_id, signal.from_id, signal.title, signal.summary, signal.link,
         signal.published_at, signal.added_by, signal.found_at, signal.outcome, signal.watch_until,
         signal.hidden_at,
         case when community.id is not null then json_build_object('id', community.id, 'slug', community.slug,
           'name', community.name, 'short', community.short, 'colour', community.colour) end as community,
         case when feed.id is not null then json_build_object('id', feed.id,
           'title', case feed.title when '' then feed.host else feed.title end) end as feed,
         community.visibility, coalesce(community.closed_at is null, true) as alive,
         mine.person_id is not null as member, coalesce('facilitator' = any(mine.roles), false) as facilitates,
         reader.origin <> 'guest' as here
  from signal
  join person reader on reader.id = ${personId}
  left join community on community.id = signal.community_id
  left join feed on feed.id = signal.feed_id
  left join membership mine on mine.community_id = signal.community_id and mine.person_id = ${personId}
  ${rest}`

export async function findSignal(
  db: Reader,
  personId: string,
  id: string,
  hold = false,
): Promise<SignalRow | undefined> {
  const found = await rows(personId, sql`where signal.id = ${id} ${hold ? sql`for update of signal` : sql``}`).execute(
    db,
  )
  return found.rows[0]
}

export async function signalsByIds(db: Reader, personId: string, ids: string[]): Promise<SignalRow[]> {
  if (ids.length === 0) return []
  return (await rows(personId, sql`where signal.id = ${among(ids)}`).execute(db)).rows
}

export interface ListQuery {
  community: string | undefined
  organization: boolean
  outcome: Signal['outcome'] | undefined
  after: string[] | undefined
  limit: number
}

/** Of one community, of the organization, or of both one's own communities and the organization; the latest first. */
export async function signalsOf(db: Reader, personId: string, query: ListQuery): Promise<SignalRow[]> {
  const [foundAt, id] = query.after ?? []
  const where = query.community
    ? sql`signal.community_id = ${query.community}`
    : query.organization
      ? sql`signal.community_id is null`
      : sql`(signal.community_id is null and reader.origin <> 'guest' or mine.person_id is not null)`
  const found = await rows(
    personId,
    sql`where ${where}
        ${query.outcome ? sql`and signal.outcome = ${query.outcome}` : sql``}
        ${foundAt === undefined ? sql`` : sql`and (signal.found_at, signal.id) < (${foundAt}::timestamptz, ${id}::uuid)`}
        order by signal.found_at desc, signal.id desc limit ${query.limit + 1}`,
  ).execute(db)
  return found.rows
}

export interface NewSignal {
  communityId: string | null
  feedId?: string | null
  fromId?: string | null
  key: string
  link: string | null
  title: string
  summary: string
  publishedAt?: Date | null
  addedBy?: string | null
}

/**
 * Writes it unless this community, or the organization, knows it already; tells its id only when it is new. What words were
 * taken out of does not come back with the next reading of its feed.
 */
export async function saveSignal(tx: Writer, row: NewSignal): Promise<string | undefined> {
  if (await wasCovered(tx, row)) return undefined
  const saved = await tx
    .insertInto('signal')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return saved?.id
}

async function wasCovered(tx: Writer, { communityId, key }: NewSignal): Promise<boolean> {
  const { rows: found } = await sql`
    select from signal
    where community_id is not distinct from ${communityId}::uuid and md5(key) = md5('covered:' || md5(${key}::text)) limit 1`.execute(
    tx,
  )
  return found.length > 0
}

/** The one that is known by this key or this address. */
export async function knownSignal(db: Reader, communityId: string | null, key: string, link: string | null) {
  const { rows: found } = await sql<{ id: string }>`
    select id from signal
    where community_id is not distinct from ${communityId}::uuid
      and (md5(key) in (md5(${key}), md5('covered:' || md5(${key}::text))) or md5(link) = md5(${link}::text))
    order by found_at limit 1`.execute(db)
  return found[0]?.id
}

export interface TriageRow {
  id: string
  outcome: SignalOutcome
  reason: string
  watchUntil: string | null
  inquiryId: string | null
  escalationId: string | null
  byId: string | null
  at: Date
  undoneBy: string | null
  undoneAt: Date | null
}

/** The latest first. */
export const triageOf = (db: Reader, signalId: string): Promise<TriageRow[]> =>
  db
    .selectFrom('triage')
    .select([
      'id',
      'outcome',
      'reason',
      'watchUntil',
      'inquiryId',
      'escalationId',
      'byId',
      'at',
      'undoneBy',
      'undoneAt',
    ])
    .where('signalId', '=', signalId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute() as Promise<TriageRow[]>

export interface NewTriage {
  outcome: SignalOutcome
  reason: string
  watchUntil?: string | null
  inquiryId?: string | null
  escalationId?: string | null
}

/** What was made of it before is set aside, since it is looked at anew. */
export async function saveTriage(tx: Writer, signalId: string, byId: string, triage: NewTriage): Promise<void> {
  await setAside(tx, signalId, byId)
  await tx
    .insertInto('triage')
    .values({ ...triage, signalId, byId })
    .execute()
  await tx
    .updateTable('signal')
    .set({ outcome: triage.outcome, watchUntil: triage.watchUntil ?? null })
    .where('id', '=', signalId)
    .execute()
}

/** Tells whether something held. */
export async function undoTriage(tx: Writer, signalId: string, byId: string): Promise<boolean> {
  const undone = await setAside(tx, signalId, byId)
  await tx.updateTable('signal').set({ outcome: 'new', watchUntil: null }).where('id', '=', signalId).execute()
  return undone
}

async function setAside(tx: Writer, signalId: string, byId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('triage')
    .set({ undoneAt: sql<Date>`now()`, undoneBy: byId })
    .where('signalId', '=', signalId)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Where a signal of the organization was taken up. */
export const takenUpFrom = (db: Reader, signalId: string) =>
  db
    .selectFrom('signal')
    .select(['id', 'communityId'])
    .where('fromId', '=', signalId)
    .orderBy('foundAt')
    .limit(100)
    .execute()

/** Living communities that somebody is in, and whether they facilitate there. */
export async function ownCommunities(db: Reader, personId: string) {
  const { rows: found } = await sql<{ id: string; facilitates: boolean }>`
    select community.id, 'facilitator' = any(mine.roles) as facilitates
    from membership mine join community on community.id = mine.community_id and community.closed_at is null
    where mine.person_id = ${personId} order by plain(community.name), community.id`.execute(db)
  return found
}

export async function isHere(db: Reader, personId: string): Promise<boolean> {
  const { rows: found } = await sql`select from person where id = ${personId} and origin <> 'guest'`.execute(db)
  return found.length > 0
}
