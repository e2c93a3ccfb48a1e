import type { Role } from '@mortar/contract/community'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Standing } from '../community.ts'

/** How a person stands to each of these communities. */
export async function standingsIn(db: Reader, personId: string, ids: string[]): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; roles: Role[] | null; invited: boolean }>`
    with recursive places as (
      select unit_id as id from position
      where person_id = ${personId} and from_day <= current_date and (to_day is null or to_day >= current_date)
      union select unit.parent_id from unit join places on places.id = unit.id where unit.parent_id is not null
    )
    select community.id, membership.roles, exists (
      select from invitation
      where invitation.community_id = community.id and invitation.withdrawn_at is null
        and (invitation.person_id = ${personId}
          or invitation.occupation_id = (select occupation_id from person where person.id = ${personId})
          or invitation.unit_id in (select id from places))
        and not exists (
          select from invitation_reply reply where reply.invitation_id = invitation.id and reply.person_id = ${personId})
    ) as invited
    from community
    left join membership on membership.community_id = community.id and membership.person_id = ${personId}
    where community.id = any(${ids})`.execute(db)
  return new Map(
    rows.map(({ id, roles, invited }) => [id, { personId, member: roles !== null, roles: roles ?? [], invited }]),
  )
}

/** Communities whose inquiries and practices a person may read: the open ones and their own. */
export async function idsInside(db: Reader, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from community where visibility = 'open'
    union select community_id from membership where person_id = ${personId}`.execute(db)
  return rows.map(({ id }) => id)
}

export const countMembers = async (db: Reader, communityId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('membership')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('communityId', '=', communityId)
    .executeTakeFirstOrThrow()
  return count
}

export const facilitatorsOf = (db: Reader, communityId: string) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select('personId')
    .where('communityId', '=', communityId)
    .where(sql<boolean>`'facilitator' = any(roles)`)
    // Who left the organization keeps the role for the day they come back, and meanwhile somebody else is needed.
    .where(sql<boolean>`(person.left_on is null or person.left_on > current_date)`)
    .orderBy('joinedAt')
    .execute()

export async function membersOf(db: Reader, communityId: string, after: string[] | undefined, limit: number) {
  const { rows } = await sql<{ personId: string; roles: Role[]; joinedAt: Date; sortName: string }>`
    select membership.person_id, membership.roles, membership.joined_at, plain(person.name) as sort_name
    from membership join person on person.id = membership.person_id
    where membership.community_id = ${communityId}
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
    .select('roles')
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .executeTakeFirst()

/** Remembers a visit, for the visitor alone; tells when the one before was. */
export async function saveVisit(tx: Writer, communityId: string, personId: string): Promise<Date | null> {
  const { rows } = await sql<{ visitedAt: Date | null }>`
    update membership set visited_at = now()
    from (select visited_at from membership where community_id = ${communityId} and person_id = ${personId} for update) before
    where community_id = ${communityId} and person_id = ${personId}
    returning before.visited_at`.execute(tx)
  return rows[0]?.visitedAt ?? null
}

/** In how many of the last thirteen weeks each member did something in the community. */
export async function activeWeeksOf(db: Reader, communityId: string): Promise<number[]> {
  const { rows } = await sql<{ weeks: number }>`
    select count(distinct floor(extract(epoch from now() - activity.at) / 604800))
             filter (where activity.verb not in ('community.joined', 'community.opened')) as weeks
    from membership
    left join activity on activity.actor_id = membership.person_id
      and activity.community_ids @> array[membership.community_id]
      and activity.at > now() - interval '91 days'
    where membership.community_id = ${communityId}
    group by membership.person_id`.execute(db)
  return rows.map(({ weeks }) => weeks)
}
