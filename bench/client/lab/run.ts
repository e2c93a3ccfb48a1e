/**
 * How long the lab keeps the page from answering while it draws runs live, in an organization of thousands:
 *   node bench/client/lab/run.ts [--json] [--page NAME] [--tasks]
 * Prints for each page the longest task of the main thread while it opens and while its runs come in: by the clock (0 where
 * none was over 50 ms), and how long the processor worked at one. Workers and whatever else the machine does make the first longer.
 * `--tasks` also names what took long.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { findChromium } from '../../../scripts/chromium.ts'
import { openEmbedded } from '../../../server/src/platform/postgres/embedded.ts'
import { fill } from '../../fill/index.ts'
import { sessionToken } from '../../fill/people.ts'
import { asRow, below, figure, heading, type Line } from '../../line.ts'
import { cookieOf } from '../../load.ts'
import { serve } from '../../processes.ts'
import { flags, type Reader } from '../index.ts'
import { openWindow } from '../window.ts'
import { pages, type Walk } from './pages.ts'
import { processorTimes, tasksOf, watchTasks } from './tasks.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    page: { type: 'string' },
    tasks: { type: 'boolean', default: false },
    scale: { type: 'string', default: '0.02' },
  },
})
const emit = (line: Line) => console.log(values.json ? JSON.stringify(line) : asRow(line))
const secret = 'only for measuring, never for people'.padEnd(32)

async function measure(reader: Reader): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags })
  try {
    for (const [name, { path, walk }] of Object.entries(pages)) {
      if (values.page !== undefined && values.page !== name) continue
      const { page, protocol, close } = await openWindow(browser, reader)
      await watchTasks(page)
      const processorTime = await processorTimes(protocol)
      await page.goto(`${reader.address}${path}`)
      const tell: Parameters<Walk>[1] = async (phase, goal) => {
        const tasks = await tasksOf(page)
        const longest = Math.max(0, ...tasks.map(({ ms }) => ms))
        emit(below(figure(name, `${phase}: longest task`, longest, 'ms'), goal))
        emit(below(figure(name, `${phase}: longest task, processor`, await processorTime(), 'ms'), goal))
        if (values.tasks) for (const { ms, what } of tasks) console.error(`  ${name}, ${phase}: ${ms} ms  ${what}`)
      }
      await walk(page, tell)
      await close()
    }
  } finally {
    await browser.close()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'mortar-bench-lab-'))
const postgres = await openEmbedded(folder, 'command', false)
try {
  await fill(postgres.config, Number(values.scale), 1, () => {})
  if (!values.json) console.log(heading.join('\n'))
  const server = await serve(postgres.config, secret)
  try {
    emit(figure('machine', 'load before', loadavg()[0]!, ''))
    await measure({ address: `http://localhost:${server.port}`, cookie: cookieOf(sessionToken(0), secret) })
    emit(figure('machine', 'load after', loadavg()[0]!, ''))
  } finally {
    await server.stop()
  }
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
