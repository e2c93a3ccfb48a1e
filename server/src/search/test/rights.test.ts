import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { practiceScene } from '../../../test/practice-scene.ts'
import type { Somebody } from '../../../test/world.ts'
import { inTransaction } from '#platform/database.ts'
import { rebuildSearch } from '../index.ts'
import { settleLevels } from '../queries/entries.ts'

const { person, unit, as, join, draft, current, decide, apply, server, db } = await practiceScene()
const ward = await unit('Quokkaward')
const maria = await person('Maria Quokkamaria', { unit: ward })
const member = await person('Member')
const colleague = await person('Colleague')
const invited = await person('Invited')
const worker = await person('Worker', { unit: ward })
const manager = await person('Manager', { manages: ward })
const office = await person('Office', { office: true })
const guest = await person('Guest')
await sql`update person set origin = 'guest' where id = ${guest.id}`.execute(db)

const visibilities = ['open', 'by_request', 'private'] as const
type Visibility = (typeof visibilities)[number]
/** A word that is written in one place only. */
const wordOf = (kind: string, visibility: Visibility) => `quokka${kind}${visibility.replace('_', '')}`

for (const visibility of visibilities) {
  const { body } = await as(maria)('POST /communities', {
    body: {
      name: wordOf('community', visibility),
      short: 'QUO',
      colour: 1,
      visibility,
      domain: 'Getting people to move',
    },
  })
  const place = body.id
  await join(place, member)
  await as(maria)('POST /communities/{community}/invitations', {
    params: { community: place },
    body: { person: invited.id },
  })
  const ask = { title: wordOf('inquiry', visibility), body: 'What helps?', communities: [place] }
  const inquiry = (await as(maria)('POST /inquiries', { body: ask })).body.id
  await as(maria)('POST /inquiries/{inquiry}/contributions', {
    params: { inquiry },
    body: { kind: 'experience', outcome: 'worked', body: `I tried ${wordOf('contribution', visibility)} there.` },
  })
  await draft(maria, place, { title: wordOf('draft', visibility) })
  await current(maria, place, { title: wordOf('practice', visibility) })
  const adopted = await current(maria, place, { title: wordOf('adopted', visibility) })
  await as(maria)('POST /practices/{practice}/proposals', { params: { practice: adopted }, body: { unit: ward } })
  await decide(manager, adopted, ward, 'adopted')
  await as(maria)('POST /escalations', {
    body: {
      community: place,
      unit: ward,
      manager: manager.id,
      title: 'A door',
      asked: `Please buy the ${wordOf('escalation', visibility)}.`,
      dueOn: '2099-01-01',
    },
  })
  const told = { community: place, title: 'News', link: null, summary: `There is a ${wordOf('signal', visibility)}.` }
  const signal = (await as(maria)('POST /signals', { body: told })).body.id
  await as(maria)('PUT /signals/{signal}/triage', {
    params: { signal },
    body: { outcome: 'nothing', reason: `Our ${wordOf('triage', visibility)} is enough.` },
  })
  await as(maria)('POST /stories', {
    body: { community: place, title: 'A walk', immediate: `I met a ${wordOf('story', visibility)}.` },
  })
}
await as(office)('POST /signals', {
  body: { community: null, title: 'Wallaby for all', link: null, summary: 'It hops.' },
})
await as(office)('POST /imperatives', {
  body: {
    title: 'Everybody home by the weekend',
    why: 'The bandicoot waits.',
    from: '2026-01-01',
    to: null,
    carrier: null,
  },
})
await server.catchUp()
// People who came by other ways than an act are found once the index was built anew.
await inTransaction(db, rebuildSearch)

const readers = { maria, member, colleague, invited, worker, manager }
type Reader = keyof typeof readers
const everybody = Object.keys(readers) as Reader[]
const inside: Reader[] = ['maria', 'member']

/** Who finds what: the table of the product, for each kind. */
const mayFind: Record<string, Record<Visibility, Reader[]>> = {
  community: { open: everybody, by_request: everybody, private: [...inside, 'invited'] },
  inquiry: { open: everybody, by_request: inside, private: inside },
  contribution: { open: everybody, by_request: inside, private: inside },
  practice: { open: everybody, by_request: everybody, private: inside },
  adopted: { open: everybody, by_request: everybody, private: [...inside, 'worker', 'manager'] },
  draft: { open: inside, by_request: inside, private: inside },
  escalation: { open: everybody, by_request: [...inside, 'manager'], private: [...inside, 'manager'] },
  signal: { open: everybody, by_request: inside, private: inside },
  triage: { open: everybody, by_request: inside, private: inside },
  story: { open: everybody, by_request: inside, private: inside },
}

const find = async (who: Somebody, words: string, more: object = {}) =>
  (await as(who)('GET /search', { query: { words, ...more } })).body

