import { existsSync, globSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { rooms } from './checks/rooms.ts'
import { inPairs, program, type Check, type Outcome } from './checks/step.ts'
import { scenes } from './checks/vitest.ts'
import { findChromium } from './chromium.ts'

const { values: asked } = parseArgs({
  options: { long: { type: 'boolean' }, real: { type: 'boolean' }, only: { type: 'string' } },
})

process.chdir(new URL('..', import.meta.url).pathname)
process.env['PATH'] = `${process.cwd()}/node_modules/.bin:${process.env['PATH']}`

/** First what is quick and names the line, side by side; then scenes, which use both cores themselves. */
function quickChecks(): Record<string, Check> {
  // Those of `bench/` are for editors: the server's reads all that Node runs, so that its sources are looked at once.
  const projects = globSync(['server/tsconfig.json', 'client/tsconfig.json', 'packages/*/tsconfig.json']).sort()
  return {
    ...Object.fromEntries(
      projects.map((file) => [
        `types ${file.replace('/tsconfig.json', '')}`,
        // Two programs at a time use both cores: more checkers within one would work out the same types again.
        program(`types ${file.replace('/tsconfig.json', '')}`, 'tsc', '--checkers', '1', '-p', file),
      ]),
    ),
    lint: program('lint', 'oxlint'),
    format: program('format', 'oxfmt', '--check'),
    rooms,
  }
}

const sceneChecks: Record<string, Check> = asked.long
  ? {
      'wide scenes': scenes('wide scenes', ['wide scenes']),
      'wide journeys': scenes('wide journeys', ['wide journeys']),
      long: scenes('long', ['long']),
    }
  : asked.real
    ? { real: scenes('real data', ['real']) }
    : { scenes: scenes('scenes', ['packages', 'client', 'server']), journeys: scenes('journeys', ['journeys']) }

function chosen(checks: Record<string, Check>): Check[] {
  const wanted = asked.only?.split(',')
  return Object.entries(checks).flatMap(([name, check]) =>
    wanted && !wanted.some((word) => name.startsWith(word)) ? [] : [check],
  )
}

function report({ name, passed, failed, skipped, seconds }: Outcome): void {
  const count =
    passed + failed > 1
      ? `  ${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`
      : ''
  console.log(`${failed ? 'FAILED' : 'ok    '}  ${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s${count}`)
}

function refuseToStart(): string | undefined {
  if (asked.real && !process.env['MORTAR_REAL_DATA']) return 'Set MORTAR_REAL_DATA to the folder of the real data.'
  if (asked.real && !existsSync(process.env['MORTAR_REAL_DATA']!))
    return `There is no folder ${process.env['MORTAR_REAL_DATA']}: correct MORTAR_REAL_DATA.`
  try {
    if (!asked.only || asked.only.includes('journeys')) findChromium()
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

const obstacle = refuseToStart()
if (obstacle) {
  console.error(obstacle)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

const outcomes = asked.long || asked.real ? [] : await inPairs(chosen(quickChecks()), report)
for (const check of chosen(sceneChecks)) {
  const outcome = await check()
  outcomes.push(outcome)
  report(outcome)
}

for (const { name, failed, output } of outcomes) if (failed) console.log(`\n--- ${name} ---\n${output.trim()}`)
const total = (which: 'passed' | 'failed') => outcomes.reduce((sum, outcome) => sum + outcome[which], 0)
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') === 0 && total('passed') > 0 ? 0 : 1
