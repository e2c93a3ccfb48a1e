import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { inquiryWorld } from '../../../test/inquiry-world.ts'
import type { Somebody } from '../../../test/world.ts'
import { followTheLine } from '../escalation/follow.ts'

const { person, as, unit, db, community, ask, server } = await inquiryWorld()
const house = await unit('House')
const ward = await unit('Ward', house)
const fay = await person('Fay', { unit: ward })
const mia = await person('Mia', { unit: ward })
const rolf = await person('Rolf', { unit: ward, manages: ward })
const hanna = await person('Hanna', { unit: house, manages: house })
const dora = await person('Dora', { unit: ward })
const cora = await person('Cora', { unit: ward })
const olga = await person('Olga', { office: true })

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const put = (who: Somebody, of: string, more: object = {}) =>
  as(who)('POST /escalations', {
    body: {
      community: of,
      unit: ward,
      manager: rolf.id,
      title: 'A second standing frame',
      asked: 'Please buy **one** more.',
      background: 'Three people wait each morning.',
      dueOn: day(14),
      ...more,
    },
  })
const sent = async (of: string, more: object = {}) => (await put(fay, of, more)).body.id
const read = (who: Somebody, escalation: string) => as(who)('GET /escalations/{escalation}', { params: { escalation } })
const receive = (who: Somebody, escalation: string) =>
  as(who)('PUT /escalations/{escalation}/receipt', { params: { escalation } })
const decide = (who: Somebody, escalation: string, answer: 'yes' | 'no' | 'later', dueOn: string | null = null) =>
  as(who)('PUT /escalations/{escalation}/decision', {
    params: { escalation },
    body: { answer, reason: 'We talked about it.', dueOn },
  })
const needsOf = async (who: Somebody, kind: string) =>
  (await as(who)('GET /home')).body.needs.filter((need) => need.kind === kind).map(({ page }) => page.id)
const acts = async (escalation: string) => (await read(fay, escalation)).body.moves.map(({ act }) => act)

let shared = ''
let secret = ''
beforeAll(async () => {
  shared = await community(fay, 'open', [mia])
  secret = await community(fay, 'private', [mia])
})

test('an escalation goes its way: sent, received, put off, decided, done, each step kept and told', async () => {
  const inquiry = await ask(mia, [shared], { title: 'Who waits for the frame?' })
  const id = await sent(shared, { inquiry })
  expect(await needsOf(rolf, 'escalation_put')).toContain(id)
  expect((await read(rolf, id)).body).toMatchObject({
    state: 'sent',
    overdue: false,
    readers: 'everybody',
    inquiry: { id: inquiry, title: 'Who waits for the frame?' },
    asked: { html: expect.stringContaining('<strong>one</strong>') },
    may: { receive: true, decide: false, withdraw: false, delegate: true },
  })

  expect((await decide(rolf, id, 'yes')).status).toBe(409)
  expect((await receive(rolf, id)).status).toBe(204)
  expect((await decide(rolf, id, 'later', day(-1))).status).toBe(400)
  expect((await decide(rolf, id, 'later')).status).toBe(400)
  expect((await decide(rolf, id, 'later', day(30))).status).toBe(204)
  expect((await read(fay, id)).body).toMatchObject({ state: 'decided', answer: 'later', dueOn: day(30) })
  expect(await needsOf(rolf, 'escalation_put')).toContain(id)
  expect((await decide(rolf, id, 'yes')).status).toBe(204)
  expect(await needsOf(rolf, 'escalation_put')).not.toContain(id)
  const finish = as(fay)('PUT /escalations/{escalation}/completion', { params: { escalation: id }, body: { note: '' } })
  expect((await finish).status).toBe(204)
  expect(await acts(id)).toEqual(['send', 'receive', 'decide', 'decide', 'finish'])

  await server.catchUp()
  const inbox = (await as(fay)('GET /inbox')).body.items.filter(({ page }) => page.id === id)
  expect(inbox.map(({ verb, page }) => [verb, page.title])).toEqual(
    ['decided_yes', 'decided_later', 'received'].map((verb) => [`escalation.${verb}`, 'A second standing frame']),
  )
  expect(
    (await as(rolf)('GET /inbox')).body.items.flatMap(({ page, verb, why }) => (page.id === id ? [[verb, why]] : [])),
  ).toEqual([
    ['escalation.finished', 'your_escalation'],
    ['escalation.sent', 'put_to_you'],
  ])
  expect((await as(mia)('GET /home')).body.news.flatMap(({ lines }) => lines.map(({ page }) => page.id))).toContain(id)
})

