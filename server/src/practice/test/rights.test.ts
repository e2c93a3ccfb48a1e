import { expect, test } from 'vitest'
import type { Somebody } from '../../../test/world.ts'
import { practiceScene } from '../../../test/practice-scene.ts'

const { person, unit, as, community, join, draft, move, current, read, apply, decide, db } = await practiceScene()
const adopting = await unit('Adopting ward')
const below = await unit('Its day clinic', adopting)
const asked = await unit('Asked ward')

const steward = await person('Steward')
const member = await person('Member')
const outsider = await person('Outsider', { unit: await unit('Elsewhere') })
const worker = await person('Worker', { unit: below })
const askedWorker = await person('Asked worker', { unit: asked })
const manager = await person('Manager', { manages: adopting })
const guest = await person('Guest')
const guestMember = await person('Guest member')
const office = await person('Office', { office: true })
await db.updateTable('person').set({ origin: 'guest' }).where('id', 'in', [guest.id, guestMember.id]).execute()

const visibilities = ['open', 'by_request', 'private'] as const
const made = Object.fromEntries(
  await Promise.all(
    visibilities.map(async (visibility) => {
      const place = await community(steward, visibility)
      await join(place, member, guestMember)
      const ids = {
        draft: await draft(member, place),
        proposed: await draft(member, place),
        current: await current(steward, place),
        retired: await current(steward, place),
        dropped: await draft(member, place),
      }
      await move(member, ids.proposed, 'proposed')
      await move(steward, ids.retired, 'retired', 'Outlived.')
      await move(steward, ids.dropped, 'retired', 'Never finished.')
      await propose(ids.current, adopting)
      await propose(ids.current, asked)
      await decide(manager, ids.current, adopting, 'adopted')
      return [visibility, { place, ...ids }] as const
    }),
  ),
)

function propose(practice: string, to: string) {
  return as(steward)('POST /practices/{practice}/proposals', { params: { practice }, body: { unit: to } })
}

const states = ['draft', 'proposed', 'current', 'retired', 'dropped'] as const
const all = 'draft proposed current retired dropped'
const open = 'current retired'
const readers: [string, Somebody, Record<(typeof visibilities)[number], string>][] = [
  ['a steward', steward, { open: all, by_request: all, private: all }],
  ['a member', member, { open: all, by_request: all, private: all }],
  ['somebody from elsewhere', outsider, { open, by_request: open, private: '' }],
  ['somebody below a unit that adopted it', worker, { open, by_request: open, private: 'current' }],
  ['somebody in a unit that was asked', askedWorker, { open, by_request: open, private: 'current' }],
  ['a guest', guest, { open: '', by_request: '', private: '' }],
  ['a guest of the community', guestMember, { open, by_request: open, private: open }],
  ['the knowledge office', office, { open, by_request: open, private: '' }],
]

test.each(readers)('%s reads exactly what the table says, alone and in lists', async (_, who, expected) => {
  for (const visibility of visibilities) {
    const ids = made[visibility]!
    const found = await Promise.all(states.map(async (state) => (await read(who, ids[state])).status === 200 && state))
    expect([visibility, found.filter(Boolean).join(' ')]).toEqual([visibility, expected[visibility]])

    const lists = await Promise.all(
      (['draft', 'proposed', 'current', 'retired'] as const).map((state) =>
        as(who)('GET /practices', { query: { state, community: ids.place } }),
      ),
    )
    const listed = lists.flatMap(({ body }) => body.items.map(({ id }) => id))
    const known = states.filter((state) => listed.includes(ids[state]))
    expect([visibility, known.join(' ')]).toEqual([visibility, expected[visibility]])
  }
})

test('readers whom a unit brought to a private practice learn neither the community nor who its people are', async () => {
  await apply(member, made['private']!.current)

  const theirs = await read(worker, made['private']!.current)
  const ours = await read(member, made['private']!.current)

  expect([theirs.body.community, theirs.body.steward, theirs.body.applications[0]?.by]).toEqual([null, null, null])
  expect(JSON.stringify(theirs.body)).not.toMatch(/"(Steward|Member)"/)
  expect(theirs.body.adoptions[0]?.by?.name).toBe('Manager')
  expect([ours.body.steward?.name, ours.body.applications[0]?.by?.name]).toEqual(['Steward', 'Member'])
})

