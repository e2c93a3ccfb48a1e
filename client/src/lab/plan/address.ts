import { exactly, type Experiment, type Field, type Model, type Runs, untilSure } from '@mortar/simulation'
import { askable } from './fields.ts'

type Search = Readonly<Record<string, string | undefined>>

/** Why a setting cannot be run with, as a key of `wrong` and what it tells. */
export interface Wrong {
  readonly why: 'number' | 'whole' | 'range' | 'choice' | 'seeds' | 'measure'
  readonly from?: number
  readonly to?: number
}

/** What an address asks for. What is not said is as published. */
export interface Asked {
  readonly settings: Readonly<Record<string, unknown>>
  readonly seed: number
  readonly runs: number
  /** Go on until half the 95% interval of this measure is so small. */
  readonly sure: { readonly measure: string; readonly halfWidth: number } | undefined
  /** Settings that cannot be run with, by name. */
  readonly wrong: Readonly<Record<string, Wrong>>
}

const usualRuns: Readonly<Record<string, number>> = { march: 300, 'lazer-friedman': 60, fang: 40, communities: 40 }
export const usualSeed = 1
export const mostRuns = 100_000
export const usualRunsOf = (model: Model) => usualRuns[model.name] ?? 100

/** The reserved words of the address; no model names a setting like these. */
export const reserved = ['seed', 'runs', 'sure', 'show', 'study', 'budget', 'language'] as const

export function askedIn(model: Model, search: Search): Asked {
  const settings: Record<string, unknown> = {}
  const wrong: Record<string, Wrong> = {}
  for (const field of askable(model)) {
    const text = search[field.name]
    if (text === undefined) continue
    const value = valueOf(field, text)
    if (isWrong(value)) wrong[field.name] = value
    else if (value !== field.default) settings[field.name] = value
  }
  const seed = wholeIn(search['seed'], 0, 4_294_967_295, usualSeed, 'seed', wrong)
  const runs = wholeIn(search['runs'], 1, mostRuns, usualRunsOf(model), 'runs', wrong)
  return {
    settings,
    seed,
    runs,
    sure: sureIn(model, search['sure'], wrong),
    wrong: { ...together(model, settings), ...wrong },
  }
}

function valueOf({ kind, from = -Infinity, to = Infinity, choices }: Field, text: string): unknown {
  if (kind === 'choice') return choices?.includes(text) ? text : ({ why: 'choice' } satisfies Wrong)
  if (kind === 'flag') return text === 'yes' ? true : text === 'no' ? false : ({ why: 'choice' } satisfies Wrong)
  return numberIn(text, from, to, kind === 'integer')
}

function numberIn(text: string, from: number, to: number, whole: boolean): number | Wrong {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return { why: 'number' }
  if (whole && !Number.isInteger(value)) return { why: 'whole' }
  return value < from || value > to ? { why: 'range', from, to } : value
}

function wholeIn(
  text: string | undefined,
  from: number,
  to: number,
  usual: number,
  name: string,
  wrong: Record<string, Wrong>,
): number {
  if (text === undefined) return usual
  const value = numberIn(text, from, to, true)
  if (typeof value === 'number') return value
  wrong[name] = value
  return usual
}

/** `codeRight:0.01` */
function sureIn(model: Model, text: string | undefined, wrong: Record<string, Wrong>): Asked['sure'] {
  if (text === undefined) return undefined
  const [measure, width = ''] = text.split(':')
  const halfWidth = numberIn(width, 1e-6, 1e6, false)
  if (!model.measures.some(({ name }) => name === measure)) wrong['sure'] = { why: 'measure' }
  else if (typeof halfWidth !== 'number') wrong['sure'] = halfWidth
  else return { measure: measure!, halfWidth }
  return undefined
}

/** What only shows once settings meet: the model's own word is asked. */
function together(model: Model, settings: Readonly<Record<string, unknown>>): Record<string, Wrong> {
  const { error } = model.settings.safeParse(settings)
  return Object.fromEntries((error?.issues ?? []).map(({ path }) => [String(path[0]), { why: 'seeds' }]))
}

/** The settings that an address names, without what else it says. */
export const settingsIn = (model: Model, search: Search): Record<string, string | undefined> =>
  Object.fromEntries(askable(model).map(({ name }) => [name, search[name]]))

/** What a setting is in the address; nothing where it is as published. */
export function textOf(field: Field, value: unknown): string | undefined {
  if (value === field.default) return undefined
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/** Small batches, so that curves move from the first second on. */
const runsOf = ({ runs, sure }: Asked): Runs =>
  sure
    ? untilSure(sure.measure, sure.halfWidth, Math.max(runs, 10_000))
    : exactly(runs, Math.max(1, Math.min(50, Math.ceil(runs / 60))))

export const experimentOf = (asked: Asked): Experiment => ({
  settings: asked.settings,
  cells: [{}],
  seed: asked.seed,
  runs: runsOf(asked),
})

/** The address of an experiment of one cell, for a link: the other way round of `askedIn`. */
export function searchOf(
  model: Model,
  { settings, cells, seed, runs }: Experiment,
): Record<string, string | undefined> {
  const given = { ...settings, ...cells[0] }
  return {
    ...Object.fromEntries(
      askable(model).map((field) => [field.name, field.name in given ? textOf(field, given[field.name]) : undefined]),
    ),
    seed: seed === usualSeed ? undefined : String(seed),
    runs: runs.until || runs.most === usualRunsOf(model) ? undefined : String(runs.most),
    sure: runs.until && `${runs.until.measure}:${runs.until.halfWidth}`,
  }
}

const isWrong = (value: unknown): value is Wrong => typeof value === 'object'
