import { expect, test } from 'vitest'
import { runCell } from '../../experiment/cell.ts'
import { contest, tallyOf } from '../../experiment/statistics.ts'
import { measureAt } from '../../model.ts'
import { chanceOf } from '../../random/stream.ts'
import { march } from '../march/march.ts'
import { miller } from './miller.ts'
import { startMiller } from './state.ts'
import { stepMiller } from './step.ts'

const width = miller.measures.length
function column(measure: string, settings: object, count = 60): number[] {
  const values = runCell(miller, { settings, seed: 5, first: 0, count })
  return Array.from({ length: count }, (_, run) => values[run * width + measureAt(miller, measure)]!)
}
const mean = (measure: string, settings: object, count?: number) => tallyOf(column(measure, settings, count)).mean

test('without learning from one another and without tacit knowledge it is March’s model by the reading act', () => {
  const runs = 300
  const theirs = runCell(march, { settings: { people: 100, p1: 0.5, p2: 0.5 }, seed: 5, first: 0, count: runs })
  const known = tallyOf(Array.from({ length: runs }, (_, run) => theirs[run * march.measures.length + 1]!))
  const ours = tallyOf(column('codeRight', { p1: 0.5, p2: 0.5, p5: 0 }, runs))

  expect(Math.abs(ours.mean - known.mean)).toBeLessThan(4 * Math.hypot(ours.error, known.error))
})

test('the code knows less, the more cannot be put into words, and never a word of that', () => {
  const at = (tacit: number) => mean('codeRight', { tacit })

  expect(at(0.5)).toBeLessThan(at(0.2))
  expect(at(0.2)).toBeLessThan(at(0))
  expect(at(0.5)).toBeLessThanOrEqual(0.5)
})

test('left to the code alone, what cannot be said is not learned; from one another it is', () => {
  expect(mean('tacitRight', { tacit: 0.5, p5: 0, periods: 50 })).toBeLessThan(0.36)
  expect(mean('tacitRight', { tacit: 0.5, p5: 0.3 })).toBeGreaterThan(0.9)
})

test('without a code, learning from one another too fast leaves people with less', () => {
  const alone = (p5: number) => column('peopleRight', { p1: 0, p2: 0, p5, periods: 120 }, 40)
  const { difference, halfWidth } = contest(alone(1), alone(0.5))

  expect(difference + halfWidth).toBeLessThan(0)
})

test('under turnover people know less, and less so where they learn from one another quickly', () => {
  const lost = (p5: number) => {
    const [calm, busy] = [0, 0.05].map((turnover) => mean('peopleRight', { p5, turnover, periods: 100 }))
    return calm! - busy!
  }

  expect(lost(0.1)).toBeGreaterThan(0.05)
  expect(lost(0.9)).toBeLessThan(lost(0.1))
})

test('a belief moves one step towards the better neighbour, and not at all without one', () => {
  const settings = miller.settings.parse({ side: 3, dimensions: 2, p1: 0, p2: 0, p5: 1 })
  const state = startMiller(settings, chanceOf(1, 0))
  const right = [state.reality, state.lanes & ~state.reality]
  // All wrong but the one in the middle, whose four neighbours alone see them.
  for (let person = 0; person < 9; person++) {
    state.plus[person] = person === 4 ? right[0]! : right[1]!
    state.minus[person] = person === 4 ? right[1]! : right[0]!
  }
  stepMiller(state)
  const nothing = [...state.plus].map((plus, person) => (plus | state.minus[person]!) === 0)

  expect(nothing).toEqual([false, true, false, true, false, true, false, true, false])
})
