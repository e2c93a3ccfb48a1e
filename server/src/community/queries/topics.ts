import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'

/** The topics of a community, or those that were removed from it. */
export const topicsOf = (db: Reader, communityId: string, { removed }: { removed: boolean }) =>
  db
    .selectFrom('topic')
    .select(['id', 'parentId', 'name'])
    .where('communityId', '=', communityId)
    .where('gone', 'is not distinct from', removed ? 'removed' : null)
    .orderBy('name')
    .execute()

export const saveTopic = (tx: Writer, communityId: string, name: string, parentId: string | null) =>
  tx.insertInto('topic').values({ communityId, name, parentId }).returning('id').executeTakeFirstOrThrow()

export const topicIn = (db: Reader, communityId: string, id: string) =>
  db
    .selectFrom('topic')
    .select(['id', 'parentId'])
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .where('gone', 'is', null)
    .executeTakeFirst()

/** Removes a topic that stands, or brings one back that was removed; tells whether it was otherwise before. */
export async function removeTopic(tx: Writer, communityId: string, id: string, removed: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('topic')
    .set({ gone: removed ? 'removed' : null })
    .where('id', '=', id)
    .where('communityId', '=', communityId)
    .where('gone', 'is not distinct from', removed ? null : 'removed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Where a topic stands among others: whether some stand below it, and whether the one above it was removed. */
export async function aroundTopic(tx: Writer, id: string): Promise<{ below: boolean; aboveRemoved: boolean }> {
  const { rows } = await sql<{ below: boolean; aboveRemoved: boolean }>`
    select exists (select from topic child where child.parent_id = topic.id and child.gone is null) as below,
           coalesce((select above.gone is not null from topic above where above.id = topic.parent_id), false) as above_removed
    from topic where id = ${id} for update`.execute(tx)
  return rows[0]!
}

export const renameTopic = (tx: Writer, communityId: string, id: string, name: string) =>
  tx.updateTable('topic').set({ name }).where('id', '=', id).where('communityId', '=', communityId).execute()

/** Takes a topic away that became one with another; those below it stand below that one. Returns them. */
export async function endTopic(tx: Writer, id: string, into: string): Promise<string[]> {
  const below = await tx
    .updateTable('topic')
    .set({ parentId: into })
    .where('parentId', '=', id)
    .returning('id')
    .execute()
  await tx.updateTable('topic').set({ gone: 'merged' }).where('id', '=', id).execute()
  return below.map((topic) => topic.id)
}

interface EndedTopic {
  id: string
  communityId: string
  name: string
  parentId: string | null
}

/** The same topic again, with those that stood below it and still stand where they went. */
export async function bringTopicBack(tx: Writer, topic: EndedTopic, into: string, below: string[]): Promise<void> {
  const parent = topic.parentId && (await topicIn(tx, topic.communityId, topic.parentId))
  const back = { ...topic, parentId: parent && !parent.parentId ? parent.id : null, gone: null }
  // Merges of long ago left nothing of the first.
  await tx
    .insertInto('topic')
    .values(back)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(back))
    .execute()
  if (below.length > 0)
    await tx
      .updateTable('topic')
      .set({ parentId: topic.id })
      .where('id', 'in', below)
      .where('parentId', '=', into)
      .execute()
}
