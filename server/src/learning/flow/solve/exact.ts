import { openSolver } from '../../solver.ts'
import type { Group } from '../choices.ts'
import type { Rules } from '../world.ts'
import type { Placed } from './schedule.ts'

export interface Exact {
  readonly placed: readonly Placed[]
  readonly bound: number
}

interface Rows {
  readonly upper: number[]
  readonly entries: [row: number, column: number, value: number][]
}

/**
 * Decides all at once, by the mixed-integer program that the plan is, with HiGHS: a column for each choice and month.
 *
 *   max Σ v_i,g x_i,g,h
 *   Σ_h x_i,g,h ≤ 1 · Σ_i,h x_i,g,h ≤ K · Σ_{g with p} m_i x_i,g,h ≤ B for each person p and month h · x in {0, 1}
 *
 * Nothing comes back where the time was too short for any solution.
 */
export async function decideExactly(
  groups: readonly Group[],
  rules: Rules,
  seconds: number,
): Promise<Exact | undefined> {
  const columns = columnsOf(groups)
  const { upper, entries } = rowsOf(groups, columns, rules)
  const highs = await openSolver()
  const model = highs.createModel({
    numCols: columns.length,
    numRows: upper.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: columns.map(({ choice }) => choice.value),
    colLower: columns.map(() => 0),
    colUpper: columns.map(() => 1),
    rowLower: upper.map(() => -highs.infinity),
    rowUpper: upper,
    integrality: columns.map(() => highs.constants.variableType.integer),
    matrix: columnWise(entries, columns.length, upper.length),
  })
  try {
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 1e-6, random_seed: 1 })
    model.run()
    const { colValue } = model.getSolution()
    const { optimal, timeLimit } = highs.constants.modelStatus
    const status = model.getModelStatus()
    if ((status !== optimal && status !== timeLimit) || colValue.length === 0) return undefined
    return { placed: columns.filter((_, at) => colValue[at]! > 0.5), bound: model.info.get('mip_dual_bound') as number }
  } finally {
    model.dispose()
  }
}

const columnsOf = (groups: readonly Group[]): Placed[] =>
  groups.flatMap(({ choices }) =>
    choices.flatMap((choice) => Array.from({ length: choice.until + 1 }, (_, month) => ({ choice, month }))),
  )

/** How many entries the program has: what decides whether it is small enough to be decided exactly. */
export const sizeOf = (groups: readonly Group[]): number =>
  groups.reduce(
    (sum, { region, choices }) =>
      sum + choices.reduce((all, { until }) => all + (until + 1) * (2 + region.people.length), 0),
    0,
  )

function rowsOf(groups: readonly Group[], columns: readonly Placed[], rules: Rules): Rows {
  const [upper, entries]: [number[], Rows['entries']] = [[], []]
  const row = (bound: number, of: readonly number[], value: (column: number) => number) => {
    of.forEach((column) => entries.push([upper.length, column, value(column)]))
    upper.push(bound)
  }
  const one = () => 1
  const places = new Map<object, number[]>()
  const note = (key: object, column: number) => (places.get(key) ?? places.set(key, []).get(key)!).push(column)
  columns.forEach(({ choice }, column) => {
    note(choice, column)
    note(choice.region, column)
  })
  for (const { region, choices } of groups) {
    row(rules.itemsPerTopic, places.get(region)!, one)
    for (const choice of choices) row(1, places.get(choice)!, one)
  }
  for (const of of byPersonAndMonth(columns))
    row(rules.minutesPerMonth, of, (column) => columns[column]!.choice.minutes)
  return { upper, entries }
}

/** The columns of each person and month; people to whom the same may be sent share their rows. */
function byPersonAndMonth(columns: readonly Placed[]): number[][] {
  const of = new Map<string, number[]>()
  columns.forEach(({ choice, month }, column) => {
    for (const person of choice.region.people) {
      const key = `${person} ${month}`
      ;(of.get(key) ?? of.set(key, []).get(key)!).push(column)
    }
  })
  return [...new Map([...of.values()].map((list) => [list.join(), list])).values()]
}

function columnWise(entries: Rows['entries'], numCols: number, numRows: number) {
  entries.sort(([rowA, a], [rowB, b]) => a - b || rowA - rowB)
  const starts = new Int32Array(numCols + 1)
  for (const [, column] of entries) starts[column + 1]!++
  for (let column = 0; column < numCols; column++) starts[column + 1]! += starts[column]!
  return {
    format: 'csc' as const,
    numCols,
    numRows,
    starts,
    indices: Int32Array.from(entries, ([row]) => row),
    values: Float64Array.from(entries, ([, , value]) => value),
  }
}
