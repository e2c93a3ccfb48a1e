import type { EditPerson, Shown } from '@mortar/contract/organization'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inTransaction } from '#platform/database.ts'
import { testWorld } from '../../../test/world.ts'
import { setLanguage } from '../queries/language.ts'

const { person, unit, as, db } = await testWorld()
const mill = await unit('Mill')
const carding = await unit('Carding', mill)
const dyeing = await unit('Dyeing', mill)
const maria = await person('Maria Manager', { unit: mill, manages: mill })
const tom = await person('Tom Carder', { unit: carding })
const aino = await person('Aino Öhman', { unit: carding })
const olga = await person('Olga Office', { office: true })

const names = (lines: { name: string }[]) => lines.map(({ name }) => name)
const about: EditPerson = {
  does: 'I card **wool**.',
  experience: ['carding', 'felt'],
  acceptsQuestions: true,
  shows: [],
}

test('the tree opens one level at a time, with the people below', async () => {
  const top = await as(tom)('GET /units')
  expect(top.body.items).toMatchObject([{ name: 'Mill', people: 3, inside: 2 }])

  const inside = await as(tom)('GET /units', { query: { parent: mill } })
  expect(inside.body.items.map(({ name, people }) => [name, people])).toEqual([
    ['Carding', 2],
    ['Dyeing', 0],
  ])
})

test.each([
  ['Carding', 'Carding'],
  ['cardng', 'Carding'],
  ['DYE', 'Dyeing'],
])('a unit is found by "%s"', async (words, name) => {
  const { body } = await as(tom)('GET /units', { query: { words } })

  expect(names(body.items)[0]).toBe(name)
  expect(names(body.items[0]!.path)).toEqual(['Mill'])
})

test.each([
  ['tom carder', 'Tom Carder'],
  ['ohman', 'Aino Öhman'],
  ['Ano Öhmann', 'Aino Öhman'],
  ['mria manager', 'Maria Manager'],
])('a person is found by "%s"', async (words, name) => {
  expect(names((await as(tom)('GET /people', { query: { words } })).body.items)[0]).toBe(name)
})

test('signs that mean something to the database mean nothing in a search', async () => {
  for (const words of ['%', '_', '\\', "'", '%%%%']) {
    const { status, body } = await as(tom)('GET /people', { query: { words } })
    expect([status, body.items]).toEqual([200, []])
  }
})

test('names stand in the order of the organization’s language, page by page', async () => {
  const office = await unit('Office')
  for (const name of ['Åsa', 'Zoe', 'Ärla', 'Anna', 'Öjar']) await person(name, { unit: office })
  const all = async () => {
    const found: string[] = []
    for (let after: string | undefined; ;) {
      const { body } = await as(tom)('GET /units/{unit}/people', {
        params: { unit: office },
        query: { after, limit: 2 },
      })
      found.push(...names(body.items))
      if (!body.next) return found
      after = body.next
    }
  }
  expect(await all()).toEqual(['Anna', 'Ärla', 'Åsa', 'Öjar', 'Zoe'])

  await inTransaction(db, (tx) => setLanguage(tx, 'fi'))
  expect(await all()).toEqual(['Anna', 'Zoe', 'Åsa', 'Ärla', 'Öjar'])
  await inTransaction(db, (tx) => setLanguage(tx, 'en'))
})

test('a manager names delegates and takes it back; the trail shows both', async () => {
  const params = { unit: mill, person: tom.id }
  expect((await as(maria)('PUT /units/{unit}/delegates/{person}', { params })).status).toBe(204)
  expect((await as(maria)('PUT /units/{unit}/delegates/{person}', { params })).status).toBe(204)

  const seen = await as(aino)('GET /units/{unit}', { params: { unit: mill } })
  expect([names(seen.body.managers), names(seen.body.delegates)]).toEqual([['Maria Manager'], ['Tom Carder']])

  await as(maria)('DELETE /units/{unit}/delegates/{person}', { params })
  const trail = await db.selectFrom('activity').select('verb').where('subjectId', '=', mill).orderBy('id').execute()
  expect(trail.map(({ verb }) => verb)).toEqual(['unit.delegate_named', 'unit.delegate_ended'])
})

