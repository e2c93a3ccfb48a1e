import { describe, expect, test } from 'vitest'
import { isPublic } from '../feed/address.ts'
import { fetchFeed, type Limits } from '../feed/fetch.ts'
import { mostFailures, pauseAfterFailure, pauseAfterReading, retryAfterOf } from '../feed/pace.ts'
import { mostEntries, readFeed } from '../feed/read.ts'
import { readApart } from '../feed/reading.ts'
import { entry, feedHost, rss } from './feed-hosts.ts'

const host = await feedHost()
const limits: Limits = { bytes: 2_000_000, time: 20_000, redirects: 5 }
const own = { limits, ownHosts: ['127.0.0.1'] }
const at = (path: string, known = {}) => ({ url: `${host.address}${path}`, etag: null, lastModified: null, ...known })
const troubleWith = async (path: string, rules: object = own) => {
  const fetched = await fetchFeed(at(path), rules)
  return fetched.kind === 'failed' ? fetched.trouble : fetched.kind
}

test.each([
  ['93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:93.184.215.14', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['fd00::1', false],
  ['ff02::1', false],
  ['localhost', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected)
})

describe('what leads inside is not fetched', () => {
  test('a host of one’s own network is refused, by address and by name, and nothing is asked of it', async () => {
    const before = host.asked.length
    const port = new URL(host.address).port

    expect(await troubleWith('/feed', { limits })).toBe('ownNetwork')
    for (const name of ['localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', 'localhost.'])
      expect(await fetchFeed({ ...at(''), url: `http://${name}:${port}/feed` }, { limits })).toMatchObject({
        kind: 'failed',
        trouble: 'ownNetwork',
      })
    expect(host.asked.length).toBe(before)
    expect((await fetchFeed(at('/feed'), own)).kind).toBe('read')
  })

  test('a redirect may not lead there either, nor out of http', async () => {
    expect(await troubleWith('/inside')).toBe('ownNetwork')
    expect(await troubleWith('/file')).toBe('ownNetwork')
  })
})

describe('whatever a host does, fetching comes to an end', () => {
  test.each([
    ['/endless', 'tooLarge'],
    ['/claims', 'tooLarge'],
    ['/bomb', 'tooLarge'],
    ['/damaged', 'packedOddly'],
    ['/odd', 'packedOddly'],
    ['/round', 'redirectLoop'],
    ['/far', 'tooManyRedirects'],
    ['/nowhere', 'notFoundThere'],
    ['/trouble', 'troubleThere'],
    ['/often', 'tooOften'],
    ['/gone', 'gone'],
  ])('%s: %s', async (path, trouble) => {
    expect(await troubleWith(path)).toBe(trouble)
  })

  test('of a feed without end only some MB leave the host', async () => {
    const before = host.sent()
    await fetchFeed(at('/endless'), own)

    await expect.poll(() => host.sent()).toBeGreaterThan(before)
    // What the host wrote may still lie in buffers on the way.
    expect(host.sent() - before).toBeLessThan(limits.bytes + 12_000_000)
  })

  test('a host that drips, or says nothing, is left after the time it has', async () => {
    const short = { ...own, limits: { ...limits, time: 300 } }

    expect([await troubleWith('/drip', short), await troubleWith('/silent', short)]).toEqual(['tooSlow', 'tooSlow'])
  })

  test('a port where nobody answers, and a name that nobody has', async () => {
    expect(await fetchFeed({ ...at(''), url: 'http://127.0.0.1:1/feed' }, own)).toMatchObject({ trouble: 'notReached' })
    expect(await fetchFeed({ ...at(''), url: 'http://nobody.invalid/feed' }, own)).toMatchObject({
      trouble: expect.stringMatching(/noSuchHost|notReached/),
    })
  })
})

test('a copy at hand is asked for by its marks, and only at the first host', async () => {
  const known = { etag: '"one"', lastModified: 'Mon, 01 Jan 2024 00:00:00 GMT' }

  expect(await fetchFeed(at('/feed', known), own)).toEqual({ kind: 'unchanged', maxAge: null })
  expect(host.asked.at(-1)).toMatchObject({ etag: '"one"', since: known.lastModified })
  const moved = await fetchFeed(at('/moved', known), own)
  expect(host.asked.at(-1)).toMatchObject({ path: '/feed', etag: undefined, since: undefined })
  expect(moved).toMatchObject({ kind: 'read', etag: '"one"', maxAge: 10_800, movedTo: `${host.address}/feed` })
})

test('the pause grows with each failure, heeds the host and its feed, and stays within bounds', () => {
  const hours = (seconds: number) => seconds / 3600

  expect([0, 0.5, 1].map((chance) => hours(pauseAfterReading([null], chance)))).toEqual([1.6, 2, 2.4])
  expect(hours(pauseAfterReading([60, 6 * 3600], 0.5))).toBe(6)
  expect(hours(pauseAfterReading([30 * 86_400], 0.5))).toBe(24)
  expect([1, 2, 3, 9].map((failures) => hours(pauseAfterFailure(failures, null, 0.5)))).toEqual([0.5, 1, 2, 24])
  expect(hours(pauseAfterFailure(1, 7200, 0.5))).toBe(2)
  expect(hours(pauseAfterFailure(mostFailures, 10 ** 9, 0.5))).toBe(7 * 24)
  const now = new Date('2026-01-01T00:00:00Z')
  expect(retryAfterOf('Thu, 01 Jan 2026 01:00:00 GMT', now)).toBe(3600)
  expect(retryAfterOf('Thu, 01 Jan 2015 01:00:00 GMT', now)).toBe(0)
  expect([retryAfterOf('soon', now), retryAfterOf(undefined, now)]).toEqual([null, null])
})

describe('what a feed says', () => {
  const base = 'https://news.example.org/feed'

  test('entries come as plain text, with addresses free of what follows readers', () => {
    const feed = readFeed(rss(entry(1, 'A &amp; B <![CDATA[<script>alert(1)</script>]]>')), base)

    expect(feed).toMatchObject({ title: 'Rehab news', every: 240 * 60 })
    expect(feed.entries[0]).toMatchObject({ key: 'g1', link: 'https://news.example.org/1', summary: 'About 1' })
    expect(feed.entries[0]!.title).not.toContain('<')
  })

  test('Atom and JSON Feed are read as well, their addresses against the place they came from', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>a1</id><title>One</title>
      <link rel="alternate" href="/one#part"/><updated>2026-01-02T03:04:05Z</updated></entry></feed>`
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      items: [{ id: 'j1', url: 'javascript:alert(1)', title: '\u202eOne\u0000', date_published: 'someday' }],
    })

    expect(readFeed(atom, base).entries).toEqual([
      {
        key: 'a1',
        link: 'https://news.example.org/one',
        title: 'One',
        summary: '',
        publishedAt: '2026-01-02T03:04:05.000Z',
      },
    ])
    expect(readFeed(json, base).entries).toEqual([
      { key: 'j1', link: null, title: 'One', summary: '', publishedAt: null },
    ])
  })

  test('a feed that brings its whole archive is cut', () => {
    expect(readFeed(rss(...Array.from({ length: 500 }, (_, n) => entry(n))), base).entries).toHaveLength(mostEntries)
  })

  test('what is no feed, sets traps with entities or is nested without end is none, and hurts nobody', async () => {
    const read = async (path: string) => {
      const fetched = await fetchFeed(at(path), own)
      return fetched.kind === 'read' ? await readApart(fetched.text, base) : fetched.kind
    }

    expect(await read('/page')).toBeNull()
    expect(await read('/entities')).toBeNull()
    expect((await read('/deep')) as { entries?: unknown[] } | null).toSatisfy(
      (feed: { entries: unknown[] } | null) => feed === null || feed.entries.length === 0,
    )
    expect(await read('/latin')).toMatchObject({ entries: [{ title: 'Kävely' }] })
  })
})
