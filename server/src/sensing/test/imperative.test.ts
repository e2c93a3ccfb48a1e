import { describe, expect, test } from 'vitest'
import { practiceScene } from '../../../test/practice-scene.ts'
import type { Somebody } from '../../../test/world.ts'
import { holds, type Imperative, mayBeServed } from '../imperative/imperative.ts'

const { person, as, community, join, current, draft, server } = await practiceScene()
const olga = await person('Olga', { office: true })
const fay = await person('Fay')
const mia = await person('Mia')
const cora = await person('Cora')
const carl = await person('Carl')

const body = { title: 'Home after ten days', why: 'Because **beds** are few.', from: '2026-01-01', carrier: carl.id }
const make = async (more: object = {}) => (await as(olga)('POST /imperatives', { body: { ...body, ...more } })).body.id
const all = async (who: Somebody) => (await as(who)('GET /imperatives')).body
const aimFor = async (who: Somebody, id: string) => (await all(who)).items.find((one) => one.id === id)!
const serve = (who: Somebody, imperative: string, of: string, how = 'We teach it.') =>
  as(who)('PUT /imperatives/{imperative}/communities/{community}', {
    params: { imperative, community: of },
    body: { how },
  })

const aim: Imperative = {
  id: '1',
  title: 'T',
  why: 'W',
  fromDay: '2026-02-01',
  toDay: '2026-03-01',
  carrierId: null,
  endedAt: null,
  endedReason: null,
  hiddenAt: null,
}
test.each([
  ['2026-01-31', false, true],
  ['2026-02-01', true, true],
  ['2026-03-01', true, true],
  ['2026-03-02', false, false],
])('on %s an aim from February to the first of March holds: %s, and may be served: %s', (day, now, may) => {
  expect([holds(aim, day), mayBeServed(aim, day)]).toEqual([now, may])
  expect([holds({ ...aim, endedAt: new Date() }, day), mayBeServed({ ...aim, endedAt: new Date() }, day)]).toEqual([
    false,
    false,
  ])
})

test('the page shows what serves each aim and what none serves, from both sides', async () => {
  const [weavers, dyers] = [await community(fay), await community(fay)]
  const practice = await current(fay, weavers, { title: 'Warp in the evening' })
  const served = await make()
  const lonely = await make({ title: 'Nobody works for this', carrier: null })
  await serve(fay, served, weavers, 'We shorten the way.')
  await as(fay)('PUT /imperatives/{imperative}/practices/{practice}', {
    params: { imperative: served, practice },
    body: { how: 'Half a day less.' },
  })

  const seen = await aimFor(cora, served)
  expect(seen.services.map(({ community: of, practice: one, how, by }) => [of?.id, one?.title, how, by?.name])).toEqual(
    [
      [weavers, undefined, 'We shorten the way.', 'Fay'],
      [weavers, 'Warp in the evening', 'Half a day less.', 'Fay'],
    ],
  )
  expect(seen).toMatchObject({ holds: true, carrier: { name: 'Carl' }, may: { edit: false } })
  expect((await aimFor(cora, lonely)).services).toEqual([])
  const without = (await all(cora)).withoutAim.map(({ id }) => id)
  expect([without.includes(weavers), without.includes(dyers)]).toEqual([false, true])

  const from = await as(fay)('GET /communities/{community}/imperatives', { params: { community: weavers } })
  expect(from.body).toMatchObject({
    serves: [{ id: served, how: 'We shorten the way.' }],
    others: [{ id: lonely }],
    may: { name: true },
  })
  const ofPractice = await as(cora)('GET /practices/{practice}/imperatives', { params: { practice } })
  expect(ofPractice.body).toMatchObject({
    serves: [{ id: served, how: 'Half a day less.' }],
    others: [],
    may: { name: false },
  })
  await server.catchUp()
  expect((await as(carl)('GET /inbox')).body.items.map(({ verb, why }) => [verb, why])).toEqual([
    ['imperative.served', 'your_aim'],
    ['imperative.served', 'your_aim'],
    ['imperative.made', 'your_aim'],
  ])
})

