import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inquiryWorld } from '../../../test/inquiry-world.ts'

const { person, as, community, ask, answer, page, db, server } = await inquiryWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const inga = await person('Inga')
const everybody = [maria, tom, inga]

/** Without what somebody hears of it, which follows a little later. */
const pages = (inquiry: string) =>
  Promise.all(everybody.map(async (who) => ({ ...(await page(who, inquiry)), following: null })))
const isKept = async (inquiry: string) =>
  (await db.selectFrom('inquiryPage').select('shown').where('inquiryId', '=', inquiry).executeTakeFirst())?.shown !==
  null
const empty = () => sql`update inquiry_page set shown = null, person_ids = null`.execute(db)

test('a page that is kept shows what one that is gathered shows, to everybody and after everything that happens', async () => {
  const place = await community(maria)
  const other = await community(maria)
  const { body: topic } = await as(maria)('POST /communities/{community}/topics', {
    params: { community: place },
    body: { name: 'Motivation' },
  })
  const inquiry = await ask(tom, [place], { topics: [topic.id] })
  const second = await ask(inga, [place])
  const contribution = await answer(inga, inquiry)
  const at = { params: { inquiry } }
  const part = { params: { contribution } }
  const reply = { kind: 'reply' as const, parent: contribution, body: 'Two are, too.' }
  const moved = { ...at, body: { communities: [place, other], reason: 'It is theirs too.' } }
  const way = { ...at, body: { anotherWay: 'A walk.' } }

  const reopen = () => as(tom)('DELETE /inquiries/{inquiry}/resolution', { ...at, body: { reason: 'Not yet.' } })
  const acts: [string, () => Promise<{ status: number }>][] = [
    ['reply', () => as(tom)('POST /inquiries/{inquiry}/contributions', { ...at, body: reply })],
    ['edit', () => as(inga)('PUT /contributions/{contribution}', { ...part, body: { base: 1, body: 'Four.' } })],
    ['thank', () => as(tom)('PUT /contributions/{contribution}/thanks', { ...part, body: { reason: 'It helped' } })],
    ['take thanks back', () => as(tom)('DELETE /contributions/{contribution}/thanks', part)],
    ['mark', () => as(tom)('PUT /contributions/{contribution}/helped', part)],
    ['hide an answer', () => as(maria)('PUT /contributions/{contribution}/hiding', part)],
    ['show it', () => as(maria)('DELETE /contributions/{contribution}/hiding', part)],
    ['withdraw it', () => as(inga)('PUT /contributions/{contribution}/withdrawal', part)],
    ['restore it', () => as(inga)('DELETE /contributions/{contribution}/withdrawal', part)],
    ['reopen at first', reopen],
    ['resolve', () => as(tom)('PUT /inquiries/{inquiry}/resolution', way)],
    ['reopen', reopen],
    ['me too', () => as(inga)('PUT /inquiries/{inquiry}/me-too', at)],
    ['not me', () => as(inga)('DELETE /inquiries/{inquiry}/me-too', at)],
    ['bookmark', () => as(inga)('PUT /inquiries/{inquiry}/bookmark', at)],
    ['ask people', () => as(tom)('POST /inquiries/{inquiry}/asked', { ...at, body: { people: [inga.id] } })],
    ['decline', () => as(inga)('DELETE /inquiries/{inquiry}/asked', at)],
    ['move', () => as(tom)('PUT /inquiries/{inquiry}/communities', moved)],
    [
      'be repeated',
      () => as(inga)('PUT /inquiries/{inquiry}/merge', { params: { inquiry: second }, body: { into: inquiry } }),
    ],
    ['no more', () => as(inga)('DELETE /inquiries/{inquiry}/merge', { params: { inquiry: second } })],
    [
      'redact',
      () =>
        as(maria)('POST /inquiries/{inquiry}/redactions', { ...at, body: { passages: ['Four'], ground: 'person' } }),
    ],
    ['hide', () => as(maria)('PUT /inquiries/{inquiry}/hiding', at)],
    ['show', () => as(maria)('DELETE /inquiries/{inquiry}/hiding', at)],
    ['withdraw', () => as(tom)('PUT /inquiries/{inquiry}/withdrawal', at)],
    ['restore', () => as(tom)('DELETE /inquiries/{inquiry}/withdrawal', at)],
    ['a topic renamed', async () => rename('topic', topic.id)],
    ['a community renamed', async () => rename('community', place)],
    ['an author renamed', async () => rename('person', inga.id)],
  ]
  const rename = async (table: string, id: string) => {
    await sql`update ${sql.table(table)} set name = 'Another name' where id = ${id}`.execute(db)
    return { status: 200 }
  }
  await server.catchUp()
  for (const [what, act] of acts) {
    expect(await isKept(inquiry), `before: ${what}`).toBe(true)
    const before = await pages(inquiry)
    expect((await act()).status, what).toBeLessThan(300)
    const atOnce = await pages(inquiry)
    expect(atOnce, what).not.toEqual(before)
    await empty()
    expect(await pages(inquiry), `gathered: ${what}`).toEqual(atOnce)
    await server.catchUp()
    expect(await isKept(inquiry), `after: ${what}`).toBe(true)
    expect(await pages(inquiry), `kept: ${what}`).toEqual(atOnce)
  }
})

test('what is not yet told by whoever writes it empties the page again when it is', async () => {
  const inquiry = await ask(tom, [await community(maria)])
  const said = await db.startTransaction().execute()
  await sql`
    insert into contribution (inquiry_id, kind, body, html, by_id)
    values (${inquiry}, 'answer', 'Three.', 'Three.', ${inga.id})`.execute(said)

  const meanwhile = server.catchUp()
  expect((await page(tom, inquiry)).contributions).toEqual([])
  await said.commit().execute()
  await meanwhile

  expect((await page(tom, inquiry)).contributions).toMatchObject([{ html: 'Three.' }])
  await server.catchUp()
  expect((await page(tom, inquiry)).contributions).toMatchObject([{ html: 'Three.' }])
})
