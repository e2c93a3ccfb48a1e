import { expect, test } from 'vitest'
import { testWorld } from '../../test/world.ts'
import { countUnits } from './queries/units.ts'

const { person, unit, as, db } = await testWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const physio = {
  short: 'PHY',
  colour: 1,
  domain: 'Getting people to move again',
  about: '',
  notAbout: '',
  purpose: '',
} as const

const open = async (name: string, visibility: 'open' | 'by_request' | 'private' = 'open') =>
  (await as(maria)('POST /communities', { body: { ...physio, name, visibility } })).body.id

test('who opens a community is its first member and facilitator, and nobody else is', async () => {
  const id = await open('Weavers')

  const { body } = await as(maria)('GET /communities/{community}/members', { params: { community: id } })

  expect(body.items.map(({ name, roles }) => [name, roles])).toEqual([['Maria', ['facilitator']]])
})

test('joining an open community is one act, and the trail shows it', async () => {
  const id = await open('Dyers')
  await as(tom)('PUT /communities/{community}/membership', { params: { community: id } })
  await as(tom)('PUT /communities/{community}/membership', { params: { community: id } })

  const trail = await db.selectFrom('activity').select('verb').where('subjectId', '=', id).orderBy('id').execute()

  expect(trail.map(({ verb }) => verb)).toEqual(['community.opened', 'community.joined'])
})

test('joining by request is refused with the way in', async () => {
  const id = await open('Spinners', 'by_request')

  const { status, problem } = await as(tom)('PUT /communities/{community}/membership', { params: { community: id } })

  expect(status).toBe(403)
  expect(problem.title).toMatch(/Ask to join/)
})

test('a private community does not exist for who is neither member nor invited', async () => {
  const id = await open('Council', 'private')

  expect((await as(maria)('GET /communities/{community}', { params: { community: id } })).status).toBe(200)
  expect((await as(tom)('GET /communities/{community}', { params: { community: id } })).status).toBe(404)
  expect((await as(tom)('GET /communities')).body.items.map((line) => line.id)).not.toContain(id)
})

test('of two charters written from the same version the later one is refused with the first one, which stands', async () => {
  const id = await open('Potters')
  const write = (domain: string) =>
    as(maria)('PUT /communities/{community}/charter', {
      params: { community: id },
      body: { base: 1, domain, reviewOn: null },
    })
  await write('Clay')

  const second = await write('Glass')

  expect(second.status).toBe(409)
  expect(second.problem.current).toMatchObject({ version: 2, domain: 'Clay', by: { name: 'Maria' } })
  const { body } = await as(maria)('GET /communities/{community}', { params: { community: id } })
  expect([body.charter.version, body.charter.domain]).toEqual([2, 'Clay'])
})

test('asking to join again and again changes the one request that waits', async () => {
  const id = await open('Gilders', 'by_request')
  const asked = []
  for (let time = 1; time <= 12; time++) {
    const body = { message: `For the ${time}. time` }
    asked.push(await as(tom)('POST /communities/{community}/requests', { params: { community: id }, body }))
  }

  expect(asked.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 201))
  const waiting = await as(maria)('GET /communities/{community}/requests', { params: { community: id } })
  expect(waiting.body.items.map(({ message }) => message)).toEqual(['For the 12. time'])
})

test('a change that changes nothing is taken and leaves no trace', async () => {
  const id = await open('Unmoved')

  expect((await as(maria)('PATCH /communities/{community}', { params: { community: id }, body: {} })).status).toBe(204)
  const trail = await db.selectFrom('activity').select('verb').where('subjectId', '=', id).execute()
  expect(trail.map(({ verb }) => verb)).toEqual(['community.opened'])
})

test('a community whose inquiries are asked of others as well does not become private, and says what to do', async () => {
  const [id, other] = [await open('Sharers'), await open('Neighbours')]
  const change = () =>
    as(maria)('PATCH /communities/{community}', { params: { community: id }, body: { visibility: 'private' } })
  const { body } = await as(tom)('POST /inquiries', {
    body: { title: 'Who knows?', body: 'Both may.', communities: [id, other] },
  })

  const { status, problem } = await change()
  expect([status, problem.code]).toEqual([409, 'community.sharesInquiries'])
  expect((await as(tom)('GET /communities/{community}', { params: { community: id } })).body.visibility).toBe('open')

  await as(tom)('PUT /inquiries/{inquiry}/communities', {
    params: { inquiry: body.id },
    body: { communities: [other], reason: 'It is theirs.' },
  })
  expect((await change()).status).toBe(204)
})

