/** One figure of a case: what was measured, what was to be reached, whether it was (null: nothing to hold it against). */
export interface Line {
  readonly case: string
  readonly metric: string
  readonly value: number | null
  readonly unit: string
  readonly goal: string
  readonly holds: boolean | null
}

export interface Case {
  readonly name: string
  run(report: Report): Promise<void> | void
}

export type Report = (metric: string, value: number | null, unit?: string, goal?: Goal) => void

/** A bound to reach, or several figures judged together: the words for it, and whether it holds. */
export interface Goal {
  readonly text: string
  readonly holds: (value: number) => boolean
}

export const atLeast = (bound: number): Goal => ({ text: `>= ${bound}`, holds: (value) => value >= bound })

export const atMost = (bound: number): Goal => ({ text: `<= ${bound}`, holds: (value) => value <= bound })

/** A goal that also holds when another figure does, said in words. */
export const orElse = (goal: Goal, text: string, holds: boolean): Goal => ({
  text: `${goal.text} or ${text}`,
  holds: (value) => goal.holds(value) || holds,
})

/** Collects the lines of one case and hands each on as it comes. */
export function reportFor(name: string, emit: (line: Line) => void): Report {
  return (metric, value, unit = '', goal) =>
    emit({
      case: name,
      metric,
      value: value === null ? null : Number(value.toPrecision(6)),
      unit,
      goal: goal?.text ?? '',
      holds: goal && value !== null ? goal.holds(value) : null,
    })
}

const columns = [
  ['case', 22],
  ['metric', 44],
  ['value', 12],
  ['unit', 8],
  ['goal', 34],
  ['holds', 6],
] as const

export const heading = columns.map(([name, width]) => name.padEnd(width)).join('')

export const asRow = (line: Line) =>
  columns.map(([name, width]) => (line[name] === null ? '-' : String(line[name])).padEnd(width)).join('')
