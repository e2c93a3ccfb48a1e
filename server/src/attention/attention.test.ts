import { beforeAll, describe, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../test/world.ts'

const { person, as, server } = await testWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const ulla = await person('Ulla')

const text = { short: 'COM', colour: 1, domain: 'A domain', about: '', notAbout: '', purpose: '' } as const
const open = async (name: string, visibility: 'open' | 'by_request' = 'open') =>
  (await as(maria)('POST /communities', { body: { ...text, name, visibility } })).body.id
const ask = async (who: Somebody, community: string, title: string, body = 'Who has met this?') =>
  (await as(who)('POST /inquiries', { body: { title, body, communities: [community] } })).body.id
const answer = (who: Somebody, inquiry: string, body = 'Like this.') =>
  as(who)('POST /inquiries/{inquiry}/contributions', { params: { inquiry }, body: { kind: 'answer', body } })
const inbox = async (who: Somebody) => {
  await server.catchUp()
  return (await as(who)('GET /inbox')).body.items
}
const follow = (
  who: Somebody,
  kind: 'inquiry' | 'community',
  id: string,
  level: 'everything' | 'mentions' | 'nothing',
) => as(who)('PUT /following/{kind}/{id}', { params: { kind, id }, body: { level } })

let weavers = ''
beforeAll(async () => {
  weavers = await open('Weavers')
})

test('an answer reaches who asked, and says why', async () => {
  const inquiry = await ask(maria, weavers, 'How do we dye wool blue?')
  await answer(tom, inquiry)

  const [line] = await inbox(maria)

  expect([line!.why, line!.verb, line!.page.title, line!.actor?.name]).toEqual([
    'you_asked',
    'inquiry.answered',
    'How do we dye wool blue?',
    'Tom',
  ])
  expect(await inbox(tom)).toEqual([])
})

test('a mention reaches the mentioned', async () => {
  await ask(tom, weavers, 'Who knows woad?', `Perhaps [Ulla](/people/${ulla.id})?`)

  expect((await inbox(ulla)).map(({ why }) => why)).toEqual(['mentioned'])
})

describe('how much one hears', () => {
  test('who follows everything of a community hears of each new inquiry, others do not', async () => {
    const spinners = await open('Spinners')
    await follow(ulla, 'community', spinners, 'everything')
    const inquiry = await ask(tom, spinners, 'Which wheel?')

    expect((await inbox(ulla)).find(({ page }) => page.id === inquiry)?.why).toBe('following_community')
    expect((await inbox(maria)).some(({ page }) => page.id === inquiry)).toBe(false)
  })

  test('nothing means nothing, also what is addressed', async () => {
    const potters = await open('Potters')
    await follow(ulla, 'community', potters, 'nothing')
    const inquiry = await ask(tom, potters, 'Which clay?', `[Ulla](/people/${ulla.id}) knows.`)

    expect((await inbox(ulla)).some(({ page }) => page.id === inquiry)).toBe(false)
  })

  test('a thread that one wants whole counts before its silent community', async () => {
    const smiths = await open('Smiths')
    const inquiry = await ask(tom, smiths, 'Which hammer?')
    await follow(ulla, 'community', smiths, 'nothing')
    await follow(ulla, 'inquiry', inquiry, 'everything')
    await answer(maria, inquiry)

    expect((await inbox(ulla)).find(({ page }) => page.id === inquiry)?.why).toBe('following_thread')
  })

  test('who left a community by request hears no more of it, whatever they follow', async () => {
    const glaziers = await open('Glaziers', 'by_request')
    await as(maria)('POST /communities/{community}/invitations', {
      params: { community: glaziers },
      body: { person: ulla.id },
    })
    await as(ulla)('PUT /communities/{community}/membership', { params: { community: glaziers } })
    await follow(ulla, 'community', glaziers, 'everything')
    await as(ulla)('DELETE /communities/{community}/membership', { params: { community: glaziers } })
    const inquiry = await ask(maria, glaziers, 'Which lead?')

    expect((await inbox(ulla)).some(({ page }) => page.id === inquiry)).toBe(false)
  })
})

test('who follows an inquiry that repeats another goes on with that one, and hears of each thing once', async () => {
  const potters = await open('Throwers')
  const [earlier, later] = [await ask(maria, potters, 'Which kiln?'), await ask(tom, potters, 'Which oven?')]
  // What was asked before somebody follows is read before, too.
  await server.catchUp()
  await follow(ulla, 'inquiry', later, 'everything')
  const vera = await person('Vera')
  await follow(vera, 'inquiry', later, 'everything')
  await follow(vera, 'inquiry', earlier, 'nothing')

  await as(tom)('PUT /inquiries/{inquiry}/merge', { params: { inquiry: later }, body: { into: earlier } })
  await server.catchUp()
  await answer(maria, earlier, 'A wood kiln.')

  const heard = async (who: Somebody, inquiry: string) =>
    (await inbox(who)).filter(({ page }) => page.id === inquiry).map(({ verb, why }) => [verb, why])
  const answered = [['inquiry.answered', 'following_thread']]
  expect(await heard(ulla, earlier)).toEqual(answered)
  expect(await heard(ulla, later)).toEqual([['inquiry.merged', 'following_thread']])
  expect(await heard(tom, earlier)).toEqual(answered)
  expect(await heard(vera, earlier)).toEqual([])

  // It was none after all: who followed only because of it hears no more, who chose to follow goes on.
  const wanda = await person('Wanda')
  await follow(wanda, 'inquiry', later, 'everything')
  await follow(wanda, 'inquiry', earlier, 'everything')
  await as(tom)('DELETE /inquiries/{inquiry}/merge', { params: { inquiry: later } })
  await server.catchUp()
  await answer(maria, earlier, 'Or a gas kiln.')
  expect([await heard(ulla, earlier), await heard(tom, earlier)]).toEqual([answered, answered])
  expect(await heard(wanda, earlier)).toEqual(answered)
})

test('what may not be read cannot be followed', async () => {
  const founders = await open('Founders', 'by_request')
  const inquiry = await ask(maria, founders, 'Which bronze?')

  expect((await follow(tom, 'inquiry', inquiry, 'everything')).status).toBe(404)
})

test('lines are marked as read by their owner alone', async () => {
  const inquiry = await ask(maria, weavers, 'How do we dye wool red?')
  await answer(tom, inquiry)
  const line = (await inbox(maria)).find(({ page }) => page.id === inquiry)!

  expect((await as(tom)('PUT /inbox/{line}/read', { params: { line: line.id } })).status).toBe(404)
  expect((await as(maria)('PUT /inbox/{line}/read', { params: { line: line.id } })).status).toBe(204)
  expect((await inbox(maria)).find(({ id }) => id === line.id)!.read).toBe(true)
})
