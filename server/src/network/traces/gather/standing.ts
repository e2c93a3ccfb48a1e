import type pg from 'pg'
import { mayKeep, type Source } from '../../sources/source.ts'
import { type Identified, identify, ownDomains, saidAbout, saveIdentities } from '../queries/identify.ts'
import type { Aliases } from './aliases.ts'
import type { Reason } from './skips.ts'

/** Whether what somebody did may be kept: under which number, or why not. */
export type Standing = { number: number; why: null } | { number: 0; why: Reason }

const batch = 20_000
type States = Partial<Record<Identified['state'], number>>

/** Knows for each alias of an import whom it stands for, and by what people said last whether it may be kept. */
export class Standings {
  readonly #source: Source
  readonly #aliases: Aliases
  readonly #found: Identified[] = []

  constructor(source: Source, aliases: Aliases) {
    this.#source = source
    this.#aliases = aliases
  }

  /** Asked within the transaction that writes, so that nobody who has just withdrawn is written. */
  async of(client: pg.ClientBase): Promise<Standing[]> {
    await this.#identifyNew(client)
    const said = await saidAbout(client, this.#source.id)
    const [domains, missing] = [await ownDomains(client), [] as number[]]
    const why = this.#found.map((one) => this.#whyNot(one, said))
    for (const [n, one] of this.#found.entries())
      if (one.number === null && this.#mayBeKnown(n, one, why[n]!, domains)) missing.push(n)
    for (let from = 0; from < missing.length; from += batch) await this.#save(client, missing.slice(from, from + batch))
    return this.#found.map((one, n) =>
      why[n] === null ? { number: one.number!, why: null } : { number: 0, why: why[n]! },
    )
  }

  /** How many aliases are sure, doubtful, unknown or no person. */
  states(): States {
    const counts: States = {}
    for (const { state } of this.#found) counts[state] = (counts[state] ?? 0) + 1
    return counts
  }

  /** How many people took part whose traces may not be kept; of an address in doubt all who may be meant. */
  async withheld(client: pg.ClientBase): Promise<number> {
    const said = await saidAbout(client, this.#source.id)
    const people = this.#found
      .filter((one) => this.#whyNot(one, said) === 'notAgreed')
      .flatMap(({ personId, candidates }) => (personId ? [personId] : candidates))
    return new Set(people).size
  }

  isPerson = (n: number): boolean => this.#found[n]?.state === 'matched' || this.#found[n]?.state === 'doubtful'

  async #identifyNew(client: pg.ClientBase) {
    while (this.#found.length < this.#aliases.size) {
      const numbers = Array.from(
        { length: Math.min(batch, this.#aliases.size - this.#found.length) },
        (_, n) => this.#found.length + n,
      )
      const labels = numbers.map((n) => this.#aliases.labelOf(n))
      this.#found.push(
        ...(await identify(
          client,
          this.#source.id,
          numbers.map((n) => cleanText(this.#aliases.textOf(n))),
          labels,
        )),
      )
    }
  }

  #whyNot({ state, personId, candidates }: Identified, said: Map<string, boolean>): Reason | null {
    if (state === 'matched') return mayKeep(this.#source, said.get(personId!)) ? null : 'notAgreed'
    if (state === 'no_person') return 'noPerson'
    if (state === 'unknown') return 'unknown'
    if (this.#source.mode === 'opt_in') return 'doubtful'
    return candidates.some((person) => said.get(person) === false) ? 'notAgreed' : null
  }

  /** Addresses of outsiders are not remembered, nor those of people who did not agree. */
  #mayBeKnown(n: number, { state }: Identified, why: Reason | null, domains: Set<string>): boolean {
    if (why === null || why === 'doubtful') return true
    if (state === 'matched' || state === 'doubtful') return false
    const [, domain] = this.#aliases.textOf(n).split('@')
    return domain === undefined || domains.has(domain)
  }

  async #save(client: pg.ClientBase, numbers: number[]) {
    const saved = await saveIdentities(
      client,
      this.#source.id,
      numbers.map((n) => ({
        ...this.#found[n]!,
        alias: cleanText(this.#aliases.textOf(n)),
        label: this.#aliases.labelOf(n),
      })),
    )
    for (const [nth, n] of numbers.entries()) this.#found[n]!.number = saved[nth]!
  }
}

/** Without what the database keeps in no text. */
const cleanText = (text: string) => text.replaceAll('\0', '').slice(0, 320) || '?'
