import type { Visibility } from '@mortar/contract/community'
import { expect, test } from 'vitest'
import type { Somebody } from '../../../test/world.ts'
import { inquiryWorld } from '../../../test/inquiry-world.ts'

const { person, as, community, ask, answer, trail } = await inquiryWorld()

const facilitator = await person('Maria')
const asker = await person('Tom')
const author = await person('Inga')
const member = await person('Olli')
const stranger = await person('Sanna')
const office = await person('Katri', { office: true })
const everybody = { asker, author, facilitator, member, stranger, office }
type Role = keyof typeof everybody

/** A fresh inquiry with one answer, so that no act spoils the next. */
async function scene(visibility: Visibility) {
  const place = await community(facilitator, visibility, [asker, author, member])
  const inquiry = await ask(asker, [place])
  return { place, inquiry, contribution: await answer(author, inquiry) }
}
type Scene = Awaited<ReturnType<typeof scene>>

const acts = {
  read: (who, { inquiry }) => as(who)('GET /inquiries/{inquiry}', { params: { inquiry } }),
  readWordings: (who, { inquiry }) => as(who)('GET /inquiries/{inquiry}/wordings', { params: { inquiry } }),
  listInCommunity: (who, { place }) => as(who)('GET /inquiries', { query: { community: place } }),
  contribute: (who, { inquiry }) =>
    as(who)('POST /inquiries/{inquiry}/contributions', { params: { inquiry }, body: { kind: 'answer', body: 'So.' } }),
  edit: (who, { inquiry }) =>
    as(who)('PUT /inquiries/{inquiry}', { params: { inquiry }, body: { base: 1, title: 'Other' } }),
  editContribution: (who, { contribution }) =>
    as(who)('PUT /contributions/{contribution}', { params: { contribution }, body: { base: 1, body: 'Other' } }),
  mark: (who, { contribution }) => as(who)('PUT /contributions/{contribution}/helped', { params: { contribution } }),
  resolve: (who, { inquiry }) =>
    as(who)('PUT /inquiries/{inquiry}/resolution', { params: { inquiry }, body: { anotherWay: 'By itself.' } }),
  withdraw: (who, { inquiry }) => as(who)('PUT /inquiries/{inquiry}/withdrawal', { params: { inquiry } }),
  withdrawContribution: (who, { contribution }) =>
    as(who)('PUT /contributions/{contribution}/withdrawal', { params: { contribution } }),
  hide: (who, { inquiry }) => as(who)('PUT /inquiries/{inquiry}/hiding', { params: { inquiry } }),
  hideContribution: (who, { contribution }) =>
    as(who)('PUT /contributions/{contribution}/hiding', { params: { contribution } }),
  redact: (who, { inquiry }) =>
    as(who)('POST /inquiries/{inquiry}/redactions', {
      params: { inquiry },
      body: { passages: ['diary'], ground: 'person' },
    }),
  proposals: (who, { inquiry }) => as(who)('GET /inquiries/{inquiry}/proposals', { params: { inquiry } }),
  thank: (who, { contribution }) =>
    as(who)('PUT /contributions/{contribution}/thanks', { params: { contribution }, body: { reason: 'It helped.' } }),
  reportsOfCommunity: (who, { place }) =>
    as(who)('GET /communities/{community}/reports', { params: { community: place } }),
} satisfies Record<string, (who: Somebody, scene: Scene) => Promise<{ status: number }>>
type Act = keyof typeof acts

const all: Role[] = ['asker', 'author', 'facilitator', 'member', 'stranger', 'office']
const order: Role[] = ['facilitator', 'office']
const deciders: Role[] = ['asker', 'facilitator']

/** Who may, among those who may read. */
const allowed: Record<Act, Role[]> = {
  read: all,
  readWordings: all,
  listInCommunity: all,
  contribute: all,
  edit: ['asker'],
  editContribution: ['author'],
  mark: deciders,
  resolve: deciders,
  withdraw: ['asker'],
  withdrawContribution: ['author'],
  hide: order,
  hideContribution: order,
  redact: order,
  proposals: deciders,
  thank: ['asker', 'facilitator', 'member', 'stranger', 'office'],
  reportsOfCommunity: order,
}

/** Who reads inside: everybody in an open community, else its members. */
const readers: Record<Visibility, Role[]> = {
  open: all,
  by_request: ['asker', 'author', 'facilitator', 'member'],
  private: ['asker', 'author', 'facilitator', 'member'],
}

for (const visibility of ['open', 'by_request', 'private'] as const) {
  for (const act of Object.keys(acts) as Act[]) {
    test(`${visibility}: who may ${act}`, async () => {
      const seen: Record<string, string> = {}
      const expected: Record<string, string> = {}
      for (const role of all) {
        const { status } = await acts[act](everybody[role], await scene(visibility))
        seen[role] = status < 300 ? 'may' : String(status)
        expected[role] = expectation(visibility, act, role)
      }
      expect(seen).toEqual(expected)
    })
  }
}

