import type { DiscoveryStep } from '@mortar/contract/network-discovery'
import { type Database, inTransaction, type Writer } from '#platform/database.ts'
import { holdAll, removeFromFound, withdrawnDuring } from '../sources/queries/found.ts'
import { rounded, shownCount, steadyCount } from '#platform/few.ts'
import { changesFrom } from './changes.ts'
import { unitsIn } from './compute/chart.ts'
import { seedsOfRun } from './compute/communities.ts'
import type { Outcome } from './compute/outcome.ts'
import { type Position, positionsIn } from './compute/positions.ts'
import type { Run } from './discovery.ts'
import { foundRows } from './figures.ts'
import type { Read } from './inputs.ts'
import { forgetPositions, type PositionRow, savePositions, type StoredPosition } from './queries/positions.ts'
import { finishRun, publishedSizes } from './queries/runs.ts'
import {
  foundPeopleBefore,
  repeatEarlierFigures,
  saveChanges,
  saveFound,
  saveFoundPeople,
  publishedUnitTies,
  saveUnitTies,
} from './queries/saving.ts'
import { mayBeOfFew, steadyTies } from './steady-ties.ts'

type Tell = (step: DiscoveryStep, share: number) => void

/** Keeps what a run found, all of it or nothing; of figures only those that may be shown. */
export async function publish(db: Database, run: string, read: Read, outcome: Outcome, began: number, tell: Tell) {
  await inTransaction(db, async (tx) => {
    await holdAll(tx, 'share')
    const rows = foundRows(run, read, outcome)
    await saveFound(tx, rows)
    await saveFoundPeople(tx, rows)
    tell('comparing', 0.5)
    await repeatEarlierFigures(tx, run)
    await continueEarlier(tx, run, rows)
    tell('writing', 0)
    await saveUnitTies(tx, run, await unitTieRows(tx, read, outcome))
    await forgetPositions(tx)
    await savePositions(tx, run, positionRows(read, outcome))
    // What was read before they withdrew is in the figures, which tell of nobody; the people themselves are not kept.
    for (const { personId, sourceId } of await withdrawnDuring(tx, run)) await removeFromFound(tx, personId, sourceId)
    tell('writing', 1)
    const described = rows.filter((row) => row.described).length
    const summary = await summaryOf(tx, outcome, described, began)
    if (!(await finishRun(tx, run, summary))) throw new Error('The run was stopped')
  })
}

async function summaryOf(
  tx: Writer,
  outcome: Outcome,
  described: number,
  began: number,
): Promise<NonNullable<Run['summary']>> {
  const { level, workMap, search } = outcome
  const earlier = await publishedSizes(tx)
  const people = shownCount(
    steadyCount(
      outcome.people,
      earlier.map((run) => run.people),
    ),
  )
  const ties = { observed: outcome.ties, most: outcome.mostTies }
  const near = earlier.find((run) => mayBeOfFew(ties, { observed: run.ties, most: run.mostTies }))
  return {
    people,
    ties: people === null ? null : (near?.ties ?? rounded(outcome.ties)),
    mostTies: outcome.mostTies,
    units: level ? unitsIn(level) : 0,
    level: level?.steps ?? null,
    workMap: workMap
      ? { groups: workMap.groups, nmi: rounded(workMap.likeness.nmi), ari: rounded(workMap.likeness.ari) }
      : null,
    found: described,
    notDescribed: outcome.groups.length - described,
    unitsAgain: search.unitsAgain,
    unstable: search.unstable,
    seeds: seedsOfRun,
    agreement: search.agreement === null ? null : rounded(search.agreement),
    seconds: rounded((performance.now() - began) / 1000),
    notes: [...outcome.notes],
  }
}

/** Says of each community found which one of the run before it goes on from. */
async function continueEarlier(tx: Writer, run: string, rows: readonly { id: string; members: readonly string[] }[]) {
  const before = await foundPeopleBefore(tx, run)
  if (!before) return
  const changes = changesFrom(
    before,
    rows.map(({ id, members }) => ({ id, people: members })),
  )
  await saveChanges(
    tx,
    changes.flatMap(({ kind, before: earlier, now }) =>
      now.map((id) => ({ id, change: kind, continues: earlier[0] ?? null })),
    ),
  )
}

const unitTieRows = async (tx: Writer, { inputs: { chart } }: Read, { unitTies }: Outcome) =>
  steadyTies(
    unitTies.map(({ one, other, ...figures }) => ({ ...figures, oneId: chart.ids[one]!, otherId: chart.ids[other]! })),
    await publishedUnitTies(tx),
    new Set(chart.ids),
  )

function* positionRows(read: Read, { level }: Outcome): Generator<PositionRow> {
  if (!level) return
  const positionOf = positionsIn(read.inputs.ties, level, read.inputs.known)
  for (const [person, personId] of read.people.entries()) {
    const position = positionOf(person)
    if (position) yield { personId, position: storedPosition(read, position) }
  }
}

function storedPosition({ inputs: { chart }, communities }: Read, position: Position): StoredPosition {
  const { units, between, roles, outside, alone } = position
  return {
    unit: chart.ids[position.unit] ?? null,
    units: units.map((each) => ({ ...each, unit: chart.ids[each.unit]! })),
    between: between.map((each) => ({ ...each, from: communities[each.from]!, into: communities[each.into]! })),
    outside: rounded(outside),
    alone,
    roles: roles.map(({ role, pairs }) => ({ role, pairs: rounded(pairs) })),
  }
}
