import { describe, expect, test } from 'vitest'
import { inTransaction } from '#platform/database.ts'
import { rebuildSearch } from '#search/index.ts'
import { type Somebody, testWorld } from '../../../test/world.ts'

const { person, unit, as, server, db } = await testWorld()
const ward = await unit('Hydrotherapy ward')
const maria = await person('Maria Virtanen', { unit: ward })
const member = await person('Member Lahti')
const colleague = await person('Colleague Salo')

const text = { short: 'COM', colour: 1, domain: 'A domain', about: '', notAbout: '', purpose: '' } as const
const communityOf = async (name: string, visibility: 'open' | 'by_request' | 'private') => {
  const { id } = (await as(maria)('POST /communities', { body: { ...text, name, visibility } })).body
  await as(maria)('POST /communities/{community}/invitations', {
    params: { community: id },
    body: { person: member.id },
  })
  await as(member)('PUT /communities/{community}/membership', { params: { community: id } })
  return id
}
const ask = async (community: string, title: string, body: string) =>
  (await as(maria)('POST /inquiries', { body: { title, body, communities: [community] } })).body.id

const places = {
  open: await communityOf('Walkers', 'open'),
  by_request: await communityOf('Swimmers', 'by_request'),
  private: await communityOf('Climbers', 'private'),
}
for (const [visibility, id] of Object.entries(places)) {
  await ask(
    id,
    `Balance on stairs (${visibility})`,
    `A client stumbles; the word quokka${visibility.replace('_', '')} is only here.`,
  )
}
await ask(places.open, 'Pain after hip replacement', 'Which exercises help in the first weeks?')
await server.catchUp()
// People who came by other ways than an act are found once the index was built anew.
await inTransaction(db, rebuildSearch)

const find = async (who: Somebody, words: string, kind?: 'inquiry' | 'person' | 'unit' | 'community') =>
  (await as(who)('GET /search', { query: { words, kind } })).body.items
const titles = async (who: Somebody, words: string) =>
  (await find(who, words)).map(({ title }) => title.map((piece) => piece.text).join(''))

describe('who finds what', () => {
  const finders = { maria, member, colleague }
  const readers = {
    open: ['maria', 'member', 'colleague'],
    by_request: ['maria', 'member'],
    private: ['maria', 'member'],
  }
  test.each(
    Object.entries(readers).flatMap(([visibility, allowed]) =>
      Object.keys(finders).map((who) => ({ visibility, who, may: allowed.includes(who) })),
    ),
  )('an inquiry of the $visibility community: $who, $may', async ({ visibility, who, may }) => {
    const answer = await as(finders[who as keyof typeof finders])('GET /search', {
      query: { words: `quokka${visibility.replace('_', '')}` },
    })

    expect(answer.body.items.length).toBe(may ? 1 : 0)
    if (!may) expect(JSON.stringify(answer.body)).not.toContain('quokka')
  })
})

test.each([
  ['another form of the word', 'exercise'],
  ['the beginning of a word', 'replac'],
  ['a letter too few', 'replacment'],
  ['two letters changed round', 'repalcement hip'],
])('%s finds the inquiry', async (_, words) => {
  expect(await titles(colleague, words)).toContain('Pain after hip replacement')
})

test('people, units and communities are found by a misspelt name', async () => {
  expect(await titles(colleague, 'virtannen')).toEqual(['Maria Virtanen'])
  expect(await titles(colleague, 'hydroterapy')).toContain('Hydrotherapy ward')
  expect(await titles(colleague, 'swimers')).toEqual(['Swimmers'])
})

test('the words that were searched for are marked in the excerpt', async () => {
  const [found] = await find(colleague, 'exercises')

  expect(found!.excerpt.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual(['exercises'])
})

test('while somebody types, only people come with an excerpt', async () => {
  const { items } = (await as(colleague)('GET /search', { query: { words: 'exercises', excerpts: 'people' } })).body

  expect(items.map(({ kind, excerpt }) => [kind, excerpt])).toEqual([['inquiry', []]])
})

test.each(["'", "'; drop table search_entry; --", '! & | ( )', '\\', ':*', '%', 'a:*b & !c', '\u0002x\u0003'])(
  'what looks like a command is only words: %j',
  async (words) => {
    expect((await as(colleague)('GET /search', { query: { words } })).status).toBe(200)
  },
)

test('what was withdrawn is no longer found', async () => {
  const id = await ask(places.open, 'Zebra crossing', 'A passing thought')
  await server.catchUp()
  expect(await titles(colleague, 'zebra')).toEqual(['Zebra crossing'])

  await as(maria)('PUT /inquiries/{inquiry}/withdrawal', { params: { inquiry: id } })
  await server.catchUp()

  expect(await titles(colleague, 'zebra')).toEqual([])
})

test('a community that becomes private takes its inquiries out of the reach of others', async () => {
  const community = await communityOf('Hikers', 'open')
  await ask(community, 'Yak wool socks', 'Do they help?')
  await server.catchUp()
  expect(await titles(colleague, 'yak')).toEqual(['Yak wool socks'])

  await as(maria)('PATCH /communities/{community}', { params: { community }, body: { visibility: 'private' } })
  await server.catchUp()

  expect(await titles(colleague, 'yak')).toEqual([])
  expect(await titles(member, 'yak')).toEqual(['Yak wool socks'])
})

test('what became findable with an update is found once anything happens', async () => {
  await as(maria)('POST /stories', {
    body: { community: places.open, title: 'The okapi walk', immediate: 'It went well.' },
  })
  await server.catchUp()
  await db.deleteFrom('searchEntry').where('kind', '=', 'story').execute()
  await db.deleteFrom('searchLevel').where('kind', '=', 'story').execute()
  expect(await titles(colleague, 'okapi')).toEqual([])

  await ask(places.open, 'Something else', 'Anything')
  await server.catchUp()

  expect(await titles(colleague, 'okapi')).toEqual(['The okapi walk'])
})

test('a day that no calendar of the database has is refused in a sentence, and is no defect', async () => {
  for (const day of [{ since: '0000-01-01' }, { until: '0000-12-31' }]) {
    const { status, problem } = await as(colleague)('GET /search', { query: { words: 'balance', ...day } })
    expect([status, problem.code, problem.title]).toEqual([
      400,
      'platform.noSuchDay',
      expect.stringContaining('look at the year'),
    ])
  }
})
