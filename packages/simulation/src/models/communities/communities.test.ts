import { expect, test } from 'vitest'
import { graphBuilder, leiden } from '../../../../graph/src/index.ts'
import { runCell } from '../../experiment/cell.ts'
import { openRun } from '../../experiment/series.ts'
import { measureAt } from '../../model.ts'
import { chanceOf } from '../../random/stream.ts'
import { communities } from './communities.ts'
import { emergenceIn } from './emergence.ts'
import { strongTiesOf } from './measures.ts'
import { CommunitiesSettings, structures } from './settings.ts'
import { type CommunitiesState, startCommunities } from './state.ts'
import { stepCommunities } from './step.ts'

const at = (name: string) => measureAt(communities, name)

function after(periods: number, settings: object, replication = 0) {
  const run = openRun(communities, { ...settings, periods }, 7, replication)
  while (!run.over) run.step()
  return { run, state: communities.peek(run) as CommunitiesState, measures: run.measure() }
}

test.each(structures)('the structure %s replays bit for bit', (structure) => {
  const task = { settings: { structure, periods: 60, turnover: 0.01, tieDecay: 0.01 }, seed: 3, first: 2, count: 2 }

  expect(runCell(communities, task)).toEqual(runCell(communities, task))
})

test('the same people meet the same problems under every structure', () => {
  const states = structures.map((structure) => after(40, { structure }).state)

  for (const { domainOf, difficultyOf, home } of states)
    expect({ domainOf, difficultyOf, home }).toEqual({
      domainOf: states[0]!.domainOf,
      difficultyOf: states[0]!.difficultyOf,
      home: states[0]!.home,
    })
})

test('alone, nobody asks, nothing is handed on and no tie grows; in a hierarchy nobody asks', () => {
  const [alone, hierarchy] = [
    after(50, { structure: 'alone' }).measures,
    after(50, { structure: 'hierarchy' }).measures,
  ]

  expect([alone[at('asked')], alone[at('delegated')], alone[at('strongTies')]]).toEqual([0, 0, 0])
  expect(alone[at('solved')]).toBe(alone[at('solvedAlone')])
  expect([hierarchy[at('asked')], hierarchy[at('strongTies')]]).toEqual([0, 0])
  expect(hierarchy[at('delegated')]).toBeGreaterThan(0.2)
})

test('who asks nobody, or whom nobody ever helps, is as one alone', () => {
  const alone = after(80, { structure: 'alone' }).state.competence
  for (const settings of [{ requests: 0 }, { capacity: 0 }, { readiness: 0 }])
    expect(after(80, { structure: 'community', ...settings }).state.competence).toEqual(alone)
})

test('managers without time to decide are no help', () => {
  const none = after(60, { structure: 'hierarchy', managerDecisions: 0, topDecisions: 0 }).state

  expect(none.competence).toEqual(after(60, { structure: 'alone' }).state.competence)
})

test('one problem with known numbers: the asker learns a tenth of the difference, trust and ties move by a fifth', () => {
  const settings = CommunitiesSettings.parse({ people: 2, domains: 1, structure: 'community', readiness: 1 })
  const state = startCommunities(settings, chanceOf(1, 0))
  // Nobody can fail who knows all of it, and nobody succeed who knows nothing of it.
  state.competence.set([0, 1])
  stepCommunities(state)

  expect(state.competence[0]).toBeCloseTo(0.1, 12)
  expect(state.trust.value[state.trust.find(0, 1)]).toBeCloseTo(0.6, 12)
  expect(state.ties.value[state.ties.find(0, 1)]).toBeCloseTo(0.2, 12)
  expect(state.ties.value[state.ties.find(1, 0)]).toBeCloseTo(0.1, 12)
})

test('trust is kept only where there was contact', () => {
  const { state } = after(20, { people: 400, structure: 'community' })
  const entries = state.trust.length.reduce((sum, length) => sum + length, 0)

  expect(entries).toBeGreaterThan(0)
  expect(entries).toBeLessThanOrEqual(20 * 400 * state.settings.requests)
})

test('of who left nothing is remembered: neither trust nor affinity, on either side', () => {
  const { state } = after(100, { structure: 'community', turnover: 1 })

  expect(strongTiesOf(state).pairs).toBe(0)
  expect(Math.max(...state.competence)).toBeLessThan(0.75)
})

/** Leiden, as a host would hand it in. */
function groups(people: number, from: Int32Array, to: Int32Array): Int32Array {
  const ties = graphBuilder()
  from.forEach((one, at) => ties.add(one, to[at]!))
  return leiden(ties.build(people))
}

test('communities emerge: strong ties are returned more than by chance, across units, around a domain', () => {
  const settings = { structure: 'community', specialization: 0.9, trustCounts: 10, domains: 5 }
  const {
    reciprocity,
    eiIndex,
    groups: found,
    density,
  } = emergenceIn(after(400, settings).run, chanceOf(1, 0).stream(0), {
    findGroups: groups,
  })

  expect(density).toBeGreaterThan(0.01)
  expect(reciprocity.found).toBeGreaterThan(reciprocity.expected + 3 * reciprocity.deviation)
  expect(Math.abs(eiIndex.found - eiIndex.expected)).toBeLessThan(4 * eiIndex.deviation)
  expect(found!.count).toBeGreaterThan(1)
  expect(found!.sameDomain.found).toBeGreaterThan(found!.sameDomain.expected + 3 * found!.sameDomain.deviation)
})

test('turnover of one in a hundred a period keeps communities from emerging', () => {
  const tied = (turnover: number) => after(500, { structure: 'community', turnover }).measures[at('strongTies')]!

  expect(tied(0.01)).toBeLessThan(0.01)
  expect(tied(0)).toBeGreaterThan(0.05)
})

test.each([{ structure: 'market' }, { people: 1 }, { readiness: 2 }, { requests: -1 }])('%j is refused', (settings) => {
  expect(() => runCell(communities, { settings, seed: 1, first: 0, count: 1 })).toThrow(Object.keys(settings)[0])
})
