import { parseArgs } from 'node:util'
import { asRow, heading, type Line, reportFor } from '../discovery/line.ts'
import { cases } from './cases.ts'

const usage = `Measures how quickly the lab's models run.

  node bench/lab/run.ts [--json] [--case NAME]

--json    one object a line
--case    one case only
Cases: ${cases.map(({ name }) => name).join(', ')}

MORTAR_YARDSTICK names a folder with march.c, march_bits.c and dy-r1.mjs: with it, and a compiler (cc) for those in C,
times are also told as ratios to theirs.`

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
