import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'

/** Experiments that somebody kept to themselves, with what came out; copies of them that others made stand alone. */
export async function removeOwnExperiments(tx: Writer, person: string): Promise<void> {
  const mine = sql`select id from experiment where by_id = ${person} and seen = 'me'`
  await sql`update experiment set copy_of = null where copy_of in (${mine})`.execute(tx)
  await sql`delete from experiment_run where experiment_id in (${mine})`.execute(tx)
  await sql`delete from experiment where by_id = ${person} and seen = 'me'`.execute(tx)
}

export const coverExperiments = (tx: Writer, person: string, cover: string) =>
  sql`update experiment set name = ${cover}, note = case when note = '' then '' else ${cover} end
      where by_id = ${person}`.execute(tx)