test('what is said in the workshop stays there: changes, refused validations, the way to current', async () => {
  const { current: practice } = made['open']!
  const params = { practice }
  const body = { title: 'First contact call', problem: 'Waiting.', how: 'Call at once.', base: 1, note: 'Faster.' }
  await as(member)('POST /practices/{practice}/changes', { params, body })
  await as(steward)('POST /practices/{practice}/validations', { params, body: { holds: false, reasons: 'Too early.' } })

  const seenBy = async (who: Somebody) => {
    const changes = await as(who)('GET /practices/{practice}/changes', { params })
    const validations = await as(who)('GET /practices/{practice}/validations', { params })
    const history = await as(who)('GET /practices/{practice}/history', { params })
    const moves = history.body.items.filter(({ what }) => what === 'moved').map(({ state }) => state)
    return [
      changes.body.items.length,
      validations.body.items.length,
      moves,
      (await read(who, practice)).body.workshop?.changes,
    ]
  }
  expect(await seenBy(member)).toEqual([1, 1, ['draft', 'proposed', 'current'], 1])
  expect(await seenBy(outsider)).toEqual([0, 0, ['current'], undefined])
})

test('revisions from before it was current are read by members only', async () => {
  const { place } = made['open']!
  const practice = await draft(member, place)
  const body = { title: 'Call', problem: 'Waiting.', how: 'Call at once.', base: 1 }
  await as(member)('PUT /practices/{practice}/text', { params: { practice }, body })
  await move(member, practice, 'proposed')
  await move(steward, practice, 'current')

  const numbers = async (who: Somebody) =>
    (await as(who)('GET /practices/{practice}/revisions', { params: { practice } })).body.items.map(
      ({ revision }) => revision,
    )
  const first = { params: { practice, revision: 1 } }
  expect([await numbers(member), await numbers(outsider)]).toEqual([[2, 1], [2]])
  expect((await as(member)('GET /practices/{practice}/revisions/{revision}', first)).status).toBe(200)
  expect((await as(outsider)('GET /practices/{practice}/revisions/{revision}', first)).status).toBe(404)
})

const acts: [string, (who: Somebody, practice: string) => Promise<{ status: number }>][] = [
  ['take', (who, practice) => move(who, practice, 'retired', 'Because.')],
  [
    'validate',
    (who, practice) =>
      as(who)('POST /practices/{practice}/validations', {
        params: { practice },
        body: { holds: true, reasons: 'Yes.' },
      }),
  ],
  [
    'verify',
    (who, practice) => as(who)('POST /practices/{practice}/verifications', { params: { practice }, body: {} }),
  ],
  [
    'send to a unit',
    (who, practice) => as(who)('POST /practices/{practice}/proposals', { params: { practice }, body: { unit: below } }),
  ],
  [
    'hand over',
    (who, practice) =>
      as(who)('PUT /practices/{practice}/steward', { params: { practice }, body: { steward: member.id } }),
  ],
]

test.each(acts)('to %s is for stewards; others are refused, and who may not read finds nothing', async (_, act) => {
  const { place } = made['private']!
  const practice = await current(steward, place)
  await propose(practice, adopting)

  expect((await act(member, practice)).status).toBe(403)
  expect((await act(worker, practice)).status).toBe(403)
  expect((await act(outsider, practice)).status).toBe(404)
  expect((await act(steward, practice)).status).toBeLessThan(300)
})

test('the history of a unit is read with the practice, and by nobody else', async () => {
  const { current: practice } = made['private']!

  const history = (who: Somebody) => as(who)('GET /practices/{practice}/adoptions', { params: { practice } })
  const unitPage = (who: Somebody) => as(who)('GET /units/{unit}/practices', { params: { unit: adopting } })

  expect((await history(worker)).body.items.map(({ state }) => state)).toEqual(['adopted'])
  expect((await history(outsider)).status).toBe(404)
  const ids = async (who: Somebody) => (await unitPage(who)).body.decisions.map(({ practice: { id } }) => id)
  expect(await ids(worker)).toContain(practice)
  expect(await ids(outsider)).not.toContain(practice)
  expect(await ids(outsider)).toContain(made['open']!.current)
})
