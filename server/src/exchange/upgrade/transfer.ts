import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import copy from 'pg-copy-streams'
import { placeReaders, readersPlaces } from '#activity/index.ts'
import {
  copyIn,
  copyOut,
  countRows,
  empty,
  indexesOf,
  inSnapshot,
  loading,
  moveCounters,
  printOf,
  replaceIndex,
  type Table,
  tablesOf,
} from '#platform/copy/queries.ts'
import { Failure } from '#platform/failure.ts'

/** Numbers of transactions belong to the database that gave them; migrations are applied, not copied. */
const notCopied = new Set(['migration', 'activity_reader'])
const columnsOf = ({ name, columns }: Table) => columns.filter((one) => !(name === 'activity' && one === 'transaction'))

export interface Told {
  copied(rows: number, of: number): void
  compared(tables: number, of: number): void
}

/** Copies one database into another with the same schema, and compares what both hold. Returns the rows. */
export async function transfer(from: pg.ClientBase, to: pg.ClientBase, told: Told): Promise<number> {
  return inSnapshot(from, async () => {
    const tables = (await tablesOf(from)).filter(({ name }) => !notCopied.has(name))
    const readers = await readersPlaces(from)
    const counts = new Map<string, number>()
    for (const { name } of tables) counts.set(name, await countRows(from, name))
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0)

    await loading(to, async () => {
      await empty(
        to,
        tables.map(({ name }) => name),
      )
      let rows = 0
      for (const table of tables) {
        const columns = columnsOf(table)
        const source = from.query(copy.to(copyOut(table.name, columns)))
        await pipeline(source, to.query(copy.from(copyIn(table.name, columns))))
        told.copied((rows += counts.get(table.name)!), all)
      }
      await moveCounters(to)
      await placeReaders(to, readers)
    })
    await likeIndexes(from, to)
    await inSnapshot(to, () => compare(from, to, tables, told))
    return all
  })
}

async function likeIndexes(from: pg.ClientBase, to: pg.ClientBase): Promise<void> {
  const there = await indexesOf(to)
  for (const [name, definition] of await indexesOf(from)) {
    if (there.get(name) !== definition) await replaceIndex(to, name, definition)
  }
}

async function compare(from: pg.ClientBase, to: pg.ClientBase, tables: Table[], told: Told): Promise<void> {
  for (const [place, table] of tables.entries()) {
    const columns = columnsOf(table)
    if ((await printOf(from, table.name, columns)) !== (await printOf(to, table.name, columns))) {
      throw new Failure(`The table ${table.name} did not arrive as it was: nothing was changed. Run it again.`)
    }
    told.compared(place + 1, tables.length)
  }
}
