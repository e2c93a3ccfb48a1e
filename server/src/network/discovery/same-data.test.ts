import { alone, listsOf, seededRandom, shuffled } from '@mortar/graph'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#platform/database.ts'
import { testDatabase } from '../../../test/database.ts'
import { tracing } from '../test/importing.ts'
import { findCommunities } from './compute/communities.ts'
import { levelFor, levelsOf } from './compute/chart.ts'
import { readInputs } from './inputs.ts'
import { lastSunday, yearBefore } from './discovery.ts'

const units = 6
const size = 14
const people = Array.from({ length: units * size }, (_, n) => `p${n}@mill.example`)
const to = lastSunday(new Date())
const settings = {
  from: yearBefore(to),
  to,
  sources: null,
  form: 'soft',
  level: null,
  seed: 3,
  halfLife: 90,
} as const

/** Messages to one, two or three at once, so that shares of them add up to what no binary fraction is. */
function messages(): string[] {
  const random = seededRandom(41)
  const across = people.filter((_, n) => n % size < 3)
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!
  return Array.from({ length: 6000 }, (_, n) => {
    const unit = Math.floor(random() * units)
    const own = people.slice(unit * size, (unit + 1) * size)
    const among = random() < 0.3 ? across : random() < 0.85 ? own : people
    const [sender, ...others] = Array.from({ length: 2 + (n % 3) }, () => pick(among))
    const day = new Date(Date.parse(to) - 86_400_000 * Math.floor(random() * 350)).toISOString().slice(0, 10)
    return `${day},${sender},${others.join(';')}`
  })
}

const inOrderOf = <Item>(items: readonly Item[], order: Int32Array): Item[] => Array.from(order, (at) => items[at]!)

/** The same people, chart and messages, written in an order of its own. */
async function imported(db: Database, seed: number) {
  const random = seededRandom(seed)
  const { source, read } = tracing(db)
  await sql`insert into unit (name) values ('House')`.execute(db)
  for (const unit of shuffled(units, random))
    await sql`insert into unit (name, parent_id) select ${`Unit ${unit}`}, id from unit where name = 'House'`.execute(
      db,
    )
  for (const n of shuffled(people.length, random))
    await sql`with one as (insert into person (name, email) values (${`Person ${n}`}, ${people[n]!}) returning id)
      insert into position (person_id, unit_id, title, from_day)
      select one.id, unit.id, 'Worker', '2020-01-01' from one, unit where unit.name = ${`Unit ${Math.floor(n / size)}`}`.execute(
      db,
    )
  const rows = messages()
  await read(await source(), `time,from,to\n${inOrderOf(rows, shuffled(rows.length, random)).join('\n')}\n`)
}

async function found(db: Database) {
  const { inputs, people: ids } = await readInputs(db, settings, () => {})
  const { rows } = await sql<{ id: string; email: string }>`select id, email from person`.execute(db)
  const email = new Map(rows.map((row) => [row.id, row.email]))
  const level = levelFor(levelsOf(inputs.chart), inputs.chart.unitOf, null)
  const search = { ties: inputs.ties, level, form: settings.form, seed: settings.seed, crew: alone }
  const { communities, stability, gain } = await findCommunities(search, inputs.chart, () => {})
  return {
    people: ids.map((id) => email.get(id)!),
    ties: inputs.ties,
    communities: listsOf(communities).map((members) => Array.from(members, (at) => email.get(ids[at]!)!)),
    stability,
    gain,
  }
}

test('the same people, chart and messages give the same ties and communities to the last bit in every database', async () => {
  const [one, other] = [await testDatabase(), await testDatabase()]
  await imported(one.db, 1)
  await imported(other.db, 2)
  const [here, there] = [await found(one.db), await found(other.db)]

  expect(here.communities.length).toBeGreaterThan(0)
  expect(there).toEqual(here)
})
