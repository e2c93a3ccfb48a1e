import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'

/** 400 communities through 600 units: aggregated first. */
const { db, person, as } = await testWorld()
let anna: Somebody

beforeAll(async () => {
  anna = await person('Anna')
  await sql`
    with house as (insert into unit (name) values ('House') returning id),
    division as (insert into unit (name, parent_id)
      select 'Division ' || n, house.id from house, generate_series(1, 24) n returning id),
    numbered as (select id, row_number() over () as n from division)
    insert into unit (name, parent_id)
    select 'Department ' || n, (select id from numbered where numbered.n = 1 + g.n % 24)
    from generate_series(1, 575) g (n)`.execute(db)
  await sql`insert into person (name, email)
    select 'Person ' || n, 'p' || n || '@example.org' from generate_series(1, 3000) n`.execute(db)
  await sql`
    with places as (select id, row_number() over (order by id) - 1 as n from unit where name like 'Department%'),
    staff as (select id, row_number() over (order by id) as n from person)
    insert into position (person_id, unit_id, title, from_day)
    select staff.id, places.id, 'Worker', '2020-01-01' from staff join places on places.n = staff.n % 575`.execute(db)
  await sql`insert into community (slug, name, short, colour, visibility, stage)
    select 'c' || n, 'Community ' || n, 'C' || n, 1 + n % 8, 'open', 'maturing' from generate_series(1, 400) n`.execute(
    db,
  )
  await sql`
    with groups as (select id, row_number() over (order by id) as n from community),
    staff as (select id, row_number() over (order by id) as n from person)
    insert into membership (community_id, person_id, by_act)
    select groups.id, staff.id, 'joined' from groups join staff
    on (staff.n * 7919 + groups.n * 104729) % 3000 < 15 + groups.n % 30`.execute(db)
})

test('one picture holds at most twelve bricks and twenty-four bands, in which every community is', async () => {
  const { body } = await as(anna)('GET /constellation')

  expect(body.units.map(({ units }) => units)).toEqual(Array.from({ length: 12 }, () => 2))
  expect(body.units[0]).toMatchObject({ name: 'Division 1', last: 'Division 2' })
  expect(body.units.reduce((sum, { people }) => sum + people, 0)).toBe(body.within!.people)
  expect([body.unitsInAll, body.unitsBefore]).toEqual([24, 0])
  expect(body.bands.length).toBeLessThanOrEqual(24)
  expect(body.bands.reduce((sum, { communities }) => sum + communities, 0)).toBe(400)
  expect(JSON.stringify(body).length).toBeLessThan(100_000)
})

test('a group opens into groups of its own, until communities stand one by one', async () => {
  let group: string | undefined
  let before = 401
  for (let deep = 0; deep < 9; deep++) {
    const { status, body } = await as(anna)('GET /constellation', { query: { group, deep: Math.max(1, deep) } })
    const inside = body.bands.reduce((sum, { communities }) => sum + communities, 0)
    expect([status, inside < before, body.bands.length <= 24]).toEqual([200, true, true])
    before = inside
    const next = body.bands.find(({ communities }) => communities > 1)
    if (!next) return
    expect(body.group?.id).toBe(group)
    group = next.id
  }
  expect.unreachable('groups without end')
})

test('six hundred units right under one head stand together first, and a brick opens into fewer', async () => {
  await sql`update unit set parent_id = (select id from unit where name = 'House') where name like 'Department%'`.execute(
    db,
  )
  await sql`delete from unit where name like 'Division%'`.execute(db)
  const seen = async (query: object) => (await as(anna)('GET /constellation', { query })).body
  const all = await seen({})
  const names = ({ units }: typeof all) => units.map(({ name, last, units: count }) => [name, last, count])

  expect(all.units.reduce((sum, { units }) => sum + units, 0)).toBe(575)
  expect(names(all)[0]).toEqual(['Department 1', 'Department 47', 47])
  // Everybody works in one department, so that the people of all bricks are the people of the house.
  expect(all.units.reduce((sum, { people }) => sum + people, 0)).toBe(all.within!.people)
  const fewer = await seen({ skip: '0', take: '47' })
  expect(names(fewer)[0]).toEqual(['Department 1', 'Department 3', 3])
  expect(fewer.units.reduce((sum, { units }) => sum + units, 0)).toBe(47)
  const oneByOne = await seen({ skip: '3', take: '4' })
  expect(names(oneByOne)).toEqual([4, 5, 6, 7].map((n) => [`Department ${n}`, null, 1]))
  expect(oneByOne.unitsBefore).toBe(3)
  for (const { pieces, people } of all.bands) expect(pieces.reduce((sum, piece) => sum + piece.people, 0)).toBe(people)
})
