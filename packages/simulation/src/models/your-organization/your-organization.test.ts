import { expect, test } from 'vitest'
import { runCell } from '../../experiment/cell.ts'
import { alone } from '../../experiment/crew.ts'
import { exactly } from '../../experiment/experiment.ts'
import { runExperiment } from '../../experiment/run.ts'
import { openRun } from '../../experiment/series.ts'
import { chanceOf } from '../../random/stream.ts'
import { assumptions } from './assumptions.ts'
import { comparedToPresent, type Outcome, presentAnd } from './compare.ts'
import { inventedOrganization, inventedSize } from './given/invented.ts'
import type { Intervention } from './interventions/intervention.ts'
import type { OrganizationState } from './state.ts'
import { yourOrganization } from './your-organization.ts'

const short = { people: 120, warmUp: 20, periods: 80 }

function after(settings: object, periods = 80, replication = 0): OrganizationState {
  const run = openRun(yourOrganization, { ...short, ...settings }, 4, replication)
  while (!run.over && run.period < periods) run.step()
  return yourOrganization.peek(run) as OrganizationState
}

async function changed(plan: Intervention[], settings: object = {}, runs = 16): Promise<Record<string, Outcome>> {
  const results = await runExperiment(
    yourOrganization,
    { settings: { ...short, ...settings }, cells: presentAnd([plan]), seed: 2, runs: exactly(runs) },
    { crew: alone([yourOrganization]) },
  )
  return Object.fromEntries(comparedToPresent(results, 1).map((each) => [each.measure.name, each]))
}

test('an organization given as plain lists or typed arrays runs to the same bits, and leaves what was given as it was', () => {
  const organization = inventedOrganization({ ...inventedSize, people: 60 }, chanceOf(1, 0).stream(0))
  const ties = { from: [0, 5, 59], to: [30, 40, 2], strength: [1, 0.5, 0.9] }
  const typed = {
    ...organization,
    ties: {
      from: Int32Array.from(ties.from),
      to: Int32Array.from(ties.to),
      strength: Float64Array.from(ties.strength),
    },
  }
  const listed = JSON.parse(
    JSON.stringify({ ...typed, ties }, (_, each) => (ArrayBuffer.isView(each) ? [...(each as Int32Array)] : each)),
  )
  const interventions = [{ kind: 'mergeUnits', unit: 0, into: 1 }]
  const task = { seed: 1, first: 0, count: 2 }
  const ran = (given: unknown) =>
    runCell(yourOrganization, { ...task, settings: { ...short, organization: given, interventions } })

  expect(ran(typed)).toEqual(ran(listed))
  expect(typed.unit[0]).toBe(0)
})

test('the present and what is done to it meet the same problems, and are the same until the warm-up is over', () => {
  const plan = { interventions: [{ kind: 'removeSpanner', people: 3 }, { kind: 'throughTheLine' }] }
  const [present, planned] = [after({}, 20), after(plan, 20)]

  expect(planned.competence).toEqual(present.competence)
  expect(planned.difficultyOf).toEqual(present.difficultyOf)
  expect(after(plan).difficultyOf).toEqual(after({}).difficultyOf)
  expect(after(plan).luckOf).toEqual(after({}).luckOf)
})

test('doing nothing changes nothing', async () => {
  const differences = Object.values(await changed([], {}, 3))

  expect(differences.length).toBeGreaterThan(10)
  expect(
    differences.every(
      ({ difference, halfWidth, verdict }) => difference === 0 && halfWidth === 0 && verdict === 'unclear',
    ),
  ).toBe(true)
})

test('through the line alone, nobody asks and nobody learns from an answer: less competence, and a practice stays where it was made', async () => {
  const found = await changed([{ kind: 'throughTheLine' }])

  expect(found['asked']!.after).toBe(0)
  expect(found['competenceBuilt']!.verdict).toBe('worse')
  expect(found['reach']!.verdict).toBe('worse')
  expect(found['reach']!.after).toBeCloseTo(5 / 120, 10)
})

test('without time for communities nobody of another unit is helped', async () => {
  const found = await changed([{ kind: 'communityTime', share: 0 }], { decisions: 0, decisionsAbove: 0, readiness: 1 })

  expect(found['solved']!.verdict).toBe('worse')
  expect(found['unitsReached']!.after).toBeLessThan(found['unitsReached']!.present)
})

test('who moves loses channels to everybody else, on both sides, and keeps those inside', () => {
  const tied = (state: OrganizationState, crossing: boolean) => {
    let count = 0
    for (let person = 0; person < state.people; person++)
      for (
        let place = state.ties.start[person]!;
        place < state.ties.start[person]! + state.ties.length[person]!;
        place++
      )
        if ((person < 10 !== state.ties.who[place]! < 10) === crossing) count++
    return count
  }
  const moved = (channelsLost: number) =>
    after(
      { arrival: 0, interventions: [{ kind: 'moveUnit', unit: 0, under: 13, channelsLost }], organization: withTies },
      21,
    )

  expect(tied(moved(0), true)).toBe(20)
  expect(tied(moved(0.5), true)).toBeGreaterThan(2)
  expect(tied(moved(0.5), true)).toBeLessThan(18)
  expect(tied(moved(1), true)).toBe(0)
  expect(tied(moved(1), false)).toBe(tied(moved(0), false))
  expect(membersUnder10(moved(1))).toBe(0)
  expect(membersUnder10(moved(0))).toBeGreaterThan(0)
})

