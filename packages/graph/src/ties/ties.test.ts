import { describe, expect, test } from 'vitest'
import { clubs, karate } from '../fixtures/karate.ts'
import { arcBetween } from '../graph/graph.ts'
import { graphFrom } from '../graph/named.ts'
import { below, seededRandom, shuffled } from '../random.ts'
import { meanClustering, transitivity } from './clustering.ts'
import { density } from './density.ts'
import { distances } from './distances.ts'
import { eiIndex, expectedEi } from './e-i-index.ts'
import { neighbourhoodOverlap, neighbourhoodOverlaps } from './neighbourhood-overlap.ts'
import { reciprocity } from './reciprocity.ts'
import { tieStrengths } from './strength.ts'
import { tieKinds } from './strong-weak.ts'

describe('the karate club', () => {
  test('has its published density, clustering and distances', () => {
    expect(density(karate())).toBeCloseTo(0.139037, 6)
    expect(transitivity(karate())).toBeCloseTo(0.255682, 6)
    expect(meanClustering(karate())).toBeCloseTo(0.570638, 6)
    expect(distances(karate())?.mean).toBeCloseTo(2.4082, 4)
    expect(distances(karate())?.longest).toBe(5)
  })

  test('has an E-I index of -0.717949, where permuted clubs give +0.0303 with a spread of 0.095', () => {
    const chance = expectedEi(karate(), clubs, seededRandom(1), 4000)

    expect(eiIndex(karate(), clubs).network).toBeCloseTo(-0.717949, 6)
    expect(chance.mean).toBeCloseTo(0.0303, 4)
    expect(chance.spread).toBeCloseTo(0.095, 2)
    expect(chance.asInward).toBe(0)
  })
})

test('the E-I index knows groups and people, and nothing of who has no tie', () => {
  const graph = graphFrom(
    [
      ['a', 'b'],
      ['b', 'c'],
    ],
    { alone: ['d'] },
  )

  expect(eiIndex(graph, Int32Array.of(0, 0, 1, 1))).toEqual({
    network: 0,
    groups: [-1 / 3, 1],
    people: [-1, 0, 1, undefined],
  })
})

test('of four arcs that are returned among six, two thirds are reciprocal', () => {
  const graph = graphFrom(
    [
      ['0', '1'],
      ['1', '0'],
      ['0', '2'],
      ['2', '3'],
      ['3', '2'],
      ['3', '0'],
    ],
    { directed: true },
  )

  expect(reciprocity(graph)?.share).toBeCloseTo(2 / 3, 12)
  expect(reciprocity(graph)?.corrected).toBeCloseTo(1 / 3, 12)
  expect(reciprocity(graphFrom([]))).toBeUndefined()
})

describe('strength', () => {
  test('halves with age, divides by the audience and is damped', () => {
    const strengths = tieStrengths({ halfLife: 10 })
    strengths.add(0, 1, 0)
    strengths.add(1, 0, 10, 2)
    const graph = strengths.build()

    expect(graph.weights[arcBetween(graph, 0, 1)]).toBeCloseTo(Math.log(2.25) * (0.5 + 0.25 / 1.25), 12)
  })

  test('a tie both ways is stronger than one of the same count that goes one way', () => {
    const oneWay = tieStrengths()
    const bothWays = tieStrengths()
    for (let nth = 0; nth < 4; nth++) {
      oneWay.add(0, 1, 0)
      bothWays.add(nth % 2, 1 - (nth % 2), 0)
    }

    expect(bothWays.build().weights[0]).toBeCloseTo(2 * oneWay.build().weights[0]!, 12)
  })

  test('what happened several times may be added at once', () => {
    const oneByOne = tieStrengths()
    for (let nth = 0; nth < 5; nth++) oneByOne.add(0, 1, 3, 2)
    const atOnce = tieStrengths()
    atOnce.add(0, 1, 3, 2, 5)

    // Each amount is rounded to 36 binary places, once or five times.
    expect(atOnce.build().weights[0]).toBeCloseTo(oneByOne.build().weights[0]!, 10)
    expect(() => atOnce.add(0, 1, 3, 2, 0)).toThrow('more than 0 times')
  })

  test('the same traces in another order give the same strength to the last bit', () => {
    const random = seededRandom(17)
    const traces = Array.from({ length: 3000 }, () => [random() * 300, 1 + below(random, 9)] as const)
    const strengthOf = (order: Iterable<number>) => {
      const strengths = tieStrengths()
      for (const at of order) strengths.add(at % 2, 1 - (at % 2), ...traces[at]!)
      return strengths.build().weights[0]
    }
    const inOrder = strengthOf(traces.keys())

    for (let seed = 1; seed <= 5; seed++) expect(strengthOf(shuffled(traces.length, seededRandom(seed)))).toBe(inOrder)
  })

  test('what went to everybody ties nobody, and an age before now is refused', () => {
    const strengths = tieStrengths()
    strengths.add(0, 1, 5, 500)

    expect(strengths.leftOut).toBe(1)
    expect(strengths.build(2).targets).toHaveLength(0)
    expect(() => strengths.add(0, 1, -1)).toThrow('age from 0')
  })
})

describe('overlap', () => {
  const bridge = graphFrom([
    ['a', 'b', 5],
    ['b', 'c', 5],
    ['c', 'a', 5],
    ['c', 'd'],
    ['d', 'e', 5],
    ['e', 'f', 5],
    ['f', 'd', 5],
  ])

  test('a bridge between two triangles has none, a side of one a third or more', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => bridge.idOf(name)) as [number, number, number, number]

    expect(neighbourhoodOverlap(bridge, c, d)).toBe(0)
    expect(neighbourhoodOverlap(bridge, a, b)).toBe(1)
    expect(neighbourhoodOverlap(bridge, a, c)).toBe(1 / 2)
    expect(neighbourhoodOverlaps(bridge)[arcBetween(bridge, c, a)]).toBe(1 / 2)
  })

  test('the bridge is a bridging tie when people met, and unknown when it was projected', () => {
    const arc = arcBetween(bridge, bridge.idOf('c'), bridge.idOf('d'))

    expect(tieKinds(bridge, { from: 'contacts' })[arc]).toBe('bridging')
    expect(tieKinds(bridge, { from: 'artefacts' })[arc]).toBe('unknown')
    expect(tieKinds(bridge, { from: 'artefacts' })[arcBetween(bridge, 0, 1)]).toBe('strong')
  })
})
