import type { ImportReading } from '@mortar/contract/organization'
import type { Line as FileLine } from '../read/table.ts'
import { unitsFromLine } from './chart-units.ts'
import { type Complete, endingsOf, type Endings } from './ended.ts'
import { linesOfPlan } from './lines.ts'
import { directoryOf, lineOf } from './managers.ts'
import { changedPeople, type Erased, recognise } from './people.ts'
import { isNew, type Plan, type Ref } from './plan.ts'
import { changedPositions, newestOf } from './positions.ts'
import type { Present } from './present.ts'
import { gatherProblems } from './problems.ts'
import { readPeople, readUnits } from './rows.ts'
import { changedManagers } from './unit-managers.ts'
import { changedUnits, type Units, unitsOf } from './units.ts'

type Columns = ImportReading['columns']

export interface Planning {
  people: { lines: FileLine[]; columns: Columns }
  units: { lines: FileLine[]; columns: Columns } | undefined
  present: Present
  erased?: Erased | undefined
  complete: Complete
  today: string
  /** Who brings the file in. */
  importer: string | undefined
  /** What a unit is called that is only seen from the reporting line. */
  unitLedBy: (leader: string) => string
  /** Whether somebody will look at the plan, line by line. */
  withLines: boolean
}

/** More people ending than this share is more often a wrong file than a wave of leaving. */
const likelyToEnd = 0.05

/**
 * Compares files with the organization as it is. Pure: the same files and organization give the same plan.
 * Yields between its steps how many of them are done, so that whoever drives it can do something else meanwhile.
 */
export function* makePlan({
  people: file,
  units: unitFile,
  present,
  erased,
  complete,
  today,
  importer,
  unitLedBy,
  withLines,
}: Planning): Generator<number, Plan> {
  const problems = gatherProblems()
  const { rows, dates } = readPeople(file.lines, file.columns, problems)
  const unitRows = unitFile && readUnits(unitFile.lines, unitFile.columns, problems)
  yield 1
  const people = recognise(rows, present, problems, erased)
  if (file.columns.some((column) => column === 'name' || column === 'firstName' || column === 'lastName')) {
    for (const { input } of people) if (!input.name) problems.add('emptyName', input.id ?? input.email ?? '', input.row)
  }
  yield 2
  const directory = directoryOf(people, present)
  const line = lineOf(people, present, directory, problems)
  yield 3
  const units = unitsOf({ rows: unitRows, people, present, directory, problems })
  const places = unitsFromLine(people, line, units, present, unitLedBy)
  yield 4
  const placeOf = places ? ({ ref }: { ref: Ref }) => places.get(ref) ?? null : units.placeOf
  const { changes, kept } = changedPositions(people, placeOf as Units['placeOf'], line, present, today)
  yield 5
  const named = namedIn(file, new Set(people.map(({ input }) => input.row)))
  const ended = endingsOf(complete, { people, named, present, today, keep: importer, problems })
  const whereabouts = whereaboutsOf(present, kept, ended, today)
  const closing =
    complete === 'all' && (unitRows || units.all.size > 0) ? emptyUnits(units, whereabouts) : new Set<Ref>()
  const unitChanges = changedUnits(units, present, closing)
  yield 6
  const peopleChanges = [...changedPeople(people, today), ...leavers(ended, today)]
  const plan: Omit<Plan, 'lines' | 'summary'> = {
    people: peopleChanges,
    positions: [...changes, ...ended.positions],
    units: unitChanges,
    managers: changedManagers(units, whereabouts, line, directory, present).filter(({ unit }) => !closing.has(unit)),
    problems: problems.all(),
  }
  yield 7
  const lines = withLines ? linesOfPlan(plan, { people, units, present, directory, ended }) : noLines
  const touched = new Set([...peopleChanges, ...changes.map(({ person }) => ({ ref: person }))].map(({ ref }) => ref))
  const touchedHere = people.filter(({ ref }) => touched.has(ref))
  const added = touchedHere.filter(({ ref }) => isNew(ref)).length
  const ends = ended.people.length
  return {
    ...plan,
    lines,
    summary: {
      rows: file.lines.length,
      people: {
        added,
        changed: touchedHere.length - added,
        ended: ends,
        same: people.length - touchedHere.length,
      },
      units: {
        opened: unitChanges.filter(({ ref }) => isNew(ref)).length,
        changed: unitChanges.filter(({ ref, closed }) => !isNew(ref) && !closed).length,
        closed: closing.size,
      },
      problems: plan.problems.length,
      asks: ends > ended.of * likelyToEnd ? { ended: ends, of: ended.of } : null,
      dates,
      unitsFromLine: places !== undefined,
    },
  }
}

const noLines: Plan['lines'] = { added: [], changed: [], ended: [] }

export const planSteps = 8

/** Ids and addresses in rows that could not be used: whoever they name is in the file all the same. */
function namedIn({ lines, columns }: Planning['people'], used: ReadonlySet<number>): ReadonlySet<string> {
  const at = columns.flatMap((column, n) => (column === 'id' || column === 'email' ? [n] : []))
  const left = lines.filter(({ row }) => !used.has(row))
  return new Set(left.flatMap(({ cells }) => at.flatMap((n) => [cells[n] ?? '', (cells[n] ?? '').toLowerCase()])))
}

/** Where everybody works once the plan is carried out. */
function whereaboutsOf(
  present: Present,
  kept: ReturnType<typeof changedPositions>['kept'],
  ended: Endings,
  today: string,
): Map<Ref, Ref | null> {
  const places = new Map<Ref, Ref | null>()
  const ending = new Set(ended.positions.map(({ id }) => id))
  for (const [person, position] of newestOf(present)) if (!ending.has(position.id)) places.set(person, position.unitId)
  for (const [person, { unit, toDay }] of kept) {
    if (toDay && toDay < today) places.delete(person)
    else places.set(person, unit)
  }
  return places
}

/** Units that neither a file names nor anybody is left in, nor below. */
function emptyUnits(units: Units, places: Map<Ref, Ref | null>): Set<Ref> {
  const needed = new Set<Ref>()
  const need = (unit: Ref | null | undefined) => {
    for (let here = unit; here && !needed.has(here); here = units.all.get(here)?.parent) needed.add(here)
  }
  for (const unit of places.values()) need(unit)
  for (const unit of units.all.values()) if (unit.touched) need(unit.ref)
  return new Set([...units.all.keys()].filter((ref) => !needed.has(ref) && !ref.startsWith('new:')))
}

/** People who leave the organization with a complete file of all. */
function leavers({ people, left }: Endings, today: string): Plan['people'] {
  if (!left) return []
  return people
    .filter(({ leftOn }) => leftOn === null)
    .map(({ id, key, email, name, occupation }) => ({
      ref: id,
      row: null,
      key,
      email,
      name,
      occupation,
      leftOn: today,
    }))
}
