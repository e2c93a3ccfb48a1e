import { sql } from 'kysely'
import type { Writer } from './database.ts'

/** A table of pairs, such as things and what they stand under. A room hands in its own tables only. */
export interface Pairs {
  table: string
  /** The column of the thing. */
  thing: string
  /** The column of what it stands under. */
  under: string
}

/** Which things stood under one, and which of them came to stand under the other by that. */
export interface MovedPairs {
  had: string[]
  came: string[]
}

/** Lets everything that stands under one stand under another; what stood under both stands there once. */
export async function movePairs(tx: Writer, { table, thing, under }: Pairs, from: string, into: string) {
  const [rows, it, over] = [sql.table(table), sql.ref(thing), sql.ref(under)]
  const { rows: had } = await sql<{ id: string }>`
    select ${it} as id from ${rows} where ${over} = ${from} and ${it} is not null order by 1`.execute(tx)
  const { rows: came } = await sql<{ id: string }>`
    insert into ${rows} (${it}, ${over})
    select ${it}, ${into}::uuid from ${rows} where ${over} = ${from} and ${it} is not null
    on conflict do nothing returning ${it} as id`.execute(tx)
  await sql`delete from ${rows} where ${over} = ${from}`.execute(tx)
  return { had: had.map(({ id }) => id), came: came.map(({ id }) => id).sort() } satisfies MovedPairs
}

/** Takes that back for those that still stand there. */
export async function movePairsBack(
  tx: Writer,
  { table, thing, under }: Pairs,
  { had, came }: MovedPairs,
  from: string,
  into: string,
): Promise<void> {
  const [rows, it, over] = [sql.table(table), sql.ref(thing), sql.ref(under)]
  await sql`
    insert into ${rows} (${it}, ${over})
    select ${it}, ${from}::uuid from ${rows} where ${over} = ${into} and ${it} = any(${had}::uuid[])
    on conflict do nothing`.execute(tx)
  await sql`delete from ${rows} where ${over} = ${into} and ${it} = any(${came}::uuid[])`.execute(tx)
}
