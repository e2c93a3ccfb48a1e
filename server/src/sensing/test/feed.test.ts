import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { inquiryWorld } from '../../../test/inquiry-world.ts'
import { readDueFeeds } from '../feed/poll.ts'
import { claimDue } from '../feed/queries.ts'
import { entry, feedHost, rss } from './feed-hosts.ts'

const { person, as, unit, db, community, server } = await inquiryWorld()
const ward = await unit('Ward')
const fay = await person('Fay', { unit: ward })
const mia = await person('Mia', { unit: ward })

// Feeds wait for nobody but these scenes: what this server does by itself every two seconds would be refused here.
let news = rss(entry(1), entry(2))
const host = await feedHost({ '/news': (_, response) => void response.end(news) })
const rules = { ownHosts: ['127.0.0.1'] }

const listen = async (of: string | null, path: string, who = fay) => {
  const { id } = (await as(who)('POST /feeds', { body: { community: of, url: `${host.address}${path}` } })).body
  return id
}
/** Reads this feed now, whatever its pause, and whatever the server itself tried meanwhile. */
const read = async (...ids: string[]) => {
  for (const id of ids) {
    await sql`update feed set claimed_until = null, next_at = now() + interval '1 day' where id <> ${id}`.execute(db)
    await expect
      .poll(async () => {
        const { rows } = await sql`
          update feed set next_at = now() - interval '1 minute', failures = 0, failure = null
          where id = ${id} and claimed_until is null and ended_at is null returning id`.execute(db)
        return rows.length === 0 ? 0 : await readDueFeeds(db, rules)
      })
      .toBe(1)
  }
}
const feedsOf = async (of: string | undefined, who = fay) =>
  (await as(who)('GET /feeds', { query: { community: of } })).body.items
const signalsOf = async (of: string, who = fay) =>
  (await as(who)('GET /signals', { query: { community: of } })).body.items

let shared = ''
let secret = ''
beforeAll(async () => {
  shared = await community(fay, 'open', [mia])
  secret = await community(fay, 'private', [mia])
})

test('a feed is read, brings each entry once, and is asked again only for what is new', async () => {
  const feed = await listen(shared, '/news')
  await read(feed)
  expect((await signalsOf(shared)).map(({ title, link, feed: from }) => [title, link, from?.title])).toEqual([
    ['Entry 1', 'https://news.example.org/1', 'Rehab news'],
    ['Entry 2', 'https://news.example.org/2', 'Rehab news'],
  ])

  news = rss(entry(3), entry(1, 'Entry 1, corrected'), entry(2))
  await read(feed)
  expect((await signalsOf(shared)).map(({ title }) => title)).toEqual(['Entry 3', 'Entry 1', 'Entry 2'])
  const marked = await listen(shared, '/feed')
  await read(marked, marked)
  expect(host.asked.filter(({ path }) => path === '/feed').map(({ etag }) => etag)).toEqual([undefined, '"one"'])
  // The same entries by another feed are known already.
  expect(await signalsOf(shared)).toHaveLength(3)
  const { rows } = await sql<{ hours: number }>`
    select extract(epoch from next_at - now()) / 3600 as hours from feed where id = ${feed}`.execute(db)
  expect(Number(rows[0]!.hours)).toBeGreaterThan(3)
})

test('what cannot be read says why in the reader’s words, waits longer each time, and is never lost', async () => {
  const ids = [await listen(secret, '/page'), await listen(secret, '/round'), await listen(secret, '/entities')]
  await read(...ids)
  const trouble = (await feedsOf(secret)).map((one) => one.trouble)

  expect(trouble.filter((sentence) => sentence?.includes('not a feed'))).toHaveLength(2)
  expect(trouble.filter((sentence) => sentence?.includes('circle'))).toHaveLength(1)
  expect((await feedsOf(secret)).every(({ ended, may }) => ended === null && may.readNow)).toBe(true)
})

test('a host of the own network is refused unless whoever runs Mortar allows it', async () => {
  const of = await community(fay)
  const feed = await listen(of, '/feed')

  await expect
    .poll(async () => (await feedsOf(of)).map((one) => one.trouble))
    .toEqual([expect.stringContaining('inner network')])
  await read(feed)
  expect((await feedsOf(of)).map((one) => one.trouble)).toEqual([null])
})

test('a feed that is gone for good ends with a sentence, and who brought it is told', async () => {
  const of = await community(fay)
  const feed = await listen(of, '/gone')
  await read(feed)

  expect((await feedsOf(of))[0]).toMatchObject({
    nextAt: null,
    ended: { why: expect.stringContaining('gone for good') },
  })
  await server.catchUp()
  expect((await as(fay)('GET /inbox')).body.items.find(({ page }) => page.id === feed)?.verb).toBe('feed.ended_gone')
  expect((await as(fay)('DELETE /feeds/{feed}/end', { params: { feed } })).status).toBe(204)
  expect((await as(fay)('PUT /feeds/{feed}/end', { params: { feed } })).status).toBe(204)
})

test('of one host one feed is taken up at a time, and a feed that a process dropped is taken up again', async () => {
  const of = await community(fay)
  await sql`update feed set ended_at = now(), ended_why = 'byHand' where ended_at is null`.execute(db)
  for (const url of ['http://127.0.0.2/a', 'http://127.0.0.2/b', 'http://127.0.0.3/a'])
    await sql`insert into feed (community_id, url, host, next_at) values (${of}, ${url}, ${new URL(url).hostname}, now() - interval '1 hour')`.execute(
      db,
    )
  // The server itself may have taken them up in between: what counts is that no host is busy twice.
  const claimed = await claimDue(db, 4)
  const { rows } = await sql<{ host: string; busy: number }>`
    select host, count(*)::int as busy from feed where claimed_until > now() and community_id = ${of} group by host`.execute(
    db,
  )

  expect(claimed.length).toBeLessThanOrEqual(2)
  expect(rows.every(({ busy }) => busy === 1)).toBe(true)
  await sql`update feed set claimed_until = now() - interval '1 second', next_at = now() - interval '1 hour'
            where community_id = ${of}`.execute(db)
  expect((await claimDue(db, 4)).length).toBeGreaterThan(0)
  await sql`update feed set ended_at = now(), ended_why = 'byHand', claimed_until = null where community_id = ${of}`.execute(
    db,
  )
})
