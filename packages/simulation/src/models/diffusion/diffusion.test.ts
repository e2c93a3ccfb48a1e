import { expect, test } from 'vitest'
import { openRun } from '../../experiment/series.ts'
import { tallyOf } from '../../experiment/statistics.ts'
import { measureAt } from '../../model.ts'
import { diffusion } from './diffusion.ts'
import type { DiffusionState } from './state.ts'

const at = (name: string) => measureAt(diffusion, name)

function after(settings: object, replication = 0) {
  const run = openRun(diffusion, settings, 5, replication)
  while (!run.over) run.step()
  return { reach: run.measure()[at('reach')]!, periods: run.period, measures: run.measure(), run }
}
const certain = { contagion: 'simple', passing: 1, people: 30, periods: 100 }
const enough = { contagion: 'complex', passing: 1, people: 30, periods: 100 }

test.each([
  ['complete', 1, 1],
  ['star', 1, 2],
  ['line', 15, 29],
  ['ring', 8, 8],
])(
  'where one example always convinces, one adopter on a %s reaches all in %i to %i periods',
  (network, least, most) => {
    for (let replication = 0; replication < 20; replication++) {
      const { reach, periods } = after({ ...certain, network, seeds: 1 }, replication)

      expect(reach).toBe(1)
      // One period more in which nothing happens ends the run where nobody is left to reach.
      expect(periods - 1).toBeGreaterThanOrEqual(least - 1)
      expect(periods).toBeLessThanOrEqual(most + 1)
    }
  },
)

test('on a complete graph with one adopter, each of the others takes it up in the first period with the probability of passing', () => {
  const shares = Array.from({ length: 300 }, (_, replication) => {
    const run = openRun(diffusion, { ...certain, network: 'complete', seeds: 1, passing: 0.3 }, 5, replication)
    run.step()
    return run.measure()[at('practising')]!
  })
  const { mean, error } = tallyOf(shares)

  expect(Math.abs(mean - (1 + 29 * 0.3) / 30)).toBeLessThan(4 * error)
})

test('on a line, a tie is crossed after 1 / passing periods on average', () => {
  const times = Array.from({ length: 300 }, (_, replication) => {
    const ties = { people: 2, from: [0], to: [1] }
    return after({ network: 'given', ties, seeds: 1, passing: 0.25, periods: 1000 }, replication).measures[
      at('periods')
    ]!
  })
  const { mean, error } = tallyOf(times)

  // The period after, in which nobody is left, counts too.
  expect(Math.abs(mean - 1 - 1 / 0.25)).toBeLessThan(4 * error)
})

test('where it takes two examples, a line is never crossed and one adopter convinces nobody', () => {
  expect(after({ ...enough, network: 'line', seeds: 4, thresholdCount: 2 }).reach).toBe(4 / 30)
  expect(after({ ...enough, network: 'ring', seeds: 1, thresholdCount: 2 }).reach).toBe(1 / 30)
  expect(after({ ...enough, network: 'star', seeds: 20, thresholdCount: 2 }).reach).toBeLessThan(1)
})

test('two neighbours are enough for two examples on a ring with two on each side, scattered ones are not', () => {
  expect(after({ ...enough, network: 'ring', seeds: 2, thresholdCount: 2 }).reach).toBe(1)
  const apart = { people: 6, from: [0, 1, 2, 3, 4, 5], to: [1, 2, 3, 4, 5, 0] }
  expect(after({ ...enough, network: 'given', ties: apart, seeds: 2, thresholdCount: 3 }).reach).toBe(2 / 6)
})

// Morris (2000), Review of Economic Studies 67(1): no uniform threshold above a half spreads from a finite group on a line.
test.each([
  [0.5, 1],
  [0.51, 5 / 30],
])('a group on a ring spreads while %d of one’s contacts are enough: it reaches %d', (thresholdShare, reach) => {
  expect(after({ ...enough, network: 'ring', seeds: 5, thresholdShare, thresholdCount: 1 }).reach).toBe(reach)
})

test('on a complete graph a threshold above the number of adopters never cascades, one at it cascades at once', () => {
  expect(after({ ...enough, network: 'complete', seeds: 4, thresholdCount: 5 })).toMatchObject({
    reach: 4 / 30,
    periods: 1,
  })
  expect(after({ ...enough, network: 'complete', seeds: 5, thresholdCount: 5 }).reach).toBe(1)
})

test('with forgetting, the share that practises settles where as many take it up as drop it', () => {
  const run = openRun(
    diffusion,
    { network: 'complete', people: 400, seeds: 40, passing: 0.001, forgetting: 0.1, periods: 400 },
    5,
  )
  const shares: number[] = []
  while (!run.over) {
    run.step()
    if (run.period > 100) shares.push(run.measure()[at('practising')]!)
  }
  // x = share: (1 - x)(1 - 0.999^(400 x)) = 0.1 x has the root 0.713.
  expect(Math.abs(tallyOf(shares).mean - 0.713)).toBeLessThan(0.02)
})

test('nobody can use what was made for the opposite context; adapted on the way, it goes everywhere', () => {
  const base = { ...certain, network: 'line', people: 40, seeds: 1, locality: 1, passing: 1, periods: 400 }
  const [stiff, adaptedOnTheWay] = [after(base), after({ ...base, adaptation: 1 })]

  expect(adaptedOnTheWay.reach).toBe(1)
  expect(adaptedOnTheWay.measures[at('fit')]).toBeGreaterThan(stiff.measures[at('fit')]! + 0.05)
  expect(adaptedOnTheWay.measures[at('halfAt')]).toBeLessThanOrEqual(stiff.measures[at('halfAt')]!)
  expect(stiff.measures[at('adaptations')]).toBe(0)
})

test('the same network and first adopters under every rule', () => {
  const states = [{ passing: 0.1 }, { contagion: 'complex' }].map((rule) => {
    const run = openRun(diffusion, { network: 'random', ...rule }, 9)
    return diffusion.peek(run) as DiffusionState
  })

  expect(states[0]!.network).toEqual(states[1]!.network)
  expect(states[0]!.practises).toEqual(states[1]!.practises)
})

test.each([
  [{ network: 'given' }, 'ties'],
  [{ network: 'given', ties: { people: 3, from: [0, 3], to: [1, 2] } }, 'from'],
  [{ network: 'given', ties: { people: 3, from: [0, 1], to: [1] } }, 'to'],
  [{ network: 'given', ties: { people: 3, from: [0, 0.5], to: [1, 2] } }, 'from'],
  [{ seeds: 500 }, 'seeds'],
])('%j is refused, with the name of %s', (settings, name) => {
  const found = diffusion.settings.safeParse(settings)

  expect(found.error?.issues.map(({ path }) => path.at(-1))).toContain(name)
})
