import { expect, test } from 'vitest'
import { practiceScene } from '../../../test/practice-scene.ts'

const { person, unit, as, community, join, current, draft, read, apply, decide, db } = await practiceScene()
const ward = await unit('Ward 3')
const maria = await person('Maria')
const otto = await person('Otto', { manages: ward })
const nurse = await person('Nurse', { unit: ward })
const stranger = await person('Stranger', { unit: await unit('Elsewhere') })
const place = await community(maria)
const steps = [
  { role: 'secretary', what: 'Book the room.' },
  { role: 'physiotherapist', what: 'Call the patient.' },
]
const routine = () => current(maria, place, { kind: 'routine', title: 'First day', steps })
const propose = (practice: string, dueOn: string | null = null) =>
  as(maria)('POST /practices/{practice}/proposals', {
    params: { practice },
    body: { unit: ward, message: 'For you.', dueOn },
  })
const ofUnit = (who: typeof maria) => as(who)('GET /units/{unit}/practices', { params: { unit: ward } })

test('adopt or explain: the unit sees what it was asked until it decides, and only its own people do', async () => {
  const id = await current(maria, place)
  expect((await propose(id, '2020-01-01')).problem.code).toBe('practice.dueInPast')
  await propose(id, '2099-01-01')
  expect((await propose(id)).problem.code).toBe('practice.alreadyAsked')

  const line = (await ofUnit(nurse)).body.asked.find(({ practice }) => practice.id === id)
  expect([line?.message, line?.dueOn, line?.late]).toEqual(['For you.', '2099-01-01', false])
  expect((await ofUnit(stranger)).body.asked).toEqual([])
  expect((await read(nurse, id)).body.asked).toHaveLength(1)
  expect((await read(stranger, id)).body.asked).toEqual([])

  await decide(otto, id, ward, 'declined')
  expect((await ofUnit(nurse)).body.asked.map(({ practice }) => practice.id)).not.toContain(id)
  expect((await ofUnit(stranger)).body.decisions.find(({ practice }) => practice.id === id)?.state).toBe('declined')
})

test('what was sent to a unit is taken back by a steward while it waits, and what it opened closes again', async () => {
  const closed = await community(maria, 'private')
  const id = await current(maria, closed)
  await propose(id)
  const away = (who: typeof maria) =>
    as(who)('DELETE /practices/{practice}/proposals/{unit}', { params: { practice: id, unit: ward } })
  expect((await read(nurse, id)).body.asked).toHaveLength(1)

  expect((await away(nurse)).problem.code).toBe('practice.noProposal')
  expect((await away(maria)).status).toBe(204)
  expect((await away(maria)).status).toBe(404)
  expect((await read(nurse, id)).status).toBe(404)
})

test('a practice whose steward left is taken up by a member, and by nobody else', async () => {
  const [left, member] = [await person('Left'), await person('Member')]
  const open = await community(maria)
  await join(open, left, member)
  const id = await current(maria, open)
  const takeUp = (who: typeof maria) =>
    as(who)('PUT /practices/{practice}/steward', { params: { practice: id }, body: { steward: who.id } })
  await as(maria)('PUT /practices/{practice}/steward', { params: { practice: id }, body: { steward: left.id } })
  expect([(await read(member, id)).body.may.takeUp, (await takeUp(member)).status]).toEqual([false, 403])

  await db.updateTable('person').set({ leftOn: '2026-01-01' }).where('id', '=', left.id).execute()
  expect((await read(member, id)).body).toMatchObject({ needsSteward: true, may: { takeUp: true } })
  expect([(await read(stranger, id)).body.may.takeUp, (await takeUp(stranger)).status]).toEqual([false, 403])
  expect((await takeUp(member)).status).toBe(204)
  expect((await read(nurse, id)).body).toMatchObject({ needsSteward: false, steward: { name: 'Member' } })
})

