import { openSolver } from '../solver.ts'

/** Somebody who wants to be part of a round. Topics by id. */
export interface Volunteer {
  readonly person: string
  readonly unit: string | undefined
  readonly helpsWith: ReadonlySet<string>
  readonly wants: ReadonlySet<string>
  /** How many people they would help at once, at least 0. */
  readonly room: number
}

export interface Pair {
  readonly mentor: string
  readonly mentee: string
  /** What the one helps with and the other wants. */
  readonly topics: readonly string[]
}

/** Two people who met in a round less than a year ago. */
export type Met = readonly [one: string, other: string]

interface Possible extends Pair {
  readonly cost: number
}

/**
 * Pairs by what one helps with and the other wants: as many pairs as there can be, and of these those of least cost. A
 * pair costs less the more topics fit, and more within one unit, where people meet anyhow: cost = 4 − min(topics, 3) +
 * (same unit: 2). Nobody helps more people than they have room for, nobody is helped by two, and no two meet who met
 * within the year (in either role). Without an order of persons: equal costs are decided by the ids.
 *
 * A minimum-cost assignment as a linear program, whose corners are whole (Birkhoff 1946); solved by HiGHS.
 */
export async function pairsFor(volunteers: readonly Volunteer[], met: readonly Met[]): Promise<Pair[]> {
  const possible = possibleOf(volunteers, met)
  if (possible.length === 0) return []
  const mentors = rowsFor(possible, ({ mentor }) => mentor)
  const mentees = rowsFor(possible, ({ mentee }) => mentee)
  const room = new Map(volunteers.map((one) => [one.person, one.room]))
  const highs = await openSolver()
  const model = highs.createModel({
    numCols: possible.length,
    numRows: mentors.size + mentees.size,
    sense: highs.constants.objectiveSense.minimize,
    // Each pair is worth more than any difference in cost: as many as there can be come first.
    colCost: possible.map(({ cost }, at) => cost - 1000 + at * 1e-6),
    colLower: possible.map(() => 0),
    colUpper: possible.map(() => 1),
    rowLower: Array<number>(mentors.size + mentees.size).fill(0),
    rowUpper: [...[...mentors.keys()].map((person) => room.get(person)!), ...[...mentees].map(() => 1)],
    matrix: {
      format: 'csc',
      numCols: possible.length,
      numRows: mentors.size + mentees.size,
      starts: Int32Array.from({ length: possible.length + 1 }, (_, at) => 2 * at),
      indices: Int32Array.from(
        possible.flatMap(({ mentor, mentee }) => [mentors.get(mentor)!, mentors.size + mentees.get(mentee)!]),
      ),
      values: new Float64Array(2 * possible.length).fill(1),
    },
  })
  try {
    model.options.set({ output_flag: false, solver: 'simplex' })
    model.run()
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error('the pairs could not be found')
    const { colValue } = model.getSolution()
    return possible
      .filter((_, at) => colValue[at]! > 0.5)
      .map(({ mentor, mentee, topics }) => ({ mentor, mentee, topics }))
  } finally {
    model.dispose()
  }
}

/** Of more people who could help one, so many are weighed: beyond, the pairs are not proved to be the most. */
const weighed = 60

/** Everybody who could help somebody, by their ids. */
export function possibleOf(volunteers: readonly Volunteer[], met: readonly Met[]): Possible[] {
  const apart = new Set(met.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]))
  const inOrder = volunteers.toSorted((one, other) => (one.person < other.person ? -1 : 1))
  const helpers = new Map<string, number[]>()
  for (const [at, { helpsWith, room }] of inOrder.entries())
    if (room > 0) for (const topic of helpsWith) add(helpers, topic, at)
  return inOrder
    .flatMap((mentee, place) => {
      const could = new Set([...mentee.wants].flatMap((topic) => helpers.get(topic) ?? []))
      const possible = [...could].flatMap((at) => {
        const mentor = inOrder[at]!
        if (mentor === mentee || apart.has(`${mentor.person} ${mentee.person}`)) return []
        const topics = [...mentor.helpsWith].filter((topic) => mentee.wants.has(topic)).sort()
        const cost = costOf(mentor, mentee, topics)
        return [{ mentor: mentor.person, mentee: mentee.person, topics, cost, at }]
      })
      // Where only some are weighed, everybody begins at another place, so that not all look at the same few.
      const turn = ({ at }: { at: number }) => (at - place + inOrder.length) % inOrder.length
      return possible.length <= weighed
        ? possible
        : possible.sort((one, other) => one.cost - other.cost || turn(one) - turn(other)).slice(0, weighed)
    })
    .map(({ mentor, mentee, topics, cost }) => ({ mentor, mentee, topics, cost }))
    .sort((one, other) => (one.mentor + one.mentee < other.mentor + other.mentee ? -1 : 1))
}

const costOf = (mentor: Volunteer, mentee: Volunteer, { length }: readonly string[]): number =>
  4 - Math.min(length, 3) + (mentor.unit !== undefined && mentor.unit === mentee.unit ? 2 : 0)

const rowsFor = (possible: readonly Possible[], of: (pair: Possible) => string): Map<string, number> =>
  new Map([...new Set(possible.map(of))].map((person, row) => [person, row]))

function add(helpers: Map<string, number[]>, topic: string, at: number): void {
  const known = helpers.get(topic)
  if (known) known.push(at)
  else helpers.set(topic, [at])
}
