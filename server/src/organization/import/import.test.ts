import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testWorld } from '../../../test/world.ts'
import { importing } from './test/uploading.ts'

const world = await testWorld()
const { person, as, db } = world
const maria = await person('Maria Office', { office: true })
const tom = await person('Tom Weaver')
const { look, apply, bring, undo, lines, upload } = importing(world, maria)

const chart = `id;e-mail;name;title;department;manager_email;start
1;ann@weavers.example;Ann Head;Director;Mill;ann@weavers.example;1.2.2019
2;bo@weavers.example;Bo Carder;Carder;Mill > Carding;ann@weavers.example;31.12.2020
3;cid@weavers.example;Cid Carder;Carder;Mill > Carding;bo@weavers.example;
4;dot@weavers.example;Dot Dyer;Dyer;Mill > Dyeing;ann@weavers.example;
`
/** Everything an import may write, as one text to compare. */
async function everything() {
  const { rows } = await sql<{ all: string }>`select concat_ws(E'\n',
    (select string_agg(p::text, E'\n' order by p.id) from (select id, key, email, name, occupation_id, left_on from person) p),
    (select string_agg(p::text, E'\n' order by p.person_id, p.from_day) from (select person_id, unit_id, title, manager_id, from_day, to_day from position) p),
    (select string_agg(u::text, E'\n' order by u.id) from (select id, key, name, parent_id, closed_on from unit) u),
    (select string_agg(m::text, E'\n' order by m.unit_id, m.person_id) from (select unit_id, person_id, role, derived from unit_manager) m),
    (select string_agg(name, E'\n' order by name) from occupation)) as all`.execute(db)
  return rows[0]!.all
}
const held = async (email: string) => {
  const { rows } = await sql<{
    unit: string
    title: string
    manager: string | null
    fromDay: string
    toDay: string | null
  }>`
    select unit.name as unit, position.title, manager.name as manager, from_day, to_day
    from person join position on position.person_id = person.id
    left join unit on unit.id = position.unit_id left join person manager on manager.id = position.manager_id
    where person.email = ${email} order by from_day`.execute(db)
  return rows
}

test('an import is looked at before anything changes, and applied as it was looked at', async () => {
  const before = await everything()
  const planned = await look({ people: chart })

  expect(await everything()).toBe(before)
  expect(planned).toMatchObject({
    state: 'planned',
    summary: { rows: 4, people: { added: 4 }, units: { opened: 3 }, problems: 0 },
  })

  const applied = await apply(planned.id)
  expect(applied.state).toBe('applied')
  expect(await held('bo@weavers.example')).toEqual([
    { unit: 'Carding', title: 'Carder', manager: 'Ann Head', fromDay: '2020-12-31', toDay: null },
  ])
  // Who reports to themselves is the top.
  expect((await held('ann@weavers.example'))[0]!.manager).toBe(null)
})

test('the same file again changes nothing', async () => {
  const before = await everything()
  const planned = await look({ people: chart })
  expect(planned.summary).toMatchObject({
    people: { added: 0, changed: 0, ended: 0, same: 4 },
    units: { opened: 0, changed: 0 },
  })

  await apply(planned.id)
  expect(await everything()).toBe(before)
})

test('managers of units are seen from the reporting line', async () => {
  const { body } = await as(tom)('GET /units', { query: { words: 'Carding' } })
  const unit = await as(tom)('GET /units/{unit}', { params: { unit: body.items[0]!.id } })

  expect(unit.body.managers.map(({ name, derived }) => [name, derived])).toEqual([['Bo Carder', true]])
  expect(unit.body.path.map(({ name }) => name)).toEqual(['Mill'])
})

test('somebody who moves keeps the history of where they were', async () => {
  const applied = await bring({ people: 'mail,dept,title\ndot@weavers.example,Mill > Carding,Carder\n' })

  expect(await lines(applied.id, 'changed')).toMatchObject([
    {
      name: 'Dot Dyer',
      row: 2,
      changes: [
        { field: 'title', before: 'Dyer', after: 'Carder' },
        { field: 'unit', before: 'Dyeing', after: 'Carding' },
      ],
    },
  ])
  expect((await held('dot@weavers.example')).at(-1)).toMatchObject({ unit: 'Carding', manager: 'Ann Head' })
})

