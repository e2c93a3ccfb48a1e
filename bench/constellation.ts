/**
 * The constellation of a large organization, 400 communities through 600 units of 20,000 people:
 *   node bench/constellation.ts [--units 600] [--communities 400] [--people 20000] [--flat] [--data folder] [--json]
 * With --flat all units lie right under the head.
 * Prints how long the server takes, how much it sends, how many marks are drawn, and how long a browser takes that is slowed down
 * to a quarter.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { chromium } from 'playwright-core'
import { findChromium } from '../scripts/chromium.ts'
import { tokenHash } from '../server/src/organization/index.ts'
import { openPool } from '../server/src/platform/database.ts'
import { migrate } from '../server/src/platform/migrate.ts'
import { openEmbedded } from '../server/src/platform/postgres/embedded.ts'
import { asRow, below, figure, heading, type Line } from './line.ts'
import { serve } from './processes.ts'

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '600' },
    communities: { type: 'string', default: '400' },
    people: { type: 'string', default: '20000' },
    data: { type: 'string', default: join(tmpdir(), 'mortar-bench-constellation') },
    flat: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const [units, communities, people] = [Number(values.units), Number(values.communities), Number(values.people)]
const name = `${units} units${values.flat ? ' under one head' : ''}, ${communities} communities`
const token = randomUUID().replaceAll('-', '')
const lines: Line[] = []

const inDivisions = `
  with house as (insert into unit (name) values ('House') returning id),
  division as (insert into unit (name, parent_id)
  select 'Division ' || n, house.id from house, generate_series(1, $1::int / 25) n returning id),
  numbered as (select id, row_number() over () as n, count(*) over () as all from division)
  insert into unit (name, parent_id)
  select 'Department ' || n, (select id from numbered where numbered.n = 1 + g.n % numbered.all)
  from generate_series(1, $1::int - 1 - $1::int / 25) g (n)`
const sideBySide = `
  with house as (insert into unit (name) values ('House') returning id)
  insert into unit (name, parent_id)
  select 'Department ' || n, house.id from house, generate_series(1, $1::int - 1) n`

/** A house of divisions of two dozen departments; communities of 20 to 120 people of a few divisions each. */
async function fill(pool: pg.Pool): Promise<void> {
  await pool.query(values.flat ? sideBySide : inDivisions, [units])
  await pool.query(
    `insert into person (name, email) select 'Person ' || n, 'p' || n || '@example.org' from generate_series(1, $1::int) n`,
    [people],
  )
  await pool.query(
    `with places as (select id, row_number() over (order by id) - 1 as n, count(*) over () as all from unit where name like 'Department%'),
     staff as (select id, row_number() over (order by id) as n from person)
     insert into position (person_id, unit_id, title, from_day)
     select staff.id, places.id, 'Worker', '2020-01-01' from staff join places on places.n = staff.n % places.all`,
  )
  await pool.query(
    `insert into community (slug, name, short, colour, visibility, stage)
     select 'c' || n, 'Community ' || n, 'C' || n, 1 + n % 8, 'open', 'maturing' from generate_series(1, $1::int) n`,
    [communities],
  )
  await pool.query(
    `with groups as (select id, row_number() over (order by id) as n from community),
     staff as (select id, row_number() over (order by id) as n from person)
     insert into membership (community_id, person_id, by_act)
     select groups.id, staff.id, 'joined' from groups join staff
     on (staff.n * 7919 + groups.n * 104729) % $1::int < 20 + (groups.n * 37) % 101`,
    [people],
  )
  await pool.query(
    `insert into personal_token (person_id, hash, name, scopes)
     select id, $1, 'bench', '{read,write}' from person limit 1`,
    [tokenHash(token)],
  )
  await pool.query('analyze')
}

const headers = { authorization: `Bearer ${token}` }

async function measureServer(address: string): Promise<void> {
  const times: number[] = []
  let text = ''
  for (let n = 0; n < 12; n++) {
    const began = performance.now()
    text = await (await fetch(`${address}/api/constellation`, { headers })).text()
    times.push(performance.now() - began)
  }
  const picture = JSON.parse(text) as { units: unknown[]; bands: { pieces: { people: number }[] }[] }
  const pieces = picture.bands.flatMap((band) => band.pieces.filter((piece) => piece.people > 0)).length
  lines.push(
    figure(name, 'server, median of 12', times.toSorted((a, b) => a - b)[6]!, 'ms'),
    figure(name, 'sent, before it is compressed', text.length / 1024, 'kB'),
    figure(name, 'bricks', picture.units.length, ''),
    figure(name, 'bands', picture.bands.length, ''),
    figure(name, 'pieces of bands', pieces, ''),
  )
}

async function measureBrowser(address: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const window = await browser.newContext({ viewport: { width: 1280, height: 900 }, extraHTTPHeaders: headers })
    const page = await window.newPage()
    const control = await window.newCDPSession(page)
    await control.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(`${address}/constellation`)
    await page.locator('#constellation').waitFor()
    const marks = await page.locator('#constellation :is(path, rect, text, circle, line)').count()
    const brick = page.locator('#constellation a').first()
    const called = (await brick.locator('title').textContent())!
    const began = performance.now()
    await brick.click()
    await page.locator('#constellation a title', { hasText: called }).waitFor({ state: 'detached' })
    const seconds = (performance.now() - began) / 1000
    lines.push(
      below(figure(name, 'marks drawn', marks, ''), 2000),
      figure(name, 'from a click on a brick to its picture, slowed to a quarter', seconds, 's'),
    )
  } finally {
    await browser.close()
  }
}

mkdirSync(values.data, { recursive: true })
const folder = join(values.data, `database-${process.pid}`)
const postgres = await openEmbedded(folder, 'command', false)
const pool = openPool(postgres.config, 2)
try {
  await migrate(pool)
  await fill(pool)
  const load = loadavg()[0]!
  const server = await serve(postgres.config, 'x'.repeat(64))
  try {
    await measureServer(`http://127.0.0.1:${server.port}`)
    await measureBrowser(`http://127.0.0.1:${server.port}`)
  } finally {
    await server.stop()
  }
  if (!values.json) console.log(heading.join('\n'))
  for (const line of [...lines, figure(name, 'load of the machine before', load, '')])
    console.log(values.json ? JSON.stringify(line) : asRow(line))
} finally {
  await pool.end()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
