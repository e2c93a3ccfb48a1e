import type {
  Distillation,
  HistoryEntry,
  MatrixView,
  PersonPractices,
  RunView,
  Stewardship,
  UnitPractices,
} from '@mortar/contract/practice-pages'
import { peopleFor, personFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import type { PracticeFor } from '../access.ts'
import type { RunFor } from '../actions/run.ts'
import { nextDecisions } from '../adoption.ts'
import { judge } from '../evidence.ts'
import { isSteward, mayReadWorkshop } from '../practice.ts'
import { decidesFor, findUnit, isAround } from '../queries/adoption.ts'
import { historyOf } from '../queries/history.ts'
import type { Distilled } from '../queries/inquiries.ts'
import { linesByIds } from '../queries/lists.ts'
import { practicesOfPerson, stewardshipOf } from '../queries/people.ts'
import { runsOfUnit } from '../queries/runs.ts'
import {
  askedOfUnit,
  cellsOfMatrix,
  decisionsOfUnit,
  type MatrixQuery,
  practicesOfMatrix,
  unitsOfMatrix,
} from '../queries/units.ts'
import { refuse } from '../refusals.ts'
import { presentLine } from './lines.ts'
import { asSeenBy } from './revision.ts'

const moment = (at: string | Date) => new Date(at).toISOString()

export async function presentHistory(db: Reader, found: PracticeFor): Promise<HistoryEntry[]> {
  const { practice, who } = found
  const depth = { personId: who.personId, workshop: mayReadWorkshop(practice, who), steward: isSteward(practice, who) }
  const rows = await historyOf(db, practice.id, depth)
  const anybody = await peopleFor(
    db,
    rows.map(({ byId }) => byId),
  )
  const person = asSeenBy(found, anybody)
  return rows.map(({ byId, at, ...row }) => ({
    ...row,
    by: row.what === 'adoption' ? anybody(byId) : person(byId),
    at: moment(at),
  }))
}

const mostPractices = 300
const mostUnits = 60

export async function presentMatrix(
  db: Reader,
  actor: Actor,
  { under, ...query }: MatrixQuery & { under?: string | undefined },
): Promise<MatrixView> {
  const found = await practicesOfMatrix(db, actor.id, query, mostPractices)
  const practices = found.slice(0, mostPractices)
  const ids = practices.map(({ id }) => id)
  const foundUnits = await unitsOfMatrix(db, actor.id, ids, under, mostUnits)
  const units = foundUnits.slice(0, mostUnits).toSorted((a, b) => a.name.localeCompare(b.name))
  const cells = await cellsOfMatrix(
    db,
    actor.id,
    ids,
    units.map(({ id }) => id),
  )
  return {
    practices,
    units,
    cells: cells.map((cell) => ({ ...cell, at: moment(cell.at) })),
    next: nextByState(),
    more: { practices: found.length > mostPractices, units: foundUnits.length > mostUnits },
  }
}

const nextByState = (): MatrixView['next'] => ({
  none: nextDecisions(null, true),
  trying: nextDecisions('trying', true),
  adopted: nextDecisions('adopted', true),
  declined: nextDecisions('declined', true),
  dropped: nextDecisions('dropped', true),
})

/** What a unit runs, as far as the reader may read those practices; what it was asked, and its runs, for its own people. */
export async function presentUnit(db: Reader, actor: Actor, unitId: string): Promise<UnitPractices> {
  const unit = await findUnit(db, unitId)
  if (!unit) throw refuse.notFound('unitNotFound')
  const [decisions, near, decides] = await Promise.all([
    decisionsOfUnit(db, actor.id, unitId),
    isAround(db, actor.id, unitId),
    decidesFor(db, actor.id, unitId),
  ])
  const ids = decisions.map(({ practiceId }) => practiceId)
  const [lines, person, asked, runs] = await Promise.all([
    linesByIds(db, actor.id, ids),
    peopleFor(
      db,
      decisions.map(({ byId }) => byId),
    ),
    near ? askedOfUnit(db, actor.id, unitId) : [],
    near ? runsOfUnit(db, actor.id, unitId) : [],
  ])
  const line = new Map(lines.map((row) => [row.id, presentLine(row)]))
  const last = new Map(decisions.map(({ practiceId, state }) => [practiceId, state]))
  const next = (practice: string, current: boolean) =>
    decides ? nextDecisions(last.get(practice) ?? null, current) : []
  return {
    unit,
    decisions: decisions.flatMap(({ practiceId, byId, at, ...row }) => {
      const practice = line.get(practiceId)
      if (!practice) return []
      return [
        { ...row, practice, at: moment(at), by: person(byId), next: next(practiceId, practice.state === 'current') },
      ]
    }),
    asked: asked.map((row) => ({ ...row, at: moment(row.at), next: next(row.practice.id, true) })),
    runs: runs.map((run) => ({
      ...run,
      startedAt: moment(run.startedAt),
      endedAt: run.endedAt && moment(run.endedAt),
    })),
    may: { decide: decides, run: near },
  }
}

/** What somebody brought into the repertoire, unless they chose that others do not see it on their page. */
export async function presentPerson(db: Reader, actor: Actor, personId: string): Promise<PersonPractices> {
  const { person } = await personFor(db, actor, personId)
  if (personId !== actor.id && !person.shows.includes('contributions')) return { stewards: [], wrote: [], applied: [] }
  const row = await practicesOfPerson(db, actor.id, personId)
  return { ...row, applied: row.applied.map((one) => ({ ...one, at: moment(one.at) })) }
}

export async function presentStewardship(db: Reader, actor: Actor): Promise<Stewardship> {
  const row = await stewardshipOf(db, actor.id)
  return {
    reviews: row.reviews.map((one) => ({ ...one, reviewAt: moment(one.reviewAt) })),
    proposed: row.proposed.map((one) => ({ ...one, at: moment(one.at) })),
    changes: row.changes.map((one) => ({ ...one, at: moment(one.at) })),
    evidence: row.evidence.map(({ rule, tally, open, ...one }) => ({
      ...one,
      at: moment(one.at),
      proposes: open && judge(tally, rule).proposes,
    })),
    orphans: row.orphans,
  }
}

/** Steps by role. Nobody is named but oneself. */
export function presentRun({ run, near }: RunFor, { practice }: PracticeFor): RunView {
  const ticks = new Map(run.ticks.map((tick) => [tick.step, tick]))
  const open = run.endedAt === null && near
  return {
    id: run.id,
    practice: { id: practice.id, title: practice.title, kind: practice.kind, state: practice.state },
    unit: run.unit,
    title: run.title,
    revision: run.revision,
    startedAt: moment(run.startedAt),
    endedAt: run.endedAt && moment(run.endedAt),
    note: run.note,
    outcome: run.outcome,
    steps: run.steps.map(({ role, what }, place) => {
      const tick = ticks.get(place + 1)
      return { step: place + 1, role, what, doneAt: tick ? moment(tick.at) : null, mine: tick?.mine ?? false }
    }),
    may: { tick: open, end: open },
  }
}

/** The problem in the asker's words, what helped one after the other, and what failed as a warning. */
export async function presentDistillation(db: Reader, inquiry: Distilled): Promise<Distillation> {
  const person = await peopleFor(
    db,
    inquiry.told.map(({ byId }) => byId),
  )
  const bodies = (helped: boolean) =>
    inquiry.told
      .filter((one) => one.helped === helped)
      .map(({ body }) => body)
      .join('\n\n')
  const context = [inquiry.unit, inquiry.problemKind].filter((word) => word !== null)
  return {
    inquiry: { id: inquiry.id, title: inquiry.title },
    communities: inquiry.communities,
    text: {
      title: inquiry.title,
      problem: inquiry.body.slice(0, 10_000),
      worksWhen: context.map((word) => `- ${word}`).join('\n'),
      worksNot: bodies(false).slice(0, 10_000),
      how: bodies(true).slice(0, 40_000),
      steps: [],
      sources: '',
    },
    contributions: inquiry.told.map(({ id }) => id).slice(0, 50),
    by: [...new Set(inquiry.told.map(({ byId }) => byId))].flatMap((id) => person(id) ?? []),
  }
}
