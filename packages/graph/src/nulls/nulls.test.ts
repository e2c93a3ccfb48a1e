import { describe, expect, test } from 'vitest'
import { coverFrom } from '../communities/cover.ts'
import { clubs, karate } from '../fixtures/karate.ts'
import { plantedGroups } from '../fixtures/planted.ts'
import { degreeOf, tieCount } from '../graph/graph.ts'
import { below, seededRandom, shuffled } from '../random.ts'
import { pairSet } from './pair-set.ts'
import { rewired } from './rewire.ts'
import { rewiringTest } from './rewiring-test.ts'

describe('rewiring', () => {
  test("keeps everybody's number of ties and no two ties the same", () => {
    const random = rewired(karate(), seededRandom(1))

    expect(tieCount(random)).toBe(78)
    for (let node = 0; node < 34; node++) expect(degreeOf(random, node)).toBe(degreeOf(karate(), node))
    expect([...random.targets]).not.toEqual([...karate().targets])
  })

  test('makes no tie that is not allowed', () => {
    const across = (one: number, other: number) => clubs[one] !== clubs[other]
    const count = (graph: ReturnType<typeof karate>) => {
      let inside = 0
      for (let node = 0; node < graph.nodes; node++)
        for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++)
          if (!across(node, graph.targets[arc]!)) inside++
      return inside
    }

    expect(count(rewired(karate(), seededRandom(2), { allow: across }))).toBeLessThanOrEqual(count(karate()))
  })
})

test('a planted group is more than chance, a random set of people is not', () => {
  const graph = plantedGroups(10, 20, 0.5, 0.03, seededRandom(3))
  const anybody = shuffled(200, seededRandom(4)).subarray(0, 20)
  const [group, random] = rewiringTest(
    graph,
    coverFrom([Array.from({ length: 20 }, (_, at) => at), anybody]),
    seededRandom(5),
  )

  expect(group!.chance).toBeCloseTo(1 / 21, 12)
  expect(group!.ties).toBeGreaterThan(group!.byChance + 5 * group!.spread)
  expect(Math.abs(random!.ties - random!.byChance)).toBeLessThan(4 * random!.spread)
})

test('a set of pairs holds what a set of their names would, whatever comes and goes', () => {
  const random = seededRandom(6)
  const [pairs, names] = [pairSet(120), new Set<string>()]
  const nameOf = (one: number, other: number) => `${Math.min(one, other)} ${Math.max(one, other)}`
  for (let step = 0; step < 20_000; step++) {
    const [one, other] = [below(random, 40), below(random, 40)]
    expect(pairs.has(one, other)).toBe(names.has(nameOf(other, one)))
    if (names.has(nameOf(one, other))) {
      pairs.remove(other, one)
      names.delete(nameOf(one, other))
    } else if (names.size < 120) {
      pairs.add(one, other)
      names.add(nameOf(one, other))
    }
  }
})
