import { Failure } from '#platform/failure.ts'
import {
  type Cell,
  chanceOf,
  type Field,
  fieldsOf,
  fullFactorial,
  latinHypercube,
  type Model,
  sobol,
  steps,
} from '@mortar/simulation'

export const designs = ['every', 'sobol', 'latin'] as const
export type Design = (typeof designs)[number]

/** The option of a setting: `p1OfOthers` is `--p1-of-others`. */
export const optionOf = ({ name }: Field) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Settings that a command line can ask for. */
export const askable = (model: Model) => fieldsOf(model.settings).filter(({ kind }) => kind !== 'other')

export interface Planned {
  readonly settings: Cell
  readonly cells: Cell[]
}

/** One value is for all cells; a list `a,b`, a range `from:to:step`, and with a design `from:to`, make cells. */
export function planned(
  model: Model,
  given: Readonly<Record<string, string>>,
  design: Design,
  points: number,
  seed: number,
): Planned {
  const settings: Record<string, unknown> = {}
  const lists: Record<string, unknown[]> = {}
  const ranges: Record<string, [number, number]> = {}
  for (const field of askable(model)) {
    const text = given[field.name]
    if (text === undefined) continue
    const parts = text.split(':')
    if (design !== 'every' && parts.length === 2)
      ranges[field.name] = [numberIn(parts[0]!, field), numberIn(parts[1]!, field)]
    else if (parts.length > 1) lists[field.name] = range(parts, field)
    else if (text.includes(',')) lists[field.name] = text.split(',').map((part) => valueOf(part, field))
    else settings[field.name] = valueOf(text, field)
  }
  return { settings, cells: crossed(fullFactorial(lists), spread(ranges, design, points, seed)) }
}

function spread(ranges: Record<string, [number, number]>, design: Design, points: number, seed: number): Cell[] {
  if (design === 'every') return [{}]
  if (Object.keys(ranges).length === 0)
    throw new Failure('A design needs a setting with a range, such as --p1 0.1:0.9.', 'usage')
  return design === 'sobol' ? sobol(ranges, points) : latinHypercube(ranges, points, chanceOf(seed, 0).stream(0))
}

const crossed = (one: Cell[], other: Cell[]) => one.flatMap((cell) => other.map((more) => ({ ...cell, ...more })))

function range(parts: string[], field: Field): number[] {
  const [from, to, step] = parts.map((part) => numberIn(part, field))
  if (parts.length !== 3 || !(step! > 0) || !(to! >= from!))
    throw new Failure(
      `--${optionOf(field)} takes a range as from:to:step, such as 0.1:0.9:0.1, not "${parts.join(':')}".`,
      'usage',
    )
  const values = steps(from!, to!, step!)
  if (values.length > 10_000) throw new Failure(`--${optionOf(field)} would take ${values.length} values.`, 'usage')
  return values
}

function valueOf(text: string, field: Field): unknown {
  if (field.kind === 'choice') return text
  if (field.kind === 'flag') {
    if (text === 'yes' || text === 'no') return text === 'yes'
    throw new Failure(`--${optionOf(field)} takes yes or no, not "${text}".`, 'usage')
  }
  return numberIn(text, field)
}

function numberIn(text: string, field: Field): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value))
    throw new Failure(`--${optionOf(field)} takes a number, not "${text}".`, 'usage')
  return value
}
