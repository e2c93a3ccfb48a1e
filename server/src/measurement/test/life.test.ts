import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../test/world.ts'
import { ofCommunity } from '../maturity/questions/of-community.ts'
import { ofOrganization } from '../maturity/questions/of-organization.ts'

const { as, db, person, unit } = await testWorld()
const mill = await unit('Mill')
const fay = await person('Fay Facilitator', { unit: mill })
const mia = await person('Mia Member', { unit: mill })
const sam = await person('Sam Stranger', { unit: mill })
const olga = await person('Olga Office', { office: true })
const guest = await person('Gus Guest')
let community: string
const params = () => ({ community })

beforeAll(async () => {
  await sql`update person set origin = 'guest' where id = ${guest.id}`.execute(db)
  community = (
    await as(fay)('POST /communities', {
      body: { name: 'Weavers', short: 'WEA', colour: 1, visibility: 'open', domain: 'Woad', purpose: 'To dye well.' },
    })
  ).body.id
  for (const who of [mia, await person('Max Member')])
    await as(who)('PUT /communities/{community}/membership', { params: params() })
})

const stage = async (who: Somebody = fay) => as(who)('GET /communities/{community}/stage', { params: params() })
const decide = (who: Somebody, to: 'potential' | 'coalescing' | 'maturing', reason = 'We met every week.') =>
  as(who)('PUT /communities/{community}/stage', { params: params(), body: { stage: to, reason } })

describe('the stage', () => {
  test('three people, somebody who leads and a purpose propose that it coalesces; facilitators decide, members read', async () => {
    const { body } = await stage(mia)
    expect(body).toMatchObject({
      stage: 'potential',
      proposal: { to: 'coalescing', signs: ['willing', 'led', 'drafted'] },
      moves: [],
      may: { decide: false },
    })
    expect([(await decide(mia, 'coalescing')).status, (await decide(sam, 'coalescing')).status]).toEqual([403, 403])
    expect((await stage(sam)).status).toBe(403)
    expect((await decide(fay, 'coalescing', '')).status).toBe(400)
  })

  test('that it stays is a decision with its reason, and then nothing is proposed for a while', async () => {
    expect((await decide(fay, 'potential', 'After the harvest.')).status).toBe(204)

    const { body } = await stage()
    expect(body).toMatchObject({
      stage: 'potential',
      proposal: null,
      moves: [{ from: 'potential', to: 'potential', proposed: 'coalescing', reason: 'After the harvest.' }],
    })
  })

  test('a move keeps what the evidence said just then; the same again changes nothing', async () => {
    expect((await decide(fay, 'coalescing')).status).toBe(204)

    const { body } = await stage()
    expect(body.moves[0]).toMatchObject({
      from: 'potential',
      to: 'coalescing',
      proposed: 'coalescing',
      signs: ['willing', 'led', 'drafted'],
      reason: 'We met every week.',
      by: { id: fay.id },
    })
    const again = await decide(fay, 'coalescing')
    expect([again.status, again.problem.code]).toEqual([409, 'community.stageStands'])
  })

  test('the form is decided with the reason, and what it was is kept', async () => {
    const put = (who: Somebody, form: 'informal' | 'supported') =>
      as(who)('PUT /communities/{community}/form', {
        params: params(),
        body: { form, reason: 'We have a sponsor now.' },
      })
    expect((await put(mia, 'supported')).status).toBe(403)
    expect((await put(fay, 'supported')).status).toBe(204)
    expect((await put(fay, 'supported')).status).toBe(409)
    expect((await stage()).body).toMatchObject({ form: 'supported', forms: [{ from: 'informal', to: 'supported' }] })
  })

  test('core, answers and activity are counted from what happened', async () => {
    const people: Somebody[] = []
    for (let n = 0; n < 6; n++) people.push(await person(`Weaver ${n}`, { unit: mill }))
    for (const who of people) await as(who)('PUT /communities/{community}/membership', { params: params() })
    const last = sql`date_trunc('quarter', now(), 'UTC') - interval '20 days'`
    const { id: inquiry } = (
      await as(people[0]!)('POST /inquiries', {
        body: { title: 'How blue is woad?', body: 'Very?', communities: [community] },
      })
    ).body
    for (const who of people.slice(1)) {
      const { body } = await as(who)('POST /inquiries/{inquiry}/contributions', {
        params: { inquiry },
        body: { kind: 'answer', body: 'Blue.' },
      })
      await sql`update contribution set at = ${last} where id = ${body.id}`.execute(db)
    }
    for (const who of people)
      await sql`insert into active_day (community_id, person_id, day)
        select ${community}::uuid, ${who.id}::uuid, current_date - 7 * week from generate_series(1, 6) week on conflict do nothing`.execute(
        db,
      )
    await sql`update community set created_at = now() - interval '7 months' where id = ${community}`.execute(db)

    const signs = (await stage()).body.stages.flatMap((each) => each.signs)
    const state = (id: string) => signs.find((sign) => sign.id === id)!.state
    expect([state('peers'), state('core'), state('helped')]).toEqual(['seen', 'seen', 'unseen'])
    expect(signs.find(({ id }) => id === 'steady')!.points.at(-1)!.value).toBe(5)
  })
})

