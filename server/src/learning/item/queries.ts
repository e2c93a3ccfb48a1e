import type { LearningKind } from '@mortar/contract/learning-items'
import { type RawBuilder, sql } from 'kysely'
import { among, type Reader, type Writer } from '#platform/database.ts'
import type { LearningItem } from './item.ts'

const columns = [
  'id',
  'kind',
  'title',
  'words',
  'minutes',
  'address',
  'practiceId',
  'personId',
  'agreedAt',
  'expiresOn',
  'externalId',
  'lawReason',
  'lawUnits',
  'lawOccupations',
  'addedBy',
  'changedAt',
  'retiredAt',
] as const

const picked = sql.join(columns.map((column) => sql`${sql.ref(`item.${column}`)} as ${sql.raw(`"${column}"`)}`))

/** Of a row `item`: offered on a day. */
export const offeredOn = (today: string): RawBuilder<unknown> => sql`(item.retired_at is null
  and (item.expires_on is null or item.expires_on >= ${today}::date) and (item.kind <> 'person' or item.agreed_at is not null))`

export const findItem = async (db: Reader, id: string): Promise<LearningItem | undefined> =>
  (await sql<LearningItem>`select ${picked} from learning_item item where item.id = ${id}`.execute(db)).rows[0]

export const itemsByIds = async (db: Reader, ids: string[]): Promise<LearningItem[]> =>
  ids.length === 0
    ? []
    : (await sql<LearningItem>`select ${picked} from learning_item item where item.id = ${among(ids)}`.execute(db)).rows

export interface CatalogueQuery {
  words: string | undefined
  topic: string | undefined
  kind: LearningKind | undefined
  past: boolean
  today: string
  after: string[] | undefined
  limit: number
}

/** The catalogue by title: what is offered, or what is not any more. */
export async function catalogue(db: Reader, query: CatalogueQuery): Promise<(LearningItem & { sortTitle: string })[]> {
  const { words, topic, kind, past, today, after, limit } = query
  const conditions = [
    past
      ? sql`(item.retired_at is not null or item.expires_on < ${today}::date) and (item.kind <> 'person' or item.agreed_at is not null)`
      : offeredOn(today),
    ...(kind ? [sql`item.kind = ${kind}`] : []),
    ...(topic
      ? [
          sql`exists (select from learning_item_topic about where about.item_id = item.id and about.topic_id = ${topic})`,
        ]
      : []),
    ...(words
      ? [
          sql`(position(plain(${words}) in plain(item.title)) > 0 or position(plain(${words}) in plain(item.words)) > 0)`,
        ]
      : []),
    ...(after ? [sql`(plain(item.title), item.id) > (${after[0]}, ${after[1]}::uuid)`] : []),
  ]
  const { rows } = await sql<LearningItem & { sortTitle: string }>`
    select ${picked}, plain(item.title) as "sortTitle" from learning_item item
    where ${sql.join(conditions, sql` and `)} order by plain(item.title), item.id limit ${limit + 1}`.execute(db)
  return rows
}

export async function topicsOfItems(db: Reader, ids: string[]): Promise<{ itemId: string; topicId: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('learningItemTopic')
    .select(['itemId', 'topicId'])
    .where('itemId', '=', among(ids))
    .orderBy('topicId')
    .execute()
}

export interface OwnMark {
  itemId: string
  did: boolean
  used: boolean
  declined: boolean
}

/** What somebody said of these items. */
export async function marksOn(db: Reader, personId: string, ids: string[]): Promise<Map<string, OwnMark>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<OwnMark>`
    select item.id as "itemId",
      exists (select from learning_done d where d.item_id = item.id and d.person_id = ${personId} and d.act = 'did') as did,
      exists (select from learning_done d where d.item_id = item.id and d.person_id = ${personId} and d.act = 'used') as used,
      exists (select from learning_decline d where d.item_id = item.id and d.person_id = ${personId}) as declined
    from learning_item item where item.id = ${among(ids)}`.execute(db)
  return new Map(rows.map((row) => [row.itemId, row]))
}

export interface ItemWords {
  kind: LearningKind
  title: string
  words: string
  minutes: number
  address: string | null
  practiceId: string | null
  personId: string | null
  expiresOn: string | null
}

export const saveItem = (
  tx: Writer,
  row: ItemWords & { addedBy: string; externalId?: string; agreedAt: Date | null },
) => tx.insertInto('learningItem').values(row).returning('id').executeTakeFirstOrThrow()

/** Who is shadowed says so themselves: another person has not agreed yet. */
export const rewriteItem = (tx: Writer, id: string, words: ItemWords & { agreedAt: Date | null }) =>
  tx
    .updateTable('learningItem')
    .set({ ...words, changedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()

export async function placeUnder(tx: Writer, itemId: string, topics: string[]): Promise<void> {
  await tx.deleteFrom('learningItemTopic').where('itemId', '=', itemId).execute()
  if (topics.length > 0)
    await tx
      .insertInto('learningItemTopic')
      .values([...new Set(topics)].map((topicId) => ({ itemId, topicId })))
      .execute()
}

/** Retires it, or offers it again; tells whether that changed anything. */
export async function setRetired(tx: Writer, id: string, by: string | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('learningItem')
    .set({ retiredAt: by ? sql<Date>`now()` : null, retiredBy: by, changedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('retiredAt', by ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface Law {
  reason: string
  units: string[]
  occupations: string[]
  by: string
}

export const setLaw = (tx: Writer, id: string, law: Law | null) =>
  tx
    .updateTable('learningItem')
    .set({
      lawReason: law?.reason ?? null,
      lawUnits: sql<string[]>`${law?.units ?? []}::uuid[]`,
      lawOccupations: sql<string[]>`${law?.occupations ?? []}::uuid[]`,
      lawBy: law?.by ?? null,
      lawAt: law ? sql<Date>`now()` : null,
    })
    .where('id', '=', id)
    .execute()

export const setAgreed = (tx: Writer, id: string, agreed: boolean) =>
  tx
    .updateTable('learningItem')
    .set({ agreedAt: agreed ? sql<Date>`now()` : null })
    .where('id', '=', id)
    .execute()

/** Items that others propose, in which somebody would be shadowed and has not said yes. */
export const proposedShadowing = async (db: Reader, personId: string): Promise<LearningItem[]> =>
  (
    await sql<LearningItem>`
      select ${picked} from learning_item item
      where item.person_id = ${personId} and item.agreed_at is null and item.retired_at is null
      order by item.added_at, item.id limit 50`.execute(db)
  ).rows

/** Whether a law that is put to some units with everything below and some occupations asks it of somebody. */
export const asksOf = (personId: RawBuilder<unknown> | string): RawBuilder<unknown> => sql`(
  (item.law_units = '{}' and item.law_occupations = '{}')
  or exists (select from person where person.id = ${personId} and person.occupation_id = any(item.law_occupations))
  or exists (
    with recursive above (id, parent_id) as (
      select unit.id, unit.parent_id from position join unit on unit.id = position.unit_id
      where position.person_id = ${personId} and position.from_day <= current_date
        and (position.to_day is null or position.to_day >= current_date)
      union select unit.id, unit.parent_id from unit join above on unit.id = above.parent_id
    ) select from above where above.id = any(item.law_units)))`

/** Whether the law asks this item of somebody. */
export const lawAsks = async (db: Reader, itemId: string, personId: string): Promise<boolean> =>
  (
    await sql`select from learning_item item where item.id = ${itemId} and item.law_reason is not null and ${asksOf(personId)}`.execute(
      db,
    )
  ).rows.length > 0
