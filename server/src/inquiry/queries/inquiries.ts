import type { InquiryState } from '@mortar/contract/inquiry'
import { isGuest } from '#organization/index.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { type Me, statement } from '#platform/statement.ts'
import type { Inquiry, Place } from '../inquiry.ts'

export interface InquiryRow extends Inquiry {
  places: Place[]
}

const placeJson = sql`json_build_object(
  'id', community.id, 'slug', community.slug, 'name', community.name, 'short', community.short,
  'colour', community.colour, 'visibility', community.visibility, 'closedAt', community.closed_at,
  'member', membership.person_id is not null, 'roles', coalesce(membership.roles, '{}'))`

const heldBy = (personId: Me) => sql`
  from inquiry_community held
  join community on community.id = held.community_id
  left join membership on membership.community_id = community.id and membership.person_id = ${personId}
  where held.inquiry_id = inquiry.id`

/** The communities of `inquiry`, with how a person stands to each. */
export const placesOf = (personId: Me) => sql`
  coalesce((select json_agg(${placeJson} order by community.name) ${heldBy(personId)}), '[]') as places`

/** The same as a row to join, which also tells whether the person may read inside one of them. */
export const placesAndRight = (personId: Me) => sql`(
  select json_agg(${placeJson} order by community.name) as places,
         bool_or(community.visibility = 'open' and not ${isGuest(personId)} or membership.person_id is not null) as readable
  ${heldBy(personId)})`

export const inquiryColumns = sql`
  inquiry.id, inquiry.title, inquiry.asked_by, inquiry.asked_at, inquiry.unit_id, inquiry.problem_kind, inquiry.state,
  inquiry.withdrawn_at, inquiry.hidden_at, inquiry.merged_into, inquiry.version, inquiry.answers, inquiry.last_at,
  (select unit.name from unit where unit.id = inquiry.unit_id) as unit`

/** The same, named as in JSON. */
export const inquiryJson = sql`
  inquiry.id, inquiry.title, inquiry.asked_by as "askedBy", inquiry.asked_at as "askedAt", inquiry.unit_id as "unitId",
  inquiry.problem_kind as "problemKind", inquiry.state, inquiry.withdrawn_at as "withdrawnAt",
  inquiry.hidden_at as "hiddenAt", inquiry.merged_into as "mergedInto", inquiry.version, inquiry.answers,
  inquiry.last_at as "lastAt", (select unit.name from unit where unit.id = inquiry.unit_id) as unit`

/** Whether a person may read inside one of the communities of an inquiry. */
export const readableBy = (personId: Me, inquiryId: RawBuilder<unknown>) => sql`exists (
  select from inquiry_community held join community on community.id = held.community_id
  where held.inquiry_id = ${inquiryId} and (community.visibility = 'open' and not ${isGuest(personId)} or exists (
    select from membership where membership.community_id = community.id and membership.person_id = ${personId})))`

/** Nothing sets the words of `inquiry` apart. */
export const plain = sql`inquiry.withdrawn_at is null and inquiry.hidden_at is null`

/** The title of an inquiry for who may read it, where nothing sets its words apart; else nothing, and its page is asked. */
export const plainTitle = (personId: RawBuilder<string>, id: RawBuilder<unknown>) => sql`(
  select inquiry.title from inquiry where inquiry.id = ${id} and ${plain} and ${readableBy(personId, sql`inquiry.id`)})`

/** The same for who reads inside a community, where it was asked of that. */
export const plainTitleIn = (id: RawBuilder<unknown>, communityId: RawBuilder<unknown>) => sql`(
  select inquiry.title from inquiry where inquiry.id = ${id} and ${plain} and exists (
    select from inquiry_community where inquiry_id = inquiry.id and community_id = ${communityId}))`

const single = (lock: RawBuilder<unknown>) =>
  statement<{ personId: string; id: string }, InquiryRow>(
    ({ personId, id }) => sql`
    select ${inquiryColumns}, ${placesOf(personId)} from inquiry where inquiry.id = ${id} ${lock}`,
  )
const one = single(sql``)
const oneHeld = single(sql`for update of inquiry`)

