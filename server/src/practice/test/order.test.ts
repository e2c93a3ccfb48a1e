import { expect, test } from 'vitest'
import { placesWith } from '../../../test/columns.ts'
import type { Somebody } from '../../../test/world.ts'
import { practiceScene } from '../../../test/practice-scene.ts'

const { person, unit, as, community, join, draft, current, read, apply, decide, db, server } = await practiceScene()
const ward = await unit('Ward')
const fay = await person('Fay the facilitator')
const stew = await person('Stew the steward')
const mia = await person('Mia the member', { manages: ward })
const office = await person('Office', { office: true })
const place = await community(fay)
await join(place, stew, mia)
await db
  .updateTable('membership')
  .set({ roles: ['steward'] })
  .where('personId', '=', stew.id)
  .execute()
const name = 'Kaarlo Virtasalmi'

const redact = (who: Somebody, practice: string, body: { passages?: string[]; files?: string[] }) =>
  as(who)('POST /practices/{practice}/redactions', { params: { practice }, body: { ground: 'person', ...body } })

test('redacted words are in no table afterwards: no revision, no proposal, no note, no reason, no index', async () => {
  const practice = await current(fay, place, {
    kind: 'routine',
    title: `The case of ${name}`,
    problem: `**${name}** waited.`,
    steps: [{ role: 'Nurse', what: `Call kaarlo\nvirtasalmi`.replace('\n', ' ') }],
  })
  const params = { practice }
  const text = { title: 'First call', problem: 'He waited.', how: 'Call.', steps: [{ role: 'Nurse', what: 'Call' }] }
  await as(fay)('PUT /practices/{practice}/text', {
    params,
    body: { ...text, base: 1, note: `Without ${name}`, sources: `${name}'s file` },
  })
  await as(mia)('POST /practices/{practice}/changes', {
    params,
    body: { ...text, how: `Kaarlo *Virtasalmi* says call.`, base: 2, note: `As ${name} says` },
  })
  await apply(mia, practice, { place: `Home of ${name}`, changed: `${name} slept` })
  await as(fay)('POST /practices/{practice}/validations', { params, body: { holds: false, reasons: `Only ${name}` } })
  await as(fay)('POST /practices/{practice}/verifications', { params, body: { note: `${name} agrees` } })
  await as(fay)('POST /practices/{practice}/proposals', { params, body: { unit: ward, message: `For ${name}` } })
  await as(mia)('PUT /practices/{practice}/adoptions/{unit}', {
    params: { ...params, unit: ward },
    body: { state: 'adopted', reason: `${name} asked` },
  })
  const { body: run } = await as(mia)('POST /practices/{practice}/runs', { params, body: { unit: ward, title: name } })
  await as(mia)('PUT /runs/{run}/ending', {
    params: { run: run.id },
    body: { outcome: 'worked', note: `${name} is well`, different: '' },
  })
  await as(mia)('POST /practices/{practice}/reports', { params, body: { reason: `It names ${name}` } })
  await as(mia)('PUT /drafts/{key}', {
    params: { key: `practice:${practice}` },
    body: { content: { how: `And ${name}` } },
  })
  const variant = await draft(mia, place, {
    title: 'At home',
    problem: `${name} waited at home.`,
    variantOf: { practice, context: `The home of ${name}` },
  })
  await as(fay)('PUT /practices/{practice}/state', { params, body: { state: 'retired', reason: `${name} left` } })
  await server.catchUp()
  expect(await placesWith(db, 'virtasalmi')).toEqual(
    expect.arrayContaining(['change_proposal.content', 'practice_revision.html', 'run.note', 'search_word.word']),
  )

  const { status, body } = await redact(fay, practice, { passages: [name] })
  await server.catchUp()

  expect([status, body.practices]).toEqual([200, 2])
  expect(await placesWith(db, 'virtasalmi')).toEqual([])
  const page = (await read(mia, practice)).body
  expect(page).toMatchObject({
    title: 'First call',
    redactions: [{ by: { name: 'Fay the facilitator' }, ground: 'person' }],
  })
  const first = await as(fay)('GET /practices/{practice}/revisions/{revision}', { params: { practice, revision: 1 } })
  expect(first.body.problem.html).toMatch(/^<p>.*▇▇.* waited/)
  expect(first.body.steps).toEqual([{ role: 'Nurse', what: 'Call ▇▇' }])
  expect((await read(mia, variant)).body.redactions).toHaveLength(1)
  expect(await trailOf(practice)).toContainEqual({
    verb: 'practice.redacted',
    detail: { ground: 'person', places: expect.any(Number), files: 0 },
  })
})

const trailOf = (practice: string) =>
  db.selectFrom('activity').select(['verb', 'detail']).where('subjectId', '=', practice).orderBy('id').execute()

const ask = async (body: string) => {
  const { body: asked } = await as(mia)('POST /inquiries', {
    body: { title: 'Who helps?', body, communities: [place] },
  })
  const { body: said } = await as(stew)('POST /inquiries/{inquiry}/contributions', {
    params: { inquiry: asked.id },
    body: { kind: 'answer', body: `What ${body}` },
  })
  return { inquiry: asked.id, contributions: [said.id] }
}

