import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { ImportOptions, ImportReading, ImportStep } from '@mortar/contract/organization'
import type { Reader } from '#platform/database.ts'
import { sentence } from '#platform/words.ts'
import { erasedBy, type Marking } from '../erasure/marks.ts'
import { marksKept } from '../erasure/queries.ts'
import { settingsOf } from '../queries/settings.ts'
import { refuse } from '../refusals.ts'
import type { Complete } from './plan/ended.ts'
import { makePlan, planSteps } from './plan/make-plan.ts'
import type { Plan } from './plan/plan.ts'
import { presentOrganization, todayOf } from './queries/present.ts'
import { identifies } from './read/columns.ts'
import type { Source } from './read/encoding.ts'
import { type Line, linesOf } from './read/table.ts'

export interface Files {
  people: { source: Source; reading: ImportReading }
  units?: { source: Source; reading: ImportReading } | undefined
}

export type Options = Pick<ImportOptions, 'complete'> & { columns?: ImportOptions['columns'] | undefined }

/** Knows who was erased, and which rows bring somebody in all the same. */
export interface Marked {
  marking: Marking
  bringIn?: readonly number[] | undefined
}
export type Tell = (step: ImportStep, done: number, total: number) => void

interface Read {
  lines: Line[]
  columns: ImportReading['columns']
}

export interface Table {
  people: Read
  units: Read | undefined
}

/** Reads the files whole, with the columns as they were taken or corrected. */
export async function readFiles(files: Files, { columns }: Pick<Options, 'columns'>, tell: Tell): Promise<Table> {
  return {
    people: await readFile(files.people, columns?.people, 'people', tell),
    units: files.units && (await readFile(files.units, columns?.units, 'units', tell)),
  }
}

async function readFile(
  { source, reading }: Files['people'],
  corrected: ImportReading['columns'] | undefined,
  part: 'people' | 'units',
  tell: Tell,
): Promise<Read> {
  const columns = reading.headers.map((_, at) => (corrected ?? reading.columns)[at] ?? null)
  if (!identifies(columns, part)) {
    throw refuse.invalid(part === 'people' ? 'importNoIdentity' : 'importNoUnitNames', {
      headers: reading.headers.join(', ').slice(0, 500),
    })
  }
  const lines: Line[] = []
  let first = true
  for await (const line of linesOf(source, reading)) {
    if (first) first = false
    else if (lines.push(line) % 5000 === 0) tell('reading', lines.length, 0)
  }
  return { lines, columns }
}

/** What the files would change in the organization as it is now. */
export async function planFrom(
  db: Reader,
  table: Table,
  complete: Options['complete'],
  importer: string | undefined,
  tell: Tell,
  { withLines = false, marked }: { withLines?: boolean; marked?: Marked | undefined } = {},
): Promise<Plan> {
  const [present, today, { language }] = [await presentOrganization(db), await todayOf(db), await settingsOf(db)]
  const erased = marked && {
    dayOf: erasedBy(await marksKept(db), marked.marking),
    bringIn: new Set(marked.bringIn),
  }
  const steps = makePlan({
    ...table,
    present,
    erased,
    complete: completeOf(complete, present.units),
    today,
    importer,
    withLines,
    unitLedBy: (name) => sentence(language, 'organization:unitLedBy', { name }),
  })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    tell('comparing', step.value, planSteps)
    // Lets the process answer others between the steps.
    await setImmediate()
  }
}

function completeOf(complete: Options['complete'], units: { id: string }[]): Complete {
  if (complete === 'no' || complete === 'all') return complete
  if (!units.some(({ id }) => id === complete)) throw refuse.invalid('importUnitUnknown')
  return { unit: complete }
}

/** One number for all that a plan would write, so that only what was looked at is carried out. */
export function printOf(plan: Plan): string {
  const hash = createHash('sha256')
  for (const changes of [plan.people, plan.positions, plan.units, plan.managers]) {
    for (const change of changes) hash.update(JSON.stringify(change))
    hash.update('\n')
  }
  return hash.digest('hex')
}
