import { describe, expect, test } from 'vitest'
import { coverFrom } from '../communities/cover.ts'
import { karate } from '../fixtures/karate.ts'
import { plantedGroups } from '../fixtures/planted.ts'
import { components } from '../graph/components.ts'
import { graphFrom } from '../graph/named.ts'
import { subgraph } from '../graph/subgraph.ts'
import { seededRandom } from '../random.ts'
import { betweenness } from './betweenness.ts'
import { brokerageOf } from './brokerage.ts'
import { constraint } from './constraint.ts'
import { corePeriphery } from './core-periphery.ts'
import { cutOffWithout } from './cut-off.ts'
import { effectiveSize } from './effective-size.ts'
import { removalTest } from './removal.ts'
import { strengthOutsideCommunities, strengthOutsideUnit } from './spanning.ts'
import { structuralFolds } from './structural-folds.ts'

const at = (values: Float64Array, nodes: number[]) => nodes.map((node) => Number(values[node]!.toFixed(6)))

describe('the karate club', () => {
  test('has its published betweenness', () => {
    expect(at(betweenness(karate()), [0, 33, 32, 2])).toEqual([0.437635, 0.304075, 0.145247, 0.143657])
  })

  test('has its published constraint and effective size', () => {
    expect(at(constraint(karate()), [0, 33, 32, 11, 16])).toEqual([0.155423, 0.156419, 0.249223, 1, 0.78125])
    expect(at(effectiveSize(karate()), [0, 33])).toEqual([13.75, 15.235294])
  })

  test('has a core of five, or of nine when ties between core and periphery do not count', () => {
    const tied = corePeriphery(karate())
    const ignored = corePeriphery(karate(), { between: 'ignored' })
    const core = ({ inCore }: { inCore: Uint8Array }) => [...inCore.keys()].filter((node) => inCore[node] === 1)

    expect(core(tied)).toEqual([0, 1, 2, 32, 33])
    expect(tied.fit).toBeCloseTo(0.431475, 6)
    expect(core(ignored)).toEqual([0, 1, 2, 3, 8, 13, 31, 32, 33])
    expect(ignored.fit).toBeCloseTo(0.54322, 6)
  })
})

test('betweenness from every person as pivot is exact, and from half of them near', () => {
  const graph = plantedGroups(4, 30, 0.3, 0.02, seededRandom(2))
  const exact = betweenness(graph)
  const half = betweenness(graph, { pivots: 60, random: seededRandom(1) })
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)

  const all = betweenness(graph, { pivots: 120, random: seededRandom(1) })
  all.forEach((value, node) => expect(value).toBeCloseTo(exact[node]!, 12))
  expect(sum(half) / sum(exact)).toBeCloseTo(1, 1)
  expect(() => betweenness(graph, { pivots: 5 })).toThrow('seeded')
})

test('constraint counts directed ties both ways', () => {
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

  expect(at(constraint(graph), [0, 1, 2, 3])).toEqual([0.597222, 1, 0.871142, 0.871142])
  expect(constraint(graphFrom([], { alone: ['a'] }))[0]).toBeNaN()
})

test('brokers are told apart by whose unit is whose', () => {
  const graph = graphFrom(
    [
      ['a1', 'a2'],
      ['a2', 'a3'],
      ['b1', 'a2'],
      ['a2', 'b2'],
      ['a2', 'c1'],
      ['b1', 'c1'],
    ],
    { directed: true },
  )
  const units = Int32Array.from(graph.names, (name) => name.charCodeAt(0))

  // From a1 and b1 to a3, b2 and c1, except b1 → c1, who are tied themselves.
  expect(brokerageOf(graph, units, graph.idOf('a2'))).toEqual({
    coordinator: 1,
    representative: 2,
    gatekeeper: 1,
    consultant: 1,
    liaison: 0,
  })
})

describe('spanning', () => {
  const graph = graphFrom([
    ['a', 'b', 2],
    ['b', 'c', 3],
    ['c', 'd', 4],
  ])

  test('strength outside counts ties that leave the unit, or every common community', () => {
    expect([...strengthOutsideUnit(graph, Int32Array.of(0, 0, 1, 1))]).toEqual([0, 3, 3, 0])
    expect([
      ...strengthOutsideCommunities(
        graph,
        coverFrom([
          [0, 1],
          [1, 2],
        ]),
      ),
    ]).toEqual([0, 0, 4, 4])
  })

  test('a fold is a member of two communities', () => {
    expect(
      structuralFolds(
        coverFrom([
          [0, 1],
          [1, 2],
          [2, 1],
        ]),
        4,
      ),
    ).toEqual([
      { node: 1, communities: [0, 1, 2] },
      { node: 2, communities: [1, 2] },
    ])
  })
})

test('without the one between them, the smaller half is cut off', () => {
  const graph = graphFrom([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['c', 'd'],
    ['d', 'e'],
    ['e', 'f'],
  ])
  const removal = removalTest(graph, [graph.idOf('c')])

  expect(removal.before).toBe(1)
  expect(removal.after).toBe(3 / 5)
  expect([...removal.cutOff].map((node) => graph.names[node])).toEqual(['a', 'b'])
  expect(removalTest(graph, []).cutOff).toHaveLength(0)
})

test('who would be cut off without somebody is what the removal test of each says', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed)
    const graph = plantedGroups(3, 7, 0.3, 0.02, random)
    const parts = components(graph)
    const together = (node: number) =>
      subgraph(
        graph,
        Int32Array.from({ length: graph.nodes }, (_, other) => other).filter((other) => parts[other] === parts[node]),
      )
    const expected = Array.from({ length: graph.nodes }, (_, node) => {
      const own = together(node)
      return removalTest(own, [own.kept.indexOf(node)]).cutOff.length
    })

    expect([...cutOffWithout(graph)]).toEqual(expected)
  }
})

test('in a chain of people a thousand long, the middle cuts off half', () => {
  const graph = graphFrom(Array.from({ length: 1001 }, (_, n) => [`p${n}`, `p${n + 1}`] as const))
  const cutOff = cutOffWithout(graph)

  expect([0, 1, 400, 1001].map((n) => cutOff[graph.idOf(`p${n}`)])).toEqual([0, 1, 400, 0])
})
