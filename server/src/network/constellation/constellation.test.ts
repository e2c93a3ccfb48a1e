import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'

const { person, unit, as, db } = await testWorld()
const mill = await unit('Mill')
const carding = await unit('Carding', mill)
const combing = await unit('Combing', carding)
const dyeing = await unit('Dyeing', mill)
const anna = await person('Anna', { unit: carding })
const bo = await person('Bo', { unit: combing })
const cid = await person('Cid', { unit: dyeing })
const dora = await person('Dora', { unit: dyeing })
const head = await person('Head', { unit: mill, manages: mill })

async function community(
  name: string,
  visibility: 'open' | 'by_request' | 'private',
  founder: Somebody,
  members: Somebody[],
) {
  const { body } = await as(founder)('POST /communities', {
    body: { name, short: name.slice(0, 3).toUpperCase(), colour: 1, visibility, domain: `What ${name} care for` },
  })
  for (const { id } of members)
    await sql`insert into membership (community_id, person_id, by_act) values (${body.id}, ${id}, 'joined')`.execute(db)
  return body.id
}
const spinners = await community('Spinners', 'open', anna, [bo, cid])
const weavers = await community('Weavers', 'by_request', bo, [cid, dora])
const secret = await community('Secret', 'private', dora, [anna])

const seen = async (who: Somebody, query: { within?: string; at?: string; group?: string } = {}) =>
  (await as(who)('GET /constellation', { query })).body
const cells = (picture: Awaited<ReturnType<typeof seen>>) =>
  Object.fromEntries(
    picture.bands.map((band) => [
      band.name,
      Object.fromEntries(
        band.pieces.flatMap(({ unit, people }) => (people ? [[picture.units[unit]!.name, people]] : [])),
      ),
    ]),
  )

test('under the top of the chart stand its units, with the people of each community in them and below', async () => {
  const picture = await seen(anna)

  expect(picture.within).toMatchObject({ id: mill, people: 5, head: { name: 'Head' } })
  expect(picture.units.map(({ name, people, inside }) => [name, people, inside])).toEqual([
    ['Carding', 2, 1],
    ['Dyeing', 2, 0],
  ])
  expect(cells(picture)).toEqual({
    Spinners: { Carding: 2, Dyeing: 1 },
    Weavers: { Carding: 1, Dyeing: 2 },
    Secret: { Carding: 1, Dyeing: 1 },
  })
})

test('overlaps are people, each counted once', async () => {
  const { bands, overlaps } = await seen(anna)
  const pairs = overlaps.map(({ one, other, people }) => [[bands[one]!.name, bands[other]!.name].toSorted(), people])

  expect(pairs).toEqual(
    expect.arrayContaining([
      [['Spinners', 'Weavers'], 2],
      [['Secret', 'Spinners'], 1],
      [['Secret', 'Weavers'], 1],
    ]),
  )
})

test.each([
  ['a member', anna, true],
  ['somebody else', bo, false],
  ['the manager of the unit', head, false],
] as const)('a private community stands in the picture of its members only: %s', async (_, who, there) => {
  expect((await seen(who)).bands.some(({ id }) => id === secret)).toBe(there)
})

test('somebody invited to a private community knows of it, and not who is in it', async () => {
  await as(dora)('POST /communities/{community}/invitations', {
    params: { community: secret },
    body: { person: cid.id },
  })

  expect((await seen(cid)).bands.map(({ id }) => id)).not.toContain(secret)
})

test('a unit opens into the units inside it, with its own people beside them', async () => {
  const picture = await seen(anna, { within: carding })

  expect(picture.path).toEqual([{ id: mill, name: 'Mill' }])
  expect(picture.units.map(({ name, itself, people }) => [name, itself, people])).toEqual([
    ['Carding', true, 1],
    ['Combing', false, 1],
  ])
})

test('a past day shows of today’s members those who had joined, in the chart of that day', async () => {
  await sql`update membership set joined_at = '2024-05-01' where community_id = ${spinners} and person_id = ${anna.id}`.execute(
    db,
  )
  await sql`update community set created_at = '2024-05-01' where id = ${spinners}`.execute(db)
  const picture = await seen(anna, { at: '2024-06-01' })

  expect(picture.at).toBe('2024-06-01')
  expect(picture.since).toBe('2024-05-01')
  expect(cells(picture)).toEqual({ Spinners: { Carding: 1 } })
})

