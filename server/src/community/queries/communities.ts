import type { CreateCommunity, Stage } from '@mortar/contract/community'
import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Community } from '../community.ts'

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

export interface DirectoryQuery {
  words?: string | undefined
  stage?: Stage | undefined
  unit?: string | undefined
  mine?: boolean | undefined
  after: string[] | undefined
  limit: number
}

export interface LineRow extends Community {
  sortName: string
  domain: string
  people: number
  member: boolean
}

/** The communities a person may see, by name. */
export async function directoryOf(db: Reader, personId: string, query: DirectoryQuery): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select community.*, plain(community.name) as sort_name, charter.domain, mine.person_id is not null as member,
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

export const endingOf = (db: Reader, communityId: string) =>
  db.selectFrom('community').select(['endingNote', 'closedAt']).where('id', '=', communityId).executeTakeFirstOrThrow()

export const childrenOf = (db: Reader, communityId: string): Promise<Community[]> =>
  db.selectFrom('community').select(columns).where('parentId', '=', communityId).orderBy('name').execute()

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
