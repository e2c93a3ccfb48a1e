import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { placesWith } from '../../../test/columns.ts'
import { dayAfter, today } from '../pulse/wave.ts'
import { closes, pulseScene } from './pulse-scene.ts'

const { as, community, join, db, fay, olga, people, guest, yes, open, answer, end, shown, rows, longAgo, weavers } =
  await pulseScene()

test('who may open, answer, look and close', async () => {
  const of = await community(fay, 'by_request')
  const [member, stranger] = [people[0]!, people[1]!]
  await join(of, member, guest)
  const at = { params: { community: of }, body: { themes: ['energy' as const], closes } }
  for (const [who, status] of [
    [member, 403],
    [stranger, 403],
    [olga, 403],
    [fay, 201],
    [fay, 409],
  ] as const)
    expect((await as(who)('POST /communities/{community}/pulse/waves', at)).status).toBe(status)
  const wave = (await shown(of)).waves[0]!.id
  await yes(member, stranger, olga)
  for (const [who, status] of [
    [stranger, 404],
    [olga, 404],
    [fay, 403],
    [member, 204],
    [member, 409],
  ] as const)
    expect((await answer(who, wave, [5, 3])).status).toBe(status)
  for (const [who, status] of [
    [stranger, 403],
    [olga, 403],
    [member, 200],
  ] as const)
    expect((await as(who)('GET /communities/{community}/pulse', { params: { community: of } })).status).toBe(status)
  for (const [who, status] of [
    [stranger, 404],
    [member, 403],
    [fay, 204],
    [fay, 409],
  ] as const)
    expect((await as(who)('PUT /pulse/waves/{wave}/end', { params: { wave } })).status).toBe(status)

  const whole = { body: { themes: ['energy' as const], closes } }
  for (const [who, status] of [
    [guest, 403],
    [fay, 403],
    [olga, 201],
  ] as const)
    expect((await as(who)('POST /pulse/waves', whole)).status).toBe(status)
  const { waves, open: forMe } = (await as(member)('GET /pulse')).body
  expect([waves.length, forMe.map(({ community: scope, mine }) => [scope, mine])]).toEqual([1, [[null, 'waiting']]])
  expect((await as(guest)('GET /pulse')).status).toBe(403)
  await as(member)('DELETE /pulse/choice')
  expect((await answer(member, waves[0]!.id, [5, 3])).status).toBe(403)
  await as(olga)('PUT /pulse/waves/{wave}/end', { params: { wave: waves[0]!.id } })
})

test('the last day is three to forty-two days away, and four weeks lie between two waves', async () => {
  const of = await weavers([])
  for (const days of [2, 43])
    expect(
      (
        await as(fay)('POST /communities/{community}/pulse/waves', {
          params: { community: of },
          body: { themes: ['energy'], closes: dayAfter(today(), days) },
        })
      ).status,
    ).toBe(400)
  const { id } = (await open(of)).body
  await end(id)
  const refused = await open(of)
  expect([refused.status, (await shown(of)).from]).toEqual([409, dayAfter(today(), 28)])
  await longAgo(id)
  expect((await open(of)).status).toBe(201)
})

test('while a wave is open its answers are sealed, all alike in length, and written anew with each that comes', async () => {
  const of = await weavers()
  await yes(...people)
  const { id } = (await open(of)).body
  const held = () =>
    rows<{ sealed: string; xmin: string; id: string }>(
      sql`select encode(sealed, 'hex') as sealed, xmin::text, id from pulse_held where wave_id = ${id} order by ctid`,
    )
  await answer(people[0]!, id, [7, 1])
  await answer(people[1]!, id, [1, 7])
  const before = await held()
  await answer(people[2]!, id, [4, 4])
  const after = await held()

  expect(new Set(after.map(({ xmin }) => xmin)).size).toBe(1)
  expect(new Set(after.map(({ sealed }) => sealed.length)).size).toBe(1)
  expect(
    after.filter((row) => before.some(({ sealed, id: known }) => sealed === row.sealed || known === row.id)),
  ).toEqual([])
  expect((await shown(of)).waves[0]!.answered).toBe(0)
  await Promise.all(people.slice(3, 6).map((who) => answer(who, id, [4, 4])))
  expect((await shown(of)).waves[0]).toMatchObject({ answered: 5, figures: [] })
})

