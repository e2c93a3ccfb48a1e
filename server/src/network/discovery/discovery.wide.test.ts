import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Caller, testWorld } from '../../../test/world.ts'
import { across, plant } from './test/planted.ts'

const run = async (as: Caller, asked: object = {}) => {
  const { body } = await as('POST /discovery/runs', { body: asked })
  for (;;) {
    const seen = await as('GET /discovery/runs/{run}', { params: { run: body.id } })
    if (seen.body.state !== 'waiting' && seen.body.state !== 'running') return seen.body
    await setTimeout(100)
  }
}

describe('an organization with two communities across its units', async () => {
  const { db, person, as } = await testWorld()
  const maria = await person('Maria Office', { office: true })
  const planted = await plant(db, { units: 6, size: 20, communities: [across(6, 20, 0, 3), across(6, 20, 8, 3)] })
  const first = await run(as(maria))

  test('both are found, with their size, their units, and what speaks for them', async () => {
    expect(first).toMatchObject({ state: 'done', notes: [], summary: { people: 120, units: 6, level: 1, found: 2 } })
    for (const { people, units } of first.found) expect([people! >= 18 && people! <= 20, units]).toEqual([true, 6])
    for (const found of first.found) {
      const { body } = await as(maria)('GET /found/{found}', { params: { found: found.id } })
      expect(body.evidence.times).toBeGreaterThanOrEqual(2)
      expect(body.evidence.ties).toBeGreaterThan(body.evidence.byChance.high)
      expect(body.evidence.stability).toBeGreaterThan(0.9)
      expect(body.evidence.trend).toHaveLength(4)
    }
  })

  test('the people found are those who were planted', async () => {
    const { rows } = await sql<{ people: string[] }>`
      select array_agg(person_id) as people from found_person join found_community found on found.id = found_id
      where run_id = ${first.id} group by found.id order by found.number`.execute(db)

    for (const members of planted.communities) {
      const there = members.map((at) => planted.people[at]!)
      expect(rows.some(({ people }) => there.every((id) => people.includes(id)) && people.length <= 20)).toBe(true)
    }
  })

  test('the same settings find the same, bit by bit', async () => {
    const again = await run(as(maria))
    const kept = (id: string) =>
      sql`select found.number, found.people, found.units, found.evidence, held.person_id, held.part, held.strength
        from found_community found join found_person held on held.found_id = found.id
        where found.run_id = ${id} order by found.number, held.person_id`.execute(db)

    const once = (await kept(first.id)).rows
    const changes = await as(maria)('GET /discovery/runs/{run}/changes', {
      params: { run: again.id },
      query: { since: first.id },
    })
    // With nothing left to repeat the figures of, they are computed anew.
    await sql`delete from discovery_run`.execute(db)
    const anew = await run(as(maria))

    expect(changes.body.items.map(({ kind }) => kind)).toEqual(['stayed', 'stayed'])
    expect((await kept(anew.id)).rows).toEqual(once)
  })
})
