import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { inquiryWorld } from '../../../test/inquiry-world.ts'
import type { Somebody } from '../../../test/world.ts'
import { plainLink } from '../signal/signal.ts'

const { person, as, unit, db, community, ask } = await inquiryWorld()
const ward = await unit('Ward')
const fay = await person('Fay', { unit: ward })
const mia = await person('Mia', { unit: ward })
const cora = await person('Cora', { unit: ward })
const olga = await person('Olga', { office: true })
const rolf = await person('Rolf', { manages: ward })

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const feedsOf = async (of: string | undefined, who = fay) =>
  (await as(who)('GET /feeds', { query: { community: of } })).body.items
const tell = (who: Somebody, of: string | null, more: object = {}) =>
  as(who)('POST /signals', { body: { community: of, title: 'A new guideline', ...more } })
const look = (who: Somebody, signal: string) => as(who)('GET /signals/{signal}', { params: { signal } })
const triage = (who: Somebody, signal: string, more: object = {}) =>
  as(who)('PUT /signals/{signal}/triage', {
    params: { signal },
    body: { outcome: 'nothing', reason: 'Not our field.', ...more } as never,
  })
const undo = (who: Somebody, signal: string) => as(who)('DELETE /signals/{signal}/triage', { params: { signal } })

let shared = ''
let secret = ''
beforeAll(async () => {
  shared = await community(fay, 'open', [mia])
  secret = await community(fay, 'private', [mia])
})

test.each([
  ['https://a.example.org/x?utm_source=rss&id=3#top', 'https://a.example.org/x?id=3'],
  [' HTTPS://A.example.org/x?fbclid=1 ', 'https://a.example.org/x'],
  ['javascript:alert(1)', undefined],
  ['https://name:secret@a.example.org/', undefined],
  ['not an address', undefined],
])('%s is the page %s', (address, plain) => {
  expect(plainLink(address)).toBe(plain)
})

describe('what does it mean for us', () => {
  test('a signal becomes an inquiry, something to watch, or nothing, each with a reason; it is kept, and undone', async () => {
    const { id } = (await tell(mia, shared, { link: 'https://b.example.org/guide?utm_medium=x', summary: 'New.' })).body
    expect((await tell(fay, shared, { title: 'Other words', link: 'https://b.example.org/guide' })).body).toEqual({
      id,
      known: true,
    })
    const inquiry = await ask(mia, [shared], { title: 'Do we follow the new guideline?' })

    expect((await triage(mia, id, { reason: '' })).status).toBe(400)
    expect((await triage(mia, id, { outcome: 'watch' })).status).toBe(400)
    expect((await triage(mia, id, { outcome: 'watch', watchUntil: day(0) })).status).toBe(400)
    expect(
      (await triage(mia, id, { outcome: 'watch', watchUntil: day(30), reason: 'Wait for the Finnish text.' })).status,
    ).toBe(204)
    expect((await triage(mia, id, { outcome: 'inquiry', inquiry, reason: 'It changes how we test.' })).status).toBe(204)
    expect((await triage(mia, id)).status).toBe(409)
    expect((await look(cora, id)).body).toMatchObject({
      outcome: 'inquiry',
      triage: [
        {
          outcome: 'inquiry',
          inquiry: { id: inquiry, title: 'Do we follow the new guideline?' },
          by: { name: 'Mia' },
          undone: null,
        },
        {
          outcome: 'watch',
          reason: 'Wait for the Finnish text.',
          watchUntil: day(30),
          undone: { by: { name: 'Mia' } },
        },
      ],
    })

    expect([(await undo(mia, id)).status, (await undo(mia, id)).status]).toEqual([204, 409])
    expect((await look(mia, id)).body).toMatchObject({ outcome: 'new', may: { triage: true, undo: false } })
    expect((await triage(mia, id)).status).toBe(204)
    expect((await look(mia, id)).body.triage).toHaveLength(3)
  })

  test('an escalation links back to the signal it came from, which is thereby looked at', async () => {
    const { id } = (await tell(mia, secret)).body
    const escalate = (who: Somebody, of: string) =>
      as(who)('POST /escalations', {
        body: {
          community: of,
          unit: ward,
          manager: rolf.id,
          title: 'We need the law read',
          asked: 'Who reads it?',
          dueOn: day(9),
          signal: id,
        },
      })

    expect((await escalate(mia, secret)).status).toBe(403)
    expect((await escalate(fay, shared)).status).toBe(400)
    const { body: made } = await escalate(fay, secret)
    expect((await escalate(fay, secret)).status).toBe(409)
    expect((await look(mia, id)).body).toMatchObject({
      outcome: 'escalation',
      triage: [{ escalation: { id: made.id } }],
    })
    const seen = async (who: Somebody) =>
      (await as(who)('GET /escalations/{escalation}', { params: { escalation: made.id } })).body.signal
    expect([(await seen(mia))?.id, await seen(rolf)]).toEqual([id, null])
  })

  test('what was to be looked at again waits for the facilitators on its day', async () => {
    const { id } = (await tell(mia, shared, { title: 'A trial that ends in May' })).body
    await triage(mia, id, { outcome: 'watch', watchUntil: day(1) })
    const waiting = async (who: Somebody) =>
      (await as(who)('GET /home')).body.needs.filter(({ kind }) => kind === 'signal_watched').map(({ page }) => page.id)
    expect(await waiting(fay)).not.toContain(id)
    await sql`update signal set watch_until = current_date where id = ${id}`.execute(db)

    expect([(await waiting(fay)).includes(id), (await waiting(mia)).includes(id)]).toEqual([true, false])
    expect((await look(mia, id)).body.watchOver).toBe(true)
  })

  test('a signal of the organization is taken up by a community, and both know of each other', async () => {
    const { id } = (await tell(olga, null, { title: 'The pension law changes' })).body
    expect((await triage(mia, id)).status).toBe(403)
    expect((await look(mia, id)).body.may.takeUpFor.map((one) => one.id).toSorted()).toEqual(
      [shared, secret].toSorted(),
    )
    const take = (who: Somebody, of: string) =>
      as(who)('PUT /signals/{signal}/communities/{community}', { params: { signal: id, community: of } })

    const { body: inside } = await take(mia, secret)
    const { body: open } = await take(mia, shared)
    expect((await take(fay, shared)).body.id).toBe(open.id)
    expect((await look(mia, inside.id)).body).toMatchObject({ title: 'The pension law changes', from: { id } })
    expect((await look(mia, id)).body.takenUp.map((one) => one.id)).toEqual([inside.id, open.id])
    expect((await look(cora, id)).body.takenUp.map((one) => one.id)).toEqual([open.id])
  })
})

