import { once } from 'node:events'
import type pg from 'pg'
import copy from 'pg-copy-streams'

const header = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const batch = 1 << 20

/** Writes rows of numbers in the database's own binary form. */
export class Rows {
  readonly #stream: ReturnType<pg.ClientBase['query']> & NodeJS.WritableStream
  #buffer = Buffer.allocUnsafe(batch)
  #at: number
  rows = 0

  constructor(client: pg.ClientBase, table: string) {
    this.#stream = client.query(copy.from(`copy ${table} from stdin (format binary)`)) as never
    this.#at = header.copy(this.#buffer)
  }

  /** Whether there is room for another row; if not, `flush` first. */
  get full(): boolean {
    return this.#at > batch - 128
  }

  row(columns: number) {
    this.#at = this.#buffer.writeInt16BE(columns, this.#at)
    this.rows++
  }

  short(value: number) {
    this.#at = this.#buffer.writeInt16BE(value, this.#buffer.writeInt32BE(2, this.#at))
  }

  int(value: number) {
    this.#at = this.#buffer.writeInt32BE(value, this.#buffer.writeInt32BE(4, this.#at))
  }

  real(value: number) {
    this.#at = this.#buffer.writeFloatBE(value, this.#buffer.writeInt32BE(4, this.#at))
  }

  async flush() {
    const filled = this.#buffer.subarray(0, this.#at)
    this.#buffer = Buffer.allocUnsafe(batch)
    this.#at = 0
    if (!this.#stream.write(filled)) await once(this.#stream, 'drain')
  }

  async end(): Promise<number> {
    this.#at = this.#buffer.writeInt16BE(-1, this.#at)
    await this.flush()
    const done = once(this.#stream, 'finish')
    this.#stream.end()
    await done
    return this.rows
  }
}

export const tieColumns = 'tie_week (import_no, week, channel, from_no, to_no, times, weight)'
export const workColumns = 'artefact_week (import_no, week, artefact, person_no, times)'

/** Waits for whoever is choosing about the source, and lets them wait until this is written. */
export const holdSource = (client: pg.ClientBase, source: string) =>
  client.query('select from trace_source where id = $1 for share', [source])

export const saveChannels = (client: pg.ClientBase, source: string, channels: string[]) =>
  client.query('update trace_source set channels = $2 where id = $1', [source, channels])

/**
 * Before histories had names their paths stood alone. The first project that is read again and has such a path takes it
 * over, so that the same work is not held twice.
 */
const nameArtefacts = (client: pg.ClientBase, source: string, names: string[]) =>
  client.query(
    `update artefact bare set name = given.name
     from (select distinct on (path) name, path
           from unnest($2::text[]) as given (name), substring(name from position(':' in name) + 1) as path
           where position(':' in name) > 1 order by path, name) given
     where bare.source_id = $1 and bare.name = given.path
       and not exists (select from artefact named where named.source_id = $1 and named.name = given.name)`,
    [source, names],
  )

export async function saveArtefacts(client: pg.ClientBase, source: string, names: string[]): Promise<number[]> {
  await nameArtefacts(client, source, names)
  const { rows } = await client.query<{ number: number }>(
    `with given as (select name, place from unnest($2::text[]) with ordinality as given (name, place)),
     saved as (
       insert into artefact (source_id, name) select $1, name from given order by place
       on conflict (source_id, name) do update set name = excluded.name
       returning number, name
     )
     select saved.number from given join saved using (name) order by given.place`,
    [source, names],
  )
  return rows.map(({ number }) => number)
}
