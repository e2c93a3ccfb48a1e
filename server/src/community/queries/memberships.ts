import type { Role } from '@mortar/contract/community'
import { isGuest } from '#organization/index.ts'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

/** Communities whose inquiries and practices a person may read: the open ones and their own. */
export async function idsInside(db: Reader, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from community where visibility = 'open' and not ${isGuest(personId)}
    union select community_id from membership where person_id = ${personId}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Who facilitates `community`, the longest first. Who left the organization keeps the role for the day they come back, and meanwhile somebody else is needed. */
export const facilitating = sql`
  select membership.person_id from membership join person on person.id = membership.person_id
  where membership.community_id = community.id and 'facilitator' = any(membership.roles)
    and (person.left_on is null or person.left_on > current_date)
  order by membership.joined_at`

export async function facilitatorsOf(db: Reader, communityId: string): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`
    select array(${facilitating}) as ids from community where id = ${communityId}`.execute(db)
  return rows[0]?.ids ?? []
}

interface MembersQuery {
  /** A part of the name. */
  words?: string | undefined
  /** Those who left the organization and still hold a role. */
  left?: boolean | undefined
  after: string[] | undefined
  limit: number
}

export async function membersOf(db: Reader, communityId: string, { words, left, after, limit }: MembersQuery) {
  const { rows } = await sql<{ personId: string; roles: Role[]; joinedAt: Date; sortName: string }>`
    select membership.person_id, membership.roles, membership.joined_at, plain(person.name) as sort_name
    from membership join person on person.id = membership.person_id
    where membership.community_id = ${communityId}
      and position(plain(${words ?? ''}) in plain(person.name)) > 0
      ${left ? sql`and membership.roles <> '{}' and person.left_on <= current_date` : sql``}
      and (${after?.[0] ?? null}::text is null or (plain(person.name), person.id) > (${after?.[0] ?? ''}, ${after?.[1] ?? null}::uuid))
    order by plain(person.name), person.id
    limit ${limit + 1}`.execute(db)
  return rows
}

/** Makes somebody a member; tells whether they were not one before. */
export async function saveMembership(
  tx: Writer,
  row: { communityId: string; personId: string; roles: Role[]; byAct: 'founded' | 'joined' | 'accepted' },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('membership')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Ends a membership and keeps that it was; tells whether there was one. */
export async function endMembership(tx: Writer, communityId: string, personId: string): Promise<boolean> {
  const ended = await tx
    .deleteFrom('membership')
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .returning('joinedAt')
    .executeTakeFirst()
  if (!ended) return false
  await tx.insertInto('pastMembership').values({ communityId, personId, joinedAt: ended.joinedAt }).execute()
  return true
}

/** Gives a member these roles and no others; tells whether they are a member. */
export async function saveRoles(tx: Writer, communityId: string, personId: string, roles: Role[]): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('membership')
    .set({ roles })
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const rolesOf = (db: Reader, communityId: string, personId: string) =>
  db
    .selectFrom('membership')
    .select(['roles', isGuest(personId).as('guest')])
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .executeTakeFirst()

/** Looking again so soon is the same visit. */
const sameVisit = sql`interval '30 minutes'`

/** When somebody was there before the visit that they are on, or are about to begin: of a row of `membership`. */
export const lastThere = (membership: string) => sql`
  case when ${sql.ref(`${membership}.visited_at`)} > now() - ${sameVisit} then ${sql.ref(`${membership}.visited_before`)}
       else ${sql.ref(`${membership}.visited_at`)} end`

/** Remembers a visit, for the visitor alone; tells when the one before was. */
export async function saveVisit(tx: Writer, communityId: string, personId: string): Promise<Date | null> {
  const { rows } = await sql<{ visitedBefore: Date | null }>`
    update membership set visited_at = now(), visited_before = ${lastThere('membership')}
    where community_id = ${communityId} and person_id = ${personId}
    returning visited_before`.execute(tx)
  return rows[0]?.visitedBefore ?? null
}

/** Of how many members of `community` it is known that they did something in the last thirteen weeks: in six of them and more, or in fewer. */
export const activeMembers = sql`
  select count(*) filter (where weeks >= 6) as core, count(*) filter (where weeks < 6) as active from (
    select count(distinct (today.day - active_day.day) / 7) as weeks
    from (select (now() at time zone 'UTC')::date as day) today
    join active_day on active_day.community_id = community.id and active_day.day > today.day - 91
    join membership on membership.community_id = active_day.community_id and membership.person_id = active_day.person_id
    group by active_day.person_id) member`
