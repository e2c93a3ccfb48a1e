import type { Trace } from '@mortar/traces'
import { weekOf } from '../../week.ts'
import { Addressing } from './addressing.ts'
import { type Gather, mostAudience } from './gather.ts'

/** Takes in what was taken out of exports, wherever that was done: each trace is a row. */
export class Taking {
  readonly #gather: Gather
  readonly #addressing: Addressing
  /** Who works on what while a change is told in several parts; nobody where it is not taken. */
  #working: { person: number; week: number } | undefined

  constructor(gather: Gather) {
    this.#gather = gather
    this.#addressing = new Addressing(gather)
  }

  take(trace: Trace) {
    const gather = this.#gather
    if (trace.kind === 'passed') gather.rows += trace.count
    else if (trace.kind === 'left') gather.skips.add(trace.why, ++gather.rows)
    else if (trace.kind === 'message') this.#addressing.message(trace.from, trace.to, weekOf(trace.at), ++gather.rows)
    else if (trace.kind === 'meeting') this.#meet(trace.people, trace.at, ++gather.rows)
    else this.#work(trace)
  }

  /** Each meeting ties those in it both ways, divided by how many they were. */
  #meet(people: readonly string[], times: readonly number[], row: number) {
    if (people.length > mostAudience) return this.#gather.skips.add('audience', row)
    const weeks = times.map(weekOf).filter((week) => this.#gather.takes(week, row))
    for (const week of weeks)
      for (const one of people)
        this.#addressing.message(
          one,
          people.filter((other) => other !== one),
          week,
          row,
        )
  }

  #work({ by, name, on, at, more }: Extract<Trace, { kind: 'work' }>) {
    const gather = this.#gather
    if (!more) this.#working = this.#worker(by, name, weekOf(at), ++gather.rows)
    if (this.#working) for (const path of on) gather.work(this.#working.person, path, this.#working.week)
  }

  #worker(by: string, name: string, week: number, row: number) {
    const person = this.#gather.aliases.numberOf(by, name)
    if (person < 0) this.#gather.skips.add('noFrom', row)
    return person >= 0 && this.#gather.takes(week, row) ? { person, week } : undefined
  }
}
