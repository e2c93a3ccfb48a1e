import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { markingWith } from '#organization/index.ts'
import { placesWith } from '../columns.ts'
import { type Somebody, testWorld } from '../world.ts'
import { importing } from '../../src/organization/import/test/uploading.ts'
import { backAgain, eraseAgain, keepErasures, lookForErasures, readErasures } from '#erasure/index.ts'

const world = await testWorld()
const { db, as, person, unit, server } = world
const house = await unit('House')
const ward = await unit('Ward', house)
const office = await person('Olga Office', { office: true, unit: house })
const asker = await person('Anna Askar', { unit: ward })
const other = await person('Bo Berg', { unit: house })

const folder = mkdtempSync(join(tmpdir(), 'mortar-erasures-'))
afterAll(() => rmSync(folder, { recursive: true }))
const quiet = { error: (detail: object) => void errors.push(detail) }
const errors: object[] = []
const look = (secret = 'x'.repeat(32), file?: string) =>
  lookForErasures({ marking: markingWith(secret), file })({ db, log: quiet })

const of = ({ id }: Somebody) => ({ params: { person: id } })
const decide = async (who: Somebody, whom: Somebody, more: { name?: string; now?: boolean } = {}) =>
  as(who)('PUT /people/{person}/erasure', { ...of(whom), body: { name: whom.name, ...more } })
const stateOf = async (whom: Somebody): Promise<string | null> =>
  (await as(office)('GET /people/{person}/erasure', of(whom))).body.erasure?.state ?? null
const pass = (whom: Somebody, days: number) =>
  sql`update erasure set due_at = due_at - ${days} * interval '1 day' where person_id = ${whom.id} and state = 'waiting'`.execute(
    db,
  )

const readers: [string, Somebody | undefined, number][] = [
  ['the knowledge office', office, 200],
  ['the person themselves', asker, 403],
  ['somebody else', other, 403],
  ['a stranger', undefined, 401],
]
test.each(readers)('who may look at an erasure, decide it and take it back: %s', async (_, who, status) => {
  const call = as(who)
  const done = status === 200 ? 204 : status
  expect((await call('GET /erasures')).status).toBe(status)
  expect((await call('GET /people/{person}/erasure', of(asker))).status).toBe(status)
  expect((await call('GET /people/{person}/erasure/places', of(asker))).status).toBe(status)
  expect((await call('PUT /erasures/words', { body: { words: 'stay' } })).status).toBe(done)
  const body = { name: asker.name }
  expect((await call('PUT /people/{person}/erasure', { ...of(asker), body })).status).toBe(done)
  expect((await call('DELETE /people/{person}/erasure', of(asker))).status).toBe(done)
})

