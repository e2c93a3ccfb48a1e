import { describe, expect, test } from 'vitest'
import { practiceScene } from '../../../test/practice-scene.ts'
import type { Somebody } from '../../../test/world.ts'
import { placesWith } from '../../../test/columns.ts'
import { declaredInterests, sharedNeeds } from '../need/queries.ts'
import { declines } from '../suggest/queries.ts'

const { db, person, as, community, join, current, server } = await practiceScene()
const olga = await person('Olga', { office: true })
const fay = await person('Fay')
const mia = await person('Mia')
const max = await person('Max')
const cora = await person('Cora')
const everybody = { olga, fay, mia, max, cora }

const weavers = await community(fay)
await join(weavers, mia)
const secret = await community(fay, 'private')
const topicIn = async (of: string, name: string) =>
  (await as(fay)('POST /communities/{community}/topics', { params: { community: of }, body: { name } })).body.id
const warp = await topicIn(weavers, 'Warping')
const dye = await topicIn(weavers, 'Dyeing')
const hidden = await topicIn(secret, 'Hidden looms')

const note = async (who: Somebody, topic: string, words = '', gap = 2) =>
  (await as(who)('POST /learning/needs', { body: { topic, gap, note: words } })).body.id
const own = async (who: Somebody) => (await as(who)('GET /learning')).body
const share = (who: Somebody, need: string, body: { mentor?: string; community?: string }) =>
  as(who)('POST /learning/needs/{need}/shares', { params: { need }, body })
const suggested = async (who: Somebody) =>
  (await as(who)('GET /learning/suggestions')).body.items.map(({ item, reasons }) => [
    item.title,
    ...reasons.map(({ kind, topic, law }) => `${kind} ${topic?.name ?? law}`),
  ])
const add = async (who: Somebody, title: string, topics: string[], more: object = {}) =>
  (await as(who)('POST /learning/items', { body: { kind: 'link', title, minutes: 30, topics, ...more } })).body.id

