import { contest, exactly, type Experiment, type Measure, type Model, type Results } from '@mortar/simulation'
import { type Asked, askedIn } from '../plan/address.ts'
import { askable } from '../plan/fields.ts'

type Search = Readonly<Record<string, string | undefined>>
export type Side = 'one' | 'other'

/** What an address compares: each setting on both sides, the other side's with `b.` before its name. */
export interface Comparison {
  readonly one: Asked
  readonly other: Asked
  /** As the address says them, without the sign of the other side. */
  readonly search: Readonly<Record<Side, Search>>
  readonly plan: Experiment | undefined
}

export const OTHER = 'b.'

/** Two settings that say something, where the address names none. */
const usual: Readonly<Record<string, { one: Search; other: Search }>> = {
  march: { one: { p1: '0.1' }, other: { p1: '0.9' } },
  miller: { one: { tacit: '0' }, other: { tacit: '0.3' } },
  'lazer-friedman': { one: { network: 'line' }, other: { network: 'full' } },
  fang: { one: { beta: '0.1' }, other: { beta: '1' } },
  communities: { one: { structure: 'hierarchy' }, other: { structure: 'community' } },
  diffusion: { one: { contagion: 'simple' }, other: { contagion: 'complex' } },
}

export function comparisonIn(model: Model, search: Search): Comparison {
  const names = askable(model).map(({ name }) => name)
  const said = names.some((name) => search[name] !== undefined || search[`${OTHER}${name}`] !== undefined)
  const given = said || search['as'] === 'said' ? undefined : usual[model.name]
  const side = (sign: string, first: Search | undefined): Search =>
    first ?? Object.fromEntries(names.flatMap((name) => valueAt(search, sign, name)))
  const sides = { one: side('', given?.one), other: side(OTHER, given?.other) }
  const common = { seed: search['seed'], runs: search['runs'] }
  const [one, other] = [sides.one, sides.other].map((each) => askedIn(model, { ...each, ...common })) as [Asked, Asked]
  const sound = Object.keys(one.wrong).length + Object.keys(other.wrong).length === 0
  return { one, other, search: sides, plan: sound ? planOf(model, one, other) : undefined }
}

const valueAt = (search: Search, sign: string, name: string): [string, string][] => {
  const value = search[`${sign}${name}`]
  return value === undefined ? [] : [[name, value]]
}

/** Two cells that name every setting in which they differ, so that the file tells them apart. */
function planOf(model: Model, one: Asked, other: Asked): Experiment {
  const fields = askable(model)
  const of = ({ settings }: Asked, name: string, usually: unknown) => (name in settings ? settings[name] : usually)
  const differing = fields.filter(({ name, default: start }) => of(one, name, start) !== of(other, name, start))
  const shared = Object.entries(one.settings).filter(([name]) => !differing.some((field) => field.name === name))
  const cell = (asked: Asked) =>
    Object.fromEntries(differing.map(({ name, default: start }) => [name, of(asked, name, start)]))
  return {
    settings: Object.fromEntries(shared),
    cells: [cell(one), cell(other)],
    seed: one.seed,
    runs: exactly(one.runs, Math.max(1, Math.min(50, Math.ceil(one.runs / 60)))),
  }
}

/** The names of the settings in which the two differ. */
export const differingIn = ({ cells }: Experiment): string[] => Object.keys(cells[0] ?? {})

/** The address that lays settings beside what was published; a model as published begins with its own example. */
export function besidePublished(settings: Search): Record<string, string | undefined> {
  const given = Object.entries(settings).filter(([, value]) => value !== undefined)
  if (given.length === 0) return {}
  return { ...Object.fromEntries(given.map(([name, value]) => [`${OTHER}${name}`, value])), as: 'said' }
}

/** The address after one setting of one side was changed; both sides are said from then on. */
export function changedSearch(
  model: Model,
  { search }: Comparison,
  side: Side,
  name: string,
  text: string | undefined,
): Record<string, string | undefined> {
  const now = { ...search, [side]: { ...search[side], [name]: text } }
  const names = askable(model).map((field) => field.name)
  return {
    ...Object.fromEntries(names.map((each) => [each, now.one[each]])),
    ...Object.fromEntries(names.map((each) => [`${OTHER}${each}`, now.other[each]])),
    as: 'said',
  }
}

export interface Difference {
  readonly measure: Measure
  readonly one: number
  readonly other: number
  /** The other less the one, replication by replication on the same chance. */
  readonly difference: number
  readonly halfWidth: number
  readonly wins: number
  readonly losses: number
  readonly pairs: number
  readonly verdict: 'better' | 'worse' | 'more' | 'less' | 'unclear' | 'same'
}

/** Measure by measure what the second setting changes; a measure that tells nothing on a side is left out. */
export function differencesIn(model: Model, results: Results): Difference[] {
  return model.measures.flatMap((measure) => {
    const [one, other] = [results.values(0, measure.name), results.values(1, measure.name)]
    const { difference, halfWidth, wins, losses, pairs } = contest(other, one)
    if (!Number.isFinite(difference)) return []
    const verdict = verdictOn(measure, difference, halfWidth, wins + losses)
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
    return [{ measure, one: mean(one), other: mean(other), difference, halfWidth, wins, losses, pairs, verdict }]
  })
}

function verdictOn({ better }: Measure, difference: number, halfWidth: number, decided: number): Difference['verdict'] {
  if (decided === 0) return 'same'
  // With one run there is no interval, and so nothing is clear.
  if (!(Math.abs(difference) > halfWidth)) return 'unclear'
  if (better === 'neither') return difference > 0 ? 'more' : 'less'
  return difference > 0 === (better === 'higher') ? 'better' : 'worse'
}
