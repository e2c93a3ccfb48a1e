import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { caseFromFiles, cases } from './cases.ts'
import { type Case, type Line, asRow, heading, reportFor } from './line.ts'

const usage = `Measures the discovery of communities.

  node bench/discovery/run.ts [--json] [--case NAME]
  node bench/discovery/run.ts --edges FILE --units FILE --truth FILE [--json]

--edges   a tie a line: from, to and perhaps a weight; or .bin: pairs of 32-bit integers
--units   the unit of each person: a number a line, or person and unit
--truth   a community a line: its members
Cases: ${cases.map(({ name }) => name).join(', ')}`

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    case: { type: 'string' },
    edges: { type: 'string' },
    units: { type: 'string' },
    truth: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const print = (line: Line) => console.log(values.json ? JSON.stringify(line) : asRow(line))

if (values.help) console.log(usage)
else if (values.edges) await runHere(caseFromFiles(values.edges, values.units, values.truth))
else if (values.case) await runHere(chosen(values.case))
else await runAll()

function chosen(name: string): Case {
  const found = cases.find((each) => each.name === name)
  if (found) return found
  console.error(`There is no case named ${name}.\n\n${usage}`)
  process.exit(2)
}

async function runHere(each: Case): Promise<void> {
  if (!values.json) console.log(heading)
  await each.run(reportFor(each.name, print))
}

/** Each case in a process of its own, so that its memory is its own. */
async function runAll(): Promise<void> {
  if (!values.json) console.log(heading)
  for (const { name } of cases) {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--json', '--case', name], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    for await (const line of createInterface(child.stdout)) print(JSON.parse(line) as Line)
  }
}