test.each([
  ['manager', 204, true],
  ['knowledge office', 204, true],
  ['delegate', 403, false],
  ['somebody who works there', 403, false],
] as const)('naming delegates: %s', async (who, status, may) => {
  const helper = await person('Helper', { delegateOf: mill })
  const actor = { manager: maria, 'knowledge office': olga, delegate: helper, 'somebody who works there': aino }[who]

  const answer = await as(actor)('PUT /units/{unit}/delegates/{person}', { params: { unit: mill, person: aino.id } })
  expect(answer.status).toBe(status)
  expect((await as(actor)('GET /units/{unit}', { params: { unit: mill } })).body.may.nameDelegates).toBe(may)
})

test('a delegate may lay it down, nobody else’s', async () => {
  const one = await person('One', { delegateOf: dyeing })
  const other = await person('Other', { delegateOf: dyeing })
  const lay = (who: typeof one, whose: typeof one) =>
    as(who)('DELETE /units/{unit}/delegates/{person}', { params: { unit: dyeing, person: whose.id } })

  expect((await lay(one, other)).status).toBe(403)
  expect((await lay(one, one)).status).toBe(204)
})

test('a closed unit keeps its page and takes no delegates', async () => {
  const old = await unit('Fulling')
  await sql`update unit set closed_on = current_date where id = ${old}`.execute(db)

  expect((await as(olga)('GET /units/{unit}', { params: { unit: old } })).body.closedOn).not.toBe(null)
  const refused = await as(olga)('PUT /units/{unit}/delegates/{person}', { params: { unit: old, person: tom.id } })
  expect(refused.status).toBe(409)
})

test('a unit remembers what it was called and where it hung', async () => {
  const team = await unit('Team', mill)
  await sql`update unit_history set from_day = '2024-01-01' where unit_id = ${team}`.execute(db)
  await sql`update unit set name = 'Combing', parent_id = ${carding} where id = ${team}`.execute(db)

  const { body } = await as(tom)('GET /units/{unit}', { params: { unit: team } })
  expect(body.history).toMatchObject([
    { name: 'Combing', parent: { name: 'Carding' }, to: null },
    { name: 'Team', parent: { name: 'Mill' }, from: '2024-01-01' },
  ])
})

test('people say what they do, and only they', async () => {
  const params = { person: tom.id }
  const refused = await as(aino)('PUT /people/{person}', { params, body: about })
  expect([refused.status, refused.problem.title]).toEqual([403, 'Only Tom Carder may change this page.'])
  expect((await as(olga)('PUT /people/{person}', { params, body: about })).status).toBe(403)

  await as(tom)('PUT /people/{person}', { params, body: about })
  const own = await as(tom)('GET /people/{person}', { params })
  expect([own.body.does?.html, own.body.may.edit]).toEqual([expect.stringContaining('<strong>wool</strong>'), true])
})

test('whom somebody reports to is seen where they show it', async () => {
  const manager = await person('Mirja')
  await sql`update position set manager_id = ${manager.id} where person_id = ${aino.id}`.execute(db)
  const params = { person: aino.id }
  const seen = async () => (await as(tom)('GET /people/{person}', { params })).body.manager?.name
  expect(await seen()).toBe('Mirja')

  await as(aino)('PUT /people/{person}', { params, body: about })
  expect(await seen()).toBe(undefined)
  expect((await as(aino)('GET /people/{person}', { params })).body.manager?.name).toBe('Mirja')
})

const hidden = { does: null, experience: null, occupation: null, email: null, history: null }
test.each([
  [[], []],
  [['does'], ['does']],
  [
    ['experience', 'history'],
    ['experience', 'history'],
  ],
  [['email'], ['email']],
] as [Shown[], (keyof typeof hidden)[]][])(
  'who shows %j is seen with name, title, unit and %j',
  async (shows, seen) => {
    const params = { person: tom.id }
    await as(tom)('PUT /people/{person}', { params, body: { ...about, shows } })

    const { body } = await as(aino)('GET /people/{person}', { params })
    expect([body.name, body.title, body.unit]).toEqual(['Tom Carder', 'Worker', 'Carding'])
    const shown = Object.keys(hidden).filter((field) => body[field as keyof typeof hidden] !== null)
    expect(shown.sort()).toEqual([...seen].sort())
  },
)

test('who was erased is not there, and nothing is shown to strangers', async () => {
  const gone = await person('Gone')
  await sql`update person set erased_at = now() where id = ${gone.id}`.execute(db)

  expect((await as(tom)('GET /people/{person}', { params: { person: gone.id } })).status).toBe(404)
  expect((await as(undefined)('GET /people/{person}', { params: { person: tom.id } })).status).toBe(401)
  expect((await as(undefined)('GET /units')).status).toBe(401)
})