test('who asks is heard by the office, sees what would go, and may think again until it runs', async () => {
  expect((await as(undefined)('PUT /me/erasure')).status).toBe(401)
  const before = (await as(asker)('GET /me/erasure')).body
  expect([before.erasure, before.may, before.days]).toEqual([null, { ask: true, decide: false, takeBack: false }, 7])

  await as(asker)('PUT /me/erasure')
  await as(asker)('PUT /me/erasure')
  await server.catchUp()
  expect((await as(office)('GET /inbox')).body.items[0]).toMatchObject({
    verb: 'person.erasure_asked',
    why: 'to_decide',
  })
  expect((await as(office)('GET /erasures')).body.items).toMatchObject([
    { person: { name: 'Anna Askar' }, state: 'asked', held: false },
    { state: 'taken_back' },
  ])

  expect((await decide(office, asker, { name: 'Anna' })).problem.code).toBe('erasure.nameDiffers')
  expect((await decide(office, asker, { name: ' Anna  Askar ' })).status).toBe(204)
  expect((await decide(office, asker)).problem.code).toBe('erasure.alreadyWaiting')
  await server.catchUp()
  expect((await as(asker)('GET /inbox')).body.items[0]).toMatchObject({
    verb: 'person.erasure_decided',
    why: 'about_you',
  })
  const { erasure, may } = (await as(asker)('GET /me/erasure')).body
  expect([erasure?.state, may.takeBack]).toEqual(['waiting', true])
  const days = (Date.parse(erasure!.dueAt!) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(6.9)

  await pass(asker, 6)
  await look()
  expect((await as(asker)('DELETE /me/erasure')).status).toBe(204)
  await pass(asker, 6)
  await look()
  expect([await stateOf(asker), (await as(asker)('GET /me')).status]).toEqual([null, 200])
  expect((await as(asker)('DELETE /me/erasure')).problem.code).toBe('erasure.nothingToTakeBack')
})

test("what the office decided unasked is the office's to take back", async () => {
  await decide(office, other)
  expect((await as(other)('GET /me/erasure')).body.may.takeBack).toBe(false)
  expect((await as(other)('DELETE /me/erasure')).problem.code).toBe('erasure.decidedByOffice')
  expect((await as(office)('DELETE /people/{person}/erasure', of(other))).status).toBe(204)
  expect((await as(office)('DELETE /people/{person}/erasure', of(other))).problem.code).toBe(
    'erasure.nothingToTakeBack',
  )
})

test('the last of the knowledge office cannot be erased, and one who became the last since waits', async () => {
  expect((await as(office)('GET /people/{person}/erasure', of(office))).body).toMatchObject({
    lastOfOffice: true,
    may: { decide: false },
  })
  expect((await decide(office, office, { now: true })).problem.code).toBe('erasure.lastOfOffice')

  const second = await person('Second Office', { office: true })
  await decide(office, second)
  await sql`delete from knowledge_office where person_id = ${office.id}`.execute(db)
  await pass(second, 8)
  await look()
  expect((await as(second)('GET /erasures')).body.items[0]).toMatchObject({ held: true, state: 'waiting' })
  await sql`insert into knowledge_office (person_id) values (${office.id})`.execute(db)
  await look()
  expect((await as(second)('GET /me')).status).toBe(401)
})

test('when its time has come it runs by itself, once, whichever process looks', async () => {
  const gone = await person('Carola Kumpula', { unit: ward })
  await decide(office, gone)
  await pass(gone, 7)
  await Promise.all([look(), look(), look()])

  expect(errors).toEqual([])
  expect(await placesWith(db, 'kumpula')).toEqual([])
  const { rows } = await sql`select from activity where verb = 'person.erased' and subject_id = ${gone.id}`.execute(db)
  expect(rows).toHaveLength(1)
})

test('a position stays in its unit where five people worked, else in the nearest unit above that had as many', async () => {
  const large = await unit('Large', house)
  const small = await unit('Small', large)
  const alone = await unit('Alone')
  for (const name of ['Ene', 'Mene', 'Muu', 'Taa']) await person(name, { unit: large })
  const head = await person('Head Hunter', { unit: small, manages: small })
  const below = await person('Below', { unit: small })
  await sql`update position set manager_id = ${head.id} where person_id = ${below.id}`.execute(db)
  await sql`
    insert into position (person_id, unit_id, title, from_day, to_day)
    values (${head.id}, ${large}, 'Clerk', '2020-01-01', '2021-01-01'), (${head.id}, ${alone}, 'Keeper', '2019-01-01', '2020-01-01'),
      (${head.id}, ${alone}, 'Later', current_date + 10, null)`.execute(db)
  const placed = async () =>
    (
      await sql<{ from: string; unit: string | null; title: string | null; open: boolean }>`
        select from_day as from, unit.name as unit, title, to_day is null as open from position
        left join unit on unit.id = position.unit_id where person_id = ${head.id} order by from_day`.execute(db)
    ).rows

  await decide(office, head, { now: true })

  expect(await placed()).toEqual([
    { from: '2019-01-01', unit: null, title: null, open: false },
    { from: '2020-01-01', unit: 'Large', title: null, open: false },
    { from: '2024-01-01', unit: 'Large', title: null, open: false },
  ])
  const { body } = await as(office)('GET /people/{person}', of(below))
  expect(body.manager).toBeNull()
  expect((await as(office)('GET /units/{unit}', { params: { unit: small } })).body).toMatchObject({
    people: 1,
    managers: [],
  })
})

test('an import that still lists somebody says so, leaves them out, and brings them in as somebody new when told to', async () => {
  const imports = importing(world, office)
  const file = 'id,name,email,unit\n77,Dora Dahlqvist,dora.d@example.org,Ward\n78,Elis Ek,elis@example.org,Ward\n'
  await imports.bring({ people: file })
  const { body } = await as(office)('GET /people', { query: { words: 'Dahlqvist' } })
  const dora = { ...body.items[0]!, token: '' }
  await decide(office, dora, { now: true })
  expect(await placesWith(db, 'dahlqvist')).toEqual([])

  for (const again of [file, file.replace('77,', ','), file.replace('dora.d@example.org', '')]) {
    const plan = await imports.look({ people: again })
    const sentences = (await imports.lines(plan.id, 'problems')).map(({ sentence }) => sentence)
    expect(plan.summary?.people).toMatchObject({ added: 0, same: 1 })
    expect(sentences).toEqual([expect.stringMatching(/^Row 2: erased on \d{4}-\d\d-\d\d\. The person is left out/)])
    expect(plan.erased).toEqual({ rows: [2], bringIn: [] })
    expect((await imports.apply(plan.id)).state).toBe('applied')
    expect(await placesWith(db, 'dahlqvist')).toEqual([])
  }

  const anyway = await imports.look({ people: file }, { bringIn: [2] })
  expect([anyway.summary?.people.added, anyway.erased]).toEqual([1, { rows: [2], bringIn: [2] }])
  expect((await imports.apply(anyway.id)).state).toBe('applied')
  const { body: back } = await as(office)('GET /people', { query: { words: 'Dahlqvist' } })
  expect(back.items.map(({ id }) => id)).not.toContain(dora.id)
  expect((await imports.look({ people: file })).summary?.problems).toBe(0)
})

test('somebody with the address of one who was erased is added only when that is meant', async () => {
  const { body: added } = await as(office)('POST /office/people', {
    body: { name: 'Fia Fors', email: 'Fia@Fors.example' },
  })
  await decide(office, { id: added.id, name: 'Fia Fors', token: '' }, { now: true })
  const again = { name: 'Fia Fors', email: 'fia@fors.example' }

  expect((await as(office)('POST /office/people', { body: again })).problem.code).toBe('organization.wasErased')
  expect((await as(office)('POST /office/people', { body: { ...again, erased: true } })).status).toBe(201)
})

test('marks say nothing without the secret, and another secret knows nobody', async () => {
  const { rows } = await sql<{ mark: Buffer }>`select mark from erasure_mark`.execute(db)
  const marks = new Set(rows.map(({ mark }) => mark.toString('hex')))
  const other = markingWith('y'.repeat(32))

  expect(marks.size).toBeGreaterThan(3)
  expect(marks.has(other({ email: 'fia@fors.example' }).toString('hex'))).toBe(false)
  expect(markingWith('z'.repeat(32))({ key: '7' })).not.toEqual(markingWith('z'.repeat(32))({ email: '7' }))
})

test('a backup that is older brings people back, and the file beside the database takes them out again', async () => {
  const file = join(folder, 'erasures.jsonl')
  const secret = 's'.repeat(32)
  const gone = await person('Greta Grahn', { unit: ward })
  const { rows: before } = await sql<{ email: string }>`select email from person where id = ${gone.id}`.execute(db)
  await decide(office, gone)
  await pass(gone, 7)
  await look(secret, file)
  expect(readFileSync(file, 'utf8')).toContain(gone.id)
  expect(readFileSync(file, 'utf8')).not.toMatch(/grahn|example/i)

  // What a restore leaves: the row as it was, and nothing that tells of the erasure.
  const { email } = before[0]!
  await sql`delete from erasure where person_id = ${gone.id}`.execute(db)
  await sql`delete from erasure_mark where person_id = ${gone.id}`.execute(db)
  await sql`update person set name = 'Greta Grahn', email = ${email}, erased_at = null where id = ${gone.id}`.execute(
    db,
  )
  const kept = await readErasures(file)
  expect(await backAgain(db, kept)).toEqual([gone.id])

  await look(secret, file)
  expect(await backAgain(db, kept)).toEqual([])
  expect(await placesWith(db, 'grahn')).toEqual([])
  expect(await eraseAgain(db, kept, markingWith(secret))).toBe(0)
  const line = (await readErasures(file)).find(({ person: id }) => id === gone.id)!
  const first = kept.find(({ person: id }) => id === gone.id)!
  expect([line.at, line.words, line.marks]).toEqual([first.at, first.words, first.marks])

  await keepErasures(db, file)
  writeFileSync(file, 'not an erasure\n')
  await expect(readErasures(file)).rejects.toThrow('has a line that is no erasure')
  await expect(readErasures(join(folder, 'absent'), { mustBe: true })).rejects.toThrow('There is no file')
})
