import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { placesWith } from '../../../test/columns.ts'
import { practiceScene } from '../../../test/practice-scene.ts'
import type { Somebody } from '../../../test/world.ts'
import { daysAfter } from '../round/pair.ts'
import { lookForPairs, resultOf } from '../round/rounds.ts'

const { db, person, unit, as, community, server } = await practiceScene()
const house = await unit('House')
const [ward, clinic] = [await unit('Ward', house), await unit('Clinic', house)]
const olga = await person('Olga', { office: true })
const fay = await person('Fay', { unit: ward })
const [mia, max, una] = [
  await person('Mia', { unit: ward }),
  await person('Max', { unit: ward }),
  await person('Una', { unit: ward }),
]
const [hanna, heli, henk] = [
  await person('Hanna', { unit: clinic }),
  await person('Heli', { unit: clinic }),
  await person('Henk', { unit: clinic }),
]
const weavers = await community(fay)
const secret = await community(fay, 'private')
const topicIn = async (of: string, name: string) =>
  (await as(fay)('POST /communities/{community}/topics', { params: { community: of }, body: { name } })).body.id
const [warp, dye, hidden] = [
  await topicIn(weavers, 'Warping'),
  await topicIn(weavers, 'Dyeing'),
  await topicIn(secret, 'Hidden looms'),
]

const today = new Date().toISOString().slice(0, 10)
const days = { answerBy: daysAfter(today, 7), endsOn: daysAfter(today, 60) }
const take = (
  who: Somebody,
  body: { wants?: string[]; offers?: string[]; meets?: boolean; room?: number; paused?: boolean },
) => as(who)('PUT /learning/pairing', { body: { wants: [], offers: [], ...body } })
const own = async (who: Somebody) => (await as(who)('GET /learning/pairs')).body
const preview = async (kind: 'learn' | 'meet') =>
  (await as(olga)('GET /learning/rounds/preview', { query: { kind } })).body
const begin = (kind: 'learn' | 'meet', more: object = {}) =>
  as(olga)('POST /learning/rounds', { body: { kind, ...days, ...more } })
const answer = async (who: Somebody, said: 'yes' | 'no') =>
  (await as(who)('PUT /learning/pairs/{pair}/answer', { params: await pairOf(who), body: { answer: said } })).status
const pairOf = async (who: Somebody) => ({ pair: (await own(who)).pairs[0]!.id })
const inbox = async (who: Somebody) => {
  await server.catchUp()
  return (await as(who)('GET /inbox')).body.items.map(({ verb, page }) => `${verb} ${page.title}`)
}
const waits = async (who: Somebody) =>
  (await as(who)('GET /home')).body.needs.map(({ kind, page }) => `${kind} ${page.title}`)
const laterBy = (some: 'answer_by' | 'ends_on') =>
  sql`update pairing_round set answer_by = current_date - 3, ends_on = current_date + ${some === 'ends_on' ? -1 : 9}::int
      where closed_at is null`.execute(db)