/** What one may not read does not exist; that a community by request exists is no secret. */
function expectation(visibility: Visibility, act: Act, role: Role): string {
  if (act === 'reportsOfCommunity' && visibility === 'by_request' && role === 'office') return 'may'
  if (!readers[visibility].includes(role)) {
    const ofCommunity = act === 'listInCommunity' || act === 'reportsOfCommunity'
    return ofCommunity && visibility === 'by_request' ? '403' : '404'
  }
  if (allowed[act].includes(role)) return 'may'
  return act === 'thank' ? '409' : '403'
}

test('an inquiry of an open community and one by request is read by everybody', async () => {
  const places = [await community(facilitator, 'by_request', [asker]), await community(facilitator)]
  const inquiry = await ask(asker, places)

  expect((await as(stranger)('GET /inquiries/{inquiry}', { params: { inquiry } })).body.readers).toBe('everybody')
})

test('a private community’s inquiry stands alone', async () => {
  const communities = [await community(facilitator, 'private', [asker]), await community(facilitator)]

  const { status, problem } = await as(asker)('POST /inquiries', { body: { title: 'Both', communities } })

  expect([status, problem.code]).toEqual([400, 'inquiry.privateAlone'])
})

test('one asks only where one may read', async () => {
  const byRequest = await community(facilitator, 'by_request')
  const hidden = await community(facilitator, 'private')
  const put = (community: string) => as(asker)('POST /inquiries', { body: { title: 'In', communities: [community] } })

  expect((await put(byRequest)).status).toBe(403)
  expect((await put(hidden)).status).toBe(404)
})

test('lists and titles of a private community reach its members only', async () => {
  const { inquiry } = await scene('private')
  const ids = async (who: Somebody) => (await as(who)('GET /inquiries')).body.items.map(({ id }) => id)

  expect(await ids(member)).toContain(inquiry)
  expect(await ids(stranger)).not.toContain(inquiry)
})

test('a withdrawn inquiry is words to its asker and who keeps order, and only “withdrawn” to others', async () => {
  const { inquiry } = await scene('open')
  await as(asker)('PUT /inquiries/{inquiry}/withdrawal', { params: { inquiry } })
  const words = async (who: Somebody) => {
    const { title, html, withheld } = (await as(who)('GET /inquiries/{inquiry}', { params: { inquiry } })).body
    return [title !== null, html !== null, withheld]
  }

  expect(await words(asker)).toEqual([true, true, 'withdrawn'])
  expect(await words(facilitator)).toEqual([true, true, 'withdrawn'])
  expect(await words(member)).toEqual([false, false, 'withdrawn'])
  expect(await words(stranger)).toEqual([false, false, 'withdrawn'])
  const { body } = await as(member)('GET /inquiries/{inquiry}/wordings', { params: { inquiry } })
  expect(body.items).toEqual([])
})

test('what hangs on a hidden inquiry is hidden with it, but for its authors', async () => {
  const { inquiry } = await scene('open')
  await as(facilitator)('PUT /inquiries/{inquiry}/hiding', { params: { inquiry } })
  const words = async (who: Somebody) =>
    (await as(who)('GET /inquiries/{inquiry}', { params: { inquiry } })).body.contributions.map(
      ({ html }) => html !== null,
    )

  expect(await words(author)).toEqual([true])
  expect(await words(facilitator)).toEqual([true])
  expect(await words(member)).toEqual([false])
})

test('a hidden contribution shows its words to its author and who keeps order, and counts no longer', async () => {
  const { inquiry, contribution } = await scene('open')
  await as(facilitator)('PUT /contributions/{contribution}/hiding', { params: { contribution } })
  const shown = async (who: Somebody) => (await as(who)('GET /inquiries/{inquiry}', { params: { inquiry } })).body

  expect((await shown(author)).contributions[0]!.html).not.toBeNull()
  expect((await shown(member)).contributions[0]).toMatchObject({ html: null, withheld: 'hidden' })
  expect((await shown(member)).answers).toBe(0)
})

test('nobody is addressed who cannot read: a mention of an outsider reaches no one', async () => {
  const { inquiry } = await scene('private')
  const body = `[Sanna](/people/${stranger.id}) or [Olli](/people/${member.id})?`

  await as(author)('POST /inquiries/{inquiry}/contributions', { params: { inquiry }, body: { kind: 'answer', body } })

  expect((await trail(inquiry)).at(-1)!.people.toSorted()).toEqual([asker.id, member.id].toSorted())
})
