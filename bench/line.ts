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

const columns = [
  ['case', 24],
  ['metric', 34],
  ['value', 10],
  ['unit', 8],
  ['goal', 10],
  ['holds', 6],
] as const

export const heading = columns.map(([name, width]) => name.padEnd(width)).join('')

export const asRow = (line: Line) => columns.map(([name, width]) => String(line[name] ?? '-').padEnd(width)).join('')
