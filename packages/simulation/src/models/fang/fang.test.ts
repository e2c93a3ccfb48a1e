import { expect, test } from 'vitest'
import { runCell } from '../../experiment/cell.ts'
import { tallyOf } from '../../experiment/statistics.ts'
import { measureAt } from '../../model.ts'
import { chanceOf } from '../../random/stream.ts'
import { fang } from './fang.ts'
import { startFang } from './state.ts'
import { payAll, stepFang } from './step.ts'

const width = fang.measures.length
function mean(measure: string, settings: object, count = 6): number {
  const values = runCell(fang, { settings, seed: 5, first: 0, count })
  return tallyOf(Array.from({ length: count }, (_, run) => values[run * width + measureAt(fang, measure)]!)).mean
}

test('some ties across groups pay more than none and more than ties at random', () => {
  const at = (beta: number) => mean('payoff', { beta })

  expect(at(0)).toBeLessThan(10)
  expect(at(0.15)).toBeGreaterThan(at(1) + 5)
})

test('ties are as many as before and cross groups as often as asked', () => {
  for (const beta of [0, 0.2, 1]) {
    const state = startFang(fang.settings.parse({ beta }), chanceOf(1, 0))

    expect(state.network.neighbours).toHaveLength(40 * 7 * 6)
    expect(Math.abs(state.crossing - beta)).toBeLessThanOrEqual(4 * Math.sqrt((beta * (1 - beta)) / 840))
  }
})

test.each([
  [5, 100],
  [3, 40],
  [1, 64],
  [10, 95],
])('in blocks of %i, %i dimensions pay by whole blocks that are right', (block, dimensions) => {
  const state = startFang(fang.settings.parse({ block, dimensions, groups: 2, groupSize: 2 }), chanceOf(1, 0))
  for (let word = 0; word < state.words; word++) {
    state.plus[word] = state.reality[word]!
    state.minus[word] = state.lanes[word]! & ~state.reality[word]!
  }
  payAll(state)
  expect(state.payoff[0]).toBe(Math.floor(dimensions / block) * block)

  // One belief less, one block less.
  state.plus[0]! &= ~1
  state.minus[0]! &= ~1
  payAll(state)
  expect(state.payoff[0]).toBe((Math.floor(dimensions / block) - 1) * block)
})

test('nobody learns from somebody who is not better', () => {
  const state = startFang(fang.settings.parse({ groups: 2, groupSize: 2, beta: 0 }), chanceOf(1, 0))
  const first = state.plus.slice(0, state.words)
  for (let person = 1; person < 4; person++) {
    state.plus.set(first, person * state.words)
    state.minus.set(state.minus.slice(0, state.words), person * state.words)
  }
  const before = state.plus.slice()
  stepFang(state)

  expect(state.plus).toEqual(before)
  expect(state.open).toBe(false)
})
