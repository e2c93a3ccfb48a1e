import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'

export type Value = string | number | boolean | Date | null | readonly string[]
export type Row = Value[]

/** Streams rows into a table. */
export async function copy(client: pg.ClientBase, table: string, columns: string, rows: Iterable<Row>): Promise<void> {
  await pipeline(Readable.from(chunks(rows)), client.query(from(`copy ${table} (${columns}) from stdin`)))
}

function* chunks(rows: Iterable<Row>): Generator<string> {
  let chunk = ''
  for (const row of rows) {
    chunk += `${row.map(asText).join('\t')}\n`
    if (chunk.length < 1 << 18) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

function asText(value: Value): string {
  if (value === null) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object') return `{${value.join(',')}}`
  return typeof value === 'string' ? value.replace(/[\\\t\n\r]/g, escaped) : String(value)
}

const escaped = (sign: string) => `\\${{ '\\': '\\', '\t': 't', '\n': 'n', '\r': 'r' }[sign]}`
