import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runCell } from './experiment/cell.ts'
import { march } from './models/models.ts'

const folder = mkdtempSync(join(tmpdir(), 'simulation-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const root = join(import.meta.dirname, '../../..')
const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}` }
const run = (command: string, args: string[], cwd: string) =>
  execFileSync(command, args, { cwd, env, encoding: 'utf8' })

const program = `
import { exactly, march, runExperiment } from '@mortar/simulation'
import { nodeCrew } from '@mortar/simulation/node'
const crew = nodeCrew(2)
const experiment = { settings: { people: 10 }, cells: [{ p1: 0.2 }], seed: 9, runs: exactly(6, 2) }
const results = await runExperiment(march, experiment, { crew })
console.log(JSON.stringify([...results.values(0, 'codeScore')]))
await crew.end()
`

const typed = `
import { type Model, march, runCell } from '@mortar/simulation'
import { browserCrew } from '@mortar/simulation/browser'
const model: Model = march
export const values: Float64Array = runCell(model, { settings: {}, seed: 1, first: 0, count: 1 })
export const size: number = browserCrew(0, () => { throw new Error() }).size
`

test('the packed package runs in an empty folder, on threads too, and has types', { timeout: 240_000 }, () => {
  const copy = join(folder, 'packages/simulation')
  mkdirSync(copy, { recursive: true })
  cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
  cpSync(join(root, 'packages/simulation'), copy, {
    recursive: true,
    filter: (path) => !/node_modules|dist$/.test(path),
  })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  run('npm', ['pack', '--silent', '--pack-destination', folder], copy)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!
  const empty = join(folder, 'empty')
  const installed = join(empty, 'node_modules/@mortar/simulation')
  mkdirSync(installed, { recursive: true })
  run('tar', ['-xzf', join(folder, tarball), '--strip-components=1', '-C', installed], empty)
  symlinkSync(join(root, 'node_modules/zod'), join(empty, 'node_modules/zod'))
  writeFileSync(join(empty, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(empty, 'run.mjs'), program)
  writeFileSync(join(empty, 'typed.ts'), typed)

  const here = runCell(march, { settings: { people: 10, p1: 0.2 }, seed: 9, first: 0, count: 6 })
  const scores = here.filter((_, at) => at % march.measures.length === 0)
  expect(JSON.parse(run('node', ['run.mjs'], empty))).toEqual([...scores])
  expect(() =>
    run('tsc', ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', 'typed.ts'], empty),
  ).not.toThrow()
  expect(existsSync(join(installed, 'src/models/march/odd.md'))).toBe(true)
})
