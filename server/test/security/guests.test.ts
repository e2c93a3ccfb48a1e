import { type Address, type AllOperations, operations, type Sent } from '@mortar/contract'
import { forGuests } from '@mortar/contract/guests'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inquiryWorld } from '../inquiry-world.ts'
import type { Somebody } from '../world.ts'

const { as, ask, answer, community, db, person, server, unit } = await inquiryWorld()
const ward = await unit('Ward')
const fay = await person('Fay Facilitator', { unit: ward })
const far = await person('Farah Elsewhere', { unit: ward })
const gus = await person('Gus Guest')
await sql`update person set origin = 'guest' where id = ${gus.id}`.execute(db)

type Call = keyof AllOperations & Address

/** One community that the guest was invited to, and one they were not, each with the same in it. */
async function place(members: Somebody[], founder = fay) {
  const id = await community(founder, 'open', members)
  const inquiry = await ask(founder, [id])
  const mine = members.includes(gus)
  const asked = mine ? await ask(gus, [id]) : inquiry
  return {
    community: id,
    inquiry,
    contribution: await answer(founder, inquiry),
    asked,
    helpful: await answer(founder, asked),
    said: mine ? await answer(gus, inquiry) : await answer(founder, inquiry),
    practice: await practiceIn(id, founder),
  }
}

async function practiceIn(of: string, by: Somebody) {
  const text = { title: 'Three exercises', problem: 'Nobody does ten.', how: 'Give three.' }
  const { id } = (await as(by)('POST /practices', { body: { community: of, kind: 'method', ...text } })).body
  for (const state of ['proposed', 'current'] as const)
    await as(by)('PUT /practices/{practice}/state', { params: { practice: id }, body: { state, reason: '' } })
  return id
}

const inside = await place([gus])
const outside = await place([], far)
type Place = typeof inside

const refused = (Object.keys(operations) as Call[]).filter(
  (address) => !(address in forGuests) && !('open' in operations[address]),
)
const nothing = '00000000-0000-4000-8000-000000000000'

test('what is not meant for guests is refused to them, whatever it is', async () => {
  const answers = await Promise.all(
    refused.map(async (address) => {
      const [method, path] = address.split(' ') as ['GET', string]
      const { statusCode, json } = await server.app.inject({
        method,
        url: `/api${path.replaceAll(/\{\w+\}/g, nothing)}`,
        headers: { authorization: `Bearer ${gus.token}` },
      })
      return [address, statusCode, json().title]
    }),
  )

  expect(answers).toEqual(refused.map((address) => [address, 403, expect.stringContaining('You are a guest here')]))
})

type Scene = (at: Place) => { [A in Call]: [A, Sent<AllOperations[A]>] }[Call]
const one = ({ inquiry }: Place) => ({ params: { inquiry } })
const own = ({ asked }: Place) => ({ params: { inquiry: asked } })
const part = ({ contribution }: Place) => ({ params: { contribution } })
const said = ({ said }: Place) => ({ params: { contribution: said } })
const reason = { reason: 'It is not kind.' }

/** What a guest does in the community that invited them, in an order in which each succeeds. */
const acts: Scene[] = [
  (at) => ['POST /inquiries', { body: { title: 'May I?', body: 'I ask.', communities: [at.community] } }],
  (at) => ['POST /inquiries/{inquiry}/contributions', { ...one(at), body: { kind: 'answer', body: 'Two.' } }],
  (at) => ['POST /inquiries/{inquiry}/reports', { ...one(at), body: reason }],
  (at) => ['PUT /inquiries/{inquiry}/me-too', one(at)],
  (at) => ['DELETE /inquiries/{inquiry}/me-too', one(at)],
  (at) => ['PUT /inquiries/{inquiry}/bookmark', one(at)],
  (at) => ['DELETE /inquiries/{inquiry}/bookmark', one(at)],
  (at) => ['PUT /inquiries/{inquiry}', { ...own(at), body: { base: 1, title: 'May I ask?', body: 'I do.' } }],
  (at) => ['PUT /inquiries/{inquiry}/resolution', { ...own(at), body: { anotherWay: 'I found it.' } }],
  (at) => ['DELETE /inquiries/{inquiry}/resolution', { ...own(at), body: { reason: 'Not quite.' } }],
  (at) => ['PUT /inquiries/{inquiry}/withdrawal', own(at)],
  (at) => ['DELETE /inquiries/{inquiry}/withdrawal', own(at)],
  (at) => ['POST /contributions/{contribution}/reports', { ...part(at), body: reason }],
  (at) => ['PUT /contributions/{contribution}/thanks', { ...part(at), body: { reason: 'It helped.' } }],
  (at) => ['DELETE /contributions/{contribution}/thanks', part(at)],
  (at) => ['PUT /contributions/{contribution}', { ...said(at), body: { base: 1, body: 'Better said.' } }],
  (at) => ['PUT /contributions/{contribution}/withdrawal', said(at)],
  (at) => ['DELETE /contributions/{contribution}/withdrawal', said(at)],
  (at) => ['POST /practices/{practice}/reports', { params: { practice: at.practice }, body: reason }],
  (at) => [
    'PUT /following/{kind}/{id}',
    { params: { kind: 'inquiry', id: at.inquiry }, body: { level: 'everything' } },
  ],
  (at) => ['PUT /contributions/{contribution}/helped', { params: { contribution: at.helpful } }],
  (at) => ['DELETE /contributions/{contribution}/helped', { params: { contribution: at.helpful } }],
  (at) => ['PUT /communities/{community}/visit', { params: { community: at.community } }],
  (at) => ['DELETE /communities/{community}/membership', { params: { community: at.community } }],
]

