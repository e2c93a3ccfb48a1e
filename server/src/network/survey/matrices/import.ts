import { createHash } from 'node:crypto'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import { refuse } from '../../refusals.ts'
import { lockSource } from '../../sources/queries/sources.ts'
import { type Source, takesTraces } from '../../sources/source.ts'
import { nothingYet } from '../../traces/gather/gather.ts'
import { Skips } from '../../traces/gather/skips.ts'
import { finish, type Report, sameFilesAs, saveFiles, saveImport } from '../../traces/queries/imports.ts'
import { weekOf } from '../../week.ts'
import { isAskedHere, type Known, rememberWho, saveMatrixTies, saveRelations, type TieRow, whoIs } from './queries.ts'
import { type PeopleTable, readSurveyFile, type Relation } from './read.ts'

export interface SurveyFile {
  name: string
  text: string
}

export interface MatrixImport {
  /** Null where it was only looked at. */
  id: string | null
  report: Report
  tables: PeopleTable[]
}

interface Asked {
  files: readonly SurveyFile[]
  /** When the survey was answered. */
  on: Date
  by?: string | null
  dryRun?: boolean
}

const mostRelations = 30

/** Brings in answers of a survey that was done elsewhere: each file a relation, each strength a count. All of it or nothing. */
export async function importMatrices(
  db: Database,
  source: Source,
  { files, on, by = null, dryRun = false }: Asked,
): Promise<MatrixImport> {
  if (source.kind !== 'survey' || (await isAskedHere(db, source.id)))
    throw refuse.conflict('sourceNoMatrices', { name: source.name })
  if (source.closedAt) throw refuse.conflict('sourceClosed', { name: source.name })
  if (!takesTraces(source)) throw refuse.conflict('sourceNotAnnounced', { name: source.name })
  const began = performance.now()
  const { relations, tables } = readAll(files)
  const aliases = [
    ...new Set(relations.flatMap(({ ties }) => ties.flatMap(({ from, to }) => [plain(from), plain(to)]))),
  ]
  const report = (known: readonly Known[], kept: Kept) => reportOn(relations, tables, known, kept, on, began)
  if (dryRun) {
    const known = await whoIs(db, source.id, aliases)
    return { id: null, report: report(known, keptOf(relations, known, source)), tables }
  }
  return inTransaction(db, async (tx) => {
    await lockSource(tx, source.id)
    const saved = await begin(tx, source, files, by)
    const known = await rememberWho(tx, source.id, aliases)
    const channels = [...new Set([...source.channels, ...relations.map(({ name }) => name)])]
    if (channels.length > mostRelations) throw refuse.invalid('surveyRelations', { most: mostRelations })
    await saveRelations(tx, source.id, channels)
    const kept = keptOf(relations, known, { ...source, channels })
    await saveMatrixTies(tx, saved.number, weekOf(on), kept.rows)
    const told = report(known, kept)
    await finish(tx, saved.id, told)
    return { id: saved.id, report: told, tables }
  })
}

function readAll(files: readonly SurveyFile[]): { relations: Relation[]; tables: PeopleTable[] } {
  const read = files.map((file) => {
    const found = readSurveyFile(file.name, file.text)
    if (!found) throw refuse.invalid('surveyFileUnread', { name: file.name })
    return found
  })
  const relations = read.flatMap((one) => (one.kind === 'relation' ? [one.relation] : []))
  if (relations.length === 0) throw refuse.invalid('surveyNoRelation')
  return { relations, tables: read.flatMap((one) => (one.kind === 'people' ? [one.table] : [])) }
}

/** The same files twice would count once anyhow; it is said instead. */
async function begin(tx: Writer, source: Source, files: readonly SurveyFile[], byId: string | null) {
  const listed = files.map(({ name, text }) => ({
    name,
    size: Buffer.byteLength(text),
    print: createHash('sha256').update(text).digest('hex'),
  }))
  const saved = await saveImport(tx, { sourceId: source.id, byId, files: listed, state: 'waiting' })
  const same = await sameFilesAs(
    tx,
    source.id,
    saved.id,
    listed.map(({ print }) => print),
  )
  if (same) throw refuse.conflict('sameFile', { at: same.at.getTime() })
  await saveFiles(tx, saved.id, listed)
  return saved
}

const plain = (id: string) => id.toLowerCase()

interface Kept {
  rows: TieRow[]
  withheld: { counts: number; people: Set<string> }
  unknown: number
}

/** Ties whose both ends are people here that the source may keep. */
function keptOf(relations: readonly Relation[], known: readonly Known[], { channels }: Pick<Source, 'channels'>): Kept {
  const whoOf = new Map(known.map((one) => [one.alias, one]))
  const kept: Kept = { rows: [], withheld: { counts: 0, people: new Set() }, unknown: 0 }
  for (const { name, ties } of relations) {
    // The source's own channel is the first; relations follow it.
    const channel = channels.indexOf(name) + 1
    for (const { from, to, weight } of ties) {
      const ends = [whoOf.get(plain(from))!, whoOf.get(plain(to))!] as const
      if (ends.some(({ state }) => state === 'unknown')) kept.unknown++
      else if (ends.every((end) => end.kept))
        kept.rows.push({ channel, from: ends[0].number ?? 0, to: ends[1].number ?? 0, weight })
      else {
        kept.withheld.counts++
        for (const end of ends) if (!end.kept) kept.withheld.people.add(end.alias)
      }
    }
  }
  return kept
}

function reportOn(
  relations: readonly Relation[],
  tables: readonly PeopleTable[],
  known: readonly Known[],
  { rows, withheld, unknown }: Kept,
  on: Date,
  began: number,
): Report {
  const skips = new Skips()
  for (const { skipped } of relations) for (const { why, row } of skipped) skips.add(why, row)
  if (unknown > 0) skips.add('unknown', undefined, unknown)
  if (withheld.counts > 0) skips.add('notAgreed', undefined, withheld.counts)
  const week = weekOf(on)
  const ties = relations.flatMap((relation) => relation.ties)
  const unknowns = known.filter(({ state }) => state === 'unknown').map(({ alias }) => alias)
  return {
    counted: {
      ...nothingYet,
      rows: relations.reduce((sum, relation) => sum + relation.rows, 0),
      traces: ties.length,
      skips: skips.counts,
      firstWeek: week,
      lastWeek: week,
    },
    kept: rows.length,
    withheld: { counts: withheld.counts, people: withheld.people.size },
    identities: { matched: known.length - unknowns.length, unknown: unknowns.length },
    pairs: new Set(ties.map(({ from, to }) => [plain(from), plain(to)].sort().join('\n'))).size,
    strangers: unknowns
      .slice(0, 50)
      .map((alias): [string, number] => [
        alias,
        ties.filter(({ from, to }) => plain(from) === alias || plain(to) === alias).length,
      ]),
    share: null,
    seconds: (performance.now() - began) / 1000,
    overlaps: [],
    matrices: {
      relations: relations.map(({ name, ties: own }) => ({
        name,
        ties: own.length,
        people: new Set(own.flatMap(({ from, to }) => [plain(from), plain(to)])).size,
        lowest: own.reduce((least, { weight }) => Math.min(least, weight), own[0]?.weight ?? 0),
        highest: own.reduce((most, { weight }) => Math.max(most, weight), 0),
      })),
      attributes: [...new Set(tables.flatMap((table) => table.attributes))],
    },
  }
}
