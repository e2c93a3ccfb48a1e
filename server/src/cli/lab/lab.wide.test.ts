import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/project.ts'
import { manifestBeside, openResults } from './file.ts'
import { inColumns } from './numbers.ts'
import { exactly, manifestOf, march } from '@mortar/simulation'
import { askable, optionOf, planned } from './values.ts'

const folder = mkdtempSync(join(tmpdir(), 'mortar-lab-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lab = (...args: string[]) =>
  spawnSync(join(projectRoot, 'node_modules/.bin/mortar'), ['lab', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  })
interface Reproduced {
  lines: object[]
  figures: object[]
  differs: number
  known: number
}

const plan = (given: Record<string, string>, design: 'every' | 'sobol' | 'latin' = 'every', points = 4) =>
  planned(march, given, design, points, 1)

test('one value is for all cells, lists and ranges are crossed', () => {
  expect(plan({ p2: '0.5', p1: '0.1:0.3:0.1', preset: 'act,text', untilSettled: 'no' })).toEqual({
    settings: { p2: 0.5, untilSettled: false },
    cells: ['act', 'text'].flatMap((preset) => [0.1, 0.2, 0.3].map((p1) => ({ preset, p1 }))),
  })
})

test.each(['sobol', 'latin'] as const)(
  'the design %s spreads points over ranges, for each word of a list',
  (design) => {
    const { cells } = plan({ p1: '0.2:0.4', preset: 'act,text' }, design)

    expect(cells).toHaveLength(8)
    expect(cells.every(({ p1 }) => (p1 as number) >= 0.2 && (p1 as number) < 0.4)).toBe(true)
  },
)

test.each([
  [{ p1: 'much' }, 'every', /--p1 takes a number/],
  [{ p1: '0.1:0.9' }, 'every', /from:to:step/],
  [{ p1: '0.9:0.1:0.1' }, 'every', /from:to:step/],
  [{ p1: '0:1:0.00001' }, 'every', /would take 100001 values/],
  [{ untilSettled: 'maybe' }, 'every', /yes or no/],
  [{ p1: '0.5' }, 'sobol', /needs a setting with a range/],
] as const)('%j by the design %s is refused', (given, design, words) => {
  expect(() => plan(given, design)).toThrow(words)
})

test('settings of several words become options of several words', () => {
  expect(askable(march).map(optionOf)).toContain('p1-of-others')
})

test('a table has its numbers to the right', () => {
  expect(
    inColumns([
      ['what', 'n'],
      ['a', '10'],
      ['bcd', '9'],
    ]),
  ).toBe('  what  n\n  a     10\n  bcd    9')
})

test('the same line gives the same file on any number of workers, and goes on after a break', () => {
  const file = join(folder, 'run.csv')
  const line = ['run', 'march', '--people', '10', '--p1', '0.2,0.8', '--runs', '20', '--out', file]
  const first = lab(...line, '--workers', '1')
  const whole = readFileSync(file, 'utf8')
  writeFileSync(file, whole.slice(0, Math.floor(whole.length * 0.7)))
  const second = lab(...line, '--workers', '2')

  expect([first.status, second.status]).toEqual([0, 0])
  expect(whole.split('\n')).toHaveLength(42)
  expect(readFileSync(file, 'utf8')).toBe(whole)
  expect(second.stdout).toBe(first.stdout)
  expect(second.stderr).toMatch(/^Going on: 20 runs are in the file already/)
  expect(lab(...line, '--seed', '2').stderr).toMatch(/holds another experiment \(other seed\)\. Name another file/)
  expect(JSON.parse(readFileSync(manifestBeside(file), 'utf8'))).toMatchObject({ model: 'march', seed: 1 })
})

test('a file of something else is left alone', () => {
  const file = join(folder, 'other.csv')
  writeFileSync(file, 'mine')
  const experiment = { settings: {}, cells: [{}], seed: 1, runs: exactly(10) }

  expect(() => openResults(file, march, experiment, manifestOf(march, experiment, null))).toThrow(/something else/)
  expect(readFileSync(file, 'utf8')).toBe('mine')
})

test('as JSON a run tells its manifest and each cell with intervals', () => {
  const { status, stdout } = lab('run', 'march', '--people', '10', '--runs', '30', '--json')

  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    manifest: { model: 'march', settings: { people: 10 } },
    cells: [{ settings: {}, measures: { codeRight: { runs: 30 } } }],
  })
})

test('what is published is laid beside ours, with the verdict', () => {
  const { status, stdout } = lab('reproduce', 'miller', '--quick', '--json')
  const { lines, figures, differs, known } = JSON.parse(stdout) as Reproduced

  expect([status, differs, known]).toEqual([0, 0, 1])
  expect(lines[0]).toMatchObject({ study: 'miller-directions', verdict: 'holds', seed: 1991 })
  expect(figures).toEqual([])
})

test.each([
  [['reproduce', 'marsh'], /There is no model marsh; there are march, /],
  [['run', 'march', '--p1', '2'], /--p1 takes numbers from 0 to 1\./],
  [['run', 'march', '--people', '2.5'], /--people takes whole numbers from 1 to 1000\./],
  [['run', 'march', '--preset', 'cobol'], /--preset takes one of act, text, r, basic\./],
  [['run', 'marsh'], /"mortar lab run --help" lists the models/],
  [['run', 'march', '--sure', 'wit:0.1'], /no measure wit; it has codeScore/],
  [['run', 'march', '--runs', '0'], /--runs takes a whole number from 1 on/],
])('lab %j is refused with what to do', (args, words) => {
  const { status, stderr } = lab(...args)

  expect(status).toBe(2)
  expect(stderr).toMatch(words)
})