describe('a need', () => {
  const seers = async (words: string) => {
    const found: string[] = []
    for (const [name, who] of Object.entries(everybody))
      if (JSON.stringify(await own(who)).includes(words)) found.push(name)
    return found.join(' ')
  }

  test('is seen by its owner, by whom it was shared with, and by nobody else', async () => {
    const id = await note(mia, warp, 'zqwarpqz')
    expect(await seers('zqwarpqz')).toBe('mia')

    const mentor = await share(mia, id, { mentor: max.id })
    expect([mentor.status, await seers('zqwarpqz')]).toEqual([201, 'mia max'])
    await server.catchUp()
    const [line] = (await as(max)('GET /inbox')).body.items
    expect([line?.verb, line?.why, line?.page.title]).toEqual(['learning.need_shared', 'shared_with_you', 'Mia'])
    const told = await share(mia, id, { community: weavers })
    expect([told.status, await seers('zqwarpqz')]).toEqual([201, 'fay mia max'])

    for (const { id: one } of (await own(mia)).needs[0]!.shares)
      await as(mia)('DELETE /learning/needs/{need}/shares/{share}', { params: { need: id, share: one } })
    expect(await seers('zqwarpqz')).toBe('mia')
    await server.catchUp()
    expect(await placesWith(db, 'zqwarpqz')).toEqual(['need.note'])
    await as(mia)('DELETE /learning/needs/{need}', { params: { need: id } })
    expect(await placesWith(db, 'zqwarpqz')).toEqual([])
  })

  test('is nobody else’s to change, share or delete', async () => {
    const need = await note(mia, warp)
    const params = { need }
    const answers = [
      await as(olga)('PUT /learning/needs/{need}', { params, body: { gap: 1, note: '', met: true } }),
      await as(olga)('DELETE /learning/needs/{need}', { params }),
      await share(olga, need, { mentor: max.id }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    await as(mia)('DELETE /learning/needs/{need}', { params })
  })

  test.each([
    ['with oneself', { mentor: 'mia' }, 400, 'learning.notYourself'],
    ['with a community that one is no member of', { community: 'other' }, 403, 'learning.memberOnly'],
    ['with nobody and no community', {}, 400, 'platform.invalid'],
  ])('cannot be shared %s', async (_, to, status, code) => {
    const need = await note(mia, warp)
    const other = await community(cora)
    const answer = await share(
      mia,
      need,
      'mentor' in to ? { mentor: mia.id } : 'community' in to ? { community: other } : {},
    )

    expect([answer.status, answer.problem.code]).toEqual([status, code])
    await as(mia)('DELETE /learning/needs/{need}', { params: { need } })
  })

  test('is noted only in a topic that one may know of', async () => {
    const answer = await as(mia)('POST /learning/needs', { body: { topic: hidden, gap: 1 } })

    expect([answer.status, answer.problem.code]).toEqual([404, 'learning.noTopic'])
    expect((await as(mia)('GET /learning/topics')).body.items.map(({ name }) => name)).toEqual(['Dyeing', 'Warping'])
    expect(
      (await as(fay)('GET /learning/topics', { query: { open: 'yes' } })).body.items.map(({ name }) => name),
    ).toEqual(['Dyeing', 'Warping'])
  })

  test('feeds figures only when a community was told, at its largest, and not once it is met', async () => {
    const kept = await note(max, warp)
    const mentored = await note(max, dye)
    await share(max, mentored, { mentor: mia.id })
    const told = await note(mia, warp, '', 1)
    const larger = await note(mia, warp, '', 3)
    for (const need of [told, larger]) await share(mia, need, { community: weavers })
    await as(cora)('PUT /learning/interests/{topic}', { params: { topic: dye } })

    expect(await sharedNeeds(db)).toEqual([{ personId: mia.id, topicId: warp, gap: 3 }])
    expect(await declaredInterests(db)).toEqual([{ personId: cora.id, topicId: dye }])
    for (const need of [told, larger])
      await as(mia)('PUT /learning/needs/{need}', { params: { need }, body: { gap: 1, note: '', met: true } })
    expect(await sharedNeeds(db)).toEqual([])
    expect((await own(mia)).needs.map(({ metAt }) => metAt !== null)).toEqual([true, true])

    for (const [who, need] of [
      [max, kept],
      [max, mentored],
      [mia, told],
      [mia, larger],
    ] as const)
      await as(who)('DELETE /learning/needs/{need}', { params: { need } })
    await as(cora)('DELETE /learning/interests/{topic}', { params: { topic: dye } })
  })
})

describe('suggestions', () => {
  test('say why, the strongest reason first, and leave out what was put aside or done', async () => {
    const film = await add(fay, 'A film on warping', [warp])
    await add(fay, 'A book of dyes', [dye])
    await add(fay, 'Both together', [warp, dye])
    await add(fay, 'Over since yesterday', [warp], { expiresOn: '2020-01-01' })
    await note(cora, warp, '', 3)
    await as(cora)('PUT /learning/interests/{topic}', { params: { topic: dye } })

    expect(await suggested(cora)).toEqual([
      ['Both together', 'own_need Warping', 'interest Dyeing'],
      ['A film on warping', 'own_need Warping'],
      ['A book of dyes', 'interest Dyeing'],
    ])
    await as(cora)('PUT /learning/items/{item}/decline', { params: { item: film } })
    await as(cora)('PUT /learning/topics/{topic}/decline', { params: { topic: dye } })
    expect(await suggested(cora)).toEqual([['Both together', 'own_need Warping']])
    expect(await declines(db)).toEqual(
      expect.arrayContaining([
        { personId: cora.id, itemId: film, topicId: null },
        { personId: cora.id, itemId: null, topicId: dye },
      ]),
    )
    await as(cora)('DELETE /learning/topics/{topic}/decline', { params: { topic: dye } })
    await as(cora)('PUT /learning/items/{item}/done/{act}', { params: { item: film, act: 'did' }, body: {} })
    expect((await suggested(cora)).map(([title]) => title)).toEqual(['Both together', 'A book of dyes'])
    expect((await own(cora)).done.map(({ item, act }) => [item.title, act])).toEqual([['A film on warping', 'did']])
  })

  test('what the law asks comes first, cannot be put aside, and only the knowledge office says so', async () => {
    const fire = await add(fay, 'Fire drill', [])
    const law = { params: { item: fire }, body: { reason: 'The rescue act, section 14.' } }
    const refused = await as(fay)('PUT /learning/items/{item}/law', law)
    await as(olga)('PUT /learning/items/{item}/law', law)

    expect([refused.status, refused.problem.code]).toEqual([403, 'learning.officeOnly'])
    expect((await suggested(max))[0]).toEqual(['Fire drill', 'law The rescue act, section 14.'])
    const aside = await as(max)('PUT /learning/items/{item}/decline', { params: { item: fire } })
    expect([aside.status, aside.problem.code]).toEqual([409, 'learning.lawHolds'])
    await as(olga)('DELETE /learning/items/{item}/law', { params: { item: fire } })
    expect(await suggested(max)).toEqual([])
  })

  test('what is used of a practice is an application of it', async () => {
    const practice = await current(fay, weavers, { title: 'Warp in the evening' })
    const item = await add(fay, 'Learn to warp in the evening', [warp], { kind: 'practice', practice })
    const params = { item, act: 'used' } as const
    const bare = await as(mia)('PUT /learning/items/{item}/done/{act}', { params, body: {} })
    const told = await as(mia)('PUT /learning/items/{item}/done/{act}', {
      params,
      body: { application: { outcome: 'partly', changed: 'Half an hour less.' } },
    })
    const { evidence } = (await as(mia)('GET /practices/{practice}', { params: { practice } })).body

    expect([bare.status, bare.problem.code, told.status]).toEqual([400, 'learning.usedAsApplication', 204])
    expect(evidence).toEqual({ worked: 0, partly: 1, failed: 0 })
  })
})

describe('an item', () => {
  test('about somebody is seen by them alone until they agree, and goes when they say no', async () => {
    const item = await add(fay, 'A day beside Max', [warp], { kind: 'person', person: max.id })
    const see = async (who: Somebody) => (await as(who)('GET /learning/items/{item}', { params: { item } })).status
    const seers = async () => Promise.all([fay, max, cora, olga].map(see))

    expect(await seers()).toEqual([200, 200, 404, 200])
    expect((await own(max)).shadowing.map(({ title }) => title)).toEqual(['A day beside Max'])
    const other = await as(fay)('PUT /learning/items/{item}/shadowing', { params: { item } })
    expect([other.status, other.problem.code]).toEqual([403, 'learning.notShadowed'])
    await as(max)('PUT /learning/items/{item}/shadowing', { params: { item } })
    expect(await seers()).toEqual([200, 200, 200, 200])
    await as(max)('DELETE /learning/items/{item}/shadowing', { params: { item } })
    expect(await seers()).toEqual([200, 200, 404, 200])
  })

  test.each([
    ['fay', 204],
    ['olga', 204],
    ['mia', 403],
  ] as const)('added by Fay, changed by %s: %d', async (who, status) => {
    const item = await add(fay, `Changed by ${who}`, [warp, hidden])
    const body = { kind: 'link' as const, title: `By ${who}`, minutes: 5, topics: [dye] }
    const answer = await as(everybody[who])('PUT /learning/items/{item}', { params: { item }, body })
    const topics = (await as(fay)('GET /learning/items/{item}', { params: { item } })).body.topics.map(
      ({ name }) => name,
    )

    expect([answer.status, topics.sort()]).toEqual([
      status,
      // A topic that the knowledge office cannot see stays where it was.
      who === 'fay' ? ['Dyeing'] : who === 'olga' ? ['Dyeing', 'Hidden looms'] : ['Hidden looms', 'Warping'],
    ])
  })

  test('of a private topic shows it to members alone; the catalogue is found by words, kind and topic', async () => {
    const item = await add(fay, 'Quiet hours', [hidden, warp])
    const topics = async (who: Somebody) =>
      (await as(who)('GET /learning/items/{item}', { params: { item } })).body.topics.map(({ name }) => name)
    const found = async (query: object) =>
      (await as(mia)('GET /learning/items', { query: { limit: 100, ...query } as never })).body.items.map(
        ({ title }) => title,
      )

    expect([(await topics(fay)).sort(), await topics(mia)]).toEqual([['Hidden looms', 'Warping'], ['Warping']])
    expect(await found({ words: 'QUIET' })).toEqual(['Quiet hours'])
    expect(await found({ kind: 'practice' })).toEqual(['Learn to warp in the evening'])
    expect(await found({ topic: dye })).not.toContain('Quiet hours')
    expect(await found({ past: 'yes' })).toContain('Over since yesterday')
    expect((await as(mia)('GET /learning/items', { query: { limit: 2 } })).body.next).not.toBeNull()
  })
})
