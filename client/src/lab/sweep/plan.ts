import { exactly, type Cell, type Experiment, type Field, fullFactorial, type Model, steps } from '@mortar/simulation'
import { type Asked, askedIn, usualSeed } from '../plan/address.ts'
import { askable } from '../plan/fields.ts'

type Search = Readonly<Record<string, string | undefined>>
export type Value = number | string | boolean
export type AxisName = 'x' | 'y'

/** Why a range cannot be swept, as a key of `sweep.wrong` and what it tells. */
export interface WrongRange {
  readonly why: 'number' | 'whole' | 'range' | 'order' | 'step' | 'many'
  readonly from?: number
  readonly to?: number
  readonly count?: number
}

export interface Axis {
  readonly field: Field
  /** As typed: from, to and step; nothing where a setting has words for values. */
  readonly text: readonly [from: string, to: string, step: string] | undefined
  /** Empty where the range cannot be swept. */
  readonly values: readonly Value[]
  readonly wrong: WrongRange | undefined
}

export interface Sweep {
  readonly x: Axis
  readonly y: Axis | undefined
  readonly measure: string
  readonly asked: Asked
  readonly runs: number
  /** Nothing where something cannot be run with. */
  readonly plan: Experiment | undefined
  /** More cells than a page bears, or settings that do not go together. */
  readonly trouble: { readonly why: 'cells' | 'together'; readonly count: number } | undefined
}

const mostValues = 60
export const mostCells = 900

interface Usual {
  readonly x: string
  readonly y?: string
  readonly measure: string
  readonly runs: number
}

/** What a sweep begins with: a picture that says what the model is about, in some seconds. */
const usual: Readonly<Record<string, Usual>> = {
  march: { x: 'p1:0.1:0.9:0.1', y: 'p2:0.1:0.9:0.1', measure: 'codeRight', runs: 100 },
  miller: { x: 'p5:0:1:0.2', y: 'tacit:0:0.6:0.1', measure: 'peopleRight', runs: 40 },
  'lazer-friedman': { x: 'network', y: 'inputs:0:6:2', measure: 'score', runs: 20 },
  fang: { x: 'beta:0:1:0.1', y: 'learning:0.1:0.9:0.2', measure: 'payoff', runs: 8 },
  communities: { x: 'requests:0:6:1', y: 'specialization:0:0.8:0.2', measure: 'competence', runs: 8 },
  diffusion: { x: 'shortcuts:0:50:5', y: 'contagion', measure: 'reach', runs: 60 },
}

const usualOf = (model: Model): Usual =>
  usual[model.name] ?? { x: askable(model)[0]!.name, measure: model.measures[0]!.name, runs: 40 }

export const usualSweepRuns = (model: Model): number => usualOf(model).runs

/** What the address of a sweep asks for. `y=none` sweeps one setting alone. */
export function sweepIn(model: Model, search: Search): Sweep {
  const usual = usualOf(model)
  const asked = askedIn(model, { ...search, runs: search['runs'] ?? String(usual.runs) })
  const x = axisIn(model, search['x'] ?? usual.x) ?? axisIn(model, usual.x)!
  const said = search['y'] ?? (search['x'] === undefined ? usual.y : undefined)
  const other = said && said !== 'none' ? axisIn(model, said) : undefined
  const y = other && other.field.name !== x.field.name ? other : undefined
  const measure = model.measures.find(({ name }) => name === search['measure'])?.name ?? usual.measure
  const base = { x, y, measure, asked, runs: asked.runs }
  const axes = y ? [x, y] : [x]
  const count = axes.reduce((product, { values }) => product * values.length, 1)
  if (axes.some(({ wrong }) => wrong) || isWrong(asked, axes)) return { ...base, plan: undefined, trouble: undefined }
  if (count > mostCells) return { ...base, plan: undefined, trouble: { why: 'cells', count } }
  const plan = planOf(model, asked, axes)
  const bad = plan.cells.filter((cell) => !model.settings.safeParse({ ...plan.settings, ...cell }).success).length
  if (bad > 0) return { ...base, plan: undefined, trouble: { why: 'together', count: bad } }
  return { ...base, plan, trouble: undefined }
}

/** A setting that is swept may be wrong in the address; its range counts instead. */
const isWrong = ({ wrong }: Asked, axes: readonly Axis[]) =>
  Object.keys(wrong).some((name) => !axes.some(({ field }) => field.name === name))

