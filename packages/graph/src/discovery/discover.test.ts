import { describe, expect, test } from 'vitest'
import { coverFrom, listsOf, sizeOf } from '../communities/cover.ts'
import { evidenceFor } from '../communities/significance/evidence.ts'
import { gainOf, logChoose, surpriseOfMatching } from '../communities/significance/gain.ts'
import { nullModel } from '../communities/significance/null-model.ts'
import type { Crew } from '../crew/crew.ts'
import { perform } from '../crew/tasks.ts'
import { plantedGroups, relabelled, smallOrganization } from '../fixtures/planted.ts'
import { graphBuilder } from '../graph/builder.ts'
import { graphFrom } from '../graph/named.ts'
import { reweighted } from '../graph/subgraph.ts'
import { rewired } from '../nulls/rewire.ts'
import { seededRandom, shuffled } from '../random.ts'
import { averageF1 } from '../scores/average-f1.ts'
import { recovered } from '../scores/jaccard.ts'
import { discover } from './discover.ts'

const organization = (seed: number) => smallOrganization(12, 25, 10, 14, seededRandom(seed))

describe('discovery', { timeout: 60_000 }, () => {
  test.each([1, 2, 3])('finds the communities planted across units (seed %d)', async (seed) => {
    const { graph, unitOf, truth } = organization(seed)
    for (const form of ['cross', 'soft'] as const) {
      const { communities } = await discover(graph, { units: unitOf, form })

      expect(recovered(coverFrom(truth), communities, graph.nodes)).toBe(1)
      expect(averageF1(coverFrom(truth), communities, graph.nodes)).toBeGreaterThan(0.95)
    }
  })

  test('finds none where the chart explains everything', async () => {
    const { graph, unitOf } = smallOrganization(12, 25, 0, 0, seededRandom(4))
    for (const form of ['cross', 'soft'] as const)
      expect(listsOf((await discover(graph, { units: unitOf, form })).communities)).toEqual([])
  })

  test('finds none in a rewired network', async () => {
    const { graph, unitOf } = organization(5)
    const network = rewired(graph, seededRandom(6))

    expect(listsOf((await discover(network)).communities)).toEqual([])
    expect(listsOf((await discover(network, { units: unitOf })).communities)).toEqual([])
  })

  test('finds none where only weights differ, however much', async () => {
    const { graph, unitOf } = organization(5)
    const random = seededRandom(13)
    const weights = new Map<number, number>()
    const heavy = reweighted(rewired(graph, seededRandom(6)), (one, other) => {
      const tie = Math.min(one, other) * graph.nodes + Math.max(one, other)
      weights.set(tie, weights.get(tie) ?? 1 / (1 - random()))
      return weights.get(tie)!
    })

    expect(listsOf((await discover(heavy, { units: unitOf })).communities)).toEqual([])
  })

  test('strong ties tell a community that their number alone does not', async () => {
    const graph = plantedGroups(6, 20, 0.25, 0.15, seededRandom(14))
    const strong = reweighted(graph, (one, other, weight) => (one < 20 && other < 20 ? 9 + weight : weight))

    expect(listsOf((await discover(reweighted(graph, () => 1))).communities)).toEqual([])
    expect(
      averageF1(coverFrom([Array.from({ length: 20 }, (_, at) => at)]), (await discover(strong)).communities, 120),
    ).toBeGreaterThan(0.8)
  })

  test('a person who knows nearly everybody hides no community', async () => {
    const { graph, unitOf, truth } = organization(3)
    const builder = graphBuilder()
    for (let node = 0; node < graph.nodes; node++)
      for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++)
        if (graph.targets[arc]! > node) builder.add(node, graph.targets[arc]!)
    for (let other = 1; other < graph.nodes; other++) if (other % 4 !== 0) builder.add(0, other, 20)
    const { communities } = await discover(builder.build(), { units: unitOf })

    expect(recovered(coverFrom(truth), communities, graph.nodes)).toBeGreaterThanOrEqual(0.9)
  })

  test('shows no community of fewer than five', async () => {
    const graph = plantedGroups(40, 4, 1, 0.001, seededRandom(7))
    const { communities } = await discover(graph)

    listsOf(communities).forEach((_, community) => expect(sizeOf(communities, community)).toBeGreaterThanOrEqual(5))
  })

  test('gives the same communities however the work is shared', async () => {
    const { graph, unitOf } = organization(8)
    const backwards: Crew = {
      size: 3,
      run: async (task, inputs) => inputs.map((_, at) => perform(task, inputs[inputs.length - 1 - at]!)).reverse(),
    }

    expect((await discover(graph, { units: unitOf, crew: backwards })).communities).toEqual(
      (await discover(graph, { units: unitOf })).communities,
    )
  })

  test('finds the same when all weights are doubled, and the same people under other numbers', async () => {
    const { graph, unitOf, truth } = organization(9)
    const names = shuffled(graph.nodes, seededRandom(10))
    const units = new Int32Array(graph.nodes)
    names.forEach((name, node) => (units[name] = unitOf[node]!))
    const doubled = await discover(
      reweighted(graph, (_, __, weight) => 2 * weight),
      { units: unitOf },
    )
    const renamed = await discover(relabelled(graph, names), { units })

    expect(doubled.communities).toEqual((await discover(graph, { units: unitOf })).communities)
    expect(
      recovered(
        coverFrom(truth.map((people) => people.map((person) => names[person]!))),
        renamed.communities,
        graph.nodes,
      ),
    ).toBe(1)
  })

  test('a community half inside one unit is seen whole by the soft form', async () => {
    const { graph, unitOf } = smallOrganization(12, 25, 0, 0, seededRandom(11))
    const members = [...Array(8).keys(), 30, 60, 90, 120, 150, 180, 210, 240]
    const random = seededRandom(12)
    const among = coverFrom([members])
    const ties = members.flatMap((one, at) =>
      members
        .slice(at + 1)
        .filter(() => random() < 0.9)
        .map((other) => [one, other] as const),
    )
    const names = Array.from({ length: graph.nodes }, (_, person) => `${person}`)
    const mixed = graphFrom([...tiesOf(graph), ...ties.map(([one, other]) => [`${one}`, `${other}`] as const)], {
      alone: names,
    })
    const back = Int32Array.from(mixed.names, Number)
    const { communities } = await discover(mixed, { units: back.map((person) => unitOf[person]!), form: 'soft' })
    const found = coverFrom(listsOf(communities).map((people) => people.map((person) => back[person]!)))

    expect(averageF1(among, found, graph.nodes)).toBeGreaterThan(0.9)
  })

  test('units for another number of people and directed ties are refused', async () => {
    const { graph } = organization(1)

    await expect(discover(graph, { units: Int32Array.of(0, 1) })).rejects.toThrow('units for 2')
    await expect(discover(graphFrom([['a', 'b']], { directed: true }))).rejects.toThrow('undirected')
  })
})

