import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Somebody } from '../../../test/world.ts'
import { importInquiryRows } from '../index.ts'
import { inquiryWorld } from '../../../test/inquiry-world.ts'

const { person, as, community, ask, answer, db } = await inquiryWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const inga = await person('Inga')

const waitingIn = async (who: Somebody, place: string) =>
  (await as(who)('GET /inquiries', { query: { community: place, unanswered: 'true' } as never })).body.items.map(
    ({ id }) => id,
  )
const countedIn = async (who: Somebody, place: string) =>
  (await as(who)('GET /home')).body.communities.find(({ id }) => id === place)?.unanswered

test('the queue of a community holds what waits for a first answer, whatever happens to it', async () => {
  const place = await community(maria)
  const other = await community(maria)
  const inquiry = await ask(tom, [place])
  const second = await ask(inga, [other])
  const at = { params: { inquiry } }
  const contribution = await answer(inga, inquiry)
  const part = { params: { contribution } }
  const moved = { ...at, body: { communities: [other], reason: 'It is theirs.' } }

  const steps: [string, () => Promise<{ status: number }>, string[]][] = [
    ['the answer is withdrawn', () => as(inga)('PUT /contributions/{contribution}/withdrawal', part), [inquiry]],
    ['it stands again', () => as(inga)('DELETE /contributions/{contribution}/withdrawal', part), []],
    ['it is hidden', () => as(maria)('PUT /contributions/{contribution}/hiding', part), [inquiry]],
    ['the inquiry is hidden', () => as(maria)('PUT /inquiries/{inquiry}/hiding', at), []],
    ['it is shown', () => as(maria)('DELETE /inquiries/{inquiry}/hiding', at), [inquiry]],
    ['it is withdrawn', () => as(tom)('PUT /inquiries/{inquiry}/withdrawal', at), []],
    ['it is asked again', () => as(tom)('DELETE /inquiries/{inquiry}/withdrawal', at), [inquiry]],
    ['it repeats another', () => as(tom)('PUT /inquiries/{inquiry}/merge', { ...at, body: { into: second } }), []],
    ['it does not', () => as(tom)('DELETE /inquiries/{inquiry}/merge', at), [inquiry]],
    ['it is moved', () => as(tom)('PUT /inquiries/{inquiry}/communities', moved), []],
  ]
  expect(await waitingIn(tom, place)).toEqual([])
  for (const [what, act, waits] of steps) {
    expect((await act()).status, what).toBeLessThan(300)
    expect([await waitingIn(tom, place), await countedIn(maria, place)], what).toEqual([waits, waits.length])
  }
  expect([await waitingIn(tom, other), await countedIn(maria, other)]).toEqual([[inquiry, second], 2])
})

test('nobody waits for an answer where the community is closed, and its inquiries say so', async () => {
  const place = await community(maria)
  const lone = await ask(tom, [place])
  const shared = await ask(tom, [place, await community(inga)])
  const asked = (inquiry: string) =>
    as(tom)('POST /inquiries/{inquiry}/asked', { params: { inquiry }, body: { people: [inga.id] } })
  expect([(await asked(lone)).status, (await asked(shared)).status]).toEqual([204, 204])
  const seen = async () => ({
    queue: (await waitingIn(tom, place)).toSorted(),
    beside: (await as(tom)('GET /communities/{community}/home', { params: { community: place } })).body.inside
      ?.unanswered.length,
    needed: (await as(inga)('GET /home')).body.needs.flatMap(({ page }) => (page.id === lone ? lone : [])),
    everywhere: (await as(tom)('GET /inquiries', { query: { unanswered: 'true', limit: '100' } as never })).body.items
      .map(({ id }) => id)
      .filter((id) => id === lone),
    closed: (await as(tom)('GET /inquiries/{inquiry}', { params: { inquiry: lone } })).body.closed,
  })
  expect(await seen()).toEqual({
    queue: [lone, shared].toSorted(),
    beside: 2,
    needed: [lone],
    everywhere: [lone],
    closed: false,
  })

  const ending = { params: { community: place }, body: { note: 'Thank you all.', practices: [] } }
  expect((await as(maria)('PUT /communities/{community}/ending', ending)).status).toBe(204)
  expect(await seen()).toEqual({ queue: [shared], beside: 0, needed: [], everywhere: [], closed: true })
  const { body } = await as(tom)('GET /inquiries/{inquiry}', { params: { inquiry: shared } })
  expect([body.closed, body.may.contribute]).toEqual([false, true])
})

test('who may read little of the newest finds theirs all the same, in order and page by page', async () => {
  const open = await community(maria)
  const locked = await community(maria, 'private')
  const mine = [await ask(tom, [open]), await ask(tom, [open]), await ask(tom, [open])]
  await db.transaction().execute(async (tx) => {
    const ids = await sql<{ id: string }>`select uuid7() as id from generate_series(1, 250)`.execute(tx)
    const row = {
      title: 'Behind the door',
      body: '',
      html: '',
      askedBy: maria.id,
      lastAt: '2100-01-01',
      askedAt: '2000-01-01',
    }
    await importInquiryRows(tx, {
      inquiry: ids.rows.map(({ id }) => ({ id, ...row })),
      inquiryCommunity: ids.rows.map(({ id }) => ({ inquiryId: id, communityId: locked, lastAt: '2100-01-01' })),
    })
  })
  const walk = async (query: object) => {
    const seen: string[] = []
    for (let after: string | null | undefined; after !== null;) {
      const { body } = await as(tom)('GET /inquiries', {
        query: { ...query, limit: '2', ...(after && { after }) } as never,
      })
      seen.push(...body.items.map(({ id }) => id))
      after = body.next
    }
    return seen.filter((id) => mine.includes(id))
  }

  expect(await walk({})).toEqual(mine.toReversed())
  expect(await walk({ unanswered: 'true' })).toEqual(mine)
  expect((await as(maria)('GET /inquiries', { query: { limit: '2' } as never })).body.items[0]?.title).toBe(
    'Behind the door',
  )
})
