import { expect, test } from 'vitest'
import { runCell } from '../../experiment/cell.ts'
import { contest, tallyOf } from '../../experiment/statistics.ts'
import { measureAt } from '../../model.ts'
import { chanceOf } from '../../random/stream.ts'
import { lazerFriedman } from './lazer-friedman.ts'
import { startLazerFriedman } from './state.ts'
import { stepLazerFriedman } from './step.ts'

// Twelve bits: the best of a landscape is found at once, the order of networks is the same.
const small = { bits: 12, inputs: 4 }
const width = lazerFriedman.measures.length
function column(measure: string, settings: object, count = 60): number[] {
  const values = runCell(lazerFriedman, { settings: { ...small, ...settings }, seed: 7, first: 0, count })
  return Array.from({ length: count }, (_, run) => values[run * width + measureAt(lazerFriedman, measure)]!)
}
const mean = (measure: string, settings: object, count?: number) => tallyOf(column(measure, settings, count)).mean

test('without ruggedness everybody finds the best, and the full network sooner than the line', () => {
  for (const network of ['line', 'full']) expect(mean('score', { network, inputs: 0 }, 20)).toBeCloseTo(1, 12)
  const early = (network: string) => mean('score', { network, inputs: 0, periods: 8 }, 20)

  expect(early('full')).toBeGreaterThan(early('line'))
})

test('in the long run the line beats the full network in the same worlds, in the short run it is behind', () => {
  const run = (network: string, periods: number) => column('score', { network, periods }, 100)
  const long = contest(run('line', 400), run('full', 400), 1e-7)
  const short = contest(run('line', 5), run('full', 5), 1e-7)

  expect(long.difference - long.halfWidth).toBeGreaterThan(0)
  expect(short.difference + short.halfWidth).toBeLessThan(0)
})

test('slower looking keeps more solutions alive', () => {
  const at = (velocity: number) => mean('solutions', { network: 'full', velocity, periods: 6 })

  expect(at(0.1)).toBeGreaterThan(at(0.5))
  expect(at(0.5)).toBeGreaterThan(at(1))
})

test('errors in copying help the full network in the end', () => {
  const result = contest(
    column('score', { network: 'full', copyError: 0.2 }, 150),
    column('score', { network: 'full' }, 150),
  )

  expect(result.difference - result.halfWidth).toBeGreaterThan(0)
})

test('one round: everybody copies the best whom they see, if better, and nobody gets worse', () => {
  const settings = lazerFriedman.settings.parse({ ...small, network: 'full', people: 30 })
  const state = startLazerFriedman(settings, chanceOf(1, 0))
  const best = state.worth.reduce((most, each) => Math.max(most, each), 0)
  const before = state.worth.slice()
  stepLazerFriedman(state)

  state.worth.forEach((worth, person) => {
    if (before[person]! < best) expect(worth).toBe(best)
    else expect(worth).toBeGreaterThanOrEqual(best)
  })
})

test('a network of pieces that never meet keeps several solutions', () => {
  expect(mean('solutions', { network: 'random', density: 0 }, 10)).toBeGreaterThan(5)
  expect(mean('pieces', { network: 'random', density: 0 }, 3)).toBe(100)
})

test('what ended early because nothing could change any more would have ended the same', () => {
  for (const network of ['line', 'random', 'full']) {
    const settings = lazerFriedman.settings.parse({ ...small, network })
    const state = startLazerFriedman(settings, chanceOf(7, 0))
    for (let period = 0; period < settings.periods; period++) stepLazerFriedman(state)

    expect(lazerFriedman.measures.length).toBe(width)
    expect(new Set(state.solutions).size).toBe(column('solutions', { network }, 1)[0])
  }
})