describe('who finds what, excerpts and counts too', () => {
  test.each(
    Object.entries(mayFind).flatMap(([kind, places]) =>
      visibilities.flatMap((visibility) =>
        everybody.map((who) => ({ kind, visibility, who, may: places[visibility].includes(who) })),
      ),
    ),
  )('$kind of the $visibility community: $who, $may', async ({ kind, visibility, who, may }) => {
    const body = await find(readers[who], wordOf(kind, visibility))

    expect(body.items).toHaveLength(may ? 1 : 0)
    expect(body.more).toBe(false)
    if (!may) expect(JSON.stringify(body)).not.toContain('quokka')
  })

  test.each(everybody)('people and units are found by %s', async (who) => {
    expect((await find(readers[who], 'quokkamaria')).items.map(({ kind }) => kind)).toEqual(['person'])
    expect((await find(readers[who], 'quokkaward', { kind: 'unit' })).items).toHaveLength(1)
  })

  test('aims, and signals of the whole organization, are found by everybody who works here, not by a guest', async () => {
    for (const [word, kind] of [
      ['bandicoot', 'imperative'],
      ['wallaby', 'signal'],
    ] as const) {
      expect((await find(colleague, word)).items.map((one) => one.kind)).toEqual([kind])
      expect((await find(guest, word)).items).toEqual([])
    }
  })

  test('what one may not read is not among what a beginning finds, nor does it tell that there is more', async () => {
    const { items, more } = await find(colleague, 'quokkainq', { limit: 1 })

    expect([items.length, more]).toEqual([1, false])
  })
})

describe('what was found is narrowed', () => {
  test.each([
    ['by kind', { kind: 'practice' }, ['practice']],
    ['by state', { state: 'open' }, ['inquiry']],
    ['by outcome', { outcome: 'worked' }, ['contribution']],
    ['by a time that is past', { until: '2001-01-01' }, []],
    ['by a time that lasts', { since: '2001-01-01', kind: 'inquiry' }, ['inquiry']],
  ] as const)('%s', async (_, more, kinds) => {
    const { items } = await find(maria, 'quokka', { ...more, limit: 50 })

    expect([...new Set(items.map(({ kind }) => kind))]).toEqual(kinds)
  })

  test('by community, where people are those who are members', async () => {
    const [place] = (await find(maria, wordOf('community', 'open'))).items

    const { items } = await find(colleague, 'quokka', { community: place!.id, limit: 50 })

    expect(new Set(items.map(({ kind }) => kind))).toEqual(
      new Set(['community', 'inquiry', 'contribution', 'practice', 'person', 'escalation', 'signal', 'story']),
    )
    expect(items.every(({ kind, communities }) => kind === 'person' || communities[0]?.id === place!.id)).toBe(true)
  })
})

test('among what matches alike, what is validated stands first', async () => {
  const place = (await find(maria, wordOf('community', 'open'))).items[0]!.id
  const plain = await current(maria, place, { title: 'Wombat walking' })
  const proven = await current(maria, place, { title: 'Wombat walking' })
  await apply(member, proven, { outcome: 'worked' })
  await as(maria)('POST /practices/{practice}/validations', {
    params: { practice: proven },
    body: { holds: true, reasons: 'It helped three times.' },
  })
  await server.catchUp()
  expect((await find(colleague, 'wombat')).items.map(({ id }) => id)).toEqual([proven, plain])
})

test('a practice that nobody touches stands lower once its review is overdue, and is no longer called verified', async () => {
  const place = (await find(maria, wordOf('community', 'open'))).items[0]!.id
  const verified = async (days: number) => {
    const practice = await current(maria, place, { title: 'Numbat naps' })
    await as(maria)('POST /practices/{practice}/verifications', { params: { practice }, body: { days } })
    return practice
  }
  const lasting = await verified(1_825)
  const soonDue = await verified(30)
  await server.catchUp()
  const numbats = async () => (await find(colleague, 'numbat')).items.map(({ id, why }) => [id, why])
  expect(await numbats()).toEqual([
    [soonDue, ['title', 'verified']],
    [lasting, ['title', 'verified']],
  ])

  await sql`
    update search_entry set at = at - interval '90 days', verified_at = verified_at - interval '90 days',
      review_at = review_at - interval '90 days'`.execute(db)

  expect(await numbats()).toEqual([
    [lasting, ['title', 'verified']],
    [soonDue, ['title']],
  ])
})

test('what stands further back is found all the same', async () => {
  const words = Object.keys(mayFind).flatMap((kind) => visibilities.map((visibility) => wordOf(kind, visibility)))
  const found = () => Promise.all(words.map(async (word) => (await find(maria, word)).items.map(({ id }) => id)))
  const before = await found()

  await inTransaction(db, (tx) => settleLevels(tx, [1, 2]))

  const { rows } = await sql<{ level: number }>`select distinct level from search_entry order by level`.execute(db)
  expect(rows.map(({ level }) => level)).toEqual([0, 1, 2])
  expect(before.every((ids) => ids.length === 1)).toBe(true)
  expect(await found()).toEqual(before)
})
