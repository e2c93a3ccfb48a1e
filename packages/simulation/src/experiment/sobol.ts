import type { Stream } from '../random/stream.ts'

const BITS = 32
const RANGE = 4294967296

// Degree and inner coefficients of the primitive polynomial, and first direction numbers, for dimensions 2 to 16.
// Source: Joe and Kuo (2008), SIAM J. Sci. Comput. 30(5), table new-joe-kuo-6.
const directions: readonly (readonly [coefficients: number, ...first: number[]])[] = [
  [0, 1],
  [1, 1, 3],
  [1, 1, 3, 1],
  [2, 1, 1, 1],
  [1, 1, 1, 3, 3],
  [4, 1, 3, 5, 13],
  [2, 1, 1, 5, 5, 17],
  [4, 1, 1, 5, 5, 5],
  [7, 1, 1, 7, 11, 19],
  [11, 1, 1, 5, 1, 1],
  [13, 1, 1, 1, 3, 11],
  [14, 1, 3, 5, 5, 31],
  [1, 1, 3, 3, 9, 7, 49],
  [13, 1, 1, 1, 15, 21, 21],
  [16, 1, 3, 1, 13, 27, 49],
]

/**
 * The first `points` of Sobol's sequence in `dimensions` (1 … 16), as shares in [0, 1), one array a dimension. In Gray
 * code order. With `chance` all points of a dimension are shifted by the same random digits.
 *
 * Source: Antonov and Saleev (1979); direction numbers of Joe and Kuo (2008).
 */
export function sobolPoints(dimensions: number, points: number, chance?: Stream): Float64Array[] {
  if (dimensions < 1 || dimensions > directions.length + 1)
    throw new RangeError(`Sobol's sequence is here for 1 to ${directions.length + 1} settings, not ${dimensions}.`)
  return Array.from({ length: dimensions }, (_, dimension) => {
    const step = numbersOf(dimension)
    let place = chance ? chance.bits() : 0
    return Float64Array.from({ length: points }, (__, point) => {
      // Gray code: from one point to the next one digit changes, the lowest zero of the number before.
      if (point > 0) place ^= step[31 - Math.clz32(point & -point)]!
      return (place >>> 0) / RANGE
    })
  })
}

function numbersOf(dimension: number): Int32Array {
  const numbers = new Int32Array(BITS)
  const given = directions[dimension - 1]
  if (!given) return numbers.map((_, bit) => 1 << (BITS - 1 - bit))
  const [coefficients, ...first] = given
  const degree = first.length
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      numbers[bit] = first[bit]! << (BITS - 1 - bit)
      continue
    }
    let number = numbers[bit - degree]! ^ (numbers[bit - degree]! >>> degree)
    for (let back = 1; back < degree; back++)
      if ((coefficients >> (degree - 1 - back)) & 1) number ^= numbers[bit - back]!
    numbers[bit] = number
  }
  return numbers
}