/** Cells in the order of the terminal: by the model's settings, the last one fastest. */
function planOf(model: Model, { settings, seed, runs }: Asked, axes: readonly Axis[]): Experiment {
  const swept = askable(model).flatMap(({ name }) => axes.filter(({ field }) => field.name === name))
  const rest = Object.entries(settings).filter(([name]) => !swept.some(({ field }) => field.name === name))
  return {
    settings: Object.fromEntries(rest),
    cells: fullFactorial(Object.fromEntries(swept.map(({ field, values }) => [field.name, values]))),
    seed,
    runs: exactly(runs),
  }
}

/** `p1:0.1:0.9:0.1`, or the name alone of a setting with words for values. */
function axisIn(model: Model, said: string): Axis | undefined {
  const [name, from = '', to = '', step = ''] = said.split(':')
  const field = askable(model).find((each) => each.name === name)
  if (!field) return undefined
  if (field.kind === 'choice') return { field, text: undefined, values: field.choices ?? [], wrong: undefined }
  if (field.kind === 'flag') return { field, text: undefined, values: [false, true], wrong: undefined }
  const text = [from, to, step] as const
  const found = valuesIn(field, text)
  return 'why' in found ? { field, text, values: [], wrong: found } : { field, text, values: found, wrong: undefined }
}

function valuesIn(field: Field, text: readonly string[]): WrongRange | number[] {
  const { from: least = -Infinity, to: most = Infinity, kind } = field
  const numbers = text.map((each) => (each.trim() === '' ? NaN : Number(each)))
  const [from, to, step] = numbers as [number, number, number]
  if (!numbers.every(Number.isFinite)) return { why: 'number' }
  if (kind === 'integer' && !numbers.every(Number.isInteger)) return { why: 'whole' }
  if (from < least || to > most) return { why: 'range', from: least, to: most }
  if (from > to) return { why: 'order' }
  if (step <= 0) return { why: 'step' }
  const count = Math.floor((to - from) / step + 1e-9) + 1
  return count > mostValues ? { why: 'many', count, to: mostValues } : steps(from, to, step)
}

/** A range to begin with when somebody turns to another setting: all of it, or near what is usual. */
export function usualRange({ kind, from = 0, to = 1, default: start, choices, name }: Field): string {
  if (choices || kind === 'flag') return name
  if (to === 1) return `${name}:0:1:0.1`
  const reach = kind === 'integer' ? Math.min(to, Math.max(4 * Number(start), from + 8)) : to
  const step = kind === 'integer' ? Math.max(1, Math.round((reach - from) / 8)) : (reach - from) / 8
  return `${name}:${from}:${Number((from + 8 * step > to ? to : from + 8 * step).toPrecision(6))}:${step}`
}

/** The settings of one cell as the address of the model's page. */
export function searchOfCell({ asked, x, y }: Sweep, search: Search, cell: Cell): Record<string, string | undefined> {
  const swept = [x, ...(y ? [y] : [])].map(({ field }) => field.name)
  const kept = Object.keys(asked.settings).filter((name) => !swept.includes(name))
  return {
    ...Object.fromEntries(kept.map((name) => [name, search[name]])),
    ...Object.fromEntries(swept.map((name) => [name, textOfValue(cell[name] as Value)])),
    seed: asked.seed === usualSeed ? undefined : String(asked.seed),
  }
}

export const textOfValue = (value: Value): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

/** A saved sweep: its axes are the settings in which its cells differ, the last one across. */
export function sweepOf(model: Model, plan: Experiment, measure: string): Sweep | undefined {
  const names = Object.keys(plan.cells[0] ?? {})
  const axes = names.flatMap((name): Axis[] => {
    const field = askable(model).find((each) => each.name === name)
    const values = [...new Set(plan.cells.map((cell) => cell[name] as Value))]
    const text = typeof values[0] === 'number' ? (['', '', ''] as const) : undefined
    return field ? [{ field, text, values, wrong: undefined }] : []
  })
  const [x, y] = axes.toReversed()
  if (!x || axes.length > 2) return undefined
  const asked = { settings: plan.settings, seed: plan.seed, runs: plan.runs.most, sure: undefined, wrong: {} }
  return { x, y, measure, asked, runs: plan.runs.most, plan, trouble: undefined }
}

/** Settings as an address says them. */
export const searchOfSettings = (model: Model, settings: Cell): Record<string, string> =>
  Object.fromEntries(
    askable(model).flatMap(({ name }) => (name in settings ? [[name, textOfValue(settings[name] as Value)]] : [])),
  )

/** Where the cell of these values stands among those of the plan. */
export function cellAt({ cells }: Experiment, sweep: Sweep, x: Value, y: Value | undefined): number {
  return cells.findIndex((cell) => cell[sweep.x.field.name] === x && (!sweep.y || cell[sweep.y.field.name] === y))
}
