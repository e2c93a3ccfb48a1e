import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testWorld } from '../../test/world.ts'
import { showable } from './participation.ts'
import { headOf } from './queries/communities.ts'

const { person, as, db } = await testWorld()
const maria = await person('Maria')
const domain = { short: 'C', colour: 1, domain: 'Clay', about: '', notAbout: '', purpose: '' } as const
const { id: clay, slug } = (
  await as(maria)('POST /communities', { body: { ...domain, name: 'Clay', visibility: 'open' } })
).body

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const did = (personId: string, days: number[], verb = 'inquiry.answered') =>
  db
    .insertInto('activity')
    .values(
      days.map((day) => ({
        at: daysAgo(day),
        actorId: personId,
        verb,
        subjectKind: 'inquiry',
        subjectId: clay,
        communityIds: [clay],
      })),
    )
    .execute()
const joined = async (name: string) => {
  const somebody = await person(name)
  await as(somebody)('PUT /communities/{community}/membership', { params: { community: clay } })
  return somebody
}

test('six active weeks of thirteen make a member core, one makes them active, and joining alone leaves them at the edge', async () => {
  const often = await joined('Ola')
  await did(often.id, [0, 8, 15, 30, 60, 88])
  const within = await joined('Wilma')
  await did(within.id, [3, 3, 4, 9])
  await did((await joined('Long Ago')).id, [92, 100])
  await did((await person('Not a Member')).id, [1])
  const gone = await joined('Gone')
  await did(gone.id, [1])
  await as(gone)('DELETE /communities/{community}/membership', { params: { community: clay } })

  expect(await headOf(db, maria.id, clay)).toMatchObject({ core: 1, active: 1 })
})

test('the number of members is kept as people join and leave, and small groups are not shown', async () => {
  const shown = async () =>
    (await as(maria)('GET /communities/{community}', { params: { community: slug } })).body.people
  const before = await shown()
  const late = await joined('Late')
  expect(await shown()).toBe(before + 1)
  await as(late)('DELETE /communities/{community}/membership', { params: { community: clay } })

  expect(await shown()).toBe(before)
  const { body } = await as(maria)('GET /communities/{community}/participation', { params: { community: clay } })
  expect(body).toEqual({ core: null, active: null, peripheral: null, members: before })
})

test('groups of five or more are shown', () => {
  expect(showable({ core: 5, active: 8, peripheral: 40 })).toEqual({ core: 5, active: 8, peripheral: 40 })
})

test('a small group is hidden, and one more, so that it cannot be computed from the number of members', () => {
  expect(showable({ core: 3, active: 8, peripheral: 40 })).toEqual({ core: null, active: null, peripheral: 40 })
})

test('two small groups that are few together take the third with them', () => {
  expect(showable({ core: 2, active: 18, peripheral: 0 })).toEqual({ core: null, active: null, peripheral: null })
})

test('whatever the groups, nothing below five is shown, and nothing below five can be computed', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (core, active, peripheral) => {
      const shown = Object.values(showable({ core, active, peripheral })).filter((size) => size !== null)
      const rest = core + active + peripheral - shown.reduce((sum, size) => sum + size, 0)

      expect(shown.filter((size) => size < 5)).toEqual([])
      if (shown.length > 0 && shown.length < 3) expect(rest).toBeGreaterThanOrEqual(5)
    }),
  )
})