test('what was undone can be done again: reopened, withdrawn, sent again', async () => {
  const id = await sent(shared)
  const params = { escalation: id }
  await receive(rolf, id)
  await decide(rolf, id, 'no')
  await as(fay)('PUT /escalations/{escalation}/completion', { params, body: {} })
  await as(rolf)('DELETE /escalations/{escalation}/completion', { params })
  await as(fay)('PUT /escalations/{escalation}/withdrawal', { params, body: { reason: 'Solved otherwise.' } })
  expect(
    (await as(rolf)('GET /escalations', { query: { which: 'open' } })).body.items.map((one) => one.id),
  ).not.toContain(id)
  await as(fay)('DELETE /escalations/{escalation}/withdrawal', { params })

  expect((await read(mia, id)).body).toMatchObject({ state: 'sent', answer: null })
  expect(await acts(id)).toEqual(['send', 'receive', 'decide', 'finish', 'reopen', 'withdraw', 'send_again'])
})

describe('who may do what', () => {
  const everybody = { fay, mia, rolf, hanna, dora, cora, olga }
  const forWhom = async (act: (who: Somebody) => Promise<{ status: number }>) => {
    const statuses: string[] = []
    for (const [name, who] of Object.entries(everybody)) statuses.push(`${name} ${(await act(who)).status}`)
    return statuses.join(' · ')
  }

  test.each([
    ['open', 'fay 200 · mia 200 · rolf 200 · hanna 200 · dora 200 · cora 200 · olga 200'],
    ['private', 'fay 200 · mia 200 · rolf 200 · hanna 404 · dora 404 · cora 404 · olga 404'],
  ])('an escalation of a community that is %s is read by', async (visibility, expected) => {
    const id = await sent(visibility === 'open' ? shared : secret)

    expect(await forWhom((who) => read(who, id))).toBe(expected)
    const list = (await as(cora)('GET /escalations', { query: { which: 'all' } })).body.items
    expect(list.map((one) => one.id)).not.toContain(id)
  })

  test('only facilitators escalate, withdraw and name somebody anew; only who answers receives, decides and hands over', async () => {
    const id = await sent(shared)
    const params = { escalation: id }
    const readers = '404 · cora'

    expect(await forWhom((who) => put(who, secret))).toBe(
      'fay 201 · mia 403 · rolf 404 · hanna 404 · dora 404 · cora 404 · olga 404',
    )
    expect(await forWhom((who) => (who === rolf ? read(who, id) : receive(who, id)))).not.toContain(readers)
    expect(await forWhom((who) => (who === rolf ? read(who, id) : receive(who, id)))).toBe(
      'fay 403 · mia 403 · rolf 200 · hanna 403 · dora 403 · cora 403 · olga 403',
    )
    expect(
      await forWhom((who) =>
        who === fay
          ? read(who, id)
          : as(who)('PUT /escalations/{escalation}/withdrawal', { params, body: { reason: '' } }),
      ),
    ).toBe('fay 200 · mia 403 · rolf 403 · hanna 403 · dora 403 · cora 403 · olga 403')
    expect(
      await forWhom((who) =>
        as(who)('PUT /escalations/{escalation}/manager', { params, body: { unit: house, manager: hanna.id } }),
      ),
    ).toBe('fay 409 · mia 403 · rolf 403 · hanna 403 · dora 403 · cora 403 · olga 403')
    expect(
      await forWhom((who) =>
        as(who)('PUT /escalations/{escalation}/delegate', { params, body: { person: dora.id, reason: '' } }),
      ),
    ).toBe('fay 403 · mia 403 · rolf 204 · hanna 403 · dora 403 · cora 403 · olga 403')
  })

  test('it goes to who answers for the unit, by a day to come, from an inquiry of the community', async () => {
    const other = await community(cora)
    const elsewhere = await ask(cora, [other])

    expect((await put(fay, shared, { manager: dora.id })).status).toBe(400)
    expect((await put(fay, shared, { manager: hanna.id })).status).toBe(400)
    expect((await put(fay, shared, { dueOn: day(-1) })).status).toBe(400)
    expect((await put(fay, shared, { inquiry: elsewhere })).status).toBe(400)
    expect((await as(fay)('GET /managers', { query: { words: 'ward' } })).body.items).toEqual([
      { unit: { id: ward, name: 'Ward' }, person: expect.objectContaining({ id: rolf.id }) },
    ])
  })
})