test('an invited unit or occupation says how many people that is, and can be taken back', async () => {
  const id = await open('Inviters')
  const ward = await unit('Ward')
  await person('Anna', { unit: ward })
  await person('Bea', { unit: await unit('Its clinic', ward) })
  const params = { community: id }
  await as(maria)('POST /communities/{community}/invitations', { params, body: { unit: ward } })
  const items = async () => (await as(maria)('GET /communities/{community}/invitations', { params })).body.items

  const [invitation] = await items()
  expect([invitation?.unit?.name, invitation?.people]).toEqual(['Ward', 2])

  const away = { params: { community: id, invitation: invitation!.id } }
  expect((await as(tom)('DELETE /communities/{community}/invitations/{invitation}', away)).status).toBe(403)
  await as(maria)('DELETE /communities/{community}/invitations/{invitation}', away)
  expect(await items()).toEqual([])
})

test('an invitation to somebody who left since is shown as such, and so is one by somebody who left', async () => {
  const id = await open('Leavers')
  const [leo, inga] = [await person('Leo'), await person('Inga')]
  const params = { community: id }
  await as(inga)('PUT /communities/{community}/membership', { params })
  await as(inga)('POST /communities/{community}/invitations', { params, body: { person: leo.id } })
  await db.updateTable('person').set({ leftOn: '2024-05-05' }).where('id', 'in', [leo.id, inga.id]).execute()

  const { items } = (await as(maria)('GET /communities/{community}/invitations', { params })).body
  expect(items.map(({ person, by }) => [person?.name, person?.gone, by?.gone])).toEqual([['Leo', true, true]])
})

test('in how many units its people work is counted now and then, and told from five people on', async () => {
  const id = await open('Carvers')
  const [north, south] = [await unit('North'), await unit('South')]
  const join = async (at: string) =>
    as(await person(`Carver ${at}`, { unit: at }))('PUT /communities/{community}/membership', {
      params: { community: id },
    })
  const told = async () => (await as(maria)('GET /communities/{community}', { params: { community: id } })).body.units
  const counted = async () => {
    await db
      .updateTable('communityUnits')
      .set({ countedAt: new Date(0) })
      .where('communityId', '=', id)
      .execute()
    for (let left = 99; left > 0; left = Number((await countUnits({ db })).numAffectedRows)) continue
    return told()
  }
  for (const at of [north, north, south]) await join(at)
  expect(await counted()).toBeNull()
  await join(south)

  expect(await counted()).toBe(2)
  await join(await unit('West'))
  expect(await told(), 'not at once').toBe(2)
  expect(await counted()).toBe(3)
})

test('the directory is searched by topic, and by where the people of a unit and of those below it are', async () => {
  const house = await unit('House')
  const ward = await unit('Ward', house)
  const inga = await person('Inga', { unit: ward })
  const [dyers, spinners] = [await open('Colourists'), await open('Carders')]
  await as(maria)('POST /communities/{community}/topics', {
    params: { community: dyers },
    body: { name: 'Natural colours' },
  })
  await as(inga)('PUT /communities/{community}/membership', { params: { community: spinners } })
  const found = async (query: { topic?: string; words?: string; unit?: string }) =>
    (await as(inga)('GET /communities', { query })).body.items.map(({ name }) => name)

  expect(await found({ topic: 'natural colours' })).toEqual(['Colourists'])
  expect(await found({ topic: 'natural' })).toEqual([])
  expect(await found({ words: 'colours' })).toEqual(['Colourists'])
  expect([await found({ unit: house }), await found({ unit: ward })]).toEqual([['Carders'], ['Carders']])
})

test('a community becomes part of another, and both say so', async () => {
  const [whole, part] = [await open('Crafts'), await open('Crafts of wool')]
  const under = (community: string, parent: string | null) =>
    as(maria)('PATCH /communities/{community}', { params: { community }, body: { parent } })
  const seen = async (community: string) =>
    (await as(maria)('GET /communities/{community}', { params: { community } })).body

  await under(part, whole)
  expect([(await seen(part)).parent?.id, (await seen(whole)).children.map(({ id }) => id)]).toEqual([whole, [part]])
  expect((await under(whole, part)).problem.code).toBe('community.ownAncestor')
  await under(part, null)
  expect((await seen(part)).parent).toBeNull()
})