test('a day to answer that has passed is told as past on the page of the practice, too', async () => {
  const id = await current(maria, place)
  await propose(id, '2099-01-01')
  const late = async () => (await read(otto, id)).body.asked.map((one) => one.late)
  expect(await late()).toEqual([false])
  await db.updateTable('unitProposal').set({ dueOn: '2026-01-01' }).where('practiceId', '=', id).execute()
  expect(await late()).toEqual([true])
})

test('a unit that uses a practice is not asked about it again', async () => {
  const id = await current(maria, place)
  await decide(otto, id, ward, 'adopted')

  expect((await propose(id)).problem.code).toBe('practice.alreadyDecided')
})

test('a routine is run by a unit that adopted it: ticked by role, never by name, and its note becomes an application', async () => {
  const id = await routine()
  const start = (who: typeof maria) =>
    as(who)('POST /practices/{practice}/runs', { params: { practice: id }, body: { unit: ward, title: 'Monday' } })
  expect((await start(nurse)).problem.code).toBe('practice.notAdoptedThere')
  await decide(otto, id, ward, 'adopted')
  expect((await start(stranger)).problem.code).toBe('practice.unitNotYours')
  const run = (await start(nurse)).body.id

  await as(nurse)('PUT /runs/{run}/steps/{step}', { params: { run, step: 1 } })
  const seen = (await as(otto)('GET /runs/{run}', { params: { run } })).body
  expect(seen.steps.map(({ role, doneAt, mine }) => [role, doneAt !== null, mine])).toEqual([
    ['secretary', true, false],
    ['physiotherapist', false, false],
  ])
  expect(JSON.stringify(seen)).not.toContain('Nurse')
  expect(JSON.stringify(seen)).not.toContain(nurse.id)

  const end = { params: { run }, body: { outcome: 'partly' as const, note: 'The room was taken.' } }
  expect((await as(otto)('PUT /runs/{run}/ending', end)).status).toBe(204)
  const { body } = await read(stranger, id)
  expect(body.applications.map(({ by, unit: where, changed, run: from }) => [by, where?.name, changed, from])).toEqual([
    [null, 'Ward 3', 'The room was taken.', run],
  ])
  expect((await as(nurse)('PUT /runs/{run}/steps/{step}', { params: { run, step: 2 } })).problem.code).toBe(
    'practice.runEnded',
  )
})

test('a tick is taken back by who made it, and a step that is not there cannot be ticked', async () => {
  const id = await routine()
  await decide(otto, id, ward, 'trying')
  const run = (await as(nurse)('POST /practices/{practice}/runs', { params: { practice: id }, body: { unit: ward } }))
    .body.id
  const step = { params: { run, step: 1 } }
  await as(nurse)('PUT /runs/{run}/steps/{step}', step)

  expect((await as(otto)('DELETE /runs/{run}/steps/{step}', step)).problem.code).toBe('practice.tickedByOther')
  expect((await as(nurse)('DELETE /runs/{run}/steps/{step}', step)).status).toBe(204)
  expect((await as(nurse)('PUT /runs/{run}/steps/{step}', { params: { run, step: 3 } })).problem.code).toBe(
    'practice.noSuchStep',
  )
  expect((await as(stranger)('GET /runs/{run}', { params: { run } })).status).toBe(404)
})

test('who ticked a step is in no trail', async () => {
  const ticks = await db.selectFrom('activity').select('actorId').where('verb', '=', 'practice.step_done').execute()

  expect(ticks.map(({ actorId }) => actorId)).toEqual([null, null])
})

test('a run that is stopped counts as nothing', async () => {
  const id = await routine()
  await decide(otto, id, ward, 'adopted')
  const run = (await as(nurse)('POST /practices/{practice}/runs', { params: { practice: id }, body: { unit: ward } }))
    .body.id
  await as(nurse)('PUT /runs/{run}/ending', { params: { run }, body: { outcome: null, note: 'Started by mistake.' } })

  expect((await read(nurse, id)).body.applications).toEqual([])
})

