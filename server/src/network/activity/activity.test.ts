import { sql } from 'kysely'
import { beforeAll, expect, test, vi } from 'vitest'
import { inquiryWorld } from '../../../test/inquiry-world.ts'
import type { Somebody } from '../../../test/world.ts'
import { consentedTies } from '../ties/consented.ts'
import { readActivity } from './reading.ts'

const { person, community, ask, answer, as, db } = await inquiryWorld()
const terms = { purpose: 'To see who helps whom.', legalGround: 'Agreement of 1 March', retentionDays: 730 }
const lately = { from: new Date(Date.now() - 30 * 86_400_000), to: new Date(Date.now() + 7 * 86_400_000) }
let office: Somebody, anna: Somebody, bo: Somebody, cid: Somebody, open: string

beforeAll(async () => {
  office = await person('Office', { office: true })
  anna = await person('Anna')
  bo = await person('Bo')
  cid = await person('Cid')
  open = await community(anna, 'open', [bo, cid])
})

/** The open source of what happens here; the one before is closed. */
async function source(mode: 'announced' | 'opt_in' = 'announced') {
  const before = (await as(office)('GET /sources')).body.items.find(({ closedAt }) => closedAt === null)
  if (before) await as(office)('PUT /sources/{source}/closing', { params: { source: before.id } })
  const body = { ...terms, name: `Mortar ${crypto.randomUUID()}`, mode, kind: 'mortar' as const, channel: 'any' }
  const { id } = (await as(office)('POST /sources', { body })).body
  if (mode === 'announced') await as(office)('PUT /sources/{source}/announcement', { params: { source: id } })
  return id
}

/** Reads until nothing is left to read, whoever does so. */
const read = (id: string) =>
  vi.waitFor(
    async () => {
      await readActivity(db, true)
      const { rows } = await sql<{ left: number }>`
        select count(*)::int as left from activity, activity_reader reader
        where reader.name = ${`network ${id}`} and (activity.transaction, activity.id) > (reader.transaction, reader.id)`.execute(
        db,
      )
      expect(rows[0]).toEqual({ left: 0 })
    },
    { timeout: 90_000, interval: 100 },
  )

async function held(id: string) {
  const { rows } = await sql<{ one: string; other: string; channel: number; times: number }>`
    select one.person_id as one, other.person_id as other, channel, times from tie_week
    join trace_identity one on one.number = from_no join trace_identity other on other.number = to_no
    where one.source_id = ${id} order by channel, times`.execute(db)
  const name = (who: string) => [anna, bo, cid].find((one) => one.id === who)?.name ?? 'somebody else'
  return rows.map(({ one, other, channel, times }) => [`${name(one)}>${name(other)}`, channel, times])
}
async function works(id: string) {
  const { rows } = await sql<{ name: string; people: number }>`
    select artefact.name, count(distinct person_no)::int as people from artefact join artefact_week on artefact = number
    where source_id = ${id} group by 1 order by 1`.execute(db)
  return rows
}

test('answers, thanks and questions put to somebody become counts for a pair, a channel and a week', async () => {
  const id = await source()
  const inquiry = await ask(anna, [open])
  const first = await answer(bo, inquiry)
  await answer(bo, inquiry, 'And four on Sundays.')
  await as(anna)('PUT /contributions/{contribution}/thanks', {
    params: { contribution: first },
    body: { reason: 'It works.' },
  })
  await as(anna)('POST /inquiries/{inquiry}/asked', { params: { inquiry }, body: { people: [cid.id] } })
  await read(id)

  expect(await held(id)).toEqual([
    ['Bo>Anna', 0, 2],
    ['Anna>Bo', 1, 1],
    ['Anna>Cid', 2, 1],
  ])
  expect(await works(id)).toEqual([{ name: `inquiry/${inquiry}`, people: 2 }])
})

