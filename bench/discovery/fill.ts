import { randomUUID } from 'node:crypto'
import { below, seededRandom } from '@mortar/graph'
import type pg from 'pg'
import { weekOf } from '../../server/src/network/week.ts'
import { copy, type Row } from '../fill/copy.ts'
import type { Organization } from './organization.ts'

export interface Filled {
  /** The id of each person, by number. */
  people: string[]
  /** Counts of pairs and weeks that were written. */
  rows: number
}

const weeksOfATie = 5

/**
 * A generated organization as the product would hold it after its imports: people, a chart of the house and its departments, and
 * what an announced source of mail left behind: for each tie five weeks of the last year, both ways, once to three times a week.
 */
export async function fillTraces(client: pg.ClientBase, { graph, units }: Organization, seed: number): Promise<Filled> {
  const people = Array.from({ length: graph.nodes }, () => randomUUID())
  const unitIds = Array.from({ length: units.reduce((most, unit) => Math.max(most, unit + 1), 0) }, () => randomUUID())
  const house = randomUUID()
  await copy(client, 'unit', 'id, name, parent_id', [[house, 'House', null]])
  await copy(
    client,
    'unit',
    'id, name, parent_id',
    unitIds.map((id, n) => [id, `Department ${n}`, house]),
  )
  await copy(
    client,
    'person',
    'id, email, name',
    people.map((id, n) => [id, `p${n}@example.org`, `Person ${n}`]),
  )
  await copy(
    client,
    'position',
    'person_id, unit_id, title, from_day',
    people.map((id, n) => [id, unitIds[units[n]!]!, 'Worker', '2020-01-01']),
  )
  const source = randomUUID()
  await client.query(
    `insert into trace_source (id, name, kind, channel, purpose, legal_ground, retention_days, mode, announced_at)
     values ($1, 'Mail', 'messages', 'mail', 'To measure', 'None needed', 36500, 'announced', now() - interval '90 days')`,
    [source],
  )
  const { rows: imports } = await client.query<{ number: number }>(
    `insert into trace_import (source_id, state) values ($1, 'done') returning number`,
    [source],
  )
  await copy(
    client,
    'trace_identity',
    'number, source_id, alias, state, person_id',
    people.map((id, n) => [n + 1, source, `p${n}@example.org`, 'matched', id]),
  )
  let rows = 0
  const counted = function* (): Generator<Row> {
    for (const row of weeksOf(imports[0]!.number, graph, seed)) {
      rows++
      yield row
    }
  }
  await copy(client, 'tie_week', 'import_no, week, from_no, to_no, times, weight', counted())
  await client.query('analyze')
  return { people, rows }
}

function* weeksOf(number: number, { nodes, offsets, targets }: Organization['graph'], seed: number): Generator<Row> {
  const random = seededRandom(seed, 7)
  const last = weekOf(Date.now()) - 1
  for (let week = 0; week < weeksOfATie; week++)
    for (let one = 0; one < nodes; one++)
      for (let arc = offsets[one]!; arc < offsets[one + 1]!; arc++) {
        const times = 1 + below(random, 3)
        yield [number, last - 10 * week - below(random, 10), one + 1, targets[arc]! + 1, times, times]
      }
}
