import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { afterAll, expect, test } from 'vitest'
import { runCell } from '../packages/simulation/src/experiment/cell.ts'
import type * as mathematics from '../packages/simulation/src/random/exp.ts'
import { exp, log, pow, sqrt } from '../packages/simulation/src/random/exp.ts'
import type * as workers from '../packages/simulation/src/workers/browser.ts'
import { modelNamed } from '../packages/simulation/src/models/models.ts'
import { openBrowser, openWindow } from './support/browser.ts'

const browser = await openBrowser()
const folder = mkdtempSync(join(tmpdir(), 'same-bits-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const root = join(import.meta.dirname, '..')
const sources = join(root, 'packages/simulation/src')
const settings: Record<string, object> = {
  march: { p1: 0.2, p3: 0.05, periods: 30 },
  miller: { distant: 0.5, periods: 20 },
  'lazer-friedman': { network: 'smallWorld', bits: 12, copyError: 0.1, periods: 30 },
  fang: { groups: 8, periods: 30 },
  communities: { structure: 'mixed', turnover: 0.01, tieDecay: 0.01, periods: 60 },
  diffusion: { forgetting: 0.05, adaptation: 0.3, locality: 0.5, periods: 60 },
  'your-organization': {
    people: 100,
    warmUp: 10,
    periods: 60,
    interventions: [
      { kind: 'rotate', share: 0.5 },
      { kind: 'removeSpanner', people: 2 },
    ],
  },
}

/** A classic script of one entry, as a bundler makes it. */
async function script(name: string, entry: string): Promise<string> {
  const file = join(folder, `${name}.ts`)
  writeFileSync(file, entry)
  const lib = { entry: file, formats: ['iife' as const], name, fileName: name }
  const made = await build({ root, configFile: false, logLevel: 'silent', build: { write: false, lib } })
  return ((made as Rolldown.RolldownOutput[])[0]!.output[0] as Rolldown.OutputChunk).code
}

test('a browser’s workers and Node compute the same bits', async () => {
  const worker = await script('worker', `import { answerIn } from '${sources}/workers/browser.ts'\nanswerIn(self)`)
  const page = await script(
    'lab',
    `export { browserCrew } from '${sources}/workers/browser.ts'\nexport { exp, log, pow, sqrt } from '${sources}/random/exp.ts'`,
  )
  const window = await openWindow(browser)
  const tab = await window.newPage()
  await tab.addScriptTag({ content: page })

  const there = await tab.evaluate(
    async ([code, asked]) => {
      const { lab } = globalThis as unknown as { lab: typeof workers }
      const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
      const crew = lab.browserCrew(2, () => new Worker(address))
      const tasks = Object.entries(asked).map(([model, its]) => ({ model, settings: its, seed: 5, first: 2, count: 3 }))
      const values = await Promise.all(tasks.map((task) => crew.run(task)))
      await crew.end()
      return values.map((each) => Array.from(each, String))
    },
    [worker, settings] as const,
  )
  const results = await tab.evaluate(() => {
    const { lab } = globalThis as unknown as { lab: typeof mathematics }
    return [lab.exp(0.3), lab.exp(-6), lab.log(10), lab.pow(0.7, 2.5), lab.sqrt(2)]
  })
  await window.close()

  const here = Object.entries(settings).map(([model, its]) =>
    Array.from(runCell(modelNamed(model), { settings: its, seed: 5, first: 2, count: 3 }), String),
  )
  expect(there).toEqual(here)
  expect(results).toEqual([exp(0.3), exp(-6), log(10), pow(0.7, 2.5), sqrt(2)])
})
