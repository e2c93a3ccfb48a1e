import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { type MovedPairs, movePairs, movePairsBack } from '#platform/pairs.ts'

const pairs = {
  items: { table: 'learning_item_topic', thing: 'item_id', under: 'topic_id' },
  interests: { table: 'interest', thing: 'person_id', under: 'topic_id' },
  declines: { table: 'learning_decline', thing: 'person_id', under: 'topic_id' },
  wants: { table: 'pairing_want', thing: 'person_id', under: 'topic_id' },
  offers: { table: 'pairing_offer', thing: 'person_id', under: 'topic_id' },
  pairs: { table: 'pairing_topic', thing: 'pair_id', under: 'topic_id' },
}

/** What a merge moved: by id, so that it can move back. */
export interface Moved {
  inquiries: MovedPairs
  practices: MovedPairs
  items: MovedPairs
  interests: MovedPairs
  declines: MovedPairs
  /** Of rounds of pairs; absent in merges that are older than these. */
  wants?: MovedPairs
  offers?: MovedPairs
  pairs?: MovedPairs
  needs: string[]
  /** Assessments that were not closed. */
  assessments: string[]
  /** Topics that stood below the first. */
  below: string[]
}

type Learning = Pick<Moved, 'items' | 'interests' | 'declines' | 'wants' | 'offers' | 'pairs' | 'needs' | 'assessments'>

export const hasBelow = async (db: Reader, topic: string): Promise<boolean> =>
  (await sql`select from topic where parent_id = ${topic} and gone is null limit 1`.execute(db)).rows.length > 0

/** Whether an assessment that is not closed asks about both. */
export async function asksOfBoth(db: Reader, from: string, into: string): Promise<boolean> {
  const { rows } = await sql`
    select from needs_assessment one where one.state <> 'closed'
      and exists (select from needs_assessment_topic q where q.assessment_id = one.id and q.topic_id = ${from})
      and exists (select from needs_assessment_topic q where q.assessment_id = one.id and q.topic_id = ${into})`.execute(
    db,
  )
  return rows.length > 0
}

/** Lets needs, interests, items, what was put aside and open questions follow another topic. */
export async function moveLearning(tx: Writer, from: string, into: string): Promise<Learning> {
  const { rows: needs } = await sql<{ id: string }>`
    update need set topic_id = ${into} where topic_id = ${from} returning id`.execute(tx)
  const { rows: asked } = await sql<{ id: string }>`
    update needs_assessment_topic question set topic_id = ${into} from needs_assessment one
    where one.id = question.assessment_id and one.state <> 'closed' and question.topic_id = ${from} returning one.id`.execute(
    tx,
  )
  const assessments = asked.map(({ id }) => id)
  await moveAnswers(tx, assessments, from, into)
  return {
    needs: needs.map(({ id }) => id),
    assessments,
    items: await movePairs(tx, pairs.items, from, into),
    interests: await movePairs(tx, pairs.interests, from, into),
    declines: await movePairs(tx, pairs.declines, from, into),
    wants: await movePairs(tx, pairs.wants, from, into),
    offers: await movePairs(tx, pairs.offers, from, into),
    pairs: await movePairs(tx, pairs.pairs, from, into),
  }
}

const moveAnswers = (tx: Writer, assessments: string[], from: string, into: string) =>
  sql`update needs_assessment_answer set topic_id = ${into}
      where topic_id = ${from} and assessment_id = any(${assessments}::uuid[])`.execute(tx)

/** Takes that back for what still stands there. An assessment that closed meanwhile keeps what it asked. */
export async function moveLearningBack(tx: Writer, moved: Learning, from: string, into: string): Promise<void> {
  await sql`update need set topic_id = ${from} where topic_id = ${into} and id = any(${moved.needs}::uuid[])`.execute(
    tx,
  )
  const { rows } = await sql<{ id: string }>`
    update needs_assessment_topic question set topic_id = ${from} from needs_assessment one
    where one.id = question.assessment_id and one.state <> 'closed' and question.topic_id = ${into}
      and one.id = any(${moved.assessments}::uuid[]) returning one.id`.execute(tx)
  await moveAnswers(
    tx,
    rows.map(({ id }) => id),
    into,
    from,
  )
  for (const name of ['items', 'interests', 'declines', 'wants', 'offers', 'pairs'] as const)
    if (moved[name]) await movePairsBack(tx, pairs[name], moved[name], from, into)
}

export interface Merge {
  id: string
  topicId: string
  name: string
  parentId: string | null
  intoId: string
  moved: Moved
  byId: string | null
  at: Date
  undoneAt: Date | null
}

const columns = ['id', 'topicId', 'name', 'parentId', 'intoId', 'byId', 'at', 'undoneAt'] as const

export const saveMerge = (
  tx: Writer,
  { moved, ...row }: Omit<Merge, 'id' | 'at' | 'undoneAt'> & { communityId: string },
) =>
  tx
    .insertInto('topicMerge')
    .values({ ...row, moved: JSON.stringify(moved) })
    .returning('id')
    .executeTakeFirstOrThrow()

export async function findMerge(db: Reader, communityId: string, id: string): Promise<Merge | undefined> {
  const row = await db
    .selectFrom('topicMerge')
    .select([...columns, 'moved'])
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .executeTakeFirst()
  return row && { ...row, moved: row.moved as unknown as Moved }
}

/** Those that were not taken back, the latest first, each with what the other topic is called now. */
export async function mergesIn(db: Reader, communityId: string) {
  const { rows } = await sql<Omit<Merge, 'moved' | 'undoneAt'> & { into: string | null }>`
    select merge.id, merge.topic_id as "topicId", merge.name, merge.parent_id as "parentId", merge.into_id as "intoId",
           merge.by_id as "byId", merge.at, topic.name as into
    from topic_merge merge left join topic on topic.id = merge.into_id and topic.gone is null
    where merge.community_id = ${communityId} and merge.undone_at is null
    order by merge.at desc, merge.id desc limit 50`.execute(db)
  return rows
}

export async function undoMerge(tx: Writer, id: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('topicMerge')
    .set({ undoneAt: sql<Date>`now()`, undoneBy: by })
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
