import { describe, expect, test } from 'vitest'
import { karate } from '../fixtures/karate.ts'
import { graphBuilder } from './builder.ts'
import { components } from './components.ts'
import { inCore } from './core.ts'
import { arcBetween, degreeOf, neighboursOf, strengths, tieCount, totalWeight } from './graph.ts'
import { graphFrom } from './named.ts'
import { graphFromBytes, graphToBytes } from './serialize.ts'
import { reversed, reweighted, subgraph, undirected } from './subgraph.ts'

describe('building', () => {
  test('repeated ties add up and a tie to oneself is dropped', () => {
    const graph = graphFrom([
      ['maria', 'tom'],
      ['tom', 'maria', 2],
      ['tom', 'tom', 9],
    ])

    expect(tieCount(graph)).toBe(1)
    expect([...graph.weights]).toEqual([3, 3])
    expect(graph.names[neighboursOf(graph, graph.idOf('maria'))[0]!]).toBe('tom')
  })

  test('rows are ascending whatever the order of the stream', () => {
    const builder = graphBuilder({ expected: 1 })
    for (const other of [7, 2, 9, 4, 1, 8, 3, 6, 5]) builder.add(0, other, other)
    const graph = builder.build()

    expect([...neighboursOf(graph, 0)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect([...graph.weights.subarray(0, 9)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('loops are counted, not kept', () => {
    const builder = graphBuilder()
    builder.add(3, 3)

    expect(builder.loops).toBe(1)
    expect(builder.build()).toMatchObject({ nodes: 4, targets: new Int32Array(0) })
  })

  test('a directed graph keeps its direction, and undirected() adds both up', () => {
    const graph = graphFrom(
      [
        ['a', 'b', 2],
        ['b', 'a', 3],
        ['a', 'c', 1],
      ],
      { directed: true },
    )

    expect(tieCount(graph)).toBe(3)
    expect(arcBetween(graph, graph.idOf('c'), graph.idOf('a'))).toBe(-1)
    expect([...strengths(undirected(graph))]).toEqual([6, 5, 1])
    expect([...strengths(reversed(graph))]).toEqual([3, 2, 1])
  })

  test.each([
    [-1, 2, 1, 'whole numbers'],
    [0.5, 2, 1, 'whole numbers'],
    [1, 2, 0, 'positive'],
    [1, 2, NaN, 'positive'],
  ])('a tie from %d to %d of weight %d is refused', (from, to, weight, why) => {
    expect(() => graphBuilder().add(from, to, weight)).toThrow(why)
  })

  test('too few nodes for the ties are refused, more are people without ties', () => {
    const builder = graphBuilder()
    builder.add(0, 4)

    expect(() => builder.build(4)).toThrow('Node 4 does not fit')
    expect(degreeOf(builder.build(9), 8)).toBe(0)
  })

  test('shared and ordinary memory hold the same graph', () => {
    const [own, shared] = [false, true].map((inShared) => {
      const builder = graphBuilder({ shared: inShared })
      builder.add(0, 1)
      builder.add(1, 2, 4)
      return builder.build()
    })

    expect(shared!.targets.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect([...shared!.weights]).toEqual([...own!.weights])
  })
})

describe('cutting', () => {
  test('a subgraph keeps the ties among the chosen', () => {
    const part = subgraph(karate(), Int32Array.of(0, 1, 2, 33))

    expect(tieCount(part)).toBe(3)
    expect([...part.kept]).toEqual([0, 1, 2, 33])
  })

  test('reweighting to nothing leaves a tie out', () => {
    const graph = reweighted(karate(), (one, other, weight) => (one === 0 || other === 0 ? 0 : 2 * weight))

    expect(degreeOf(graph, 0)).toBe(0)
    expect(totalWeight(graph)).toBe(2 * 2 * (78 - 16))
  })

  test('two triangles and somebody alone are three components', () => {
    const graph = graphFrom(
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['d', 'e'],
        ['e', 'f'],
        ['f', 'd'],
      ],
      { alone: ['g'] },
    )

    expect([...components(graph)]).toEqual([0, 0, 0, 1, 1, 1, 2])
  })

  test('the 4-core of the karate club has ten members', () => {
    const core = inCore(karate(), 4)

    expect([...core.keys()].filter((node) => core[node] === 1)).toEqual([0, 1, 2, 3, 7, 8, 13, 30, 32, 33])
  })
})

describe('serialization', () => {
  test('a graph comes back from its bytes', () => {
    const graph = karate()
    const bytes = new Uint8Array(3 + graphToBytes(graph).length)
    bytes.set(graphToBytes(graph), 3)

    expect(graphFromBytes(bytes.subarray(3))).toEqual(graph)
  })

  test('bytes cut short, foreign bytes and another format are refused', () => {
    const bytes = graphToBytes(karate())
    const newer = bytes.slice()
    newer[4] = 9

    expect(() => graphFromBytes(bytes.subarray(0, bytes.length - 4))).toThrow('cut short')
    expect(() => graphFromBytes(new Uint8Array(7))).toThrow('not a graph')
    expect(() => graphFromBytes(newer)).toThrow('format 9')
  })
})