describe('a round', () => {
  test('begins only of five people or more, who said themselves that they take part', async () => {
    await take(mia, { wants: [warp, dye] })
    await take(max, { wants: [warp] })
    await take(hanna, { offers: [warp, dye], room: 2 })
    // A need that nobody was told, and an interest, are no wish for a pair.
    await as(fay)('POST /learning/needs', { body: { topic: warp, gap: 3, note: '' } })
    await as(fay)('PUT /learning/interests/{topic}', { params: { topic: warp } })

    expect(await preview('learn')).toEqual({ people: null, paired: null })
    const few = await begin('learn')
    expect([few.status, few.problem.code]).toEqual([409, 'learning.roundTooFew'])
    expect(await inbox(mia)).toEqual([])
    await take(una, { wants: [dye] })
    await take(heli, { offers: [dye] })
    await take(henk, { offers: [dye], paused: true })
    expect(await preview('learn')).toEqual({ people: 5, paired: 5 })
    expect(JSON.stringify((await own(fay)).noted)).toContain('Warping')
  })

  test.each([
    ['answers wanted by today', { answerBy: today }, 400, 'learning.roundPast'],
    ['an end before the answers', { endsOn: days.answerBy }, 400, 'learning.roundShort'],
    ['an end in two years', { endsOn: daysAfter(today, 730) }, 400, 'learning.roundLong'],
  ])('is refused with %s', async (_, more, status, code) => {
    const refused = await begin('learn', more)
    expect([refused.status, refused.problem.code]).toEqual([status, code])
  })

  test('is told to the two of each pair alone, and a no is told to nobody', async () => {
    expect((await begin('learn')).status).toBe(201)
    const again = await begin('learn')
    expect([again.status, again.problem.code]).toEqual([409, 'learning.roundAsking'])
    const { pairs } = await own(mia)
    expect(pairs.map(({ side, other, topics, state }) => [side, other?.unit, topics.length > 0, state])).toEqual([
      ['learns', 'Clinic', true, 'proposed'],
    ])
    expect([await inbox(mia), await waits(mia)]).toEqual([
      [`learning.pair_proposed ${pairs[0]!.other!.name}`],
      [`pair_proposed ${pairs[0]!.other!.name}`],
    ])
    expect([(await own(fay)).pairs, (await own(olga)).pairs, await inbox(olga)]).toEqual([[], [], []])
    expect((await as(olga)('GET /learning/rounds')).body.items).toMatchObject([
      { kind: 'learn', state: 'asking', people: 5, agreed: null, help: null, lines: [] },
    ])

    const helper = await helperOf(una)
    const before = await own(una)
    await as(helper)('PUT /learning/pairs/{pair}/answer', {
      params: { pair: before.pairs[0]!.id },
      body: { answer: 'no' },
    })
    expect([await own(una), (await inbox(una)).length]).toEqual([before, 1])
    expect(await answer(una, 'yes')).toBe(204)
    expect((await own(una)).pairs[0]).toMatchObject({ state: 'proposed', answer: 'yes' })
  })

  const helperOf = async (who: Somebody) => {
    const [pair] = (await own(who)).pairs
    return [hanna, heli].find(({ id }) => id === pair!.other!.id)!
  }

  test('becomes a pair when both said yes; what one writes first is read by the other alone', async () => {
    const params = await pairOf(mia)
    const early = await as(mia)('PUT /learning/pairs/{pair}/words', { params, body: { words: 'zqhelloqz' } })
    expect([early.status, early.problem.code]).toEqual([409, 'learning.pairMoved'])
    const helper = await helperOf(mia)
    await answer(mia, 'yes')
    await as(helper)('PUT /learning/pairs/{pair}/answer', { params, body: { answer: 'yes' } })
    expect((await inbox(mia))[0]).toBe(`learning.pair_agreed ${helper.name}`)
    await as(mia)('PUT /learning/pairs/{pair}/words', { params, body: { words: 'zqhelloqz' } })

    expect((await inbox(helper))[0]).toBe('learning.pair_wrote Mia')
    const theirs = (await own(helper)).pairs.find(({ id }) => id === params.pair)!
    expect([theirs.words.theirs, theirs.words.mine]).toEqual(['zqhelloqz', ''])
    expect(await placesWith(db, 'zqhelloqz')).toEqual(['pairing_part.words'])
  })

  test('lapses where one said no or nothing: both read the same, and only who had said yes is told', async () => {
    await laterBy('answer_by')
    await lookForPairs({ db })
    const off = (await own(una)).pairs[0]!
    expect([off.state, (await inbox(una))[0]?.split(' ')[0]]).toEqual(['off', 'learning.pair_off'])
    expect([(await own(max)).pairs[0]!.state, (await inbox(max)).length]).toEqual(['off', 1])
    expect(await answer(max, 'yes')).toBe(409)
    expect((await as(olga)('GET /learning/rounds')).body.items).toMatchObject([
      { state: 'running', people: 5, agreed: null },
    ])
  })

  test('ends on its day with one question; figures come when it is closed, from five people on', async () => {
    const params = await pairOf(mia)
    const helper = await helperOf(mia)
    const tell = (who: Somebody, help: 'yes' | 'no') =>
      as(who)('PUT /learning/pairs/{pair}/help', { params, body: { help, line: 'zqlineqz' } })
    expect((await tell(mia, 'yes')).status).toBe(409)
    await laterBy('ends_on')
    await lookForPairs({ db })
    expect([(await inbox(mia))[0], await waits(mia)]).toEqual([
      `learning.pair_ended ${helper.name}`,
      [`pair_question ${helper.name}`],
    ])
    expect((await tell(mia, 'yes')).status).toBe(204)
    expect(await waits(mia)).toEqual([])
    expect(JSON.stringify(await own(helper))).not.toContain('zqlineqz')

    await sql`update pairing_round set ends_on = current_date - 15, answer_by = current_date - 30`.execute(db)
    await lookForPairs({ db })
    const [round] = (await as(olga)('GET /learning/rounds')).body.items
    expect(round).toMatchObject({ state: 'closed', help: { yes: null, somewhat: null, no: null }, lines: [] })
    expect((await tell(helper, 'no')).status).toBe(409)
    expect([resultOf({ yes: 12, somewhat: 3, no: 2 }), resultOf({ yes: 12, somewhat: 3, no: 0 })]).toEqual([
      { yes: 12 },
      {},
    ])
  })

  test('of the same kind proposes nobody to the same person again; one to meet joins different units', async () => {
    expect(await preview('learn')).toMatchObject({ paired: null })
    for (const who of [mia, max, una, hanna, heli, henk]) await take(who, { meets: true })
    expect(await preview('meet')).toEqual({ people: 5, paired: 5 })
    expect((await begin('meet')).status).toBe(201)
    const met = await Promise.all([mia, max, una].map(async (who) => (await own(who)).pairs[0]!))
    expect(met.map(({ side, other, topics }) => [side, other?.unit, topics])).toEqual(
      Array.from({ length: 3 }, () => ['meets', 'Clinic', []]),
    )
    const before = (await own(mia)).pairs
    expect(before[0]!.other!.id).not.toBe(before[1]!.other!.id)
  })
})

