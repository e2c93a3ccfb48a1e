import type { Plan, Result } from '@mortar/contract/lab'
import { cellsOf, type Model, type Runs, settingsFor } from '@mortar/simulation'
import type { Reader } from '#platform/database.ts'
import { sentence } from '#platform/words.ts'
import { unitsToday } from '../organization/queries.ts'

/** An hour of one processor for one experiment, and as much as six in a day for one person. */
export const mostSeconds = 3600
export const mostSecondsADay = 6 * mostSeconds

/** What the rows of an experiment may take in the database, in bytes. */
const mostBytes = 256 * 1024 * 1024

type Numbers = Record<string, number>

/** Nanoseconds of one replication, about: measured on one processor of 2024, and proportional to what a model goes through. */
const nanoseconds: Record<string, (of: Numbers) => number> = {
  march: ({ people, dimensions, periods, untilSettled }) =>
    people! * dimensions! * (untilSettled ? Math.min(periods!, 200) : periods!) * 1.5,
  miller: ({ side, dimensions, periods }) => side! ** 2 * dimensions! * periods! * 3.3,
  'lazer-friedman': ({ people, bits, periods }) => people! * bits! * periods! * 60 + 2 ** bits! * 10,
  fang: ({ groups, groupSize, dimensions, periods }) => groups! * groupSize! * dimensions! * periods! * 1.7,
  communities: ({ people, requests, periods }) => people! * periods! * (1000 + 1000 * requests!),
  diffusion: ({ people, periods }) => people! * periods! * 1000,
  'your-organization': ({ people, requests, periods }) => people! * periods! * (320 + 200 * requests!),
}

export interface Reckoned {
  cells: number
  runs: number
  seconds: number
  refused: string | null
}

/** What a plan takes of the server, and why it would not be run. `people` where it runs on the organization itself. */
export function reckon(
  model: Model,
  { settings, design, seed, runs }: Plan,
  language: string,
  people?: number,
): Reckoned {
  const each = nanoseconds[model.name]!
  // On the organization itself: as it is, and after what is done to it.
  const tried = people === undefined ? cellsOf(design, seed) : [{ people }, { people }]
  const sum = tried.reduce((all, cell) => all + each(settingsFor(model, { ...settings, ...cell }) as Numbers), 0)
  const cells = tried.length
  const all = cells * runs.most
  const seconds = (sum * runs.most) / 1e9
  const minutes = Math.ceil(seconds / 60)
  const refused =
    seconds > mostSeconds
      ? sentence(language, 'lab:tooLong', { minutes, most: mostSeconds / 60 })
      : all * model.measures.length * 8 > mostBytes
        ? sentence(language, 'lab:tooManyRuns', { runs: all })
        : null
  return { cells, runs: all, seconds, refused }
}

/**
 * About how many seconds of one processor a saved plan takes; of runs that go on until they are sure, as many as it took
 * before. Nothing for settings that the model no longer knows.
 */
export function reckonSaved(model: Model, plan: Plan, kept: Result | null): number | null {
  if (
    plan.interventions ||
    !model.settings.safeParse({ ...plan.settings, ...cellsOf(plan.design, plan.seed)[0] }).success
  )
    return null
  const { seconds, runs } = reckon(model, plan, 'en')
  const done = kept?.cells.reduce((sum, cell) => sum + cell.runs, 0) ?? 0
  return done > 0 ? (seconds * done) / runs : seconds
}

export async function reckonFor(db: Reader, model: Model, plan: Plan, language: string): Promise<Reckoned> {
  if (!plan.interventions) return reckon(model, plan, language)
  const units = await unitsToday(db)
  const people = units.reduce((sum, each) => sum + each.people, 0)
  // The model invents no organization of fewer people or more, which the one here may well have.
  const { seconds, ...reckoned } = reckon(model, plan, language, Math.min(20_000, Math.max(50, people)))
  return { ...reckoned, seconds }
}

/** So many replications at a time that they take about half a second; where they are watched, as many as were asked for. */
export const batchFor = ({ runs }: Plan, secondsEach: number): number =>
  runs.until ? runs.batch : Math.max(1, Math.min(1000, runs.most, Math.round(0.5 / Math.max(secondsEach, 1e-9))))

/** Without a goal to reach there is none, rather than one that is not told. */
export const runsOf = ({ runs: { until, ...runs } }: Plan): Runs => (until ? { ...runs, until } : runs)