test('people who are missing are left alone unless the file is complete', async () => {
  const two = chart.split('\n').slice(0, 3).join('\n')
  expect((await look({ people: two })).summary).toMatchObject({ people: { ended: 0 }, asks: null })

  const planned = await look({ people: two }, { complete: 'all' })
  expect(planned.summary).toMatchObject({ people: { ended: 2 }, asks: { ended: 2, of: 4 } })
  expect((await lines(planned.id, 'ended')).map(({ name }) => name)).toEqual(['Dyeing', 'Cid Carder', 'Dot Dyer'])
})

test('more than one in twenty ending asks again, and only a clear yes ends them', async () => {
  const two = chart.split('\n').slice(0, 3).join('\n')
  const planned = await look({ people: two }, { complete: 'all' })
  const refused = await as(maria)('PUT /organization/imports/{import}/application', {
    params: { import: planned.id },
    body: {},
  })
  expect([refused.status, refused.problem.title]).toEqual([409, expect.stringContaining('2 of 4 people would end')])

  await apply(planned.id, true)
  const [cid] = await held('cid@weavers.example')
  expect(cid!.toDay).not.toBe(null)
  const { rows } = await sql<{
    left: boolean
  }>`select left_on = current_date as left from person where email = 'cid@weavers.example'`.execute(db)
  expect(rows[0]!.left).toBe(true)
})

test('whoever comes back is there again', async () => {
  await bring({ people: chart })

  const { rows } = await sql<{
    leftOn: string | null
  }>`select left_on from person where email = 'cid@weavers.example'`.execute(db)
  expect(rows[0]!.leftOn).toBe(null)
  expect((await held('cid@weavers.example')).at(-1)).toMatchObject({ unit: 'Carding', toDay: null })
})

test('who is missing from a complete file can no longer come in, and the trail tells who left and came back', async () => {
  const vera = await person('Vera Visitor', { unit: (await as(maria)('GET /units')).body.items[0]!.id })
  expect((await as(vera)('GET /units')).status).toBe(200)
  const applied = await bring({ people: chart }, { complete: 'all' })

  expect((await as(vera)('GET /units')).status).toBe(401)
  await undo(applied.id)
  const trail = await db.selectFrom('activity').select('verb').where('subjectId', '=', vera.id).orderBy('id').execute()
  expect(trail.map(({ verb }) => verb)).toEqual(['person.left', 'person.returned'])
})

test('a file complete for one unit ends nobody elsewhere', async () => {
  const { body } = await as(maria)('GET /units', { query: { words: 'Carding' } })
  const planned = await look({ people: 'id,name\n2,Bo Carder\n' }, { complete: body.items[0]!.id })

  expect((await lines(planned.id, 'ended')).map(({ name }) => name)).toEqual(['Cid Carder'])
})

test('an import is undone as a whole', async () => {
  const before = await everything()
  const applied = await bring({
    people: `id,email,name,title,occupation,department,manager\n2,bo.carder@weavers.example,Bo C. Carder,Head carder,Carder,Mill > Carding > Combing,1
9,eve@weavers.example,Eve New,Spinner,Spinner,Mill > Spinning,2\n`,
  })
  expect(applied.summary).toMatchObject({ people: { added: 1, changed: 1 }, units: { opened: 2 } })
  expect(await everything()).not.toBe(before)

  const { body } = await undo(applied.id)
  expect([body.state, body.kept]).toEqual(['undone', 0])
  expect(await everything()).toBe(before)
})

test('a delegate whom an import made the manager is a delegate again after undo, and a manager made delegate since is the manager', async () => {
  const people = 'id,name,department\n70,Una Silk,Silkery\n71,Bea Silk,Silkery\n'
  await bring({ people, units: 'name,manager\nSilkery,70\n' })
  const unit = (await db.selectFrom('unit').select('id').where('name', '=', 'Silkery').executeTakeFirstOrThrow()).id
  const [una, bea] = await db
    .selectFrom('person')
    .select('id')
    .where('key', 'in', ['70', '71'])
    .orderBy('key')
    .execute()
  const delegate = (person: string) => as(maria)('PUT /units/{unit}/delegates/{person}', { params: { unit, person } })
  await delegate(bea!.id)
  const before = await everything()
  const managers = async () =>
    (
      await db
        .selectFrom('unitManager')
        .select('personId')
        .where('unitId', '=', unit)
        .where('role', '=', 'manager')
        .execute()
    ).map(({ personId }) => personId)
  expect(await managers()).toEqual([una!.id])

  const units = 'name,manager\nSilkery,71\n'
  const first = await bring({ people, units })
  expect(await managers()).toEqual([bea!.id])
  await undo(first.id)
  expect(await everything()).toBe(before)

  const second = await bring({ people, units })
  await delegate(una!.id)
  await undo(second.id)
  expect(await everything()).toBe(before)
})

