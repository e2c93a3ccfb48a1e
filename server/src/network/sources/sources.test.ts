import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { consentedTies } from '../ties/consented.ts'
import { countTies, giveTies } from '../test/traces.ts'

const { person, unit, as, db, server } = await testWorld()
const terms = {
  purpose: 'To see which communities live between the units.',
  legalGround: 'Agreement with the works council of 1 March',
  retentionDays: 365,
}
const lately = { from: new Date(Date.now() - 90 * 86_400_000), to: new Date() }
let office: Somebody, anna: Somebody, bo: Somebody, cid: Somebody

beforeAll(async () => {
  const ward = await unit('Ward')
  office = await person('Office', { office: true, unit: ward })
  anna = await person('Anna', { unit: ward })
  bo = await person('Bo', { unit: ward })
  cid = await person('Cid', { unit: ward })
})

async function register(name: string, mode: 'opt_in' | 'announced', kind: 'messages' | 'meetings' = 'messages') {
  const made = await as(office)('POST /sources', { body: { ...terms, name, mode, kind, channel: 'mail' } })
  expect(made.status).toBe(201)
  return made.body.id
}
const one = (source: string) => ({ params: { source } })
const daysAgo = (source: string, days: number) =>
  sql`update trace_source set announced_at = now() - make_interval(hours => ${days * 24}) where id = ${source}`.execute(
    db,
  )
const peopleIn = async (source: string) =>
  (await consentedTies(db, { window: lately, sources: [source] })).people.toSorted()

test('a source says what it is for, on which ground and how long, to everybody', async () => {
  const id = await register('Calendars', 'opt_in', 'meetings')

  expect((await as(anna)('GET /sources/{source}', one(id))).body).toMatchObject({
    ...terms,
    name: 'Calendars',
    kind: 'meetings',
    mode: 'opt_in',
    choice: 'none',
    included: false,
    people: null,
    may: { administer: false, announce: false, import: false },
  })
})

test('two sources may not have one name', async () => {
  const again = await as(office)('POST /sources', {
    body: { ...terms, name: 'Calendars', mode: 'opt_in', kind: 'messages', channel: 'mail' },
  })
  expect([again.status, again.problem.title]).toEqual([409, expect.stringContaining('Choose another name')])
})

test('only the knowledge office registers, changes, announces and closes', async () => {
  const id = await register('Chat of the house', 'announced')
  const body = { ...terms, name: 'Mine', mode: 'opt_in' as const }
  const refused = [
    await as(anna)('POST /sources', { body: { ...body, kind: 'messages', channel: 'chat' } }),
    await as(anna)('PUT /sources/{source}', { ...one(id), body }),
    await as(anna)('PUT /sources/{source}/announcement', one(id)),
    await as(anna)('PUT /sources/{source}/closing', one(id)),
  ]
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  expect((await as(office)('PUT /sources/{source}/announcement', one(id))).status).toBe(204)
})

test('an announcement reaches the inbox of everybody, and leads to the source', async () => {
  const id = await register('Mail', 'announced')
  await as(office)('PUT /sources/{source}/announcement', one(id))
  await server.catchUp()

  for (const somebody of [anna, bo, cid]) {
    const { items } = (await as(somebody)('GET /inbox')).body
    expect(items.find(({ page }) => page.id === id)).toMatchObject({
      why: 'about_you',
      verb: 'network.source_announced',
      page: { kind: 'source', title: 'Mail' },
    })
  }
  const twice = await as(office)('PUT /sources/{source}/announcement', one(id))
  expect([twice.status, twice.problem.title]).toEqual([409, 'Everybody has been told of Mail already.'])
})

test('an announced source is not computed from in the first 14 days', async () => {
  const id = await register('Fresh', 'announced')
  await as(office)('PUT /sources/{source}/announcement', one(id))
  await giveTies(db, id, [[anna.id, bo.id]])
  expect(await peopleIn(id)).toEqual([])

  await daysAgo(id, 13.5)
  expect(await peopleIn(id)).toEqual([])

  await daysAgo(id, 14.5)
  expect(await peopleIn(id)).toEqual([anna.id, bo.id].toSorted())
})