test('what somebody may not see serves nothing on their page', async () => {
  const secret = await community(fay, 'private')
  const hidden = await draft(fay, await community(fay))
  const id = await make({ carrier: null })
  await serve(fay, id, secret)
  await as(fay)('PUT /imperatives/{imperative}/practices/{practice}', {
    params: { imperative: id, practice: hidden },
    body: { how: 'A draft.' },
  })

  expect((await aimFor(fay, id)).services).toHaveLength(2)
  expect((await aimFor(cora, id)).services).toEqual([])
  expect((await aimFor(olga, id)).services).toEqual([])
  expect((await all(cora)).withoutAim.map((one) => one.id)).not.toContain(secret)
})

test('an aim ends with its reason, keeps what served it, takes nothing new, and can be taken up again', async () => {
  const of = await community(fay)
  const id = await make({ carrier: null })
  await serve(fay, id, of)
  const params = { imperative: id }
  const end = (who: Somebody) => as(who)('PUT /imperatives/{imperative}/end', { params, body: { reason: 'Reached.' } })

  expect([(await end(olga)).status, (await end(olga)).status]).toEqual([204, 409])
  expect(await aimFor(cora, id)).toMatchObject({
    holds: false,
    ended: { reason: 'Reached.' },
    services: [{ how: 'We teach it.' }],
  })
  expect((await serve(fay, id, of)).status).toBe(409)
  expect((await all(cora)).withoutAim.map((one) => one.id)).toContain(of)
  expect((await as(olga)('DELETE /imperatives/{imperative}/end', { params })).status).toBe(204)
  expect((await serve(fay, id, of, 'Better.')).status).toBe(204)
  expect((await aimFor(cora, id)).services.map(({ how }) => how)).toEqual(['Better.'])
})

describe('rights', () => {
  const forWhom = async (act: (who: Somebody) => Promise<{ status: number }>) => {
    const statuses: string[] = []
    for (const who of [olga, fay, mia, cora, carl]) statuses.push(`${who.name} ${(await act(who)).status}`)
    return statuses.join(' · ')
  }

  test('the office makes, changes and ends aims; carrying one gives no right to it', async () => {
    const id = await make()
    const params = { imperative: id }
    const office = (yes: number) => `Olga ${yes} · Fay 403 · Mia 403 · Cora 403 · Carl 403`

    expect(await forWhom((who) => as(who)('POST /imperatives', { body }))).toBe(office(201))
    expect(await forWhom((who) => as(who)('PUT /imperatives/{imperative}', { params, body }))).toBe(office(204))
    expect(
      await forWhom((who) => as(who)('PUT /imperatives/{imperative}/end', { params, body: { reason: 'Done.' } })),
    ).toBe(office(204))
    expect(await forWhom((who) => as(who)('DELETE /imperatives/{imperative}/end', { params }))).toBe(office(204))
    expect((await as(olga)('POST /imperatives', { body: { ...body, to: '2025-01-01' } })).status).toBe(400)
    expect((await as(olga)('POST /imperatives', { body: { ...body, carrier: id } })).status).toBe(404)
  })

  test('a community points to an aim by its facilitators, a practice by its stewards, and takes it back', async () => {
    const of = await community(fay)
    await join(of, mia)
    const practice = await current(fay, of)
    const secret = await community(fay, 'private')
    const id = await make()
    const point = (who: Somebody) =>
      as(who)('PUT /imperatives/{imperative}/practices/{practice}', {
        params: { imperative: id, practice },
        body: { how: 'So.' },
      })
    const release = (who: Somebody) =>
      as(who)('DELETE /imperatives/{imperative}/communities/{community}', { params: { imperative: id, community: of } })

    expect(await forWhom((who) => serve(who, id, of))).toBe('Olga 403 · Fay 204 · Mia 403 · Cora 403 · Carl 403')
    expect(await forWhom((who) => serve(who, id, secret))).toBe('Olga 404 · Fay 204 · Mia 404 · Cora 404 · Carl 404')
    expect(await forWhom(point)).toBe('Olga 403 · Fay 204 · Mia 403 · Cora 403 · Carl 403')
    expect(await forWhom(release)).toBe('Olga 403 · Fay 204 · Mia 403 · Cora 403 · Carl 403')
    expect((await release(fay)).status).toBe(404)
  })
})