test('undoing keeps people who were met since, as former colleagues', async () => {
  const applied = await bring({ people: 'id,name,department\n20,Kai Kept,Mill\n21,Lea Gone,Mill\n' })
  const { id } = await db.selectFrom('person').select('id').where('key', '=', '20').executeTakeFirstOrThrow()
  const { rows } = await sql<{ id: string }>`select id from unit where name = 'Mill'`.execute(db)
  await as(maria)('PUT /units/{unit}/delegates/{person}', { params: { unit: rows[0]!.id, person: id } })

  expect((await undo(applied.id)).body.kept).toBe(1)
  const left = await db.selectFrom('person').select(['name', 'leftOn']).where('key', 'in', ['20', '21']).execute()
  expect(left).toEqual([{ name: 'Kai Kept', leftOn: expect.any(String) }])
})

test('only the last import can be undone', async () => {
  const first = await bring({ people: 'id,name\n30,Nia\n' })
  const second = await bring({ people: 'id,name\n31,Oli\n' })

  expect((await undo(first.id)).status).toBe(409)
  expect((await undo(second.id)).status).toBe(204)
  expect((await undo(first.id)).status).toBe(204)
})

test('a plan is not carried out when the organization has changed since', async () => {
  const planned = await look({ people: 'id,name\n40,Pia\n' })
  await bring({ people: 'id,name\n40,Pia Painter\n' })

  const { state, failure } = await apply(planned.id)
  expect(state).toBe('planned')
  expect(failure).toMatch(/has changed since this plan was made/)
})

test('only the knowledge office imports', async () => {
  const planned = await look({ people: 'id,name\n50,Quy\n' })
  const one = { params: { import: planned.id } }
  const refusals = [
    await as(tom)('GET /organization/imports'),
    await as(tom)('GET /organization/imports/{import}', one),
    await as(tom)('GET /organization/imports/{import}/lines', { ...one, query: { tab: 'added' } }),
    await as(tom)('PUT /organization/imports/{import}/plan', { ...one, body: {} }),
    await as(tom)('PUT /organization/imports/{import}/application', { ...one, body: {} }),
    await as(tom)('DELETE /organization/imports/{import}/application', one),
    await as(tom)('DELETE /organization/imports/{import}', one),
    await importing(world, tom).upload({ people: 'id\n1\n' }),
  ]
  expect(refusals.map(({ status }) => status)).toEqual(refusals.map(() => 403))
  expect((await as(maria)('DELETE /organization/imports/{import}', one)).status).toBe(204)
})

test('a file that cannot be used says so and leaves nothing behind', async () => {
  const before = await as(maria)('GET /organization/imports')
  expect((await upload({ people: '' })).body.title).toMatch(/has no line at all/)
  expect((await upload({ people: 'id,name\n1,"Ann\n2,Bo\n' })).body.title).toMatch(
    /From row 2 on, a quotation mark is never closed/,
  )
  expect((await upload({ other: 'id\n1\n' })).body.title).toMatch(/No file came/)

  expect((await as(maria)('GET /organization/imports')).body).toEqual(before.body)
})

test('columns that were not understood can be named', async () => {
  const first = await look({ people: 'Codice,Chi\n60,Rex\n' })
  expect([first.state, first.files.people!.columns]).toEqual(['uploaded', [null, null]])

  await as(maria)('PUT /organization/imports/{import}/plan', {
    params: { import: first.id },
    body: { columns: { people: ['id', 'name'] } },
  })
  const planned = await importing(world, maria).settled(first.id)
  expect([planned.state, planned.summary?.people.added]).toEqual(['planned', 1])
})
