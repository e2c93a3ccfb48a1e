import type { Stream } from '../random/stream.ts'
import { sobolPoints } from './sobol.ts'

/** Settings that differ from the experiment's own, by name. */
export type Cell = Readonly<Record<string, unknown>>

/** From and to of each setting that a design spreads over its range. */
export type Ranges = Readonly<Record<string, readonly [from: number, to: number]>>

/** Every combination of the values given; the last setting changes fastest. */
export function fullFactorial(values: Readonly<Record<string, readonly unknown[]>>): Cell[] {
  return Object.entries(values).reduce<Cell[]>(
    (cells, [name, each]) => cells.flatMap((cell) => each.map((value) => ({ ...cell, [name]: value }))),
    [{}],
  )
}

/**
 * `points` settings of which each range's equal slices hold exactly one, at a random place in it.
 *
 * Source: McKay, Beckman and Conover (1979), Technometrics 21(2).
 */
export function latinHypercube(ranges: Ranges, points: number, chance: Stream): Cell[] {
  const columns = Object.keys(ranges).map(() => {
    const order = Int32Array.from({ length: points }, (_, at) => at)
    chance.shuffle(order)
    return Float64Array.from(order, (slice) => (slice + chance.unit()) / points)
  })
  return cellsFrom(ranges, points, (point, dimension) => columns[dimension]![point]!)
}

/**
 * The first `points` of Sobol's sequence: they fill the ranges evenly, and more of them go on filling; best taken in
 * powers of two. With `chance` they are shifted at random, digit by digit, so that repeats show their error. At most
 * 16 ranges.
 */
export function sobol(ranges: Ranges, points: number, chance?: Stream): Cell[] {
  const shares = sobolPoints(Object.keys(ranges).length, points, chance)
  return cellsFrom(ranges, points, (point, dimension) => shares[dimension]![point]!)
}

/** Values from, from + step … to; both ends, whatever the last digits of the sum say. */
export function steps(from: number, to: number, step: number): number[] {
  const count = Math.floor((to - from) / step + 1e-9)
  return Array.from({ length: count + 1 }, (_, at) => Number((from + at * step).toPrecision(12)))
}

function cellsFrom(ranges: Ranges, points: number, share: (point: number, dimension: number) => number): Cell[] {
  const entries = Object.entries(ranges)
  return Array.from({ length: points }, (_, point) =>
    Object.fromEntries(
      entries.map(([name, [from, to]], dimension) => [name, from + (to - from) * share(point, dimension)]),
    ),
  )
}
