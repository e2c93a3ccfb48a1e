import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run, type Check } from './step.ts'

const sources = ['server/src', 'packages', 'client/src']
const config = '.dependency-cruiser.cjs'

/** Wrong imports, and the rule that must see each: a checker that reads nothing finds nothing either. */
const planted: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['server/src/platform/planted.ts', `import { record } from '#activity/index.ts'\nrecord`, 'platform-looks-only-back'],
  [
    'server/src/activity/planted.ts',
    `import type { x } from '#organization/index.ts'\nexport type Y = x`,
    'activity-looks-only-back',
  ],
  ['server/src/practice/planted.ts', `import { x } from '../organization/planted.ts'\nx`, 'enter-by-the-door'],
  ['server/src/organization/planted.ts', `export { x } from '#community/index.ts'`, 'organization-looks-only-back'],
  ['server/src/search/planted.ts', `import '../cli/main.ts'`, 'nobody-knows-the-command-line'],
  ['server/src/desk/planted.ts', `import '../main.ts'`, 'rooms-know-no-main'],
  ['client/src/planted.ts', `import '../../server/src/main.ts'`, 'client-and-server-meet-in-the-contract'],
  ['packages/graph/src/planted.ts', `import { readFileSync } from 'node:fs'\nreadFileSync`, 'graph-is-pure'],
  ['packages/simulation/src/planted.ts', `import { readFileSync } from 'node:fs'\nreadFileSync`, 'simulation-is-pure'],
  ['packages/simulation/src/planted-host.ts', `import './workers/pool.ts'`, 'simulation-knows-no-workers'],
  [
    'packages/simulation/src/workers/node/planted.ts',
    `import { readFileSync } from 'node:fs'\nreadFileSync`,
    'simulation-knows-node-by-its-threads',
  ],
  ['packages/traces/src/planted.ts', `import { readFileSync } from 'node:fs'\nreadFileSync`, 'traces-is-pure'],
  ['packages/contract/src/planted.ts', `import 'fastify'`, 'contract-is-alone'],
]

/** One look at a copy of everything with the planted ones in it: they must be seen, and nothing else be wrong. */
export const rooms: Check = async () => {
  const began = performance.now()
  const found = await cruisePlanted()
  const lines = [...strays(found), ...unseen(found)]
  const failed = lines.length ? 1 : 0
  const seconds = (performance.now() - began) / 1000
  return { name: 'rooms', passed: 1 - failed, failed, skipped: 0, seconds, output: lines.join('\n') }
}

const strays = (found: Violation[]) =>
  found
    .filter(({ from }) => !planted.some(([file]) => file === from))
    .map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`)

const unseen = (found: Violation[]) =>
  planted
    .filter(([file, , rule]) => !found.some((violation) => violation.rule === rule && violation.from === file))
    .map(([file, , rule]) => `A planted violation was not seen: ${rule} in ${file}`)

interface Violation {
  rule: string
  from: string
  to: string
}

async function cruise(folder: string): Promise<Violation[]> {
  const { output, code } = await run('depcruise', ['--config', config, '--output-type', 'json', ...sources], {
    cwd: folder,
  })
  const json = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)
  if (!json) throw new Error(`dependency-cruiser ended with ${code}:\n${output}`)
  const { summary } = JSON.parse(json) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] }
  }
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
}

async function cruisePlanted(): Promise<Violation[]> {
  const copy = mkdtempSync(join(tmpdir(), 'mortar-rooms-'))
  try {
    for (const path of [...sources, 'server/package.json', 'client/package.json', 'package.json', config]) {
      cpSync(path, join(copy, path), { recursive: true })
    }
    symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
    for (const [file, code] of planted) {
      mkdirSync(dirname(join(copy, file)), { recursive: true })
      writeFileSync(join(copy, file), `${code}\n`)
    }
    return await cruise(copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
