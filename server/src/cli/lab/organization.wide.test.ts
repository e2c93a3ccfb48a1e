import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/project.ts'
import { testWorld } from '../../../test/world.ts'

const world = await testWorld()
const folder = mkdtempSync(join(tmpdir(), 'mortar-lab-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lab = (args: readonly string[], env: Record<string, string> = { DATABASE_URL: world.url }) =>
  spawnSync(join(projectRoot, 'node_modules/.bin/mortar'), ['lab', 'run', 'your-organization', ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
  })
const short = ['--periods', '12', '--warm-up', '4', '--runs', '2', '--workers', '1']

test('with too few people to ask about, the terminal says what to do', () => {
  const { status, stderr } = lab(short)

  expect(status).toBe(4)
  expect(stderr).toMatch(/fewer than 20 people.*Import the organization first/)
})

test('the organization of the data folder is played, and the files tell nothing of who works where', async () => {
  const mill = await world.unit('Mill')
  const units = [await world.unit('Carding', mill), await world.unit('Weaving', mill)]
  const people = await Promise.all(
    Array.from({ length: 24 }, (_, n) => world.person(`Person ${n}`, { unit: units[n % 2]! })),
  )
  await sql`update position set manager_id = ${people[0]!.id} where person_id <> ${people[0]!.id}`.execute(world.db)
  const file = join(folder, 'run.csv')
  const first = lab([...short, '--community-time', '0.1,0.2', '--out', file])

  expect(first.stderr).not.toMatch(/Mortar|error/i)
  expect(first.status).toBe(0)
  const [head, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const told = rows.map((row) => row.split(','))
  expect(told.map((row) => row[1])).toEqual(['0.1', '0.1', '0.2', '0.2'])
  // One manager is too few to tell their load; those who are nobody's manager and in no community are enough.
  const column = (name: string) => told.map((row) => Number(row[head!.split(',').indexOf(name)]))
  expect(column('loadManagers').every(Number.isNaN)).toBe(true)
  expect(column('solved').every((share) => share > 0)).toBe(true)

  const manifest = readFileSync(join(folder, 'run.manifest.json'), 'utf8')
  expect(JSON.parse(manifest)).toMatchObject({
    settings: { organization: { people: 24, units: 3, communities: 0, tied: null, digest: expect.any(String) } },
  })
  expect(lab([...short, '--community-time', '0.1,0.2', '--out', file]).stderr).toMatch(/4 runs are in the file already/)
})

test('an invented organization is played only where somebody asks for it', () => {
  const nowhere = { DATA_DIR: join(folder, 'nowhere') }

  expect(lab(short, nowhere)).toMatchObject({ status: 3, stderr: expect.stringMatching(/There is no organization/) })
  expect(lab([...short, '--people', '60'])).toMatchObject({ status: 2, stderr: expect.stringMatching(/--invented/) })
  expect(lab([...short, '--people', '60', '--invented'], nowhere)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/runs +solved/),
  })
})
