const M0 = 0xd2511f53
const M1 = 0xcd9e8d57
const W0 = 0x9e3779b9
const W1 = 0xbb67ae85
const ROUNDS = 10

export type Words = readonly [number, number, number, number]

/**
 * Four 32-bit words out of a counter of four and a key of two: any counter at any time, in any order.
 *
 * Source: Philox4x32-10, Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3.
 */
export function philox(counter: Words, key: readonly [number, number]): Words {
  let [a, b, c, d] = counter.map((word) => word | 0) as [number, number, number, number]
  let [k0, k1] = [key[0] | 0, key[1] | 0]
  for (let round = 0; round < ROUNDS; round++) {
    const first = highWord(M0, a) ^ d ^ k1
    const second = highWord(M1, c) ^ b ^ k0
    b = Math.imul(M1, c)
    d = Math.imul(M0, a)
    a = second
    c = first
    k0 = (k0 + W0) | 0
    k1 = (k1 + W1) | 0
  }
  return [a, b, c, d]
}

/** The upper half of the 64-bit product of two unsigned 32-bit words. */
function highWord(one: number, other: number): number {
  const [x1, x0] = [one >>> 16, one & 0xffff]
  const [y1, y0] = [other >>> 16, other & 0xffff]
  const middle = x1 * y0 + Math.floor((x0 * y0) / 65536)
  const carried = x0 * y1 + (middle % 65536)
  return (x1 * y1 + Math.floor(middle / 65536) + Math.floor(carried / 65536)) | 0
}