test('somebody who left a community is in none of its pictures', async () => {
  await as(dora)('DELETE /communities/{community}/membership', { params: { community: weavers } })

  expect(cells(await seen(anna))['Weavers']).toEqual({ Carding: 1, Dyeing: 1 })
})

test('a unit that is not there is refused with what to do', async () => {
  const { status, problem } = await as(anna)('GET /constellation', { query: { within: anna.id } })

  expect([status, problem.title]).toEqual([404, expect.stringContaining('whole organization')])
})

test('each person is in exactly one set of an overlap', async () => {
  const { body } = await as(anna)('GET /constellation/overlap')
  const names = (places: number[]) =>
    places
      .map((place) => body.communities[place]!.name)
      .toSorted()
      .join(' + ')

  expect(Object.fromEntries(body.sets.map((set) => [names(set.communities), set.people]))).toEqual({
    'Secret + Spinners': 1,
    'Spinners + Weavers': 2,
    Secret: 1,
  })
  expect((await as(bo)('GET /constellation/overlap')).body.communities.map(({ name }) => name)).not.toContain('Secret')
})

test('ties between units are shown when a computation has seen them, with two digits and about how many people', async () => {
  expect((await as(anna)('GET /constellation/ties')).body).toEqual({ run: null, units: [], unitsInAll: 0, pairs: [] })
  const { rows } = await sql<{ id: string }>`
    insert into discovery_run (settings, state, summary, finished_at)
    values ('{"from":"2026-01-01","to":"2026-06-30"}', 'done', '{}', now()) returning id`.execute(db)
  await sql`insert into unit_tie (run_id, one_id, other_id, observed, expected, people, most)
    values (${rows[0]!.id}, ${dyeing}, ${carding}, 123.4, 61.7, 9, 40)`.execute(db)

  expect((await as(anna)('GET /constellation/ties')).body).toMatchObject({
    units: [{ name: 'Carding' }, { name: 'Dyeing' }],
    unitsInAll: 2,
    pairs: [{ one: 0, other: 1, observed: 120, expected: 62, people: 10 }],
  })
})

test('too many communities for one picture are drawn in groups that open', async () => {
  for (let n = 0; n < 26; n++) await community(`Craft ${n}`, 'open', n % 2 ? anna : cid, [])
  const picture = await seen(anna)

  expect(picture.bands.length).toBeLessThanOrEqual(24)
  expect(picture.bands.reduce((sum, band) => sum + band.communities, 0)).toBe(29)
  const group = picture.bands.find((band) => band.communities > 1)!
  const inside = await seen(anna, { group: group.id })
  expect(inside.group?.id).toBe(group.id)
  expect(inside.bands.reduce((sum, band) => sum + band.communities, 0)).toBe(group.communities)
})

test('communities as found are drawn to who may see them, through units that may be named, without counts', async () => {
  const { rows } = await sql<{ id: string }>`
    insert into discovery_run (settings, state, summary, finished_at)
    values ('{"from":"2026-01-01","to":"2026-06-30"}', 'done', '{}', now() + interval '1 minute') returning id`.execute(
    db,
  )
  const evidence = JSON.stringify({ times: 4, stability: 1, unitIds: [combing, dyeing] })
  await sql`insert into found_community (run_id, number, people, units, evidence, words, described)
    values (${rows[0]!.id}, 1, 14, 3, ${evidence}, '{felt,dye}', true)`.execute(db)
  const found = (who: Somebody) => as(who)('GET /constellation', { query: { found: 'true' } })

  const { body } = await found(head)
  expect(body.kind).toBe('found')
  expect(cells(body)).toEqual({ 'felt, dye': { Carding: 5, Dyeing: 5 } })
  expect((await found(bo)).body.bands).toEqual([])
})

test('a guest, who was invited to one community, sees neither the chart nor the others through it', async () => {
  const guest = await person('Gus')
  await sql`update person set origin = 'guest' where id = ${guest.id}`.execute(db)
  const statuses = await Promise.all([
    as(guest)('GET /constellation'),
    as(guest)('GET /constellation/overlap'),
    as(guest)('GET /constellation/ties'),
    as(guest)('GET /constellation/communities/{community}', { params: { community: spinners } }),
  ])

  expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403, 403])
})