test('nothing leads from an answer back to a person: not the tables, nor their order, nor the trail, nor a kept request', async () => {
  const of = await weavers()
  await yes(...people)
  const { id } = (await open(of)).body
  const acts = () =>
    rows<{ count: number }>(sql`select (select count(*) from activity) + (select count(*) from audit) as count`)
  const before = await acts()
  const given = people.map((_, n) => [1 + (n % 7), 1 + Math.floor(n / 7)])
  for (const [n, who] of people.entries()) {
    const sent = {
      params: { wave: id },
      body: { answers: { energy: given[n]! } },
      headers: { 'idempotency-key': `key-${n}` },
    }
    expect((await as(who)('POST /pulse/waves/{wave}/answers', sent)).status).toBe(204)
  }
  expect(await acts()).toEqual(before)
  expect(await rows(sql`select from idempotency where key like 'key-%'`)).toEqual([])
  await end(id)

  const answers = await rows<{ id: string; given: { energy: number[] }; xmin: string }>(
    sql`select id, given, xmin::text from pulse_answer where wave_id = ${id} order by ctid`,
  )
  const sorted = (list: number[][]) => list.map(String).toSorted()
  expect(sorted(answers.map((row) => row.given.energy))).toEqual(sorted(given))
  expect(answers.map((row) => row.given.energy)).not.toEqual(given)
  expect(new Set(answers.map(({ xmin }) => xmin)).size).toBe(1)
  // Version 4: drawn by chance, with no time in it.
  expect(answers.filter((row) => row.id[14] !== '4')).toEqual([])
  expect(answers.map((row) => row.id).toSorted()).not.toEqual(answers.map((row) => row.id))
  expect(await rows(sql`select from pulse_held where wave_id = ${id}`)).toEqual([])
  for (const row of answers) expect(await placesWith(db, row.id)).toEqual([])

  const tokens = await rows<{ xmin: string }>(sql`select xmin::text from pulse_token where wave_id = ${id}`)
  expect(tokens.length).toBe(people.length)
  expect(tokens.filter(({ xmin }) => xmin === answers[0]!.xmin)).toEqual([])
  const columns = await rows<{ name: string; type: string }>(
    sql`select column_name as name, data_type as type from information_schema.columns
        where table_name in ('pulse_answer', 'pulse_held', 'pulse_token') order by table_name, column_name`,
  )
  expect(columns.filter(({ type }) => type.startsWith('timestamp') || type === 'date')).toEqual([])
  expect([...new Set(columns.map(({ name }) => name))].toSorted()).toEqual(['given', 'id', 'mark', 'sealed', 'wave_id'])
  for (const who of people) {
    const places = await rows(sql`
      select from pulse_token where position(decode(replace(${who.id}::text, '-', ''), 'hex') in mark) > 0`)
    expect(places).toEqual([])
  }
})

test('fewer than five answers are destroyed unread', async () => {
  const of = await weavers()
  await yes(...people)
  const { id } = (await open(of)).body
  for (const who of people.slice(0, 4)) await answer(who, id, [6, 2])
  await end(id)

  expect((await shown(of)).waves[0]).toMatchObject({
    answered: 0,
    figures: [{ state: 'few', mean: null, agreement: null }],
  })
  expect(
    await rows(
      sql`select from pulse_answer where wave_id = ${id} union all select from pulse_held where wave_id = ${id}`,
    ),
  ).toEqual([])
})

test('when one person more answers than last time, the second figure is withheld; the first stays as it was', async () => {
  const of = await weavers()
  await yes(...people)
  const first = (await open(of)).body.id
  for (const who of people.slice(0, 6)) await answer(who, first, [6, 2])
  await end(first)
  await longAgo(first)
  const second = (await open(of)).body.id
  for (const who of people.slice(0, 7)) await answer(who, second, [6, 2])
  await end(second)

  const { waves } = await shown(of)
  expect(waves.map(({ answered, figures }) => [answered, figures[0]!.state, figures[0]!.mean])).toEqual([
    [5, 'few', null],
    [5, expect.stringMatching('people|group'), 6],
  ])
  await longAgo(second)
  const third = (await open(of)).body.id
  for (const who of people.slice(6)) await answer(who, third, [3, 5])
  await end(third)
  expect((await shown(of)).waves[0]!.figures[0]).toMatchObject({ mean: 3, agreement: 1 })
})

test('whoever answers after the end is told in words, and a wave past its last day is closed by itself', async () => {
  const of = await weavers()
  await yes(...people)
  const { id } = (await open(of)).body
  await sql`update pulse_wave set opened_on = current_date - 20, closes_on = current_date - 1 where id = ${id}`.execute(
    db,
  )
  const late = await answer(people[0]!, id, [6, 2])
  expect([late.status, late.problem.detail ?? late.problem.title]).toEqual([
    409,
    expect.stringContaining('stays in this tab'),
  ])
  expect((await as(people[0]!)('GET /pulse/waves/{wave}', { params: { wave: id } })).status).toBe(410)
  await expect
    .poll(async () => (await rows<{ state: string }>(sql`select state from pulse_wave where id = ${id}`))[0]!.state)
    .toBe('closed')
  expect(await rows(sql`select verb from activity where subject_id = ${id} and actor_id is null`)).toEqual([
    { verb: 'pulse.closed' },
  ])
})

test('an answer with a question too few or of a theme not asked is refused, and spends nothing', async () => {
  const of = await weavers()
  await yes(people[0]!)
  const { id } = (await open(of, ['safety', 'energy'])).body
  const send = (answers: object) =>
    as(people[0]!)('POST /pulse/waves/{wave}/answers', { params: { wave: id }, body: { answers } })
  const safety = [1, 7, 1, 7, 1, 7, 7]
  for (const answers of [{ safety }, { safety, energy: [7] }, { safety, energy: [7, 1], trust: [1, 1, 1] }])
    expect((await send(answers)).status).toBe(400)
  expect((await send({ safety, energy: [7, 1] })).status).toBe(204)
})
