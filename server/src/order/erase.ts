import type { OrderedKind } from '@mortar/contract/order'
import type { Writer } from '#platform/database.ts'
import { saveRedactions } from './queries.ts'

/** Where somebody's words were covered because they were erased, the page says so. Within the transaction of the erasure. */
export const noteErased = (tx: Writer, kind: OrderedKind, pages: string[]): Promise<void> =>
  saveRedactions(
    tx,
    pages.map((id) => ({ subjectKind: kind, subjectId: id, ground: 'erasure', places: 1, byId: null })),
  )