describe('evidence', () => {
  test('the number of ways to choose 5 of 50 is 2,118,760', () => {
    expect(logChoose(50, 5)).toBeCloseTo(Math.log(2_118_760), 6)
  })

  test('as many ties as expected gain nothing, and the search costs', () => {
    expect(gainOf({ across: 7, within: 3, ranks: 0 }, { across: 7, within: 3, strength: 40 }, 5, 50)).toBe(
      -logChoose(50, 5) - Math.log(50),
    )
  })

  test('two of four stubs joined by chance among eight: as counted by hand', () => {
    // Of the 105 ways to match eight stubs, 72 join exactly one pair of a given four.
    expect(surpriseOfMatching(1, 4 ** 2 / 2 / 8 - 0.0001, 4)).toBeCloseTo(-Math.log(72 / 105), 3)
    expect(surpriseOfMatching(2, 1, 4)).toBeCloseTo(-Math.log(9 / 105), 6)
  })

  test('the ties expected among everybody are about those there are, across and within', () => {
    const { graph, unitOf } = organization(2)
    const model = nullModel(graph, unitOf)
    const everybody = coverFrom([Int32Array.from({ length: graph.nodes }, (_, person) => person)])
    const evidence = evidenceFor(graph, model, everybody)

    expect(evidence.expectedAcross[0]! / evidence.across[0]!).toBeCloseTo(1, 1)
    expect(evidence.expectedWithin[0]! / evidence.within[0]!).toBeCloseTo(1, 1)
  })
})

function tiesOf({ nodes, offsets, targets }: { nodes: number; offsets: Int32Array; targets: Int32Array }) {
  const ties: (readonly [string, string])[] = []
  for (let node = 0; node < nodes; node++)
    for (let arc = offsets[node]!; arc < offsets[node + 1]!; arc++)
      if (targets[arc]! > node) ties.push([`${node}`, `${targets[arc]}`])
  return ties
}
