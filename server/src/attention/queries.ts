import type { Followed, Level, Why } from '@mortar/contract/attention'
import { sql } from 'kysely'
import { among, type Reader, type Writer } from '#platform/database.ts'

export interface InboxRow {
  id: number
  at: Date
  why: Why
  verb: string
  subjectKind: 'inquiry' | 'practice' | 'community' | 'unit' | 'person'
  subjectId: string
  communityId: string | null
  actorId: string | null
  readAt: Date | null
}

export const linesOf = (
  db: Reader,
  personId: string,
  query: { before: number | undefined; unread: boolean; limit: number },
) =>
  db
    .selectFrom('inboxLine')
    .select(['id', 'at', 'why', 'verb', 'subjectKind', 'subjectId', 'communityId', 'actorId', 'readAt'])
    .where('personId', '=', personId)
    .$if(query.before !== undefined, (q) => q.where('id', '<', query.before!))
    .$if(query.unread, (q) => q.where('readAt', 'is', null))
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute() as Promise<InboxRow[]>

export async function countUnread(db: Reader, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('inboxLine')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export const markReadUpTo = (tx: Writer, personId: string, upTo: number) =>
  tx
    .updateTable('inboxLine')
    .set({ readAt: sql<Date>`now()` })
    .where('personId', '=', personId)
    .where('id', '<=', upTo)
    .where('readAt', 'is', null)
    .execute()

/** Marks one line of this person; tells whether it is theirs. */
export async function markLine(tx: Writer, personId: string, id: number, read: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('inboxLine')
    .set({ readAt: read ? sql<Date>`coalesce(read_at, now())` : null })
    .where('personId', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface NewLine {
  personId: string
  activityId: number
  at: Date
  why: Why
  verb: string
  subjectKind: string
  subjectId: string
  communityId: string | null
  actorId: string | null
}

/** As one list, so that the statement is worded alike however many there are. */
export async function saveLines(tx: Writer, lines: NewLine[]): Promise<void> {
  if (lines.length === 0) return
  await sql`
    insert into inbox_line (person_id, activity_id, at, why, verb, subject_kind, subject_id, community_id, actor_id)
    select "personId", "activityId", at, why, verb, "subjectKind", "subjectId", "communityId", "actorId"
    from json_to_recordset(${JSON.stringify(lines)}::json) line ("personId" uuid, "activityId" bigint, at timestamptz,
      why text, verb text, "subjectKind" text, "subjectId" uuid, "communityId" uuid, "actorId" uuid)
    on conflict do nothing`.execute(tx)
}

export interface FollowingRow {
  personId: string
  subjectId: string
  level: Level
}

/** What people chose for these threads and communities. */
export const choicesAbout = (db: Reader, subjectIds: string[]): Promise<FollowingRow[]> =>
  subjectIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('following')
        .select(['personId', 'subjectId', 'level'])
        .where('subjectId', '=', among(subjectIds))
        .execute()

/** Of these people, each beside a community, those who may read inside it: an open one everybody, others their members. */
export async function readersAmong(
  db: Reader,
  asked: { personId: string; communityId: string }[],
): Promise<Set<string>> {
  if (asked.length === 0) return new Set()
  const { rows } = await sql<{ personId: string; communityId: string }>`
    select person.id as person_id, community.id as community_id
    from unnest(${asked.map(({ personId }) => personId)}::uuid[], ${asked.map(({ communityId }) => communityId)}::uuid[])
      asked (person_id, community_id)
    join person on person.id = asked.person_id
    join community on community.id = asked.community_id
    where (person.left_on is null or person.left_on > current_date)
      and (community.visibility = 'open' and person.origin <> 'guest' or exists (
        select from membership where membership.community_id = community.id and membership.person_id = person.id))`.execute(
    db,
  )
  return new Set(rows.map(({ personId, communityId }) => `${personId} ${communityId}`))
}

export async function askersOf(db: Reader, inquiryIds: string[]): Promise<Map<string, string | null>> {
  if (inquiryIds.length === 0) return new Map()
  const rows = await db.selectFrom('inquiry').select(['id', 'askedBy']).where('id', '=', among(inquiryIds)).execute()
  return new Map(rows.map(({ id, askedBy }) => [id, askedBy]))
}

export const followingOf = (db: Reader, personId: string) =>
  db
    .selectFrom('following')
    .select(['subjectKind', 'subjectId', 'level'])
    .where('personId', '=', personId)
    .orderBy('at', 'desc')
    .limit(500)
    .execute()

export const levelOf = (db: Reader, personId: string, kind: Followed, id: string) =>
  db
    .selectFrom('following')
    .select('level')
    .where('personId', '=', personId)
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .executeTakeFirst()

export const saveLevel = (tx: Writer, personId: string, kind: Followed, id: string, level: Level) =>
  tx
    .insertInto('following')
    .values({ personId, subjectKind: kind, subjectId: id, level })
    .onConflict((conflict) =>
      conflict
        .columns(['personId', 'subjectKind', 'subjectId'])
        .doUpdateSet({ level, at: sql<Date>`now()`, chosen: true }),
    )
    .execute()

export async function erasedAmong(db: Reader, people: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from person where id = any(${people}::uuid[]) and erased_at is not null`.execute(db)
  return rows.map(({ id }) => id)
}

/** Nothing reaches somebody who was erased, nor is it kept what they wanted to hear. */
export async function eraseFromInbox(tx: Writer, people: string[]): Promise<void> {
  if (people.length === 0) return
  await tx.deleteFrom('inboxLine').where('personId', 'in', people).execute()
  await tx.deleteFrom('following').where('personId', 'in', people).execute()
}

/** Who asked one of these or follows everything there follows the other; what somebody chose about that stays. */
export async function carryFollowing(tx: Writer, merges: { from: string; into: string }[]): Promise<void> {
  if (merges.length === 0) return
  await sql`
    with merge(source, target) as (
      select * from unnest(${merges.map(({ from }) => from)}::uuid[], ${merges.map(({ into }) => into)}::uuid[])
    ), carried(person_id, target) as (
      select following.person_id, target from merge join following on following.subject_id = source
      where following.subject_kind = 'inquiry' and following.level = 'everything'
      union
      select inquiry.asked_by, target from merge join inquiry on inquiry.id = source
      where inquiry.asked_by is not null and not exists (
        select from following where following.subject_id = source and following.person_id = inquiry.asked_by)
    )
    insert into following (person_id, subject_kind, subject_id, level, chosen)
    select person_id, 'inquiry', target, 'everything', false from carried
    where person_id is distinct from (select asked_by from inquiry where id = target)
    on conflict do nothing`.execute(tx)
}

/** Who follows an inquiry only because of a duplicate that is none after all follows it no more. */
export async function uncarryFollowing(tx: Writer, unmerges: { from: string; into: string }[]): Promise<void> {
  if (unmerges.length === 0) return
  await sql`
    with unmerge(source, target) as (
      select * from unnest(${unmerges.map(({ from }) => from)}::uuid[], ${unmerges.map(({ into }) => into)}::uuid[])
    ), because(person_id, source, target) as (
      select following.person_id, inquiry.id, unmerge.target
      from unmerge join inquiry on inquiry.id = unmerge.source or inquiry.merged_into = unmerge.target
      join following on following.subject_id = inquiry.id and following.subject_kind = 'inquiry' and following.level = 'everything'
      union
      select inquiry.asked_by, inquiry.id, unmerge.target
      from unmerge join inquiry on inquiry.id = unmerge.source or inquiry.merged_into = unmerge.target
    )
    delete from following held using unmerge
    where held.subject_kind = 'inquiry' and held.subject_id = unmerge.target and not held.chosen
      and exists (select from because
        where because.person_id = held.person_id and because.target = unmerge.target and because.source = unmerge.source)
      and not exists (select from because join inquiry other on other.id = because.source
        where because.person_id = held.person_id and because.target = unmerge.target
          and other.merged_into = unmerge.target)`.execute(tx)
}
