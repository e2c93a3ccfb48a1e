import type { Stream } from '../../random/stream.ts'

/** The lanes of 32 dimensions from `from` on. */
export const lanesFrom = (from: number, dimensions: number) =>
  dimensions - from >= 32 ? -1 : (1 << (dimensions - from)) - 1

/** Masks of beliefs 1 and -1, each a third of the lanes: two bits a lane, drawn again where both are set. */
export function drawBeliefs(stream: Stream, lanes: number, into: Int32Array): void {
  let [open, plus, minus] = [lanes, 0, 0]
  while (open !== 0) {
    const one = stream.bits()
    const other = stream.bits()
    plus |= open & one & ~other
    minus |= open & ~one & other
    open &= one & other
  }
  into[0] = plus
  into[1] = minus
}
