import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { ItemWords } from '../item/queries.ts'
import { present } from '../queries.ts'

/** People who work here by e-mail address or id of the organization, in lower case. */
export async function peopleKnownAs(db: Reader, written: string[]): Promise<Map<string, string>> {
  if (written.length === 0) return new Map()
  const { rows } = await sql<{ as: string; id: string }>`
    with given as (select distinct lower(unnest(${written}::text[])) as alias)
    select given.alias as "as", (array_agg(person.id))[1] as id from given
    join person on (lower(person.key) = given.alias or person.email = given.alias) and ${present}
    group by given.alias having count(distinct person.id) = 1`.execute(db)
  return new Map(rows.map((row) => [row.as, row.id]))
}

/** Topics by name in lower case; of the same name in several communities all. */
export async function topicsCalled(
  db: Reader,
  personId: string,
  names: string[],
  community: string | null = null,
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ name: string; ids: string[] }>`
    select lower(topic.name) as name, array_agg(topic.id order by topic.id) as ids
    from topic join community on community.id = topic.community_id
    where topic.gone is null and lower(topic.name) = any(${names.map((name) => name.toLowerCase())}::text[])
      and (${community}::uuid is null or community.id = ${community}::uuid)
      and (community.visibility <> 'private' or exists (
        select from membership mine where mine.community_id = community.id and mine.person_id = ${personId}))
    group by 1`.execute(db)
  return new Map(rows.map(({ name, ids }) => [name, ids]))
}

export interface KnownItem extends ItemWords {
  id: string
  externalId: string | null
  agreedAt: Date | null
  retired: boolean
  topics: string[]
}

/** Items that a catalogue may mean: with one of these ids, or one of these titles and none. Held until they are written. */
export async function knownItems(db: Reader, ids: string[], titles: string[]): Promise<KnownItem[]> {
  const { rows } = await sql<KnownItem>`
    select id, kind, title, words, minutes, address, practice_id as "practiceId", person_id as "personId",
           expires_on as "expiresOn", external_id as "externalId", agreed_at as "agreedAt", retired_at is not null as retired,
           array(select topic_id from learning_item_topic about where about.item_id = item.id order by topic_id) as topics
    from learning_item item
    where external_id = any(${ids}::text[]) or (external_id is null and plain(title) = any(
      select plain(unnest(${titles}::text[]))))
    order by added_at, id`.execute(db)
  return rows
}

/** One catalogue is brought in at a time. */
export const holdCatalogue = (tx: Writer) =>
  sql`select pg_advisory_xact_lock(hashtext('learning.catalogue'))`.execute(tx)

export async function insertBrought(
  tx: Writer,
  by: string | null,
  item: ItemWords & { externalId: string | null },
): Promise<string> {
  const { id } = await tx
    .insertInto('learningItem')
    .values({ ...item, addedBy: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What a catalogue lists is offered. */
export const rewriteBrought = (tx: Writer, id: string, words: ItemWords & { agreedAt: Date | null }) =>
  tx
    .updateTable('learningItem')
    .set({ ...words, retiredAt: null, retiredBy: null, changedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()

/** What an import did to one item: what it was before, or nothing where it was not there. */
export interface Change {
  item: string
  was: Omit<KnownItem, 'id' | 'externalId'> | null
}

export async function saveImport(
  tx: Writer,
  row: {
    kind: 'catalogue' | 'assessment'
    fileName: string
    rows: number
    assessmentId?: string
    changes: Change[]
    byId: string | null
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('learningImport')
    .values({ ...row, changes: JSON.stringify(row.changes) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface ImportRow {
  id: string
  kind: 'catalogue' | 'assessment'
  fileName: string
  rows: number
  assessmentId: string | null
  byId: string | null
  at: Date
  undoneAt: Date | null
}

const columns = ['id', 'fileName', 'rows', 'assessmentId', 'byId', 'at', 'undoneAt'] as const

export const importsThere = (db: Reader): Promise<ImportRow[]> =>
  db
    .selectFrom('learningImport')
    .select([...columns, sql<ImportRow['kind']>`kind`.as('kind')])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()

export async function findImport(db: Reader, id: string): Promise<(ImportRow & { changes: Change[] }) | undefined> {
  const row = await db
    .selectFrom('learningImport')
    .select([...columns, sql<ImportRow['kind']>`kind`.as('kind'), 'changes'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, changes: row.changes as unknown as Change[] }
}

/** Marks an import as undone, and with an assessment all that brought it in; tells whether it was not undone before. */
export async function markUndone(tx: Writer, { id, assessmentId }: ImportRow, by: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update learning_import set undone_at = now(), undone_by = ${by}
    where undone_at is null and (id = ${id} or assessment_id = ${assessmentId}) returning id`.execute(tx)
  return rows.some((row) => row.id === id)
}

/** Those of these items that nobody changed since the import wrote them. */
export async function untouched(tx: Writer, importId: string, items: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select item.id from learning_item item join learning_import brought on brought.id = ${importId}
    where item.id = any(${items}::uuid[]) and item.changed_at = brought.at for update of item`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Takes what was added away again; what somebody did already is only offered no more. */
export async function removeBrought(tx: Writer, items: string[], by: string): Promise<void> {
  await sql`
    delete from learning_item item where id = any(${items}::uuid[])
      and not exists (select from learning_done done where done.item_id = item.id)`.execute(tx)
  await sql`
    update learning_item set retired_at = now(), retired_by = ${by}, changed_at = now()
    where id = any(${items}::uuid[]) and retired_at is null`.execute(tx)
}

export async function restoreItem(tx: Writer, id: string, was: NonNullable<Change['was']>, by: string): Promise<void> {
  const { kind, title, words, minutes, address, practiceId, personId, expiresOn } = was
  await tx
    .updateTable('learningItem')
    .set({
      kind,
      title,
      words,
      minutes,
      address,
      practiceId,
      personId,
      expiresOn,
      agreedAt: was.agreedAt && new Date(was.agreedAt),
      retiredAt: was.retired ? sql<Date>`now()` : null,
      retiredBy: was.retired ? by : null,
      changedAt: sql<Date>`now()`,
    })
    .where('id', '=', id)
    .execute()
}
