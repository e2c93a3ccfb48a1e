import { parseArgs } from 'node:util'
import { asRow, type Case, heading, type Line, reportFor } from './discovery/line.ts'

/** Runs one of some benchmarks, or all, as a command line asks. `more` stands at the end of the help. */
export async function runCases(cases: readonly Case[], summary: string, path: string, more = ''): Promise<void> {
  const usage = `${summary}

  node ${path} [--json] [--case NAME]

--json    one object a line
--case    one case only
Cases: ${cases.map(({ name }) => name).join(', ')}${more}`
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      case: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const print = (line: Line) => console.log(values.json ? JSON.stringify(line) : asRow(line))
  const chosen = cases.filter(({ name }) => values.case === undefined || name === values.case)
  if (values.help) console.log(usage)
  else if (chosen.length === 0) {
    console.error(`There is no case named ${values.case}.\n\n${usage}`)
    process.exitCode = 2
  } else {
    if (!values.json) console.log(heading)
    for (const each of chosen) await each.run(reportFor(each.name, print))
  }
}
