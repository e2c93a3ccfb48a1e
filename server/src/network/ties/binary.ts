import type pg from 'pg'
import copy from 'pg-copy-streams'

/** How many bytes each column of a row takes: small integers 2, integers and reals 4. */
export type Columns = readonly ('int2' | 'int4' | 'float4')[]

const signature = 19

/**
 * Streams rows of numbers out of the database in its own binary form, many times faster than as text.
 * The array of values is the same one for each row.
 */
export async function eachRow(
  client: pg.ClientBase,
  text: string,
  columns: Columns,
  visit: (row: readonly number[]) => void,
): Promise<number> {
  const row = columns.map(() => 0)
  let open: Buffer = Buffer.alloc(0)
  let skip = signature
  let rows = 0
  const length = 2 + columns.reduce((sum, column) => sum + 4 + (column === 'int2' ? 2 : 4), 0)
  for await (const chunk of client.query(
    copy.to(`copy (${text}) to stdout (format binary)`),
  ) as AsyncIterable<Buffer>) {
    const bytes = open.length > 0 ? Buffer.concat([open, chunk]) : chunk
    let at = skip
    skip = 0
    if (at > bytes.length) {
      skip = at - bytes.length
      open = Buffer.alloc(0)
      continue
    }
    for (; at + length <= bytes.length; at += length, rows++) {
      let place = at + 2
      for (let n = 0; n < columns.length; n++) {
        place += 4
        const column = columns[n]!
        row[n] =
          column === 'int2'
            ? bytes.readInt16BE(place)
            : column === 'int4'
              ? bytes.readInt32BE(place)
              : bytes.readFloatBE(place)
        place += column === 'int2' ? 2 : 4
      }
      visit(row)
    }
    open = bytes.subarray(at)
  }
  return rows
}