test('of an opt-in source only those are computed with who agreed', async () => {
  const id = await register('By choice', 'opt_in')
  await giveTies(db, id, [
    [anna.id, bo.id],
    [bo.id, cid.id],
  ])
  for (const somebody of [anna, bo])
    await as(somebody)('PUT /sources/{source}/choice', { ...one(id), body: { agreed: true } })

  const ties = await consentedTies(db, { window: lately, sources: [id] })
  expect([ties.people.toSorted(), ties.rows, ties.leftOut]).toEqual([[anna.id, bo.id].toSorted(), 1, 1])
})

test('who withdraws is out of the next computation, and the rows are gone at once', async () => {
  const id = await register('Withdrawn', 'announced')
  await as(office)('PUT /sources/{source}/announcement', one(id))
  await daysAgo(id, 20)
  const before = await countTies(db)
  await giveTies(db, id, [
    [anna.id, bo.id, 3],
    [bo.id, anna.id],
    [bo.id, cid.id],
    [cid.id, anna.id],
  ])
  expect(await countTies(db)).toBe(before + 4)

  const { body } = await as(anna)('PUT /sources/{source}/choice', { ...one(id), body: { agreed: false } })

  expect(body).toEqual({ removed: 3 })
  expect(await countTies(db)).toBe(before + 1)
  expect(await peopleIn(id)).toEqual([bo.id, cid.id].toSorted())
  expect((await as(anna)('GET /sources/{source}', one(id))).body).toMatchObject({
    choice: 'withdrawn',
    included: false,
  })
  const again = await as(anna)('PUT /sources/{source}/choice', { ...one(id), body: { agreed: false } })
  expect(again.body).toEqual({ removed: 0 })
})

test('the privacy centre shows each person their own ties and counts, and nobody else’s', async () => {
  const id = await register('Own', 'announced')
  await as(office)('PUT /sources/{source}/announcement', one(id))
  await giveTies(db, id, [
    [anna.id, bo.id, 4],
    [bo.id, anna.id, 4],
    [bo.id, cid.id, 9],
  ])

  const own = (await as(anna)('GET /privacy')).body
  const held = own.sources.find((source) => source.id === id)!
  expect(held.months.map(({ channel, times }) => [channel, times])).toEqual([['mail', 8]])
  expect(own.ties.map(({ person }) => person.id)).toContain(bo.id)
  expect(own.ties.map(({ person }) => person.id)).not.toContain(cid.id)
  const offices = (await as(office)('GET /privacy')).body
  expect([offices.ties, offices.sources.flatMap(({ months }) => months)]).toEqual([[], []])
})

test('what is asked beyond what was told has to be told anew', async () => {
  const id = await register('Growing', 'announced')
  await as(office)('PUT /sources/{source}/announcement', one(id))
  const body = { ...terms, name: 'Growing', mode: 'announced' as const }
  await as(office)('PUT /sources/{source}', { ...one(id), body: { ...body, retentionDays: 100 } })
  expect((await as(anna)('GET /sources/{source}', one(id))).body.announcedAt).not.toBe(null)

  await as(office)('PUT /sources/{source}', { ...one(id), body: { ...body, purpose: 'Something else.' } })
  expect((await as(anna)('GET /sources/{source}', one(id))).body).toMatchObject({
    announcedAt: null,
    computedFrom: null,
  })
})

test('a source that asks each person from now on keeps only those who agreed', async () => {
  const id = await register('Turning', 'announced')
  await as(office)('PUT /sources/{source}/announcement', one(id))
  const before = await countTies(db)
  await giveTies(db, id, [
    [anna.id, bo.id],
    [bo.id, cid.id],
  ])
  for (const somebody of [anna, bo])
    await as(somebody)('PUT /sources/{source}/choice', { ...one(id), body: { agreed: true } })
  await as(office)('PUT /sources/{source}', { ...one(id), body: { ...terms, name: 'Turning', mode: 'opt_in' } })

  expect(await countTies(db)).toBe(before + 1)
})

test('a closed source holds nothing and takes nothing', async () => {
  const id = await register('Closing', 'announced')
  await as(office)('PUT /sources/{source}/announcement', one(id))
  const before = await countTies(db)
  await giveTies(db, id, [[anna.id, bo.id]])
  expect((await as(office)('PUT /sources/{source}/closing', one(id))).status).toBe(204)

  expect(await countTies(db)).toBe(before)
  const agreed = await as(anna)('PUT /sources/{source}/choice', { ...one(id), body: { agreed: true } })
  expect([agreed.status, agreed.problem.title]).toEqual([409, expect.stringContaining('register a new one')])
})
