/** One figure: what was measured, what was to be reached, whether it was (null: nothing to hold it against). */
export interface Line {
  case: string
  metric: string
  value: number
  unit: string
  goal: string
  holds: boolean | null
}

export const figure = (of: string, metric: string, value: number, unit: string): Line => ({
  case: of,
  metric,
  value: Number(value.toPrecision(4)),
  unit,
  goal: '',
  holds: null,
})

export const below = (line: Line, bound: number | undefined): Line =>
  bound === undefined ? line : { ...line, goal: `<= ${bound}`, holds: line.value <= bound }

export const above = (line: Line, bound: number): Line => ({ ...line, goal: `>= ${bound}`, holds: line.value >= bound })

const columns = ['case', 'metric', 'value', 'unit', 'goal', 'holds'] as const
const words = { true: 'yes', false: 'no', null: '' }

/** A table in Markdown. */
export const heading = [`| ${columns.join(' | ')} |`, `|${columns.map(() => '---').join('|')}|`]

export const asRow = (line: Line) =>
  `| ${columns.map((name) => (name === 'holds' ? words[`${line.holds}`] : line[name])).join(' | ')} |`