const base = inventedOrganization({ ...inventedSize, people: 120 }, chanceOf(3, 0).stream(0))
/** Everybody of unit 0 has a tie to and from somebody of the next unit, and to the next in their own. */
const withTies = {
  ...base,
  ties: {
    from: Int32Array.from({ length: 30 }, (_, at) => (at < 10 ? at : at < 20 ? at : at - 20)),
    to: Int32Array.from({ length: 30 }, (_, at) => (at < 10 ? at + 10 : at < 20 ? at - 10 : (at - 19) % 10)),
    strength: new Float64Array(30).fill(0.8),
  },
}
const membersUnder10 = ({ circles }: OrganizationState) => circles.members.filter((person) => person < 10).length

test('a merged unit sits with the other, whoever was below it goes under it, and nobody is lost', () => {
  const state = after({ interventions: [{ kind: 'mergeUnits', unit: 0, into: 1 }] }, 21)

  expect(state.line.own[1]! - state.line.from[1]!).toBe(20)
  expect(state.line.own[0]! - state.line.from[0]!).toBe(0)
  expect([...state.line.seats].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, person) => person))
})

test('rotation keeps units as large as they were and moves about the share that was asked for', () => {
  const state = after({ interventions: [{ kind: 'rotate', share: 0.5 }] })
  const moved = state.given.unit.filter((unit, person) => state.line.unitOf[person] !== unit).length

  expect(moved).toBeGreaterThan(35)
  expect(moved).toBeLessThanOrEqual(60)
  state.line.from.forEach((from, unit) => {
    for (let seat = from; seat < state.line.own[unit]!; seat++)
      expect(state.line.unitOf[state.line.seats[seat]!]).toBe(unit)
  })
})

test('a community opens for people of one craft and closes for all', () => {
  const opened = after({ interventions: [{ kind: 'openCommunity', people: 8, domain: 2 }] }, 21).circles
  const closed = after({ interventions: [{ kind: 'closeCommunity', community: 0 }] }, 21).circles

  expect(opened.communities).toBe(after({}, 21).circles.communities + 1)
  expect(opened.start.at(-1)! - opened.start.at(-2)!).toBe(8)
  expect(closed.start[1]).toBe(0)
})

test('who goes as a spanner is of the strongest tenth, is another one from time to time, and does nothing any more', () => {
  const gone = [0, 1, 2, 3, 4, 5].map((replication) =>
    after({ interventions: [{ kind: 'removeSpanner' }] }, 80, replication).gone.indexOf(1),
  )
  const state = after({ interventions: [{ kind: 'removeSpanner', people: 5 }] })

  expect(new Set(gone).size).toBeGreaterThan(2)
  expect(state.gone.reduce((sum, each) => sum + each, 0)).toBe(5)
  state.gone.forEach((isGone, person) => {
    if (isGone) expect(state.domainOf[person]).toBe(-1)
  })
})

test('a complex practice reaches fewer than a simple one, and one that nobody passes on reaches nobody', () => {
  const reach = (settings: object) => after(settings).everPractised.reduce((sum, each) => sum + each, 0)

  expect(reach({ passing: 1, contagion: 'complex', thresholdCount: 4 })).toBeLessThan(reach({ passing: 1 }))
  expect(reach({ passing: 0 })).toBe(5)
})

test('load is never told of fewer than five people: a small top counts with the level below, small roles are silent', async () => {
  const found = await changed([{ kind: 'communityTime', share: 0.1 }], { people: 60 }, 2)
  const { level } = after({ people: 60 })

  expect(Object.keys(found)).not.toContain('loadLevel1')
  expect(Object.keys(found)).toContain('load')
  for (const each of new Set(level)) expect(level.filter((one) => one === each).length).toBeGreaterThanOrEqual(5)
})

test('every assumption names settings that there are', () => {
  const names = new Set(Object.keys(yourOrganization.settings.parse({}) as object))

  expect(assumptions.map(({ key }) => key)).toContain('yourOrganization.assumes.thinkingAid')
  expect(assumptions.flatMap(({ settings }) => settings).filter((name) => !names.has(name))).toEqual([])
})

const small = { parent: [-1, 0], unit: [0, 1, 1], members: { person: [], community: [] } }
test.each<[string, object, (string | number)[]]>([
  ['a circle of units', { organization: { ...small, parent: [1, 0] } }, ['organization', 'parent']],
  ['a unit that is not there', { organization: { ...small, unit: [0, 2, 1] } }, ['organization', 'unit']],
  ['a circle of managers', { organization: { ...small, manager: [1, 2, 0] } }, ['organization', 'manager']],
  [
    'ties too strong',
    { organization: { ...small, ties: { from: [0], to: [1], strength: [2] } } },
    ['organization', 'ties', 'strength'],
  ],
  ['more occupations than domains', { organization: { ...small, occupation: [0, 1, 30] } }, ['domains']],
  [
    'a spanner out of few people',
    { organization: small, interventions: [{ kind: 'removeSpanner' }] },
    ['interventions', 0, 'people'],
  ],
  ['a unit below itself', { interventions: [{ kind: 'moveUnit', unit: 30, under: 0 }] }, ['interventions', 0, 'under']],
  [
    'two units below each other',
    {
      interventions: [
        { kind: 'moveUnit', unit: 0, under: 1 },
        { kind: 'moveUnit', unit: 1, under: 0 },
      ],
    },
    ['interventions', 1, 'under'],
  ],
  [
    'a community that is not there',
    { interventions: [{ kind: 'closeCommunity', community: 99 }] },
    ['interventions', 0, 'community'],
  ],
  ['nothing to count', { warmUp: 250 }, ['warmUp']],
])('%s is refused beside its field', (_, settings, path) => {
  const found = yourOrganization.settings.safeParse(settings)

  expect(found.error?.issues.map((issue) => issue.path)).toContainEqual(path)
})
