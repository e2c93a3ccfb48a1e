import { isEnough, type Runs } from './experiment.ts'
import { Tally } from './statistics.ts'

/**
 * How far one cell has come. Batches may land in any order; they count in their own order, and whether the cell is done
 * is decided on those that count. So nothing depends on who was faster.
 */
export class CellProgress {
  /** The batches that count so far, replication after replication. */
  readonly batches: Float64Array[] = []
  readonly #landed = new Map<number, Float64Array>()
  readonly #tally = new Tally()
  readonly #runs: Runs
  readonly #width: number
  readonly #decides: number
  #given = 0
  done = false

  /** `width` measures a run, of which the one at `decides` is watched. */
  constructor(runs: Runs, width: number, decides: number) {
    this.#runs = runs
    this.#width = width
    this.#decides = decides
  }

  get counted(): number {
    return this.#tally.count
  }

  /** The next batch to give out; unless `ahead`, only one that is needed whatever comes back. */
  next(ahead: boolean): { first: number; count: number; batch: number } | undefined {
    const { batch, least, most } = this.#runs
    const first = this.#given * batch
    const needed = first < least || this.#given === this.batches.length
    if (this.done || first >= most || !(needed || ahead)) return undefined
    return { first, count: Math.min(batch, most - first), batch: this.#given++ }
  }

  /** Takes in a batch; returns the batches that count from now on. */
  land(batch: number, values: Float64Array): Float64Array[] {
    this.#landed.set(batch, values)
    const counted: Float64Array[] = []
    for (let next; !this.done && (next = this.#landed.get(this.batches.length));) {
      this.#landed.delete(this.batches.length)
      for (let at = this.#decides; at < next.length; at += this.#width) this.#tally.add(next[at]!)
      this.batches.push(next)
      counted.push(next)
      this.done = isEnough(this.#runs, this.#tally)
    }
    return counted
  }

  /** Takes in what an earlier session left, as far as it goes in whole batches. */
  resume(values: Float64Array): void {
    for (let next; (next = this.next(true));) {
      const [from, to] = [next.first * this.#width, (next.first + next.count) * this.#width]
      if (to > values.length) {
        this.#given--
        return
      }
      this.land(next.batch, values.slice(from, to))
    }
  }
}
