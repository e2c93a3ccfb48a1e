import type { CreateCommunity, Role, Stage, WriteCharter } from '@mortar/contract/community'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Community, Standing } from './community.ts'

const columns = [
  'id',
  'slug',
  'name',
  'short',
  'colour',
  'visibility',
  'stage',
  'form',
  'origin',
  'parentId',
  'charterVersion',
  'closedAt',
  'createdAt',
] as const

export function findCommunity(db: Reader, idOrSlug: string): Promise<Community | undefined> {
  const byId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(idOrSlug)
  return db
    .selectFrom('community')
    .select(columns)
    .where(byId ? 'id' : 'slug', '=', idOrSlug)
    .executeTakeFirst()
}

export const communitiesByIds = (db: Reader, ids: string[]): Promise<Community[]> =>
  ids.length === 0 ? Promise.resolve([]) : db.selectFrom('community').select(columns).where('id', 'in', ids).execute()

/** How a person stands to each of these communities. */
export async function standingsIn(db: Reader, personId: string, ids: string[]): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; roles: Role[] | null; invited: boolean }>`
    select community.id, membership.roles, exists (
      select from invitation
      where invitation.community_id = community.id and invitation.withdrawn_at is null
        and not exists (select from invitation_reply reply where reply.invitation_id = invitation.id and reply.person_id = ${personId})
        and (invitation.person_id = ${personId}
          or invitation.occupation_id = (select occupation_id from person where person.id = ${personId})
          or invitation.unit_id in (
            select unit_id from position
            where position.person_id = ${personId} and from_day <= current_date and (to_day is null or to_day >= current_date)))
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

export interface DirectoryQuery {
  words?: string | undefined
  stage?: Stage | undefined
  unit?: string | undefined
  mine?: boolean | undefined
  after: string[] | undefined
  limit: number
}

export interface LineRow extends Community {
  domain: string
  people: number
  member: boolean
}

/** The communities a person may see, by name. */
export async function directoryOf(db: Reader, personId: string, query: DirectoryQuery): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select community.*, charter.domain, mine.person_id is not null as member,
           (select count(*) from membership m where m.community_id = community.id) as people
    from community
    join charter on charter.community_id = community.id and charter.version = community.charter_version
    left join membership mine on mine.community_id = community.id and mine.person_id = ${personId}
    where (community.visibility <> 'private' or mine.person_id is not null)
      and (${query.stage ?? null}::text is null or community.stage = ${query.stage ?? null})
      and (not ${query.mine ?? false} or mine.person_id is not null)
      and (${query.words ?? null}::text is null
        or plain(community.name || ' ' || community.short || ' ' || charter.domain) like '%' || plain(${query.words ?? ''}) || '%')
      and (${query.unit ?? null}::uuid is null or exists (
        select from membership m join position p on p.person_id = m.person_id
        where m.community_id = community.id and p.unit_id = ${query.unit ?? null}::uuid and p.to_day is null))
      and (${query.after?.[0] ?? null}::text is null or (plain(community.name), community.id) > (${query.after?.[0] ?? ''}, ${query.after?.[1] ?? null}::uuid))
    order by plain(community.name), community.id
    limit ${query.limit + 1}`.execute(db)
  return rows
}

export const countMembers = async (db: Reader, communityId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('membership')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('communityId', '=', communityId)
    .executeTakeFirstOrThrow()
  return count
}

export const charterOf = (db: Reader, communityId: string, version: number) =>
  db
    .selectFrom('charter')
    .selectAll()
    .where('communityId', '=', communityId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()

export const endingOf = (db: Reader, communityId: string) =>
  db.selectFrom('community').select(['endingNote', 'closedAt']).where('id', '=', communityId).executeTakeFirstOrThrow()

export const childrenOf = (db: Reader, communityId: string): Promise<Community[]> =>
  db.selectFrom('community').select(columns).where('parentId', '=', communityId).orderBy('name').execute()

export const facilitatorsOf = (db: Reader, communityId: string) =>
  db
    .selectFrom('membership')
    .select('personId')
    .where('communityId', '=', communityId)
    .where(sql<boolean>`'facilitator' = any(roles)`)
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

export const saveCommunity = (tx: Writer, slug: string, personId: string, input: CreateCommunity) =>
  tx
    .insertInto('community')
    .values({
      slug,
      name: input.name,
      short: input.short,
      colour: input.colour,
      visibility: input.visibility,
      createdBy: personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

type CharterText = Omit<WriteCharter, 'base'>

export const saveCharter = (tx: Writer, communityId: string, version: number, byId: string, text: CharterText) =>
  tx
    .insertInto('charter')
    .values({ communityId, version, byId, ...text })
    .execute()

/** Moves to the next version of the charter only from the version it was written from; tells whether it did. */
export async function advanceCharter(tx: Writer, communityId: string, base: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('community')
    .set({ charterVersion: base + 1 })
    .where('id', '=', communityId)
    .where('charterVersion', '=', base)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
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

/** Closes a community once; tells whether it was still alive. */
export async function saveEnding(tx: Writer, communityId: string, byId: string, note: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('community')
    .set({ closedAt: sql<Date>`now()`, closedBy: byId, endingNote: note })
    .where('id', '=', communityId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