// What a guest writes that stands nowhere but with themselves.
const theirOwn = /^\w+ \/(me|people|drafts|inbox|files|markdown|sources)\b/
// Shown by scenes of their own below, and in guests.wide.test.ts.
const elsewhere = [
  'POST /inquiries/similar',
  'DELETE /inquiries/{inquiry}/asked',
  'PUT /communities/{community}/membership',
  'PUT /invitations/{invitation}/reply',
]

test('every act that guests are let do is shown here', () => {
  const writes = Object.keys(forGuests).filter((address) => !address.startsWith('GET ') && !theirOwn.test(address))

  expect(writes.toSorted()).toEqual([...acts.map((act) => act(inside)[0]), ...elsewhere].toSorted())
})

test.each(acts.map((act) => [act(inside)[0], act] as const))('%s: in their own community alone', async (_, act) => {
  const theirs = await as(gus)(...(act(inside) as ['GET /me', object]))
  const other = await as(gus)(...(act(outside) as ['GET /me', object]))

  expect(theirs.status, theirs.problem?.title).toBeLessThan(300)
  expect([403, 404]).toContain(other.status)
})

test('a guest comes in by an invitation and by nothing else, and the seat is taken back with it', async () => {
  const join = (to: Place) =>
    as(gus)('PUT /communities/{community}/membership', { params: { community: to.community } })
  const params = { community: outside.community }
  const invited = (await as(far)('POST /communities/{community}/invitations', { params, body: { person: gus.id } }))
    .body

  expect((await join(inside)).status).toBe(404)
  expect((await as(gus)('GET /communities/{community}', { params })).body.name).toMatch('Community')
  expect((await as(gus)('GET /inquiries', { query: params })).status).toBe(403)
  expect(
    (
      await as(gus)('PUT /invitations/{invitation}/reply', {
        params: { invitation: invited.id },
        body: { accepted: true },
      })
    ).status,
  ).toBe(204)
  expect((await as(gus)('GET /inquiries', { query: params })).body.items.map(({ id }) => id)).toEqual([outside.inquiry])
})

test('people are names to a guest: those of their community, and nobody else', async () => {
  const page = (of: Somebody) => as(gus)('GET /people/{person}', { params: { person: of.id } })
  const { body } = await as(gus)('GET /communities/{community}/members', { params: { community: outside.community } })

  expect(body.items.map(({ name, title, unit }) => [name, title, unit])).toContainEqual(['Farah Elsewhere', null, null])
  expect((await page(far)).body).toMatchObject({ name: 'Farah Elsewhere', title: null, unit: null, units: [] })
  expect((await page(fay)).status).toBe(404)
  expect((await as(fay)('GET /people/{person}', { params: { person: far.id } })).body.unit).toBe('Ward')
})

test('a guest is not asked by name where they have no seat, and finds nothing there', async () => {
  await server.catchUp()
  const words = { title: 'Nobody does the ten exercises' }
  const similar = (who: Somebody) => as(who)('POST /inquiries/similar', { body: words })
  const ids = async (who: Somebody) => (await similar(who)).body.inquiries.map(({ id }) => id)

  expect(await ids(fay)).toEqual(expect.arrayContaining([inside.inquiry, outside.inquiry]))
  expect(await ids(gus)).not.toContain(inside.inquiry)
  expect(await ids(gus)).toContain(outside.inquiry)
})

test('a guest carries no role, and is offered nothing that would be refused', async () => {
  const params = { community: outside.community, person: gus.id }
  const given = await as(far)('PUT /communities/{community}/members/{person}/roles', {
    params,
    body: { roles: ['liaison'] },
  })
  const home = await as(gus)('GET /communities/{community}', { params })
  const mine = await ask(gus, [outside.community])
  const page = await as(gus)('GET /inquiries/{inquiry}', { params: { inquiry: mine } })

  expect([given.status, home.body.may.invite, home.body.may.ask]).toEqual([409, false, true])
  expect(page.body.may).toMatchObject({
    resolve: true,
    edit: true,
    move: false,
    merge: false,
    askPeople: false,
    distil: false,
  })
})

test('a guest hears live of what is in their community alone', async () => {
  const base = await server.listen(0, '127.0.0.1')
  const hear = async (subject: string) => {
    const gone = new AbortController()
    const headers = { authorization: `Bearer ${gus.token}` }
    const { status } = await fetch(`${base}/api/live?subject=${subject}`, { headers, signal: gone.signal })
    gone.abort()
    return status
  }

  expect(await hear(`inquiry:${outside.inquiry}`)).toBe(200)
  for (const subject of [
    `community:${inside.community}`,
    `inquiry:${inside.inquiry}`,
    `unit:${ward}`,
    `person:${fay.id}`,
  ])
    expect([subject, await hear(subject)]).toEqual([subject, 404])
})