test('a delegate reads and answers in the manager’s place, until it is taken back', async () => {
  const id = await sent(secret)
  const params = { escalation: id }
  const hand = (who: Somebody, to: Somebody) =>
    as(who)('PUT /escalations/{escalation}/delegate', {
      params,
      body: { person: to.id, reason: 'You know the frames.' },
    })

  expect((await hand(rolf, rolf)).status).toBe(400)
  expect((await hand(rolf, dora)).status).toBe(204)
  expect((await read(dora, id)).body.may).toMatchObject({ receive: true, delegate: false })
  expect(
    [await needsOf(dora, 'escalation_put'), await needsOf(rolf, 'escalation_put')].map((ids) => ids.includes(id)),
  ).toEqual([true, false])
  expect((await receive(dora, id)).status).toBe(204)
  expect((await as(rolf)('DELETE /escalations/{escalation}/delegate', { params })).status).toBe(204)
  expect((await read(dora, id)).status).toBe(404)
  expect((await read(fay, id)).body.moves.map(({ act, from, to }) => [act, from?.name, to?.name])).toEqual([
    ['send', undefined, 'Rolf'],
    ['delegate', undefined, 'Dora'],
    ['receive', undefined, undefined],
    ['take_back', 'Dora', 'Rolf'],
  ])
})

test('when a manager leaves, the successor has it; when the unit is dissolved, it goes up the line; when nobody is left, the community is asked', async () => {
  const top = await unit('Clinic')
  const team = await unit('Team', top)
  const [first, second, head, helper] = [
    await person('First', { manages: team }),
    await person('Second'),
    await person('Head', { manages: top }),
    await person('Helper', { unit: team }),
  ]
  const id = await sent(secret, { unit: team, manager: first.id })
  const params = { escalation: id }
  await receive(first, id)
  await as(first)('PUT /escalations/{escalation}/delegate', { params, body: { person: helper.id, reason: '' } })

  await sql`insert into unit_manager (unit_id, person_id) values (${team}, ${second.id})`.execute(db)
  await sql`update person set left_on = current_date where id in (${first.id}, ${helper.id})`.execute(db)
  await followTheLine(db)
  expect((await read(second, id)).body).toMatchObject({
    state: 'received',
    manager: { name: 'Second' },
    delegate: null,
  })

  await sql`update unit set closed_on = current_date where id = ${team}`.execute(db)
  await followTheLine(db)
  expect((await read(head, id)).body).toMatchObject({ unit: { name: 'Clinic' }, manager: { name: 'Head' } })
  expect((await read(second, id)).status).toBe(404)

  await sql`delete from unit_manager where unit_id = ${top}`.execute(db)
  await followTheLine(db)
  expect((await read(fay, id)).body).toMatchObject({ manager: null, may: { address: true } })
  expect(await needsOf(fay, 'escalation_alone')).toContain(id)
  await as(fay)('PUT /escalations/{escalation}/manager', { params, body: { unit: house, manager: hanna.id } })

  expect((await read(hanna, id)).body).toMatchObject({ state: 'received', manager: { name: 'Hanna' } })
  expect((await read(fay, id)).body.moves.slice(2).map(({ act, because, to }) => [act, because, to?.name])).toEqual([
    ['delegate', null, 'Helper'],
    ['hand_on', 'left', 'Second'],
    ['hand_on', 'dissolved', 'Head'],
    ['lose_manager', 'moved', undefined],
    ['address', null, 'Hanna'],
  ])
  expect(await followTheLine(db)).toBe(0)
  await server.catchUp()
  expect((await as(second)('GET /inbox')).body.items.map(({ page }) => page.id)).not.toContain(id)
  expect((await as(hanna)('GET /inbox')).body.items.find(({ page }) => page.id === id)?.verb).toBe(
    'escalation.addressed',
  )
})

test('the database holds the rules too', async () => {
  const id = await sent(shared)
  const refused = (change: ReturnType<typeof sql>) =>
    expect(sql`update escalation set ${change} where id = ${id}`.execute(db)).rejects.toThrow(/check constraint/)

  await refused(sql`state = 'decided'`)
  await refused(sql`state = 'done', answer = 'later'`)
  await refused(sql`answer = 'yes'`)
  await refused(sql`manager_id = null, delegate_id = ${dora.id}`)
  await expect(
    sql`insert into escalation_move (escalation_id, act, answer, reason) values (${id}, 'decide', 'later', 'x')`.execute(
      db,
    ),
  ).rejects.toThrow(/check constraint/)
})
