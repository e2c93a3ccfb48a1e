import { seededRandom } from '@mortar/graph'
import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'
import { weekOf } from '../../week.ts'
import { lastSunday } from '../discovery.ts'

export interface Planted {
  /** Ids of people, unit after unit. */
  people: string[]
  units: string[]
  /** Numbers of the people of each community planted across units. */
  communities: number[][]
  source: string
}

export interface Plan {
  units: number
  size: number
  /** People of each community, by their numbers. */
  communities: number[][]
  seed?: number
  /** No chart is drawn: people have no units. */
  chart?: boolean
  /** Parents of the units: by their numbers, -1 for the head above all, or null for units that are heads themselves. */
  heads?: boolean
}

/** Every tenth person from a first one: as many from each unit. */
export const across = (units: number, size: number, from: number, perUnit: number): number[] =>
  Array.from({ length: units }, (_, unit) =>
    Array.from({ length: perUnit }, (__, at) => unit * size + ((from + at) % size)),
  ).flat()

/** People, a chart and a year of messages: dense in units, dense in communities, a little anywhere. Written, not imported. */
export async function plant(db: Database, plan: Plan): Promise<Planted> {
  const { units: count, size, communities, seed = 1, chart = true, heads = false } = plan
  const people = await namesOf(db, count * size, 'person')
  const units = chart ? await chartOf(db, count, heads) : []
  if (chart)
    await sql`
      insert into position (person_id, unit_id, title, from_day)
      select * , 'Worker', date '2020-01-01'
      from unnest(${people}::uuid[], ${people.map((_, at) => units[Math.floor(at / size)]!)}::uuid[])`.execute(db)
  const source = await sourceOf(db)
  await ties(db, source, people, pairsOf(count, size, communities, seed))
  return { people, units, communities, source }
}

/** People whose addresses are the same in every run: chance is drawn in the order that comes from them. */
async function namesOf(db: Database, count: number, what: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with before as (select count(*) as people from person)
    insert into person (name, email)
    select ${what} || ' ' || chr(97 + n / 26) || chr(97 + n % 26), ${what} || n || '.' || before.people || '@planted.example'
    from before, generate_series(0, ${count}::int - 1) n order by n returning id`.execute(db)
  return rows.map(({ id }) => id)
}

async function chartOf(db: Database, count: number, heads: boolean): Promise<string[]> {
  const {
    rows: [head],
  } = await sql<{ id: string }>`insert into unit (name) values ('House') returning id`.execute(db)
  const { rows } = await sql<{ id: string }>`
    insert into unit (name, parent_id) select 'Unit ' || n + 1, ${heads ? null : head!.id}::uuid
    from generate_series(0, ${count}::int - 1) n order by n returning id`.execute(db)
  return rows.map(({ id }) => id)
}

export async function sourceOf(db: Database, name = 'Mail'): Promise<string> {
  const {
    rows: [row],
  } = await sql<{ id: string }>`
    insert into trace_source (name, kind, channel, purpose, legal_ground, mode, announced_at)
    values (${name}, 'messages', 'mail', 'Find communities', 'Agreement', 'announced', now() - interval '90 days') returning id`.execute(
    db,
  )
  return row!.id
}

function pairsOf(units: number, size: number, communities: number[][], seed: number): [number, number][] {
  const random = seededRandom(seed)
  const pairs: [number, number][] = []
  for (let one = 0; one < units * size; one++)
    for (let other = one + 1; other < units * size; other++) {
      const inside = Math.floor(one / size) === Math.floor(other / size)
      if (random() < (inside ? 0.4 : 0.01)) pairs.push([one, other])
    }
  for (const members of communities)
    for (const [at, one] of members.entries())
      for (const other of members.slice(at + 1)) if (random() < 0.85) pairs.push([one, other])
  return pairs
}

/** Writes both ways of each pair into several weeks before the last Sunday. */
export async function ties(db: Database, source: string, people: string[], pairs: [number, number][]): Promise<void> {
  const { rows: numbers } = await sql<{ number: number; personId: string }>`
    insert into trace_identity (source_id, alias, state, person_id)
    select ${source}, id::text, 'matched', id from unnest(${people}::uuid[]) as id
    returning number, person_id`.execute(db)
  const numberOf = new Map(numbers.map(({ number, personId }) => [personId, number]))
  const {
    rows: [made],
  } = await sql<{ number: number }>`
    insert into trace_import (source_id, state) values (${source}, 'done') returning number`.execute(db)
  const last = weekOf(new Date(lastSunday(new Date())))
  const rows = pairs.flatMap(([one, other]) =>
    [0, 10, 20, 30, 45].flatMap((ago) => [
      { week: last - ago, from_no: numberOf.get(people[one]!), to_no: numberOf.get(people[other]!) },
      { week: last - ago, from_no: numberOf.get(people[other]!), to_no: numberOf.get(people[one]!) },
    ]),
  )
  await sql`
    insert into tie_week (import_no, week, from_no, to_no, times, weight)
    select ${made!.number}::int, week, from_no, to_no, 2, 2
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (week smallint, from_no int, to_no int)`.execute(db)
}
