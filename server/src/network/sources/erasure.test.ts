import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#platform/database.ts'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { tracing } from '../test/importing.ts'
import { eraseFromNetwork } from './erasure.ts'
import { forgetOldTraces } from './retention.ts'

const world = await testWorld()
const { db, as } = world
const { source, read } = tracing(db)
let anna: Somebody, bo: Somebody, cid: Somebody
const emails = new Map<string, string>()

beforeAll(async () => {
  anna = await world.person('Anna Adams')
  bo = await world.person('Bo Berg')
  cid = await world.person('Cid Crane')
  for (const { id, email } of await db.selectFrom('person').select(['id', 'email']).execute()) emails.set(id, email!)
})
const of = ({ id }: Somebody) => emails.get(id)!

/** Every place of the network that may name somebody, with how many rows do. */
async function left(person: string): Promise<Record<string, number>> {
  const mine = sql`select number from trace_identity where person_id = ${person}`
  const { rows } = await sql<Record<string, number>>`select
    (select count(*) from trace_identity where person_id = ${person} or ${person} = any(candidates))::int as identities,
    (select count(*) from tie_week where from_no in (${mine}) or to_no in (${mine}))::int as ties,
    (select count(*) from artefact_week where person_no in (${mine}))::int as works,
    (select count(*) from trace_choice where person_id = ${person})::int as choices,
    (select count(*) from found_person where person_id = ${person})::int as found,
    (select count(*) from own_position where person_id = ${person})::int as positions`.execute(db)
  return rows[0]!
}
const rowsOf = async () =>
  (
    await sql<{ ties: number; works: number }>`
      select (select count(*) from tie_week)::int as ties, (select count(*) from artefact_week)::int as works`.execute(
      db,
    )
  ).rows[0]!

/** Traces of three people, of whom the first also stands in doubt elsewhere, works on a file, and was found. */
async function told() {
  const mail = await source()
  await read(
    mail,
    `time,from,to\n2024-03-05,${of(anna)},${of(bo)}\n2024-03-05,${of(bo)},${of(anna)}\n2024-03-06,${of(bo)},${of(cid)}\n2024-03-07,Anna Adams <a@old.example>,${of(cid)}\n`,
  )
  const files = await source('announced', 'artefacts')
  const { rows } = await sql<{ number: number }>`
    insert into trace_import (source_id, state) values (${files}, 'done') returning number`.execute(db)
  await sql`insert into trace_identity (source_id, alias, state, person_id)
    select ${files}, id::text, 'matched', id from unnest(${[anna.id, bo.id]}::uuid[]) id`.execute(db)
  await sql`insert into artefact (source_id, name) values (${files}, 'plans/one'), (${files}, 'plans/two')`.execute(db)
  await sql`insert into artefact_week (import_no, week, artefact, person_no, times)
    select ${rows[0]!.number}, 2830, artefact.number, identity.number, 1 from artefact, trace_identity identity
    where artefact.source_id = ${files} and identity.source_id = ${files}
      and (artefact.name = 'plans/one' or identity.person_id = ${anna.id})`.execute(db)
  await as(anna)('PUT /sources/{source}/choice', { params: { source: files }, body: { agreed: true } })
  const { rows: run } = await sql<{ id: string }>`
    insert into discovery_run (settings, state, summary) values ('{"sources": null}', 'done', '{}') returning id`.execute(
    db,
  )
  const { rows: found } = await sql<{ id: string }>`
    insert into found_community (run_id, number, people, units, evidence, described)
    values (${run[0]!.id}, 1, 7, 2, '{}', true) returning id`.execute(db)
  await sql`insert into found_person (found_id, person_id, part, strength)
    values (${found[0]!.id}, ${anna.id}, 'core', 1), (${found[0]!.id}, ${bo.id}, 'core', 1)`.execute(db)
  await sql`insert into own_position (run_id, person_id, position) values (${run[0]!.id}, ${anna.id}, '{}')`.execute(db)
  return found[0]!.id
}

test('of somebody who is erased nothing is left in the network, and nothing of others goes', async () => {
  const found = await told()
  expect(await left(anna.id)).toEqual({ identities: 3, ties: 2, works: 2, choices: 1, found: 1, positions: 1 })
  const before = await rowsOf()
  expect(before).toEqual({ ties: 4, works: 3 })

  const removed = await inTransaction(db, async (tx) => {
    await sql`update person set erased_at = now() where id = ${anna.id}`.execute(tx)
    return eraseFromNetwork(tx, anna.id)
  })

  // Two ties of hers, one of an address that may be hers, two works, one finding and one position.
  expect(removed).toBe(7)
  expect(await left(anna.id)).toEqual({ identities: 0, ties: 0, works: 0, choices: 0, found: 0, positions: 0 })
  expect(await rowsOf()).toEqual({ ties: 1, works: 1 })
  const { rows } = await sql<{ name: string }>`select name from artefact`.execute(db)
  expect(rows).toEqual([{ name: 'plans/one' }])
  const { rows: figures } = await sql`select people, gone from found_community where id = ${found}`.execute(db)
  expect(figures).toEqual([{ people: 7, gone: 1 }])
})

test('an address that was hers is of nobody known in a later file', async () => {
  const { rows } = await sql`select from trace_identity where alias = 'a@old.example'`.execute(db)
  expect(rows).toEqual([])
  const id = await source()
  await read(id, `time,from,to\n2024-04-05,${of(anna)},${of(bo)}\n2024-04-06,${of(bo)},${of(cid)}\n`)

  expect(await left(anna.id)).toMatchObject({ identities: 0, ties: 0 })
})

test('whoever is erased in another way is seen to within the hour', async () => {
  expect((await left(cid.id))['ties']).toBeGreaterThan(0)
  await sql`update person set erased_at = now(), email = null where id = ${cid.id}`.execute(db)
  await forgetOldTraces(db)

  expect(await left(cid.id)).toEqual({ identities: 0, ties: 0, works: 0, choices: 0, found: 0, positions: 0 })
})
