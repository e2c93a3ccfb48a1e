import { describe, expect, test } from 'vitest'
import { karate } from '../../fixtures/karate.ts'
import { graphFrom } from '../../graph/named.ts'
import { reweighted } from '../../graph/subgraph.ts'
import { coverFrom, listsOf } from '../cover.ts'
import { evidenceFor } from './evidence.ts'
import { nullModel } from './null-model.ts'
import { ranked } from './ranked.ts'
import { refineCover } from './refine-cover.ts'
import { strengthEvidence, tiltOf } from './tilt.ts'

describe('ranks', () => {
  test('take the place of weights, equal ones sharing the middle', () => {
    const graph = ranked(
      graphFrom([
        ['a', 'b', 1],
        ['b', 'c', 1],
        ['c', 'd', 1000],
      ]),
    )

    expect([...graph.weights].map((weight) => Number(weight.toFixed(6)))).toEqual(
      [5 / 14, 5 / 14, 5 / 14, 5 / 14, 11 / 14, 11 / 14].map((rank) => Number(rank.toFixed(6))),
    )
  })

  test('leave a network without weights as it is', () => {
    expect(ranked(karate())).toEqual(karate())
  })

  test('are the same whatever the scale and however heavy the tail', () => {
    const uneven = reweighted(karate(), (one, other) => 1 + ((one * other) % 7))

    expect(ranked(reweighted(uneven, (_, __, weight) => Math.exp(3 * weight)))).toEqual(ranked(uneven))
  })
})

describe('tilt', () => {
  test('is none for ranks like those of others, and grows with them', () => {
    expect(tiltOf(0.5)).toBe(0)
    expect(tiltOf(0.3)).toBe(0)
    expect(tiltOf(NaN)).toBe(0)
    expect(tiltOf(1 / (1 - Math.exp(-4)) - 1 / 4)).toBeCloseTo(4, 6)
  })

  test('speaks for strong ties and against weak ones', () => {
    expect(strengthEvidence(4, 10, 9)).toBeGreaterThan(0)
    expect(strengthEvidence(4, 10, 2)).toBeLessThan(0)
    expect(strengthEvidence(0, 10, 9)).toBe(0)
  })
})

describe('the null model', () => {
  test('of two units expects the ties between them to be between them', () => {
    const graph = graphFrom([
      ['a', 'b'],
      ['c', 'd'],
      ['a', 'c'],
      ['b', 'd'],
    ])
    const model = nullModel(
      graph,
      Int32Array.from(graph.names, (name) => ('ab'.includes(name) ? 0 : 1)),
    )
    const { across, within, expectedAcross } = evidenceFor(graph, model, coverFrom([[0, 1, 2, 3]]))

    expect([across[0], within[0]]).toEqual([2, 2])
    expect(expectedAcross[0]).toBe(2)
  })
})

test('the refinement throws out a stranger and takes in one who was forgotten', async () => {
  const clique = (names: string[]) =>
    names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other] as const))
  const groups = Array.from({ length: 12 }, (_, group) => Array.from({ length: 8 }, (_, at) => `${group}.${at}`))
  const graph = graphFrom([
    ...groups.flatMap(clique),
    ...groups.map((_, at) => [`${at}.0`, `${(at + 1) % 12}.1`] as const),
  ])
  const rough = [...groups[0]!.slice(0, 7), '5.3'].map((name) => graph.idOf(name))
  const [refined] = listsOf(await refineCover(graph, nullModel(graph), coverFrom([rough])))

  expect(refined!.map((person) => graph.names[person]).toSorted()).toEqual(groups[0])
})
