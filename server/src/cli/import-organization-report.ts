import { basename } from 'node:path'
import { type LookedAt, sentenceOf } from '#organization/index.ts'
import { people, rows, units } from './frame/counted.ts'

const number = (value: number) => value.toLocaleString('en')
const mostProblems = 30

/** What the files hold and what they would change, for people. */
export function shown({ readings, plan }: LookedAt, paths: { people: string; units?: string }): string {
  const { summary } = plan
  const lines = [
    '',
    readingLine(paths.people, readings.people, summary.rows),
    ...(readings.units && paths.units ? [readingLine(paths.units, readings.units)] : []),
    ...(summary.unitsFromLine ? ['  No column names units: whoever reports to the head leads one.'] : []),
    '',
    `  Added     ${people(summary.people.added)}, ${units(summary.units.opened)}`,
    `  Changed   ${people(summary.people.changed)}, ${units(summary.units.changed)}`,
    `  Ended     ${people(summary.people.ended)}, ${units(summary.units.closed)}`,
    `  Same      ${people(summary.people.same)}`,
    `  Problems  ${number(summary.problems)}`,
    ...plan.problems.slice(0, mostProblems).map((problem) => `    ${sentenceOf(problem, 'en')}`),
    ...(summary.problems > mostProblems
      ? [`    … and ${number(summary.problems - mostProblems)} more; --json lists all.`]
      : []),
    '',
  ]
  return lines.join('\n')
}

const signs = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

function readingLine(
  path: string,
  { encoding, separator, headers, columns }: LookedAt['readings']['people'],
  count?: number,
): string {
  const told = headers.map((header, at) =>
    columns[at] && columns[at] !== header ? `${header} = ${columns[at]}` : (columns[at] ?? `(${header})`),
  )
  const size = count === undefined ? '' : `${rows(count)}, `
  return `  ${basename(path)}: ${size}${encoding}, separated by ${signs[separator]}\n    ${told.join(', ')}`
}

/** Whether everything already is as the files say. */
export const changesNothing = ({ plan: { summary } }: LookedAt): boolean =>
  [summary.people.added, summary.people.changed, summary.people.ended].every((count) => count === 0) &&
  [summary.units.opened, summary.units.changed, summary.units.closed].every((count) => count === 0)

/** The same for a program. */
export const described = ({ readings, plan }: LookedAt, id: string | null) => ({
  import: id,
  applied: id !== null,
  summary: plan.summary,
  files: readings,
  problems: plan.problems.map((problem) => ({ ...problem, sentence: sentenceOf(problem, 'en') })),
})
