import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

interface Piece {
  cell: number
  first: number
  values: Buffer
}

/** Replications as they are kept: numbers of eight bytes, the low one first. */
export const saveRows = (db: Reader, run: string, cell: number, first: number, values: Float64Array) =>
  sql`insert into experiment_rows (run_id, cell, first, values)
    values (${run}, ${cell}, ${first}, ${Buffer.from(values.buffer, values.byteOffset, values.byteLength)})
    on conflict do nothing`.execute(db)

const page = 200

/** Everything that a run wrote, in the order of cells and replications. */
export async function* rowsOf(
  db: Reader,
  run: string,
): AsyncGenerator<{ cell: number; first: number; values: Float64Array }> {
  let [cell, first] = [-1, 0]
  for (;;) {
    const { rows } = await sql<Piece>`
      select cell, first, values from experiment_rows
      where run_id = ${run} and (cell, first) > (${cell}, ${first}) order by cell, first limit ${page}`.execute(db)
    for (const row of rows) {
      // A copy, since a buffer need not begin where an array of such numbers may.
      const values = new Float64Array(row.values.length / 8)
      row.values.copy(Buffer.from(values.buffer))
      yield { ...row, values }
    }
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    ;[cell, first] = [last.cell, last.first]
  }
}

/** The rows of each cell one after the other, as far as they were written. */
export async function doneOf(db: Reader, run: string, cells: number): Promise<Float64Array[]> {
  const parts = Array.from({ length: cells }, () => [] as Float64Array[])
  for await (const { cell, values } of rowsOf(db, run)) parts[cell]?.push(values)
  return parts.map((each) => {
    const whole = new Float64Array(each.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const values of each) {
      whole.set(values, at)
      at += values.length
    }
    return whole
  })
}

export async function givenOf(db: Reader, run: string): Promise<Buffer | null> {
  const row = await db.selectFrom('experimentRun').select('given').where('id', '=', run).executeTakeFirst()
  return row?.given ?? null
}

export const saveGiven = (db: Reader, run: string, given: Buffer) =>
  db.updateTable('experimentRun').set({ given }).where('id', '=', run).execute()
