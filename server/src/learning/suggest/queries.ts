import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { asksOf, offeredOn } from '../item/queries.ts'
import { plannedFor } from '../plan/queries/used.ts'

export interface SuggestedRow {
  itemId: string
  /** Topics of the item in which there is a need or an interest, each with which of them. */
  because: { topic: string; kind: 'shared_need' | 'own_need' | 'interest' }[]
  law: string | null
  /** A plan in use sends it to them, for a topic, through a community (null: several). */
  planned: { topic: string; community: string | null } | null
}

/**
 * Items for somebody, the strongest reason first: what the law asks, then by the largest need, then what a
 * plan in use sends to a community of theirs, then interests. What they
 * did or put aside, and topics that they put aside, are left out, but for the law.
 */
export async function suggestedFor(
  db: Reader,
  personId: string,
  { today, limit }: { today: string; limit: number },
): Promise<SuggestedRow[]> {
  const { rows } = await sql<SuggestedRow>`
    with declined as (select item_id, topic_id from learning_decline where person_id = ${personId}),
    wanted as (
      select topic_id, max(gap) as gap, case when bool_or(exists (
        select from need_share share where share.need_id = need.id)) then 'shared_need' else 'own_need' end as kind
      from need where person_id = ${personId} and met_at is null group by topic_id
      union all select topic_id, 0, 'interest' from interest where person_id = ${personId}
        and topic_id not in (select topic_id from need where person_id = ${personId} and met_at is null)
    ),
    planned as (${plannedFor(personId, today)}),
    open_to as (select * from wanted where topic_id not in (select topic_id from declined where topic_id is not null))
    select item.id as "itemId", coalesce(about.because, '[]') as because,
           case when item.law_reason is not null and ${asksOf(personId)} then item.law_reason end as law,
           case when for_me then json_build_object('topic', planned.topic_id, 'community', planned.community_id) end as planned
    from learning_item item
    left join lateral (
      select json_agg(json_build_object('topic', open_to.topic_id, 'kind', open_to.kind) order by gap desc, open_to.topic_id) as because,
             max(gap) as gap, count(*) as topics
      from learning_item_topic tagged join open_to on open_to.topic_id = tagged.topic_id where tagged.item_id = item.id
    ) about on true
    left join planned on planned.item_id = item.id
    cross join lateral (select planned.item_id is not null
      and planned.topic_id not in (select topic_id from declined where topic_id is not null) as for_me) sent
    where ${offeredOn(today)} and item.person_id is distinct from ${personId}
      and not exists (select from learning_done done where done.item_id = item.id and done.person_id = ${personId})
      and ((item.law_reason is not null and ${asksOf(personId)})
        or ((about.because is not null or for_me) and item.id not in (select item_id from declined where item_id is not null)))
    order by (item.law_reason is not null and ${asksOf(personId)}) desc, greatest(about.gap, case when for_me then 0.5 end) desc nulls last, about.topics desc, item.minutes, item.id
    limit ${limit}`.execute(db)
  return rows
}

export interface DoneRow {
  itemId: string
  act: 'did' | 'used'
  at: Date
  applicationId: string | null
}

export const doneBy = (db: Reader, personId: string): Promise<DoneRow[]> =>
  db
    .selectFrom('learningDone')
    .select(['itemId', sql<'did' | 'used'>`act`.as('act'), 'at', 'applicationId'])
    .where('personId', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('itemId')
    .limit(200)
    .execute()

/** Says it once; tells whether it was not said before. */
export async function saveDone(
  tx: Writer,
  row: { personId: string; itemId: string; act: 'did' | 'used'; applicationId: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('learningDone')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const removeDone = (tx: Writer, personId: string, itemId: string, act: 'did' | 'used') =>
  tx
    .deleteFrom('learningDone')
    .where('personId', '=', personId)
    .where('itemId', '=', itemId)
    .where('act', '=', act)
    .execute()

export interface DeclineRow {
  itemId: string | null
  topicId: string | null
  at: Date
}

export const declinedBy = (db: Reader, personId: string): Promise<DeclineRow[]> =>
  db
    .selectFrom('learningDecline')
    .select(['itemId', 'topicId', 'at'])
    .where('personId', '=', personId)
    .orderBy('at', 'desc')
    .limit(200)
    .execute()

/** Declined items and topics of everybody: what a plan learns from. */
export const declines = (db: Reader): Promise<{ personId: string; itemId: string | null; topicId: string | null }[]> =>
  db
    .selectFrom('learningDecline')
    .select(['personId', 'itemId', 'topicId'])
    .orderBy('personId')
    .orderBy('itemId')
    .orderBy('topicId')
    .execute()

type What = { itemId: string } | { topicId: string }

export const saveDecline = (tx: Writer, personId: string, what: What) =>
  tx
    .insertInto('learningDecline')
    .values({ personId, ...what })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const removeDecline = (tx: Writer, personId: string, what: What) =>
  sql`delete from learning_decline where person_id = ${personId}
      and item_id is not distinct from ${'itemId' in what ? what.itemId : null}
      and topic_id is not distinct from ${'topicId' in what ? what.topicId : null}`.execute(tx)
