import { basename } from 'node:path'
import { type LookedAt, sentenceOf } from '#organization/index.ts'

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
    `  Added     ${number(summary.people.added)} people, ${number(summary.units.opened)} units`,
    `  Changed   ${number(summary.people.changed)} people, ${number(summary.units.changed)} units`,
    `  Ended     ${number(summary.people.ended)} people, ${number(summary.units.closed)} units`,
    `  Same      ${number(summary.people.same)} people`,
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
  rows?: number,
): string {
  const told = headers.map((header, at) =>
    columns[at] && columns[at] !== header ? `${header} = ${columns[at]}` : (columns[at] ?? `(${header})`),
  )
  const size = rows === undefined ? '' : `${number(rows)} rows, `
  return `  ${basename(path)}: ${size}${encoding}, separated by ${signs[separator]}\n    ${told.join(', ')}`
}

/** The same for a program. */
export const described = ({ readings, plan }: LookedAt, id: string | null) => ({
  import: id,
  applied: id !== null,
  summary: plan.summary,
  files: readings,
  problems: plan.problems.map((problem) => ({ ...problem, sentence: sentenceOf(problem, 'en') })),
})
