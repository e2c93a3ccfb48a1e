import type pg from 'pg'
import { audit, record } from '#activity/index.ts'
import { type Database, inTransaction, poolOf } from '#platform/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { refuse } from '../refusals.ts'
import { findSource } from '../sources/queries/sources.ts'
import { type Source, takesTraces } from '../sources/source.ts'
import { weekOf } from '../week.ts'
import { formFor } from './forms/form.ts'
import { Gather } from './gather/gather.ts'
import { Standings } from './gather/standing.ts'
import { writeGathered } from './gather/writing.ts'
import {
  beat,
  beginReading,
  failReading,
  finish,
  importNumbered,
  type ImportRow,
  overlapping,
  saveFiles,
  sameFilesAs,
  type Written,
} from './queries/imports.ts'
import { holdSource, saveChannels } from './queries/write.ts'
import { type TraceFile, printOf } from './read/files.ts'
import type { Place } from './read/table.ts'
import { reportOf } from './reporting.ts'

const pace = 500
/** Pairs and weeks that are held before they are written: 200 MB. */
const fullest = 10_500_000
/** After so many rows, what is ordered by time is written: hardly a pair comes back to a week that has passed. */
const often = 4_000_000
/** Best where a week has just begun, so that few pairs are written twice for one. */
const fresh = 1000

export interface ReadingOptions {
  tell?: (progress: NonNullable<ImportRow['progress']>) => void
  /** Writes nothing: reads, matches and reports. */
  dryRun?: boolean
  /** Written after so many rows; less than what is usual only to see what happens between. */
  often?: number
}

/** Reads an import's files to their end, from where they were written up to, and says what became of it. */
export async function readImport(
  db: Database,
  number: number,
  files: readonly TraceFile[],
  options: ReadingOptions = {},
): Promise<ImportRow> {
  const found = await importNumbered(db, number)
  if (!found || !(await beginReading(db, found.id))) throw refuse.conflict('importBusy')
  let progress: ImportRow['progress'] = null
  let stopped = false
  const beating = setInterval(() => {
    beat(db, found.id, progress).then(
      (goesOn) => (stopped ||= !goesOn),
      () => {},
    )
  }, pace)
  const tell = (now: NonNullable<ImportRow['progress']>) => {
    progress = now
    options.tell?.(now)
    if (stopped) throw refuse.conflict('importStopped')
  }
  try {
    const source = await openSource(db, found.sourceId)
    await mustBeNew(db, found, files)
    await new Reading(db, source, found, files, { ...options, tell }).run()
  } catch (error) {
    const refusal = error instanceof Refusal ? error : undefined
    const failure = { key: refusal?.key ?? 'network:importDefect', params: refusal?.params ?? {} }
    await failReading(db, found.id, failure)
    throw error
  } finally {
    clearInterval(beating)
  }
  return (await importNumbered(db, number))!
}

async function openSource(db: Database, id: string): Promise<Source> {
  const source = (await findSource(db, id))!
  if (source.closedAt) throw refuse.conflict('sourceClosed', { name: source.name })
  if (!takesTraces(source)) throw refuse.conflict('sourceNotAnnounced', { name: source.name })
  return source
}

/** Files that were read already change nothing; files that changed under a reading are not gone on with. */
async function mustBeNew(db: Database, found: ImportRow, files: readonly TraceFile[]) {
  const prints: string[] = []
  for (const file of files) prints.push(await printOf(file))
  const before = found.files.map(({ print }) => print)
  if (found.reading.written && before.some((print, n) => print && print !== prints[n]))
    throw refuse.conflict('fileChanged', { name: files.map(({ name }) => name).join(', ') })
  const same = await sameFilesAs(db, found.sourceId, found.id, prints)
  if (same) throw refuse.conflict('sameFile', { at: same.at.getTime() })
  await saveFiles(
    db,
    found.id,
    files.map(({ name, size }, n) => ({ ...found.files[n], name, size, print: prints[n]! })),
  )
}

class Reading {
  readonly #db: Database
  readonly #source: Source
  readonly #found: ImportRow
  readonly #files: readonly TraceFile[]
  readonly #options: ReadingOptions
  readonly #gather: Gather
  readonly #standings: Standings
  readonly #seen = new Set<string>()
  readonly #began = performance.now()
  readonly #before: Written | undefined
  #kept: number
  #withheldPeople: number
  #doneBefore = 0
  #startedAt = 0