test('words taken from an inquiry are taken from the practices distilled from it, and each says so', async () => {
  const from = await ask('Tuomo Ahtaja did')
  const practice = await current(stew, place, { how: 'As Tuomo Ahtaja does.', from })
  const other = await current(stew, place, { how: 'As Tuomo Ahtaja does, written by itself.' })

  const { body } = await as(fay)('POST /inquiries/{inquiry}/redactions', {
    params: { inquiry: from.inquiry },
    body: { passages: ['Tuomo Ahtaja'], ground: 'person' },
  })

  expect(body).toEqual({ places: 2, files: 0, practices: 1 })
  expect((await read(mia, practice)).body).toMatchObject({
    text: { how: { markdown: 'As ▇▇ does.' } },
    redactions: [{ ground: 'person' }],
  })
  expect((await read(mia, other)).body.text.how.markdown).toContain('Ahtaja')
})

test('who takes words from a practice is told where they still stand above it', async () => {
  const from = await ask('Seija Loukko did')
  const practice = await current(stew, place, { how: 'As Seija Loukko does.', from })

  const { body } = await redact(fay, practice, { passages: ['Seija Loukko'] })

  expect(body.elsewhere).toEqual([{ kind: 'inquiry', id: from.inquiry, title: 'Who helps?' }])
})

test('to redact is for facilitators and the knowledge office; a steward is refused, and what finds nothing says so', async () => {
  const practice = await current(stew, place, { how: 'As she does.' })

  expect((await redact(stew, practice, { passages: ['she'] })).status).toBe(403)
  expect((await redact(fay, practice, { passages: ['Absent'] })).problem.code).toBe('practice.nothingToRedact')
  expect((await redact(office, practice, { passages: ['she'] })).status).toBe(200)
})

test('a hidden practice is read by who keeps order, its author and its steward, in no list of others and not found', async () => {
  const practice = await current(stew, place, { title: 'Zinnober call' })
  const params = { practice }
  await decide(mia, practice, ward, 'adopted')
  const seen = async (who: Somebody) => {
    const list = await as(who)('GET /practices', { query: { community: place, limit: 100 } })
    const unitPage = await as(who)('GET /units/{unit}/practices', { params: { unit: ward } })
    const found = await as(who)('GET /search', { query: { words: 'Zinnober' } })
    return [
      (await read(who, practice)).status === 200,
      list.body.items.some(({ id }) => id === practice),
      unitPage.body.decisions.some((one) => one.practice.id === practice),
      JSON.stringify(found.body).includes(practice),
    ]
  }
  await server.catchUp()
  expect(await seen(mia)).toEqual([true, true, true, true])

  expect((await as(mia)('PUT /practices/{practice}/hiding', { params })).status).toBe(403)
  expect((await as(stew)('PUT /practices/{practice}/hiding', { params })).status).toBe(403)
  expect((await as(fay)('PUT /practices/{practice}/hiding', { params })).status).toBe(204)
  await server.catchUp()

  expect(await seen(mia)).toEqual([false, false, false, false])
  for (const who of [fay, stew, office]) expect((await seen(who)).slice(0, 2)).toEqual([true, true])
  expect((await read(fay, practice)).body).toMatchObject({ hidden: true, may: { show: true, hide: false } })

  await as(fay)('DELETE /practices/{practice}/hiding', { params })
  await server.catchUp()
  expect(await seen(mia)).toEqual([true, true, true, true])
})

test('a report reaches the facilitators with its reason; it is answered once, and hiding answers it too', async () => {
  const practice = await current(stew, place)
  const params = { practice }
  const report = (who: Somebody) =>
    as(who)('POST /practices/{practice}/reports', { params, body: { reason: 'A name stands here.' } })
  const waiting = async () => (await as(fay)('GET /practices/{practice}/reports', { params })).body.items

  expect((await report(stew)).problem.code).toBe('practice.nothingToReport')
  expect((await report(mia)).status).toBe(204)
  expect((await report(mia)).problem.code).toBe('practice.alreadyReported')
  expect(await waiting()).toMatchObject([{ by: { name: 'Mia the member' }, reason: 'A name stands here.' }])
  expect((await as(stew)('GET /practices/{practice}/reports', { params })).status).toBe(403)
  await server.catchUp()
  const inbox = await as(fay)('GET /inbox', {})
  expect(inbox.body.items[0]).toMatchObject({ verb: 'practice.reported', why: 'your_community' })

  expect((await as(fay)('DELETE /practices/{practice}/reports', { params })).status).toBe(204)
  expect((await as(fay)('DELETE /practices/{practice}/reports', { params })).problem.code).toBe('practice.noReports')
  await report(mia)
  await as(fay)('PUT /practices/{practice}/hiding', { params })
  expect(await waiting()).toEqual([])
})
