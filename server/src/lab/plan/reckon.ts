import type { Plan } from '@mortar/contract/lab'
import { cellCount, cellsOf, type Model, settingsFor } from '@mortar/simulation'
import { sentence } from '#platform/words.ts'

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
  'your-organization': ({ people, requests, periods, warmUp }) =>
    people! * (periods! + warmUp!) * (300 + 200 * requests!),
}

export interface Reckoned {
  cells: number
  runs: number
  seconds: number
  refused: string | null
}

/** What a plan takes of the server, and why it would not be run. `people` where it runs on the organization itself. */
export function reckon(model: Model, plan: Plan, language: string, people?: number): Reckoned {
  const cells = cellCount(plan.design)
  const each = nanoseconds[model.name]!
  const sum = cellsOf(plan.design, plan.seed).reduce((sum, cell) => {
    const settings = settingsFor(model, { ...plan.settings, ...cell }) as Numbers
    return sum + each(people === undefined ? settings : { ...settings, people })
  }, 0)
  const runs = cells * plan.runs.most
  const seconds = (sum * plan.runs.most) / 1e9
  const minutes = Math.ceil(seconds / 60)
  const refused =
    seconds > mostSeconds
      ? sentence(language, 'lab:tooLong', { minutes, most: mostSeconds / 60 })
      : runs * model.measures.length * 8 > mostBytes
        ? sentence(language, 'lab:tooManyRuns', { runs })
        : null
  return { cells, runs, seconds, refused }
}