  constructor(db: Database, source: Source, found: ImportRow, files: readonly TraceFile[], options: ReadingOptions) {
    this.#db = db
    this.#source = source
    this.#found = found
    this.#files = files
    this.#options = options
    this.#before = found.reading.written
    const now = new Date()
    const oldest = weekOf(new Date(now.getTime() - source.retentionDays * 86_400_000))
    this.#gather = new Gather({ oldest, now }, [source.channel, ...source.channels], this.#before?.counted)
    this.#standings = new Standings(source, this.#gather.aliases)
    this.#kept = this.#before?.kept ?? 0
    this.#withheldPeople = this.#before?.withheld?.people ?? 0
  }

  async run(): Promise<void> {
    const start = this.#before
    this.#startedAt = bytesBefore(this.#files, start)
    for (const [n, file] of this.#files.entries()) {
      this.#doneBefore = this.#files.slice(0, n).reduce((sum, { size }) => sum + size, 0)
      if (start && n < start.file) continue
      const place = start?.file === n ? start.place : { byte: 0, row: 0 }
      const read = await formFor(file, this.#source, this.#found.reading.corrected)
      await read(file, place, {
        gather: this.#gather,
        seen: this.#seen,
        isFull: () => this.#isFull(),
        write: (at) => this.#write({ file: n, place: at }),
        at: (byte) => this.#tell(byte),
      })
    }
    await this.#write(undefined)
  }

  #isFull(): boolean {
    const { tally, since } = this.#gather
    if (tally.size >= fullest) return true
    const rows = this.#options.often ?? often
    if (since.rows < rows || since.late * 50 >= since.rows) return false
    return since.fresh < fresh || since.rows >= 3 * rows
  }

  #tell(byte: number) {
    const done = this.#doneBefore + byte
    const total = this.#files.reduce((sum, { size }) => sum + size, 0)
    const seconds = (performance.now() - this.#began) / 1000
    const share = (done - this.#startedAt) / Math.max(1, total - this.#startedAt)
    const secondsLeft = share > 0.01 && seconds > 1 ? Math.round((seconds * (1 - share)) / share) : null
    this.#options.tell?.({ done: Math.min(done, total), total, secondsLeft })
  }

  /** Writes what was gathered together with the place to go on from; without a place, that it is done. */
  async #write(at: { file: number; place: Place } | undefined): Promise<void> {
    const { id, number: importNo, sourceId } = this.#found
    const client = await poolOf(this.#db).connect()
    try {
      // How many aliases there are is not seen from the statements, and going through all of them for each takes hours.
      await client.query('begin; set local enable_nestloop = off')
      await holdSource(client, sourceId)
      const standings = await this.#standings.of(client)
      this.#kept += await writeGathered(client, this.#gather, standings, { importNo, source: sourceId })
      await saveChannels(client, sourceId, this.#gather.channels.slice(1))
      this.#withheldPeople = Math.max(this.#withheldPeople, await this.#standings.withheld(client))
      if (at) await saveWritten(client, id, { ...at, ...this.#written() })
      await client.query(this.#options.dryRun ? 'rollback' : 'commit')
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    } finally {
      client.release()
    }
    if (!at) await this.#finish()
  }

  #written(): Omit<Written, 'file' | 'place'> {
    const gather = this.#gather
    return {
      counted: gather.counted(),
      kept: this.#kept,
      withheld: {
        counts: (this.#before?.withheld?.counts ?? 0) + this.#gather.withheld,
        people: this.#withheldPeople,
      },
      identities: this.#standings.states(),
      ...reportOf(gather, this.#standings, this.#before),
      seconds: (this.#before?.seconds ?? 0) + (performance.now() - this.#began) / 1000,
    }
  }

  async #finish() {
    const { id, sourceId, byId } = this.#found
    const written = this.#written()
    const { firstWeek, lastWeek } = written.counted
    const overlaps =
      firstWeek === null || lastWeek === null ? [] : await overlapping(this.#db, sourceId, id, firstWeek, lastWeek)
    const report = {
      ...written,
      overlaps: overlaps.map(({ at, first, last }) => ({
        at: at.toISOString(),
        weeks: [first, last] as [number, number],
      })),
    }
    await inTransaction(this.#db, async (tx) => {
      await finish(tx, id, report)
      if (this.#options.dryRun) return
      await record(tx, { actor: byId, verb: 'network.traces_imported', subject: { kind: 'source', id: sourceId } })
      await audit(tx, 'network.traces_imported', { actor: byId, subject: sourceId })
    })
  }
}

const saveWritten = (client: pg.ClientBase, id: string, written: Written) =>
  client.query(
    `update trace_import set reading = jsonb_set(reading, '{written}', $2::jsonb), beat_at = now() where id = $1`,
    [id, JSON.stringify(written)],
  )

const bytesBefore = (files: readonly TraceFile[], start: Written | undefined) =>
  start ? files.slice(0, start.file).reduce((sum, { size }) => sum + size, 0) + start.place.byte : 0