test('reading the same again changes nothing, and what comes later is added to its week', async () => {
  const id = await source()
  const inquiry = await ask(cid, [open])
  await answer(anna, inquiry)
  await read(id)
  const before = await held(id)
  await sql`delete from activity_reader where name = ${`network ${id}`}`.execute(db)
  await read(id)
  expect(await held(id)).toEqual(before)

  await answer(anna, inquiry, 'Another way.')
  await read(id)
  expect(await held(id)).toContainEqual(['Anna>Cid', 0, 2])
})

test('what happens in a private community leaves no trace', async () => {
  const id = await source()
  const closed = await community(anna, 'private', [bo])
  await read(id)
  const before = [await held(id), await works(id)]
  const inquiry = await ask(anna, [closed], { title: 'Nobody else may know' })
  await answer(bo, inquiry)
  await read(id)

  expect([await held(id), await works(id)]).toEqual(before)
})

test('where each agrees first, a tie is kept when both did', async () => {
  const id = await source('opt_in')
  const choose = (who: Somebody, agreed: boolean) =>
    as(who)('PUT /sources/{source}/choice', { params: { source: id }, body: { agreed } })
  await choose(anna, true)
  const inquiry = await ask(anna, [open])
  await answer(bo, inquiry)
  await read(id)
  expect(await held(id)).toEqual([])
  const { rows } = await sql`select from trace_identity where source_id = ${id} and person_id = ${bo.id}`.execute(db)
  expect(rows).toEqual([])

  await choose(bo, true)
  await answer(bo, inquiry, 'Since I agreed.')
  await read(id)
  expect((await held(id)).map(([tie]) => tie)).toContain('Bo>Anna')
})

test('who withdraws is out at once, and what they do later brings nothing back', async () => {
  const id = await source()
  const inquiry = await ask(anna, [open])
  await answer(bo, inquiry)
  await answer(cid, inquiry)
  await read(id)
  const { body } = await as(bo)('PUT /sources/{source}/choice', { params: { source: id }, body: { agreed: false } })
  expect(body.removed).toBeGreaterThan(0)

  await answer(bo, inquiry, 'Still here.')
  await read(id)
  expect((await held(id)).filter(([tie]) => String(tie).includes('Bo'))).toEqual([])
  expect((await held(id)).map(([tie]) => tie)).toContain('Cid>Anna')
})

test('each sees what is kept of them in the privacy centre, by the words of its channels', async () => {
  const id = await source()
  await answer(bo, await ask(anna, [open]))
  await read(id)
  const own = (await as(bo)('GET /privacy')).body.sources.find((one) => one.id === id)!

  expect(own).toMatchObject({ kind: 'mortar', included: true, aliases: [] })
  expect(own.months.map(({ channel }) => channel)).toEqual(expect.arrayContaining(['answer', 'work']))
})

test('discovery reads it like any source, once its notice is over', async () => {
  const id = await source()
  await answer(bo, await ask(anna, [open]))
  await read(id)
  expect((await consentedTies(db, { window: lately, sources: [id] })).people).toEqual([])

  await sql`update trace_source set announced_at = now() - interval '15 days' where id = ${id}`.execute(db)
  const ties = await consentedTies(db, { window: lately, sources: [id] })
  expect(ties.people).toEqual(expect.arrayContaining([anna.id, bo.id]))
  expect(ties.works.nodes.length).toBeGreaterThan(0)
})

test('there is one such source, it takes no file, and closing it ends the reading', async () => {
  const id = await source()
  const body = { ...terms, name: 'Once more', mode: 'announced' as const, kind: 'mortar' as const, channel: 'any' }
  const twice = await as(office)('POST /sources', { body })
  expect([twice.status, twice.problem.title]).toEqual([409, expect.stringContaining('count everything twice')])
  const files = [{ name: 'mail.csv', size: 10 }]
  const sent = await as(office)('POST /sources/{source}/imports', { params: { source: id }, body: { files } })
  expect([sent.status, sent.problem.title]).toEqual([409, expect.stringContaining('is not read from files')])

  await read(id)
  expect((await as(office)('GET /sources/{source}', { params: { source: id } })).body.readAt).not.toBe(null)
  await as(office)('PUT /sources/{source}/closing', { params: { source: id } })
  await readActivity(db, true)
  expect(await held(id)).toEqual([])
})
