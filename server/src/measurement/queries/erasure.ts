import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

export const coverAnswersOf = (tx: Writer, person: string, cover: string) =>
  sql`update maturity_answer set why = ${cover} where by_id = ${person} and why <> ''`.execute(tx)
