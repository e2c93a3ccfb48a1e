import type { PracticeText } from '@mortar/contract/practice'
import { sql } from 'kysely'
import { jsonOf } from './json.ts'
import type { Reader, Writer } from '#platform/database.ts'

export interface ChangeRow {
  id: string
  base: number
  content: PracticeText
  note: string
  byId: string | null
  at: Date
  state: 'waiting' | 'taken' | 'declined' | 'withdrawn'
  decidedBy: string | null
  decidedAt: Date | null
  reason: string | null
}

const columns = ['id', 'base', 'content', 'note', 'byId', 'at', 'state', 'decidedBy', 'decidedAt', 'reason'] as const

export const changesOf = (db: Reader, practiceId: string, onlyBy: string | undefined) =>
  db
    .selectFrom('changeProposal')
    .select(columns)
    .where('practiceId', '=', practiceId)
    .$if(onlyBy !== undefined, (query) => query.where('byId', '=', onlyBy!))
    .orderBy('at', 'desc')
    .limit(200)
    .execute() as unknown as Promise<ChangeRow[]>

export const findChange = (db: Reader, practiceId: string, id: string) =>
  db
    .selectFrom('changeProposal')
    .select(columns)
    .where('practiceId', '=', practiceId)
    .where('id', '=', id)
    .executeTakeFirst() as unknown as Promise<ChangeRow | undefined>

interface NewChange {
  practiceId: string
  base: number
  content: PracticeText
  note: string
  byId: string | null
  at?: Date
}

export const saveChange = (tx: Writer, { content, ...row }: NewChange) =>
  tx
    .insertInto('changeProposal')
    .values({ ...row, content: jsonOf(content) })
    .returning('id')
    .executeTakeFirstOrThrow()

interface ChangeDecision {
  state: 'taken' | 'declined' | 'withdrawn'
  reason: string
  byId: string | null
  at?: Date
}

/** Decides a change once; tells whether it still waited. */
export async function saveChangeDecision(tx: Writer, id: string, { state, reason, byId, at }: ChangeDecision) {
  const { numUpdatedRows } = await tx
    .updateTable('changeProposal')
    .set({ state, reason, decidedBy: byId, decidedAt: at ?? sql<Date>`now()` })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
