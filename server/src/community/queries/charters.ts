import type { WriteCharter } from '@mortar/contract/community'
import type { Reader, Writer } from '#platform/database.ts'

export const charterOf = (db: Reader, communityId: string, version: number) =>
  db
    .selectFrom('charter')
    .selectAll()
    .where('communityId', '=', communityId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()

type CharterText = Omit<WriteCharter, 'base'>

export const saveCharter = (tx: Writer, communityId: string, version: number, byId: string | null, text: CharterText) =>
  tx
    .insertInto('charter')
    .values({ communityId, version, byId, ...text })
    .execute()

/** Moves to the next version of the charter only from the version it was written from; tells whether it did. */
export async function advanceCharter(tx: Writer, communityId: string, base: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('community')
    .set({ charterVersion: base + 1 })
    .where('id', '=', communityId)
    .where('charterVersion', '=', base)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Every version, the newest first, without the long texts. */
export const charterVersions = (db: Reader, communityId: string) =>
  db
    .selectFrom('charter')
    .select(['version', 'note', 'byId', 'at'])
    .where('communityId', '=', communityId)
    .orderBy('version', 'desc')
    .execute()

export const findCharter = (db: Reader, communityId: string, version: number) =>
  db
    .selectFrom('charter')
    .selectAll()
    .where('communityId', '=', communityId)
    .where('version', '=', version)
    .executeTakeFirst()