describe('rights', () => {
  const forWhom = async (act: (who: Somebody) => Promise<{ status: number }>) => {
    const statuses: string[] = []
    for (const who of [fay, mia, cora, olga]) statuses.push(`${who.name} ${(await act(who)).status}`)
    return statuses.join(' · ')
  }
  let n = 0
  const fresh = async (of: string) => (await tell(mia, of, { title: `Signal ${++n}` })).body.id

  test.each([
    ['open', 'Fay 200 · Mia 200 · Cora 200 · Olga 200', 'Fay 204 · Mia 204 · Cora 403 · Olga 403'],
    ['private', 'Fay 200 · Mia 200 · Cora 404 · Olga 404', 'Fay 204 · Mia 204 · Cora 404 · Olga 404'],
  ])('in a community that is %s', async (visibility, reading, triaging) => {
    const of = visibility === 'open' ? shared : secret
    const id = await fresh(of)

    expect(await forWhom((who) => look(who, id))).toBe(reading)
    expect(await forWhom(async (who) => triage(who, await fresh(of)))).toBe(triaging)
    expect(
      await forWhom(async (who) => {
        const one = await fresh(of)
        await triage(mia, one)
        return undo(who, one)
      }),
    ).toBe(triaging)
    expect(await forWhom((who) => as(who)('GET /signals', { query: { community: of } }))).toBe(reading)
    expect(await forWhom((who) => as(who)('GET /feeds', { query: { community: of } }))).toBe(reading)
  })

  test('members tell their community, the knowledge office tells all; facilitators listen for it, the office for all', async () => {
    let url = 0
    const feed = (of: string | null) => (who: Somebody) =>
      as(who)('POST /feeds', { body: { community: of, url: `http://127.0.0.4/${++url}` } })

    expect(await forWhom((who) => tell(who, shared, { title: `Told by ${who.name}` }))).toBe(
      'Fay 201 · Mia 201 · Cora 403 · Olga 403',
    )
    expect(await forWhom((who) => tell(who, secret, { title: `Told by ${who.name}` }))).toBe(
      'Fay 201 · Mia 201 · Cora 404 · Olga 404',
    )
    expect(await forWhom((who) => tell(who, null, { title: `All, by ${who.name}` }))).toBe(
      'Fay 403 · Mia 403 · Cora 403 · Olga 201',
    )
    expect(await forWhom(feed(shared))).toBe('Fay 201 · Mia 403 · Cora 403 · Olga 403')
    expect(await forWhom(feed(secret))).toBe('Fay 201 · Mia 403 · Cora 404 · Olga 404')
    expect(await forWhom(feed(null))).toBe('Fay 403 · Mia 403 · Cora 403 · Olga 201')
    const known = { community: null, url: 'http://127.0.0.4/same' }
    expect([
      (await as(olga)('POST /feeds', { body: known })).status,
      (await as(olga)('POST /feeds', { body: known })).status,
      (await as(olga)('POST /feeds', { body: { ...known, url: 'http://me:secret@127.0.0.4/' } })).status,
      (await as(olga)('POST /feeds', { body: { ...known, url: 'file:///etc/passwd' } })).status,
    ]).toEqual([201, 409, 400, 400])
    const [one] = await feedsOf(undefined, olga)
    expect(await forWhom((who) => as(who)('PUT /feeds/{feed}/end', { params: { feed: one!.id } }))).toBe(
      'Fay 403 · Mia 403 · Cora 403 · Olga 204',
    )
    const [hidden] = await feedsOf(secret)
    expect(await forWhom((who) => as(who)('POST /feeds/{feed}/reading', { params: { feed: hidden!.id } }))).toMatch(
      /^Fay (204|409) · Mia 403 · Cora 404 · Olga 404$/,
    )
  })
})
