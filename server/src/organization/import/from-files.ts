import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { ImportReading } from '@mortar/contract/organization'
import { type Database, inTransaction, type Reader } from '#platform/database.ts'
import { findUnitCalled } from '../queries/units.ts'
import { refuse } from '../refusals.ts'
import { carryOut } from './carry-out.ts'
import type { Plan } from './plan/plan.ts'
import {
  type Files,
  type Marked,
  type Options,
  planFrom,
  printOf,
  readFiles,
  type Table,
  type Tell,
} from './planning.ts'
import { saveImport } from './queries/imports.ts'
import type { Source } from './read/encoding.ts'
import { readingOf } from './read/table.ts'

/** Files on this machine, read and compared with the organization. */
export interface LookedAt {
  paths: string[]
  readings: { people: ImportReading; units: ImportReading | undefined }
  table: Table
  complete: Options['complete']
  plan: Pick<Plan, 'summary' | 'problems'>
  print: string
  marked: Marked | undefined
}

interface Asked {
  people: string
  units?: string | undefined
  /** Holds everybody: of all (`true`), or of the unit with this id or name. */
  complete?: string | boolean | undefined
}

export async function lookAtFiles(db: Reader, asked: Asked, tell: Tell, marked?: Marked): Promise<LookedAt> {
  const people = fileAt(asked.people)
  const units = asked.units === undefined ? undefined : fileAt(asked.units)
  const readings = { people: await readingOf(people, 'people'), units: units && (await readingOf(units, 'units')) }
  const complete = await completeOf(db, asked.complete)
  const files: Files = {
    people: { source: people, reading: readings.people },
    units: units && { source: units, reading: readings.units! },
  }
  const table = await readFiles(files, {}, tell)
  const plan = await planFrom(db, table, complete, undefined, tell, { marked })
  const { summary, problems } = plan
  return {
    paths: [asked.people, asked.units].flatMap((path) => path ?? []),
    readings,
    table,
    complete,
    plan: { summary, problems },
    print: printOf(plan),
    marked,
  }
}

/** Carries out what was looked at, from the command line, where nobody is signed in. */
export async function carryOutLooked(
  db: Database,
  { paths, table, complete, print, marked }: LookedAt,
  tell: Tell,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const source = paths
      .map((path) => basename(path))
      .join(' + ')
      .slice(0, 255)
    const { id } = await saveImport(tx, null, source)
    await carryOut(tx, { importId: id, table, complete, print, by: null, endingIsMeant: true, marked }, tell)
    return id
  })
}

const fileAt =
  (path: string): Source =>
  () =>
    createReadStream(path, { highWaterMark: 1024 ** 2 })

async function completeOf(db: Reader, complete: Asked['complete']): Promise<Options['complete']> {
  if (complete === undefined || complete === false) return 'no'
  if (complete === true) return 'all'
  const unit = await findUnitCalled(db, complete)
  if (!unit) throw refuse.invalid('importUnitUnknown')
  return unit
}
