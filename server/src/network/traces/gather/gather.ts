import { weekOf } from '../../week.ts'
import { Aliases, longer } from './aliases.ts'
import { type SkipCounts, Skips } from './skips.ts'
import { Pairs, Tally } from './tally.ts'
import { Works } from './works.ts'

/** Shares of a message are whole numbers of this, so that real numbers of four bytes add them up exactly in any order. */
const grain = 2 ** -16

/** Sent to more people than this, something ties nobody: a list, not a conversation. */
export const mostAudience = 80
export const mostChannels = 31

export interface Counted {
  /** Rows, messages or commits that were read. */
  rows: number
  /** Who to whom, each once for each message. */
  traces: number
  skips: SkipCounts
  firstWeek: number | null
  lastWeek: number | null
}

export const nothingYet: Counted = { rows: 0, traces: 0, skips: {}, firstWeek: null, lastWeek: null }

export interface Limits {
  /** Traces before this week are older than the source may keep. */
  oldest: number
  now: Date
}

/** Gathers traces of any form into counts for each pair, channel and week. Nothing else of a message comes this far. */
export class Gather {
  readonly aliases = new Aliases()
  readonly tally = new Tally()
  readonly pairs = new Pairs()
  readonly works = new Works()
  readonly skips: Skips
  readonly channels: string[]
  rows: number
  traces: number
  firstWeek: number
  lastWeek: number
  /** Counts of people who did not agree, which are not written. */
  withheld = 0
  /** Traces that each alias takes part in. */
  takesPart = new Float64Array(1 << 14)
  /** Rows since the last writing, how many of them were older than the week before the latest, and rows since that began. */
  since = { rows: 0, late: 0, latest: -40_000, fresh: 0 }
  readonly #oldest: number
  readonly #future: number
  #heard = new Uint8Array(1 << 14)

  constructor({ oldest, now }: Limits, channels: readonly string[], before: Counted = nothingYet) {
    this.#oldest = oldest
    this.#future = weekOf(now) + 1
    this.channels = [...channels]
    this.skips = new Skips(before.skips)
    this.rows = before.rows
    this.traces = before.traces
    this.firstWeek = before.firstWeek ?? 40_000
    this.lastWeek = before.lastWeek ?? -40_000
  }

  counted(): Counted {
    const any = this.firstWeek <= this.lastWeek
    return {
      rows: this.rows,
      traces: this.traces,
      skips: this.skips.counts,
      firstWeek: any ? this.firstWeek : null,
      lastWeek: any ? this.lastWeek : null,
    }
  }

  /** Whether something of this week may be kept; says why not. */
  takes(week: number, row: number): boolean {
    if (week > this.#future) this.skips.add('future', row)
    else if (week < this.#oldest) this.skips.add('old', row)
    else return true
    return false
  }

  /** The place of a channel among those of the source; beyond the most there may be, its first. */
  channel(name: string): number {
    const found = this.channels.findIndex((held) => held.toLowerCase() === name.toLowerCase())
    if (found >= 0) return found
    if (this.channels.length >= mostChannels) return 0
    return this.channels.push(name.slice(0, 40)) - 1
  }

  /** One message: who, to whom (the first `count` of `to`), when. Doubled recipients count once. */
  message(from: number, to: Int32Array, count: number, week: number, channel: number, row: number, weight = 1) {
    let others = 0
    for (let n = 0; n < count; n++) {
      const one = to[n]!
      if (one === from) {
        this.skips.add('self', row)
        continue
      }
      if (this.#isHeard(one)) continue
      to[others++] = one
    }
    for (let n = 0; n < others; n++) this.#heard[to[n]!] = 0
    if (others > mostAudience) return this.skips.add('audience', row, 1)
    if (others === 0) return
    const when = week * 32 + channel
    const times = Math.max(1, Math.round(weight))
    const share = Math.max(1, Math.round(weight / others / grain)) * grain
    for (let n = 0; n < others; n++) this.#tie(from, to[n]!, when, times, share)
    this.#saw(week)
  }

  /** Somebody worked on something. */
  work(person: number, artefact: string, week: number, times = 1) {
    this.works.add(person, artefact.slice(0, 1000), week, times)
    this.traces++
    this.#takes(person)
    this.#saw(week)
  }

  #takes(person: number) {
    if (person >= this.takesPart.length)
      this.takesPart = longer(this.takesPart, Math.max(person + 1, 2 * this.takesPart.length))
    this.takesPart[person]!++
  }

  #isHeard(one: number): boolean {
    if (one >= this.#heard.length) this.#heard = longer(this.#heard, Math.max(one + 1, 2 * this.#heard.length))
    if (this.#heard[one] === 1) return true
    this.#heard[one] = 1
    return false
  }

  #tie(from: number, to: number, when: number, times: number, weight: number) {
    if (this.tally.add(from, to, when, times, weight)) this.pairs.add(from, to)
    this.traces++
    this.#takes(from)
    this.#takes(to)
  }

  #saw(week: number) {
    if (week < this.firstWeek) this.firstWeek = week
    if (week > this.lastWeek) this.lastWeek = week
    const { since } = this
    since.rows++
    since.fresh++
    if (week > since.latest) {
      since.latest = week
      since.fresh = 0
    } else if (week < since.latest - 1) since.late++
  }

  /** Forgets what was written. */
  written() {
    this.tally.clear()
    this.works.clear()
    this.since = { rows: 0, late: 0, latest: -40_000, fresh: 0 }
  }
}
