import { describe, expect, test } from 'vitest'
import { graphBuilder } from '../../graph/builder.ts'
import { graphFrom } from '../../graph/named.ts'
import { below, seededRandom } from '../../random.ts'
import { coverFrom, listsOf } from '../cover.ts'
import { egoNetsOf } from './ego-net.ts'
import { egoSplitting } from './ego-splitting.ts'

const clique = (names: string[]) =>
  names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other] as [string, string]))

describe('ego-nets', () => {
  test('hold the ties among the neighbours, and nothing else', () => {
    const graph = graphFrom([...clique(['a', 'b', 'c']), ['a', 'd'], ['d', 'e'], ['b', 'e']])
    const net = egoNetsOf(graph)(graph.idOf('a'))

    expect([...net.offsets.subarray(0, net.size + 1)]).toEqual([0, 1, 2, 2])
    expect([...net.targets.subarray(0, 2)]).toEqual([1, 0])
  })

  test('looking a hub up gives what reading it whole gives', () => {
    const random = seededRandom(4)
    const builder = graphBuilder()
    for (let other = 1; other < 400; other++) builder.add(0, other)
    for (let tie = 0; tie < 900; tie++)
      builder.add(1 + below(random, 399), 1 + below(random, 399), 1 + below(random, 5))
    const graph = builder.build()
    const egoNet = egoNetsOf(graph)

    for (let node = 1; node < 400; node++) {
      const net = egoNet(node)
      const row = graph.targets.subarray(graph.offsets[node]!, graph.offsets[node + 1]!)
      row.forEach((other, at) => {
        const known = [...net.targets.subarray(net.offsets[at]!, net.offsets[at + 1]!)].map((place) => row[place]!)
        const common = [...graph.targets.subarray(graph.offsets[other]!, graph.offsets[other + 1]!)].filter((third) =>
          row.includes(third),
        )
        expect(known).toEqual(common)
      })
    }
  })
})

describe('ego-splitting', () => {
  test('puts the one person between two cliques into both', async () => {
    const graph = graphFrom([...clique(['a', 'b', 'c', 'd', 'x']), ...clique(['e', 'f', 'g', 'h', 'x'])])
    const [first, second] = listsOf(await egoSplitting(graph)).map((people) =>
      people.map((person) => graph.names[person]),
    )

    expect(first!.toSorted()).toEqual(['a', 'b', 'c', 'd', 'x'])
    expect(second!.toSorted()).toEqual(['e', 'f', 'g', 'h', 'x'])
  })

  test("finds nothing where nobody's contacts know one another", async () => {
    const star = graphFrom(['a', 'b', 'c', 'd', 'e', 'f'].map((leaf) => ['hub', leaf] as const))

    expect(await egoSplitting(star)).toEqual(coverFrom([]))
  })
})
