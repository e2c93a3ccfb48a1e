import type { Ground } from '@mortar/contract/inquiry'
import type { OrderedKind } from '@mortar/contract/order'
import type { Reader, Writer } from '#platform/database.ts'

interface Redaction {
  subjectKind: OrderedKind
  subjectId: string
  ground: Ground
  places: number
  byId: string | null
}

export const saveRedactions = async (tx: Writer, rows: Redaction[]): Promise<void> => {
  if (rows.length > 0) await tx.insertInto('pageRedaction').values(rows).execute()
}

export const redactionsOf = (db: Reader, page: string) =>
  db
    .selectFrom('pageRedaction')
    .select(['ground', 'byId', 'at'])
    .where('subjectId', '=', page)
    .orderBy('at')
    .orderBy('id')
    .$castTo<{ ground: Ground; byId: string | null; at: Date }>()
    .execute()
