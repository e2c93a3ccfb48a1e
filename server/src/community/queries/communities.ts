import type { CreateCommunity, EvidenceRule, Role } from '@mortar/contract/community'
import { isGuest, peopleJson, type PersonRow } from '#organization/index.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Me, Places } from '#platform/statement.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Community } from '../community.ts'
import { activeMembers, facilitating } from './memberships.ts'

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
  'people',
  'closedAt',
  'createdAt',
] as const

export interface StoodRow extends Community {
  roles: Role[] | null
  invited: boolean
}

const selected = sql.join(columns.map((column) => sql.ref(`community.${column}`)))

/** Communities, with how a person stands to each. To a member an invitation says nothing any more. */
const withStanding = (personId: Me, which: RawBuilder<unknown>) => sql<StoodRow>`
  select ${selected}, mine.roles,
         case when mine.person_id is null then ${isInvited(personId)} else false end as invited
  from community left join membership mine on mine.community_id = community.id and mine.person_id = ${personId}
  where ${which}`

const isInvited = (personId: Me) => sql`exists (
  select from invitation
  where invitation.community_id = community.id and invitation.withdrawn_at is null
    and (invitation.person_id = ${personId}
      or invitation.occupation_id = (select occupation_id from person where person.id = ${personId})
      or invitation.unit_id in (
        with recursive places as (
          select unit_id as id from position
          where person_id = ${personId} and from_day <= current_date and (to_day is null or to_day >= current_date)
          union select unit.parent_id from unit join places on places.id = unit.id where unit.parent_id is not null
        ) select id from places))
    and not exists (
      select from invitation_reply reply where reply.invitation_id = invitation.id and reply.person_id = ${personId}))`

export async function findCommunity(db: Reader, personId: string, idOrSlug: string): Promise<StoodRow | undefined> {
  const byId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(idOrSlug)
  const which = byId ? sql`community.id = ${idOrSlug}` : sql`community.slug = ${idOrSlug}`
  return (await withStanding(personId, which).execute(db)).rows[0]
}

export const communitiesByIds = async (db: Reader, personId: string, ids: string[]): Promise<StoodRow[]> =>
  ids.length === 0 ? [] : (await withStanding(personId, sql`community.id = any(${ids}::uuid[])`).execute(db)).rows

export interface HeadRow {
  domain: string
  facilitators: string[]
  facilitatorPeople: PersonRow[]
  /** Its parent and its children, whether or not somebody may see them. */
  kin: string[]
  evidenceRule: EvidenceRule
  endingNote: string | null
  asked: boolean
  refused: string | null
  core: number
  active: number
  units: number
}

/** What stands on top of every page of `community`, as one row. */
const headOfIt = (personId: Me) => sql<HeadRow>`
    select charter.domain, community.evidence_rule as "evidenceRule", community.ending_note as "endingNote",
           ${peopleJson(sql`array(${facilitating})`)} as "facilitatorPeople", array(${facilitating}) as facilitators,
           array(select child.id from community child where child.parent_id = community.id order by child.name)
             || array_remove(array[community.parent_id], null) as kin,
           exists (select from join_request request where request.community_id = community.id
             and request.person_id = ${personId} and request.state = 'waiting') as asked,
           (select case request.state when 'refused' then request.reason end from join_request request
             where request.community_id = community.id and request.person_id = ${personId}
             order by request.at desc limit 1) as refused,
           coalesce((select units from community_units where community_id = community.id), 0) as units,
           taking_part.core, taking_part.active
    from charter cross join lateral (${activeMembers}) taking_part
    where charter.community_id = community.id and charter.version = community.charter_version`

export async function headOf(db: Reader, personId: string, communityId: string): Promise<HeadRow> {
  const { rows } = await sql<HeadRow>`
    select head.* from community cross join lateral (${headOfIt(personId)}) head
    where community.id = ${communityId}`.execute(db)
  return rows[0]!
}

/** Where a community is found by its id or by the name in its address: one of them is null. */
export interface Address {
  id: string | null
  slug: string | null
}

export const addressOf = (idOrSlug: string): Address =>
  /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(idOrSlug) ? { id: idOrSlug, slug: null } : { id: null, slug: idOrSlug }

const named = columns.map((column) => sql`${sql.ref(`community.${column}`)} as ${sql.raw(`"${column}"`)}`)

/**
 * A community that somebody may know of, how they stand to it, its head, and what the rows of `beside` bring, which
 * may name `community` and `mine`.
 */
export const communityWith = <Row>(
  me: RawBuilder<string>,
  { id, slug }: Places<Address>,
  beside: RawBuilder<unknown>,
) => sql<Row>`
  select ${sql.join(named)}, mine.roles, stood.invited, head.*, beside.*
  from community left join membership mine on mine.community_id = community.id and mine.person_id = ${me}
  cross join lateral (
    select case when mine.person_id is null then ${isInvited(me)} else false end as invited offset 0) stood
  cross join lateral (${headOfIt(me)}) head
  cross join lateral (${beside}) beside
  where community.id = coalesce(${id}::uuid, (select named.id from community named where named.slug = ${slug}))
    and (community.visibility <> 'private' and not ${isGuest(me)} or mine.person_id is not null or stood.invited)`

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

export interface CommunityChange {
  name?: string | undefined
  short?: string | undefined
  colour?: number | undefined
  visibility?: Community['visibility'] | undefined
  form?: Community['form'] | undefined
  stage?: Community['stage'] | undefined
  parentId?: string | null | undefined
  evidenceRule?: string | undefined
}

export const changeCommunity = (tx: Writer, id: string, change: CommunityChange) =>
  tx.updateTable('community').set(change).where('id', '=', id).where('closedAt', 'is', null).execute()

/** Whether putting a community under this parent would make it its own ancestor. */
export async function isBelow(db: Reader, parentId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    with recursive up as (
      select id, parent_id from community where id = ${parentId}
      union select community.id, community.parent_id from community join up on community.id = up.parent_id
    ) select from up where id = ${id}`.execute(db)
  return rows.length > 0
}

export const evidenceRuleOf = (db: Reader, id: string) =>
  db.selectFrom('community').select('evidenceRule').where('id', '=', id).executeTakeFirstOrThrow()
