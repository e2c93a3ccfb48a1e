import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clubs, karate } from '../../fixtures/karate.ts'
import { plantedGroups, relabelled } from '../../fixtures/planted.ts'
import { components } from '../../graph/components.ts'
import { graphFrom } from '../../graph/named.ts'
import { reweighted, subgraph } from '../../graph/subgraph.ts'
import { seededRandom, shuffled } from '../../random.ts'
import { nmi } from '../../scores/nmi.ts'
import { communityCount, membersOf } from '../cover.ts'
import { coverOf, partsOf } from '../partition.ts'
import { cpm, modularity } from '../quality.ts'
import { recursiveLeiden } from '../recursive-leiden.ts'
import { leiden } from './leiden.ts'

const seeds = Array.from({ length: 20 }, (_, at) => at + 1)

describe('quality', () => {
  test('the clubs of the karate club have modularity 0.358235', () => {
    expect(modularity(karate(), clubs)).toBeCloseTo(0.358235, 6)
  })

  test('CPM counts ties inside less γ per pair', () => {
    const path = graphFrom([
      ['a', 'b'],
      ['b', 'c', 3],
      ['c', 'd'],
    ])

    expect(cpm(path, Int32Array.of(0, 0, 0, 1), 0.5)).toBe(4 - 0.5 * 3)
  })
})

describe('Leiden', { timeout: 60_000 }, () => {
  test('finds the best known modularity of the karate club, 0.4198', () => {
    const best = Math.max(...seeds.map((seed) => modularity(karate(), leiden(karate(), { seed, iterations: 5 }))))

    expect(best).toBeCloseTo(0.41979, 6)
  })

  test('finds planted groups exactly, by modularity and by CPM', () => {
    const graph = plantedGroups(8, 25, 0.6, 0.02, seededRandom(1))
    const truth = Int32Array.from({ length: 200 }, (_, node) => Math.floor(node / 25))

    expect([...leiden(graph)]).toEqual([...truth])
    expect([...leiden(graph, { quality: 'cpm', resolution: 0.3 })]).toEqual([...truth])
  })

  test('communities are connected', () => {
    const graph = plantedGroups(6, 30, 0.12, 0.03, seededRandom(2))
    for (const seed of seeds.slice(0, 5)) {
      const cover = coverOf(leiden(graph, { seed }))
      for (let community = 0; community < communityCount(cover); community++)
        expect(partsOf(components(subgraph(graph, membersOf(cover, community))))).toBe(1)
    }
  })

  test('the same seed gives the same, and a start is only improved', () => {
    const graph = plantedGroups(6, 30, 0.15, 0.05, seededRandom(3))
    const start = Int32Array.from({ length: 180 }, (_, node) => node % 7)

    expect(leiden(graph, { seed: 4 })).toEqual(leiden(graph, { seed: 4 }))
    expect(modularity(graph, leiden(graph, { start }))).toBeGreaterThan(modularity(graph, start))
  })

  test('doubling all weights changes no partition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const graph = plantedGroups(4, 12, 0.4, 0.08, seededRandom(seed))
        const doubled = reweighted(graph, (_, __, weight) => 2 * weight)
        expect(leiden(doubled, { seed })).toEqual(leiden(graph, { seed }))
        expect(leiden(doubled, { seed, quality: 'cpm', resolution: 0.4 })).toEqual(
          leiden(graph, { seed, quality: 'cpm', resolution: 0.2 }),
        )
      }),
      { numRuns: 40, seed: 7 },
    )
  })

  test('relabelling the nodes changes nothing where the groups are plain', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const random = seededRandom(seed)
        const graph = plantedGroups(5, 16, 0.7, 0.02, random)
        const names = shuffled(graph.nodes, random)
        const renamed = leiden(relabelled(graph, names), { seed })
        expect(
          nmi(
            leiden(graph, { seed }),
            Int32Array.from(names, (name) => renamed[name]!),
          ),
        ).toBeCloseTo(1, 12)
      }),
      { numRuns: 40, seed: 7 },
    )
  })

  test('a directed graph and a resolution of 0 are refused', () => {
    expect(() => leiden(graphFrom([['a', 'b']], { directed: true }))).toThrow('undirected')
    expect(() => leiden(karate(), { resolution: 0 })).toThrow('positive')
  })

  test('people without ties stay alone', () => {
    expect([...leiden(graphFrom([], { alone: ['a', 'b'] }))]).toEqual([0, 1])
  })
})

describe('recursive Leiden', { timeout: 60_000 }, () => {
  test('finds cliques on a ring that modularity alone merges', () => {
    const ring = ringOfCliques(60, 5)

    expect(partsOf(leiden(ring))).toBeLessThan(60)
    expect(partsOf(recursiveLeiden(ring, { least: 4 }))).toBe(60)
  })

  test('leaves a random graph as Leiden left it', () => {
    const graph = plantedGroups(1, 300, 0.1, 0, seededRandom(5))

    expect(partsOf(recursiveLeiden(graph))).toBe(partsOf(leiden(graph)))
  })
})

function ringOfCliques(cliques: number, size: number) {
  const ties: [string, string][] = []
  for (let clique = 0; clique < cliques; clique++) {
    for (let one = 0; one < size; one++)
      for (let other = one + 1; other < size; other++) ties.push([`${clique}.${one}`, `${clique}.${other}`])
    ties.push([`${clique}.0`, `${(clique + 1) % cliques}.1`])
  }
  return graphFrom(ties)
}