describe('whoever takes part', () => {
  test('withdraws in one click: what was proposed comes to nothing, and nobody is told why', async () => {
    const [pair] = (await own(henk)).pairs
    await as(henk)('DELETE /learning/pairing')
    const other = [mia, max, una].find(({ id }) => id === pair!.other!.id)!
    await answer(other, 'yes')
    await laterBy('answer_by')
    await lookForPairs({ db })

    expect([(await own(henk)).choice, (await own(other)).pairs[0]!.state]).toEqual([null, 'off'])
    expect((await inbox(other))[0]).toBe('learning.pair_off Henk')
  })

  test.each([
    ['no topic and nobody to meet', {}, 400, 'learning.pairingEmpty'],
    ['a topic of a private community', { wants: [hidden] }, 404, 'learning.noTopic'],
  ])('does not with %s', async (_, body, status, code) => {
    const refused = await take(una, body)
    expect([refused.status, refused.problem.code]).toEqual([status, code])
  })

  test('keeps what they said when topics become one, and has it back when they part', async () => {
    await take(una, { wants: [dye], offers: [dye] })
    const params = { community: weavers }
    const merge = await as(fay)('POST /communities/{community}/topic-merges', {
      params,
      body: { topic: dye, into: warp },
    })
    const said = async () =>
      (await own(una)).choice!.wants.concat((await own(una)).choice!.offers).map(({ name }) => name)
    expect(await said()).toEqual(['Warping', 'Warping'])
    await as(fay)('DELETE /communities/{community}/topic-merges/{merge}', {
      params: { ...params, merge: merge.body.id },
    })
    expect(await said()).toEqual(['Dyeing', 'Dyeing'])
  })
})

test('who may do what with a pair of two and with rounds', async () => {
  const params = await pairOf(mia)
  const status = async (who: Somebody) => [
    (await as(who)('PUT /learning/pairs/{pair}/answer', { params, body: { answer: 'no' } })).status,
    (await as(who)('PUT /learning/pairs/{pair}/words', { params, body: { words: 'Hello' } })).status,
    (await as(who)('PUT /learning/pairs/{pair}/end', { params })).status,
    (await as(who)('PUT /learning/pairs/{pair}/help', { params, body: { help: 'yes' } })).status,
    (await as(who)('GET /learning/rounds')).status,
    (await as(who)('GET /learning/rounds/preview', { query: { kind: 'meet' } })).status,
    (await as(who)('POST /learning/rounds', { body: { kind: 'meet', ...days } })).status,
  ]
  // Of the two: the pair is over, so each act is too late. Of others: there is no such pair.
  expect(await status(mia)).toEqual([409, 409, 409, 409, 403, 403, 403])
  expect(await status(fay)).toEqual([404, 404, 404, 404, 403, 403, 403])
  expect((await status(olga)).slice(0, 6)).toEqual([404, 404, 404, 404, 200, 200])
})