/** One inquiry with its communities. `lock` holds it until the end of the transaction, so that verbs come one by one. */
export async function findInquiry(
  db: Reader,
  personId: string,
  id: string,
  lock = false,
): Promise<InquiryRow | undefined> {
  const [row] = await (lock ? oneHeld : one)(db, { personId, id })
  return row && withDates(row)
}

const several = statement<{ personId: string; ids: string[] }, InquiryRow>(
  ({ personId, ids }) => sql`
    select ${inquiryColumns}, ${placesOf(personId)}
    from inquiry where inquiry.id = any(array(select unnest(${ids}::uuid[])))`,
)

export const findInquiries = async (db: Reader, personId: string, ids: string[]): Promise<InquiryRow[]> =>
  ids.length === 0 ? [] : (await several(db, { personId, ids })).map(withDates)

/** Moments inside JSON arrive as text. */
export const withDates = <Row extends { places: Place[] }>(row: Row): Row => ({
  ...row,
  places: row.places.map((place) => ({ ...place, closedAt: place.closedAt && new Date(place.closedAt) })),
})

export interface InquiryText {
  title: string
  body: string
  html: string
  unitId: string | null
  problemKind: string | null
}

export const saveInquiry = (tx: Writer, askedBy: string, text: InquiryText) =>
  tx
    .insertInto('inquiry')
    .values({ askedBy, ...text })
    .returning('id')
    .executeTakeFirstOrThrow()

export const saveCommunities = (tx: Writer, inquiryId: string, communityIds: string[]) =>
  sql`
    insert into inquiry_community (inquiry_id, community_id, last_at)
    select inquiry.id, community.id, inquiry.last_at
    from inquiry, unnest(${communityIds}::uuid[]) community (id)
    where inquiry.id = ${inquiryId}`.execute(tx)

/** Keeps those topics that belong to the inquiry's communities; forgets the others. */
export async function saveTopics(tx: Writer, inquiryId: string, topicIds: string[]): Promise<void> {
  await sql`
    delete from inquiry_topic where inquiry_id = ${inquiryId} and not topic_id = any(${topicIds})
      and topic_id in (select id from topic where gone is null)`.execute(tx)
  await sql`
    insert into inquiry_topic (inquiry_id, topic_id)
    select ${inquiryId}, topic.id
    from topic join inquiry_community held on held.community_id = topic.community_id and held.inquiry_id = ${inquiryId}
    where topic.id = any(${topicIds}) and topic.gone is null
    on conflict do nothing`.execute(tx)
}

export const topicIdsOf = async (db: Reader, inquiryId: string): Promise<string[]> =>
  (await db.selectFrom('inquiryTopic').select('topicId').where('inquiryId', '=', inquiryId).execute()).map(
    ({ topicId }) => topicId,
  )

/** How many contributions tell what to do or how it went. */
export const answersOf = (inquiryId: string) => sql`(
  select count(*) from contribution
  where inquiry_id = ${inquiryId} and kind in ('answer', 'experience') and withdrawn_at is null and hidden_at is null)`

/** Something was taken back or put in order: counts anew what answers. It is no news, so nothing moves up. */
export const recount = (tx: Writer, inquiryId: string) =>
  sql`update inquiry set answers = ${answersOf(inquiryId)} where id = ${inquiryId}`.execute(tx)

export async function saveState(tx: Writer, id: string, from: InquiryState[], to: InquiryState): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('inquiry')
    .set({
      state: to,
      resolvedAt: to === 'resolved' ? sql`now()` : null,
      withdrawnAt: to === 'withdrawn' ? sql`now()` : null,
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Of these people, those who are here and may read the inquiry. */
export async function readersAmong(db: Reader, inquiryId: string, personIds: string[]): Promise<string[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select person.id from person
    where person.id = any(${personIds}) and person.erased_at is null
      and (person.left_on is null or person.left_on > current_date)
      and exists (
        select from inquiry_community held join community on community.id = held.community_id
        where held.inquiry_id = ${inquiryId} and (community.visibility = 'open' and person.origin <> 'guest' or exists (
          select from membership where membership.community_id = community.id and membership.person_id = person.id)))`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