describe('maturity of a community', () => {
  const read = (who: Somebody) => as(who)('GET /communities/{community}/maturity', { params: params() })
  const begin = (who: Somebody) => as(who)('POST /communities/{community}/maturity', { params: params() })
  const end = () => as(fay)('PUT /communities/{community}/maturity/end', { params: params() })
  const answer = (who: Somebody, question: string, level: number, before: number | null = null) =>
    as(who)('PUT /communities/{community}/maturity/answers/{question}', {
      params: { ...params(), question },
      body: { level, before, why: 'We talked.' },
    })

  test('members read, facilitators answer; strangers do neither', async () => {
    expect([(await read(mia)).status, (await read(sam)).status]).toEqual([200, 403])
    expect([(await begin(mia)).status, (await begin(fay)).status, (await begin(fay)).status]).toEqual([403, 201, 409])
    expect((await answer(mia, 'domain', 2)).status).toBe(403)
    expect((await answer(fay, 'nonsense', 2)).status).toBe(404)
  })

  test('of two answers at once the second is told, and nothing is overwritten', async () => {
    expect((await answer(fay, 'domain', 3)).status).toBe(204)
    expect((await answer(fay, 'domain', 1)).status).toBe(409)
    expect((await read(fay)).body.open!.answers).toMatchObject([{ question: 'domain', level: 3 }])
    expect((await answer(fay, 'domain', 4, 3)).status).toBe(204)
  })

  test('it is done when all is answered, with the evidence of the day beside it', async () => {
    expect((await end()).status).toBe(409)
    for (const { id } of ofCommunity.slice(1)) await answer(fay, id, 2)
    expect((await end()).status).toBe(204)

    const { body } = await read(mia)
    expect(body.open).toBeNull()
    expect(body.ended[0]!.evidence).toEqual(
      Object.fromEntries(body.questions.map(({ id, evidence }) => [id, evidence])),
    )
    // It has a purpose and no boundary yet, and one facilitator.
    expect(body.ended[0]!.evidence).toMatchObject({ domain: 1, people: 1, help: 1, practice: 1, spine: 1 })
    expect((await begin(fay)).status).toBe(201)
  })
})

describe('maturity of the organization', () => {
  const begin = (who: Somebody) => as(who)('POST /maturity')

  test('everybody who works here reads it, the knowledge office answers, a guest does neither', async () => {
    expect([(await as(sam)('GET /maturity')).status, (await as(guest)('GET /maturity')).status]).toEqual([200, 403])
    expect([(await begin(sam)).status, (await begin(olga)).status]).toEqual([403, 201])
    for (const { id } of ofOrganization)
      await as(olga)('PUT /maturity/answers/{question}', { params: { question: id }, body: { level: 1, before: null } })
    expect((await as(olga)('PUT /maturity/end')).status).toBe(204)
    expect((await as(sam)('GET /maturity')).body.ended).toHaveLength(1)
  })

  test('private communities are no part of its evidence', async () => {
    const level = async () => (await as(sam)('GET /maturity')).body.questions[0]!.evidence
    const found = (name: string, visibility: 'open' | 'private') =>
      as(fay)('POST /communities', { body: { name, short: 'X', colour: 2, visibility, domain: 'Felt' } })
    for (const name of ['First', 'Second']) await found(name, 'private')
    expect(await level()).toBe(1)
    for (const name of ['Third', 'Fourth']) await found(name, 'open')
    expect(await level()).toBe(2)
  })
})
