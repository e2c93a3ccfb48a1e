import { parseArgs } from 'node:util'
import { asRow, heading, type Line, reportFor } from '../discovery/line.ts'
import { cases } from './cases.ts'

const usage = `Measures how well learning goes to those it is for, and how long a plan takes, on a generated organization.

  node bench/learning/run.ts [--json] [--case NAME]

--json    one object a line
--case    one case only
Cases: ${cases.map(({ name }) => name).join(', ')}`

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
