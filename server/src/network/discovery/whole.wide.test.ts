import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/endpoint.ts'
import { testWorld, type Somebody, type World } from '../../../test/world.ts'
import { choose } from '../sources/actions.ts'
import { tracing } from '../test/importing.ts'
import { lastSunday, yearBefore } from './discovery.ts'
import { across, plant, type Planted } from './test/planted.ts'

/** What a run must bear: a chart that is not there, two of them, people who withdraw, being stopped, a process that dies. */
const empty = await testWorld()
const twoHeads = await testWorld()
const changing = await testWorld()
const breaking = await testWorld()

async function ran({ as }: World, office: Somebody, asked: object = {}) {
  const { body } = await as(office)('POST /discovery/runs', { body: asked })
  return until({ as } as World, office, body.id)
}

async function until({ as }: Pick<World, 'as'>, office: Somebody, run: string) {
  for (;;) {
    const { body } = await as(office)('GET /discovery/runs/{run}', { params: { run } })
    if (body.state !== 'waiting' && body.state !== 'running') return body
    await setTimeout(100)
  }
}

describe('without what a search lives on', () => {
  test('no ties and no chart are said in a sentence, and nothing is found', async () => {
    const office = await empty.person('Maria Office', { office: true })
    const run = await ran(empty, office)

    expect(run).toMatchObject({ state: 'done', found: [], summary: { people: null, ties: null, found: 0 } })
    expect(run.notes).toEqual([expect.stringContaining('no ties')])
  })

  test('where everything that was read is of long ago, the year before its end is proposed, to the knowledge office alone', async () => {
    const office = await empty.person('Nina Office', { office: true })
    const { person, read, source } = tracing(empty.db)
    await Promise.all([person('Ida'), person('Joel')])
    await read(await source(), 'time,from,to\n2019-06-05,ida@mill.example,joel@mill.example\n')

    const { body } = await empty.as(office)('GET /discovery/runs')
    expect(body.defaults).toMatchObject({ from: '2018-06-11', to: '2019-06-09' })
    const { rows } = await sql<{ id: string }>`insert into unit (name) values ('Mill') returning id`.execute(empty.db)
    const manager = await empty.person('Mona Manager', { manages: rows[0]!.id })
    const { defaults } = (await empty.as(manager)('GET /discovery/runs')).body
    expect(defaults).toMatchObject({ to: lastSunday(new Date()), from: yearBefore(lastSunday(new Date())) })
    await sql`with gone as (delete from unit_manager) delete from unit`.execute(empty.db)
  })

  test('without a chart all ties are searched, and it is said that departments are likely among what is found', async () => {
    const { rows } = await sql`select from unit`.execute(empty.db)
    await plant(empty.db, { units: 4, size: 12, communities: [], chart: false })
    const run = await ran(empty, await empty.person('Olga Office', { office: true }))

    expect(rows).toEqual([])
    expect(run.notes.join(' ')).toContain('no chart')
    expect(run.found.length).toBeGreaterThan(0)
  })

  test('where the chart explains everything, no community stands out', async () => {
    const office = await twoHeads.person('Maria Office', { office: true })
    await plant(twoHeads.db, { units: 5, size: 14, communities: [] })
    const run = await ran(twoHeads, office)

    expect(run.found).toEqual([])
    expect(run.notes).toEqual([expect.stringContaining('No community stands out')])
  })

  test('a chart with two heads is taken as it is, and that is said', async () => {
    const { rows } = await sql<{ id: string }>`insert into unit (name) values ('Second house') returning id`.execute(
      twoHeads.db,
    )
    await sql`update unit set parent_id = ${rows[0]!.id} where name in ('Unit 1', 'Unit 2')`.execute(twoHeads.db)
    const run = await ran(twoHeads, await twoHeads.person('Olga Office', { office: true }))

    expect(run.state).toBe('done')
    expect(run.notes[0]).toContain('several heads')
  })
})

describe('from one run to the next', () => {
  test('one who withdraws changes no figure that is shown, though they are found no more', async () => {
    const office = await changing.person('Maria Office', { office: true })
    const planted: Planted = await plant(changing.db, {
      units: 6,
      size: 20,
      communities: [across(6, 20, 0, 3), across(6, 20, 8, 3)],
    })
    const before = await ran(changing, office)
    const leaver = planted.people[planted.communities[0]![0]!]!
    await choose(changing.db, { id: leaver } as Actor, planted.source, false)
    const foundIn = async () =>
      (
        await sql`select from found_person where person_id = ${leaver}
        union all select from own_position where person_id = ${leaver}`.execute(changing.db)
      ).rows
    expect(await foundIn()).toEqual([])
    const between = async () => (await changing.as(office)('GET /constellation/ties')).body.pairs
    const pairs = await between()
    const after = await ran(changing, office)
    expect(pairs).toHaveLength(21)
    expect([await between(), after.summary!.ties]).toEqual([pairs, before.summary!.ties])
    const evidence = async (found: string) =>
      (await changing.as(office)('GET /found/{found}', { params: { found } })).body

    expect(await foundIn()).toEqual([])
    expect(after.summary!.people).toBe(before.summary!.people)
    const [one, other] = [await evidence(before.found[0]!.id), await evidence(after.found[0]!.id)]
    expect([other.people, other.units, other.evidence]).toEqual([one.people, one.units, one.evidence])
    expect(other).toMatchObject({ figuresSince: before.at, change: 'stayed' })

    const otherwise = await ran(changing, office, { halfLife: 180 })
    const since = await Promise.all(otherwise.found.map(async ({ id }) => (await evidence(id)).figuresSince))
    expect(since).toContain(before.at)
  })
})

describe('long work', () => {
  test('a run that is stopped keeps nothing, and says so', async () => {
    const office = await breaking.person('Maria Office', { office: true })
    await plant(breaking.db, { units: 6, size: 20, communities: [across(6, 20, 0, 3), across(6, 20, 8, 3)] })
    const { body } = await breaking.as(office)('POST /discovery/runs', { body: {} })
    await breaking.as(office)('DELETE /discovery/runs/{run}', { params: { run: body.id } })
    const again = await breaking.as(office)('DELETE /discovery/runs/{run}', { params: { run: body.id } })

    expect(await until(breaking, office, body.id)).toMatchObject({ state: 'stopped', found: [] })
    expect(again.problem.code).toBe('network.runOver')
  })

  test('a run whose process died is taken up again by whoever looks next', async () => {
    const office = await breaking.person('Olga Office', { office: true })
    const { body } = await breaking.as(office)('GET /discovery/runs')
    const { rows } = await sql<{ id: string }>`
      insert into discovery_run (settings, state, beat_at)
      values (${JSON.stringify(body.defaults)}::jsonb, 'running', now() - interval '1 minute') returning id`.execute(
      breaking.db,
    )

    expect(await until(breaking, office, rows[0]!.id)).toMatchObject({ state: 'done', summary: { found: 2 } })
  })

  test('a schedule begins a run when none was done for so long', async () => {
    const office = await breaking.person('Pia Office', { office: true })
    await sql`update discovery_run set at = at - interval '40 days'`.execute(breaking.db)
    await breaking.as(office)('PUT /discovery/schedule', { body: { every: 'monthly' } })
    const scheduled = async () =>
      (await breaking.as(office)('GET /discovery/runs')).body.items.filter(
        (run) => run.scheduled && run.state === 'done',
      )

    await expect.poll(scheduled).toHaveLength(1)
    expect((await breaking.as(office)('GET /discovery/runs')).body.items.filter((run) => run.scheduled)).toHaveLength(1)
  })
})
