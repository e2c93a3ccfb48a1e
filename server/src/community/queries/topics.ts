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
