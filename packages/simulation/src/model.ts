import type * as z from 'zod'
import type { Chance } from './random/stream.ts'

/** One number that a model tells about its state. */
export interface Measure {
  readonly name: string
  /** What it means, in English. */
  readonly meaning: string
  /** `share` is 0 … 1, `score` is -1 … 1; else what it counts. */
  readonly unit: string
  /** Which way is better, or neither. */
  readonly better: 'higher' | 'lower' | 'neither'
}

/** What a model is made of; `defineModel` makes a `Model` of it. `State` is the author's own, in typed arrays. */
export interface Definition<Settings, State> {
  /** One word, as it stands in addresses and on the command line. */
  readonly name: string
  /** Rises whenever the same seed gives other numbers than before. */
  readonly version: number
  /** The paper, or that it is a reconstruction. */
  readonly source: string
  /** A zod object; every field has a default, so that `{}` is an experiment. */
  readonly settings: z.ZodType<Settings, unknown>
  readonly measures: readonly (Measure & { of(state: State): number })[]
  /** The state before the first period. Takes all chance from `chance`. */
  start(settings: Settings, chance: Chance): State
  /** One period, in place. */
  step(state: State): void
  /** Whether nothing can happen any more, or the periods that were asked for are over. */
  isOver(state: State): boolean
  /**
   * A shorter way to the measures at the end for these settings, or nothing. It must give the same numbers as starting
   * and stepping, from the same chance.
   */
  quick?(settings: Settings): ((chance: Chance, into: Float64Array) => void) | undefined
}

/** One run of a model under way. */
export interface Run {
  /** How many periods have passed. */
  readonly period: number
  readonly over: boolean
  /** One period more. Does nothing once over. */
  step(): void
  /** The measures now, in the order of the model. */
  measure(into?: Float64Array): Float64Array
}

export interface Model<Settings = unknown> {
  readonly name: string
  readonly version: number
  readonly source: string
  readonly settings: z.ZodType<Settings, unknown>
  readonly measures: readonly Measure[]
  /** Starts one run; the same settings and chance replay it bit for bit. */
  open(settings: Settings, chance: Chance): Run
  /** Runs to the end and writes the measures there; `plain` leaves out the shorter way. */
  finish(settings: Settings, chance: Chance, into: Float64Array, plain?: boolean): void
  /** The state itself, for a view of the agents; what it holds is the model's own. */
  peek(run: Run): unknown
}

/** A model in the one shape that experiments, workers and pages know. */
export function defineModel<Settings, State>(definition: Definition<Settings, State>): Model<Settings> {
  const { name, version, source, settings, measures } = definition
  const states = new WeakMap<Run, State>()
  const open = (asked: Settings, chance: Chance): Run => {
    const state = definition.start(asked, chance)
    const run = new Under(definition, state)
    states.set(run, state)
    return run
  }
  const finish = (asked: Settings, chance: Chance, into: Float64Array, plain = false) => {
    const quick = plain ? undefined : definition.quick?.(asked)
    if (quick) return quick(chance, into)
    const state = definition.start(asked, chance)
    while (!definition.isOver(state)) definition.step(state)
    measures.forEach((measure, at) => (into[at] = measure.of(state)))
  }
  return { name, version, source, settings, measures, open, finish, peek: (run) => states.get(run) }
}

type Steps<State> = Pick<Definition<never, State>, 'step' | 'isOver' | 'measures'>

class Under<State> implements Run {
  readonly #of: Steps<State>
  readonly #state: State
  period = 0
  over: boolean

  constructor(definition: Steps<State>, state: State) {
    this.#of = definition
    this.#state = state
    this.over = definition.isOver(state)
  }

  step(): void {
    if (this.over) return
    this.#of.step(this.#state)
    this.period++
    this.over = this.#of.isOver(this.#state)
  }

  measure(into: Float64Array = new Float64Array(this.#of.measures.length)): Float64Array {
    this.#of.measures.forEach((measure, at) => (into[at] = measure.of(this.#state)))
    return into
  }
}

/** Settings from anywhere, checked and with defaults; throws a ZodError that names each wrong field. */
export const settingsFor = <Settings>(model: Model<Settings>, given: unknown = {}): Settings =>
  model.settings.parse(given)

/** Where a measure stands among the model's; throws a RangeError for a name it has not. */
export function measureAt(model: Model, name: string): number {
  const at = model.measures.findIndex((measure) => measure.name === name)
  if (at < 0) {
    const known = model.measures.map((measure) => measure.name).join(', ')
    throw new RangeError(`The model ${model.name} has no measure ${name}; it has ${known}.`)
  }
  return at
}
