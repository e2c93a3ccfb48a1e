import type { LearningReport } from '@mortar/contract/learning-imports'
import { record } from '#activity/index.ts'
import { type Database, inTransaction, type Reader, type Writer } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { practicesFor } from '#practice/index.ts'
import { mustLead } from '../access.ts'
import { placeUnder } from '../item/queries.ts'
import { refuse } from '../refusals.ts'
import { catalogueColumns, type CatalogueColumn } from './columns.ts'
import {
  type Change,
  holdCatalogue,
  insertBrought,
  type KnownItem,
  knownItems,
  peopleKnownAs,
  rewriteBrought,
  saveImport,
  topicsCalled,
} from './queries.ts'
import { keyOf, practiceIn, type ReadItem, readCatalogue } from './read-catalogue.ts'
import { reportOf } from './report.ts'
import { type Table, tableOf } from './table.ts'
import { readTopics } from './values.ts'

interface Brought {
  file: { name: string; text: string }
  dryRun: boolean
}

/** Brings in a catalogue, or only looks what that would do. What is the same item stays one: by its id, or by its title. */
export async function bringCatalogue(
  db: Database,
  actor: Actor,
  { file, dryRun }: Brought,
): Promise<{ import: string | null; report: LearningReport }> {
  mustLead(actor)
  return bringFor(db, actor, actor.id, { file, dryRun })
}

/** Sees what everybody may see. */
const nobody: Actor = {
  id: '00000000-0000-0000-0000-000000000000',
  office: false,
  guest: false,
  language: 'en',
  timeZone: 'UTC',
}

/** The same for whoever runs Mortar, in English and in nobody's name. */
export const importCatalogue = (db: Database, brought: Brought) => bringFor(db, nobody, null, brought)

async function bringFor(
  db: Database,
  actor: Actor,
  by: string | null,
  { file, dryRun }: Brought,
): Promise<{ import: string | null; report: LearningReport }> {
  const table = await tableOf(file.text, catalogueColumns)
  const has = (column: CatalogueColumn) => table.columns.includes(column)
  if (!has('title') || !(has('minutes') || has('hours')))
    throw refuse.invalid('fileHead', { headers: table.headers.join(', ') })
  return inTransaction(db, async (tx) => {
    await holdCatalogue(tx)
    const read = readCatalogue(table, await knownTo(tx, actor, table))
    const planned = await plan(tx, read.items)
    const count = (act: Planned['act']) => planned.filter((one) => one.act === act).length
    const counts = { added: count('added'), changed: count('changed'), same: count('same') }
    const report = reportOf(actor, table, counts, read)
    const writes = planned.filter(({ act }) => act !== 'same')
    if (dryRun || writes.length === 0) return { import: null, report }
    return { import: await write(tx, by, file.name, table.rows.length, writes), report }
  })
}

async function knownTo(db: Reader, actor: Actor, { rows }: Table<CatalogueColumn>) {
  const practices = [...new Set(rows.flatMap(({ cells }) => practiceIn(cells) ?? []))]
  return {
    people: await peopleKnownAs(
      db,
      rows.flatMap(({ cells }) => cells.target ?? []),
    ),
    practices: new Set((await practicesFor(db, actor, practices)).map(({ id }) => id)),
    topics: await topicsCalled(
      db,
      actor.id,
      rows.flatMap(({ cells }) => readTopics(cells.topics)),
    ),
  }
}

interface Planned {
  item: ReadItem
  known: KnownItem | undefined
  act: 'added' | 'changed' | 'same'
}

async function plan(db: Reader, items: ReadItem[]): Promise<Planned[]> {
  const there = await knownItems(
    db,
    items.flatMap(({ externalId }) => externalId ?? []),
    items.map(({ title }) => title),
  )
  const byKey = new Map(there.map((item) => [keyOf(item), item]))
  return items.map((item) => {
    const known = byKey.get(keyOf(item))
    return { item, known, act: known ? (isSame(item, known) ? 'same' : 'changed') : 'added' }
  })
}

const isSame = (item: ReadItem, known: KnownItem) =>
  !known.retired &&
  JSON.stringify(wordsOf(item)) === JSON.stringify(wordsOf(known)) &&
  item.topics.join() === known.topics.join()

const wordsOf = ({ kind, title, words, minutes, address, practiceId, personId, expiresOn }: ReadItem | KnownItem) => ({
  kind,
  title,
  words,
  minutes,
  address,
  practiceId,
  personId,
  expiresOn,
})

async function write(
  tx: Writer,
  by: string | null,
  fileName: string,
  rows: number,
  planned: Planned[],
): Promise<string> {
  const changes: Change[] = []
  for (const { item, known } of planned) {
    const id = known ? known.id : await insertBrought(tx, by, { ...wordsOf(item), externalId: item.externalId })
    // Who is shadowed agreed to what they were asked, not to somebody else's day.
    const agreedAt = known && known.personId === item.personId ? known.agreedAt : null
    if (known) await rewriteBrought(tx, id, { ...wordsOf(item), agreedAt })
    await placeUnder(tx, id, item.topics)
    changes.push({
      item: id,
      was: known ? { ...wordsOf(known), agreedAt: known.agreedAt, retired: known.retired, topics: known.topics } : null,
    })
  }
  const id = await saveImport(tx, { kind: 'catalogue', fileName, rows, changes, byId: by })
  await record(tx, { actor: by, verb: 'learning.catalogue_brought', subject: { kind: 'learning_import', id } })
  return id
}
