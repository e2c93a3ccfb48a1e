import type { ImportOptions } from '@mortar/contract/organization'
import type { FastifyRequest } from 'fastify'
import { type Database, inTransaction, type Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import type { Marking } from '../erasure/marks.ts'
import { refuse } from '../refusals.ts'
import { carryOut, takeBack } from './carry-out.ts'
import { planFrom, printOf, readFiles } from './planning.ts'
import {
  discard,
  findImport,
  forgetOldPlans,
  hasLater,
  type ImportRow,
  saveImport,
  savePlan,
  saveReading,
} from './queries/imports.ts'
import { identifies } from './read/columns.ts'
import { readingOf } from './read/table.ts'
import { filesOf, storedFile, storeFiles } from './stored.ts'
import { begin } from './work.ts'

/** The only way to an import: it is the knowledge office's alone. */
export async function importFor(db: Reader, actor: Actor, id: string): Promise<ImportRow> {
  officeOnly(actor)
  const found = await findImport(db, id)
  if (!found) throw refuse.notFound('notFound')
  return found
}

export function officeOnly(actor: Actor) {
  if (!actor.office) throw refuse.forbidden('officeOnly')
}

interface Asked {
  marking: Marking
  db: Database
  actor: Actor
  request: FastifyRequest
}

/** Takes the files in and plans at once when the columns are understood. */
export async function uploadImport({ db, actor, request, marking }: Asked): Promise<{ id: string }> {
  officeOnly(actor)
  const { id, reading } = await inTransaction(db, async (tx) => {
    await forgetOldPlans(tx)
    const saved = await saveImport(tx, actor.id, 'people.csv')
    const names = await storeFiles(tx, saved.id, request)
    if (!names.has('people')) throw refuse.invalid('importNoFile')
    const read = {
      people: await readingOf(storedFile(tx, saved.id, 'people'), 'people'),
      ...(names.has('units') && { units: await readingOf(storedFile(tx, saved.id, 'units'), 'units') }),
    }
    await saveReading(tx, saved.id, read, [...names.values()].join(' + ').slice(0, 255))
    return { id: saved.id, reading: read }
  })
  if (identifies(reading.people.columns, 'people'))
    await planImport({ db, actor, request, marking }, id, { columns: {}, complete: 'no', bringIn: [] })
  return { id }
}

/** Compares the files with the organization anew. Nothing is changed by looking. */
export async function planImport(
  { db, actor, request, marking }: Asked,
  id: string,
  options: ImportOptions,
): Promise<void> {
  const found = await importFor(db, actor, id)
  if (found.appliedAt) throw refuse.conflict('importApplied')
  await begin({
    db,
    log: request.log,
    id,
    state: 'planning',
    otherwise: 'failed',
    from: ['uploaded', 'planned', 'failed'],
    async run(tell) {
      const table = await readFiles(filesOf(db, found), options, tell)
      const marked = { marking, bringIn: options.bringIn }
      const plan = await planFrom(db, table, options.complete, actor.id, tell, { withLines: true, marked })
      await inTransaction(db, (tx) =>
        savePlan(tx, id, {
          ...plan,
          print: printOf(plan),
          options,
        }),
      )
    },
  })
}

export async function applyImport(
  { db, actor, request, marking }: Asked,
  id: string,
  endingIsMeant: boolean,
): Promise<void> {
  const found = await importFor(db, actor, id)
  if (found.appliedAt) throw refuse.conflict('importApplied')
  if (found.state !== 'planned' && !found.stopped) throw refuse.conflict('importNotPlanned')
  const { asks } = found.summary!
  if (asks && !endingIsMeant) throw refuse.conflict('importAsks', { ...asks })
  const { complete = 'no', columns, bringIn } = found.options
  await begin({
    db,
    log: request.log,
    id,
    state: 'applying',
    from: ['planned'],
    otherwise: 'planned',
    async run(tell) {
      const table = await readFiles(filesOf(db, found), { columns }, tell)
      await inTransaction(db, (tx) =>
        carryOut(
          tx,
          {
            importId: id,
            table,
            complete,
            print: found.print!,
            by: actor.id,
            endingIsMeant,
            marked: { marking, bringIn },
          },
          tell,
        ),
      )
    },
  })
}

export async function undoImport({ db, actor, request }: Omit<Asked, 'marking'>, id: string): Promise<void> {
  const found = await importFor(db, actor, id)
  if (!found.appliedAt || found.undoneAt) throw refuse.conflict('importNotPlanned')
  if (await hasLater(db, id)) throw refuse.conflict('importNotLast')
  await begin({
    db,
    log: request.log,
    id,
    state: 'undoing',
    from: ['applied'],
    otherwise: 'applied',
    run: (tell) => inTransaction(db, (tx) => takeBack(tx, id, actor.id, tell)),
  })
}

export async function discardImport(db: Database, actor: Actor, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const found = await importFor(tx, actor, id)
    if (found.appliedAt) throw refuse.conflict('importApplied')
    if (found.working) throw refuse.conflict('importBusy')
    await discard(tx, id)
  })
}
