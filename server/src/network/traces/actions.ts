import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import { audit, record } from '#activity/index.ts'
import { type Database, inTransaction, poolOf, type Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { refuse } from '../refusals.ts'
import { sourceToKeep } from '../sources/access.ts'
import { readsFiles, showsImport, type Source, takesTraces } from '../sources/source.ts'
import {
  awaitReading,
  findImport,
  type ImportRow,
  sameFilesAs,
  saveFiles,
  saveImport,
  stopReading,
  takeUpSent,
  undo,
} from './queries/imports.ts'
import { received, savePiece } from './queries/pieces.ts'
import { tableIn } from './forms/form.ts'
import { printOf } from './read/files.ts'
import type { Corrected } from './read/reading.ts'
import { startApart } from '#platform/apart/start.ts'
import type { Place } from '#platform/work.ts'
import { sentFiles } from './sent.ts'
import type { Given } from './worker.ts'

const mega = 1024 ** 2
const largestPiece = 8 * mega

/** What may be sent by the page. More is brought in where it lies, by the command line. */
export interface Limits {
  /** Of one file, in GB. */
  largestTable: number
  /** Servers whose mailboxes may be read from the page. */
  mailHosts: readonly string[]
}

/** The only way to an import: it is the knowledge office's, and belongs to its source. */
export async function importFor(db: Reader, actor: Actor, source: string, id: string): Promise<ImportRow> {
  const { kind, name } = await sourceToKeep(db, actor, source)
  if (kind === 'mortar') throw refuse.conflict('sourceReadsItself', { name })
  const found = await findImport(db, source, id)
  if (!found || !showsImport({ kind }, found)) throw refuse.notFound('importNotFound')
  return found
}

/** A source that traces may be brought into now. */
export async function sourceToFill(db: Reader, actor: Actor, id: string): Promise<Source> {
  const source = await sourceToKeep(db, actor, id)
  if (!readsFiles(source)) throw refuse.conflict('sourceReadsItself', { name: source.name })
  if (source.closedAt) throw refuse.conflict('sourceClosed', { name: source.name })
  if (!takesTraces(source)) throw refuse.conflict('sourceNotAnnounced', { name: source.name })
  return source
}

interface Named {
  name: string
  size: number
}

export async function beginImport(
  db: Database,
  actor: Actor,
  id: string,
  files: Named[],
  { largestTable }: Pick<Limits, 'largestTable'>,
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    await sourceToFill(tx, actor, id)
    const large = files.find(({ size }) => size > largestTable * 1024 * mega)
    if (large) throw refuse.tooLarge('tooMuchSent', { name: large.name, limit: largestTable })
    const saved = await saveImport(tx, { sourceId: id, byId: actor.id, files, state: 'receiving' })
    return { id: saved.id }
  })
}

interface PieceOf {
  source: string
  import: string
  file: number
  piece: number
}

/** Keeps a piece until the files are read. The same piece again replaces itself, so that sending may be repeated. */
export async function receivePiece(db: Database, actor: Actor, place: PieceOf, request: FastifyRequest): Promise<void> {
  const found = await importFor(db, actor, place.source, place.import)
  if (found.state !== 'receiving' || !found.files[place.file]) throw refuse.conflict('importEnded')
  const part = await request.file({ limits: { fileSize: largestPiece }, throwFileSizeLimit: false })
  if (!part) throw refuse.invalid('importNotWhole', { name: found.files[place.file]!.name })
  const bytes = await part.toBuffer()
  if (part.file.truncated) throw refuse.tooLarge('pieceTooLarge', { limit: largestPiece / mega })
  await inTransaction(db, (tx) => savePiece(tx, found.id, place.file, place.piece, bytes))
}

/** Begins to read what was sent, or goes on where it stopped; the request does not wait. */
export async function startReading(
  db: Database,
  actor: Actor,
  found: ImportRow,
  { anew, corrected, log }: { anew: boolean; corrected: Corrected | undefined; log: FastifyBaseLogger },
): Promise<void> {
  if (!['receiving', 'waiting', 'stopped', 'failed', 'reading'].includes(found.state))
    throw refuse.conflict('importEnded')
  if (found.working) throw refuse.conflict('importBusy')
  await mustBeWhole(db, found)
  if (anew) await takeSameBack(db, actor, found)
  if (corrected && !found.reading.written) await tableIn((await sentFiles(db, found))[0]!, corrected)
  await awaitReading(db, found.id, found.reading.written ? undefined : corrected)
  read({ connection: connectionOf(db), log }, found.number)
}

/** How a process of its own comes to the same database. */
export function connectionOf(db: Database): Given['connection'] {
  const { host, port, user, password, database, connectionString, ssl } = poolOf(db).options
  return { host, port, user, password, database, connectionString, ssl } as Given['connection']
}

/** Reads in a process of its own; how far it is and what it failed of stand with the import. */
function read({ connection, log, signal }: Pick<Place, 'connection' | 'log' | 'signal'>, number: number): void {
  const given: Given = { connection, number }
  const apart = startApart(new URL('worker.ts', import.meta.url), given)
  const letGo = () => void apart.end()
  signal?.addEventListener('abort', letGo, { once: true })
  apart.ended
    .catch((error: unknown) => log.error({ err: error }, 'an import of traces failed'))
    .finally(() => signal?.removeEventListener('abort', letGo))
}

/** Goes on with imports whose process has died: what was sent lies here, and what was written is known. */
export async function lookForImports(place: Place): Promise<void> {
  for (;;) {
    const number = await takeUpSent(place.db)
    if (number === undefined) return
    read(place, number)
  }
}

async function mustBeWhole(db: Database, { id, files }: ImportRow) {
  const arrived = (await received(db, [id])).get(id)
  const missing = files.find(({ size }, n) => (arrived?.get(n) ?? 0) !== size)
  if (missing) throw refuse.conflict('importNotWhole', { name: missing.name })
}

/** Takes back what the same files brought before, since they shall be read as people are today. */
async function takeSameBack(db: Database, actor: Actor, found: ImportRow) {
  const files = await sentFiles(db, found)
  const prints = await Promise.all(files.map(printOf))
  await saveFiles(
    db,
    found.id,
    found.files.map((file, n) => ({ ...file, print: prints[n]! })),
  )
  const same = await sameFilesAs(db, found.sourceId, found.id, prints)
  if (same) await endImport(db, actor, (await findImport(db, found.sourceId, same.id))!)
}

/** Stops an import that is being read; takes back all that one wrote which is not. */
export async function endImport(db: Database, actor: Actor, found: ImportRow): Promise<void> {
  if (found.state === 'undone') throw refuse.conflict('importEnded')
  await inTransaction(db, async (tx) => {
    if (found.working && (await stopReading(tx, found.id))) return
    await undo(tx, found)
    await record(tx, {
      actor: actor.id,
      verb: 'network.traces_taken_back',
      subject: { kind: 'source', id: found.sourceId },
    })
    await audit(tx, 'network.traces_taken_back', { actor: actor.id, subject: found.sourceId })
  })
}
