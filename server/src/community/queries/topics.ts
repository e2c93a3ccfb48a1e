import type { Reader, Writer } from '#platform/database.ts'

export const topicsOf = (db: Reader, communityIds: string[]) =>
  communityIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('topic')
        .select(['id', 'communityId', 'parentId', 'name'])
        .where('communityId', 'in', communityIds)
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
    .executeTakeFirst()

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
  await tx.deleteFrom('topic').where('id', '=', id).execute()
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
  await tx
    .insertInto('topic')
    .values({ ...topic, parentId: parent && !parent.parentId ? parent.id : null })
    .execute()
  if (below.length > 0)
    await tx
      .updateTable('topic')
      .set({ parentId: topic.id })
      .where('id', 'in', below)
      .where('parentId', '=', into)
      .execute()
}
