import type { Reader } from '#platform/database.ts'

export const authorsOf = (db: Reader, contributionIds: string[]) =>
  contributionIds.length === 0
    ? Promise.resolve([])
    : db.selectFrom('contribution').select(['id', 'byId']).where('id', 'in', contributionIds).execute()
