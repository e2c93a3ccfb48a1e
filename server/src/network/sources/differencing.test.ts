import { expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { tracing } from '../test/importing.ts'

/** Whoever may ask for figures asks before and after each choice, and learns of nobody's. */
const world = await testWorld()
const { db, as } = world
const { source, read } = tracing(db)
const office = await world.person('Olga Office', { office: true })
const people: Somebody[] = []
for (const name of ['Ann', 'Bo', 'Cid', 'Dot', 'Eve', 'Fay', 'Gil', 'Hal', 'Ida', 'Jon', 'Kai', 'Liv'])
  people.push(await world.person(name))
const emails = new Map(
  (await db.selectFrom('person').select(['id', 'email']).execute()).map(({ id, email }) => [id, email!]),
)

const told = async (id: string) => (await as(office)('GET /sources/{source}', { params: { source: id } })).body.people
const choose = (who: Somebody, id: string, agreed: boolean) =>
  as(who)('PUT /sources/{source}/choice', { params: { source: id }, body: { agreed } })

test('how many people are in is told from five on, and the same until five have come or gone', async () => {
  const id = await source('opt_in')
  const seen: (number | null)[] = [await told(id)]
  for (const one of people) {
    await choose(one, id, true)
    seen.push(await told(id))
  }
  expect(seen).toEqual([null, null, null, null, null, 5, 5, 5, 5, 5, 10, 10, 10])

  const leaving: (number | null)[] = []
  for (const one of people.slice(0, 7)) {
    await choose(one, id, false)
    leaving.push(await told(id))
  }
  expect(leaving).toEqual([10, 10, 10, 10, 10, 10, 5])
})

test('a file of two people tells nobody whether one of them withdrew', async () => {
  const id = await source()
  const [one, other] = [people[0]!, people[1]!]
  const report = async (day: number) => {
    const lines = [
      `2024-03-0${day},${emails.get(one.id)},${emails.get(other.id)}`,
      `2024-03-0${day},${emails.get(one.id)},stranger@elsewhere.example`,
    ]
    const found = await read(id, `time,from,to\n${lines.join('\n')}\n`)
    const { body } = await as(office)('GET /sources/{source}/imports/{import}', {
      params: { source: id, import: found.id },
    })
    const { kept, traces, pairs, identities, skipped, notes } = body.report!
    return { kept, traces, pairs, identities, skipped, notes: notes.length }
  }
  const before = await report(5)
  await choose(one, id, false)
  // Another day of the week before, so that no note of an overlap comes in between.
  const after = { ...(await report(6)) }

  expect(await db.selectFrom('tieWeek').select('times').execute()).toHaveLength(0)
  expect({ ...after, notes: 0 }).toEqual({ ...before, notes: 0 })
  expect(before.kept).toBe(1)
})

test('from five people on who withdrew, what was left out is told', async () => {
  const id = await source()
  for (const one of people.slice(0, 5)) await choose(one, id, false)
  const rows = people.slice(0, 5).map(({ id: who }) => `2024-03-05,${emails.get(who)},${emails.get(people[11]!.id)}`)
  const found = await read(
    id,
    `time,from,to\n${rows.join('\n')}\n2024-03-05,${emails.get(people[10]!.id)},${emails.get(people[11]!.id)}\n`,
  )
  const { body } = await as(office)('GET /sources/{source}/imports/{import}', {
    params: { source: id, import: found.id },
  })

  expect([body.report!.kept, body.report!.skipped]).toEqual([
    1,
    [expect.objectContaining({ why: 'notAgreed', count: 5 })],
  ])
})

test('the fifth who comes and goes again is seen by nobody', async () => {
  const id = await source('opt_in')
  for (const one of people.slice(0, 4)) await choose(one, id, true)
  expect(await told(id)).toBe(null)
  await choose(people[4]!, id, true)
  expect(await told(id)).toBe(5)

  await choose(people[4]!, id, false)
  expect(await told(id)).toBe(5)
})