test('the matrix shows who runs what, the widest spread first, and what was never asked is not there', async () => {
  const other = await unit('Ward 4')
  const boss = await person('Boss', { manages: other })
  const home = await community(maria)
  const [wide, narrow, lone] = [await current(maria, home), await current(maria, home), await current(maria, home)]
  await decide(otto, wide, ward, 'adopted')
  await decide(boss, wide, other, 'adopted')
  await decide(otto, narrow, ward, 'trying')
  await as(maria)('POST /practices/{practice}/proposals', { params: { practice: lone }, body: { unit: other } })

  const matrix = async (who: typeof maria) =>
    (await as(who)('GET /practices/matrix', { query: { community: home } })).body
  const seen = await matrix(otto)
  expect(seen.practices.map(({ id, adopted }) => [id, adopted])).toEqual([
    [wide, 2],
    [narrow, 0],
    [lone, 0],
  ])
  expect(seen.units.filter(({ mayDecide }) => mayDecide).map(({ id }) => id)).toEqual([ward])
  expect(seen.cells).toHaveLength(3)
  expect((await matrix(boss)).cells.find(({ practice }) => practice === lone)?.state).toBe('asked')
  expect((await matrix(otto)).cells.find(({ practice }) => practice === lone)).toBeUndefined()
})

test('a person page shows what they brought in, as far as the reader may see it', async () => {
  const secret = await community(maria, 'private')
  await join(secret, nurse)
  const [open, hidden] = [
    await current(maria, place, { title: 'Open' }),
    await current(maria, secret, { title: 'Hidden' }),
  ]
  await apply(nurse, open)
  await apply(nurse, hidden)

  const applied = async (who: typeof maria) =>
    (await as(who)('GET /people/{person}/practices', { params: { person: nurse.id } })).body.applied.map(
      ({ practice }) => practice.title,
    )
  expect(await applied(maria)).toEqual(['Hidden', 'Open'])
  expect(await applied(stranger)).toEqual(['Open'])

  const { body: shown } = await as(nurse)('GET /people/{person}', { params: { person: nurse.id } })
  await as(nurse)('PUT /people/{person}', {
    params: { person: nurse.id },
    body: {
      does: '',
      experience: [],
      acceptsQuestions: true,
      shows: shown.shows.filter((what) => what !== 'contributions'),
    },
  })
  expect([await applied(maria), await applied(nurse)]).toEqual([[], ['Hidden', 'Open']])
})

test('a community closes only when each practice has a new steward or is retired', async () => {
  const home = await community(maria)
  await join(home, nurse)
  const [kept, given, unfinished] = [await current(maria, home), await current(maria, home), await draft(maria, home)]
  const close = (practices: { practice: string; steward: string | null }[]) =>
    as(maria)('PUT /communities/{community}/ending', {
      params: { community: home },
      body: { note: 'Well done.', practices },
    })

  const refused = await close([{ practice: kept, steward: maria.id }])
  expect([refused.status, refused.problem.code]).toEqual([400, 'practice.handOverIncomplete'])
  expect(
    (await as(nurse)('PUT /communities/{community}/ending', { params: { community: home }, body: { note: 'No.' } }))
      .status,
  ).toBe(403)
  expect(
    (
      await close([
        { practice: kept, steward: nurse.id },
        { practice: given, steward: null },
      ])
    ).status,
  ).toBe(204)

  expect((await read(maria, kept)).body.steward?.name).toBe('Nurse')
  expect((await read(maria, given)).body.lastMove).toMatchObject({ state: 'retired', reason: 'Well done.' })
  expect((await read(maria, unfinished)).body.state).toBe('retired')
  expect(
    (await as(nurse)('POST /practices/{practice}/verifications', { params: { practice: kept }, body: {} })).status,
  ).toBe(204)
})
