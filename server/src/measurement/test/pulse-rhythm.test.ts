import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Somebody } from '../../../test/world.ts'
import { openDueWaves } from '../pulse/rhythm.ts'
import { dayAfter, today } from '../pulse/wave.ts'
import { closes, pulseScene } from './pulse-scene.ts'

const { as, db, fay, people, yes, open, answer, end, shown, rows, longAgo, weavers } = await pulseScene()

test('home says that a pulse waits to whoever said yes and has not answered, and nothing is written of that', async () => {
  const of = await weavers()
  const [ann, ben] = people as [Somebody, Somebody]
  await yes(ann)
  await as(ben)('DELETE /pulse/choice')
  const { id } = (await open(of, ['energy'])).body
  const waits = async (who: Somebody) =>
    (await as(who)('GET /home')).body.needs.filter(({ kind, page }) => kind === 'pulse_waiting' && page.id === id)
  const before = await rows(sql`select count(*) from activity`)

  expect(await waits(ann)).toMatchObject([
    { page: { kind: 'pulse', title: 'Energy' }, community: { id: of }, due: closes },
  ])
  expect(await waits(ben)).toEqual([])
  await answer(ann, id, [6, 2])
  expect(await waits(ann)).toEqual([])
  expect(await rows(sql`select count(*) from activity`)).toEqual(before)
})

describe('a rhythm', () => {
  const rhythm = { weeks: 8, lasts: 14, until: dayAfter(today(), 200) }
  const set = (who: Somebody, of: string, more: object = {}) =>
    as(who)('PUT /communities/{community}/pulse/rhythm', { params: { community: of }, body: { ...rhythm, ...more } })
  const openHere = async (of: string) =>
    (await shown(of)).waves
      .filter(({ state }) => state === 'open')
      .map(({ themes }) => themes.map(({ theme }) => theme))

  test('opens the first wave on the day it is set, and the next after its weeks, with the themes whose turn it is', async () => {
    const of = await weavers()
    expect((await set(people[0]!, of)).status).toBe(403)
    expect((await set(fay, of, { until: today() })).problem.code).toBe('measurement.pulseRhythmUntil')
    expect((await set(fay, of)).status).toBe(204)
    await openDueWaves(db)
    expect(await openHere(of)).toEqual([['safety', 'energy']])
    const { waves, rhythm: held } = await shown(of)
    expect([waves[0]!.closes, held]).toMatchObject([dayAfter(today(), 14), { weeks: 8, next: dayAfter(today(), 56) }])

    await end(waves[0]!.id)
    await openDueWaves(db)
    expect(await openHere(of)).toEqual([])
    await longAgo(waves[0]!.id)
    await Promise.all([openDueWaves(db), openDueWaves(db)])
    expect(await openHere(of)).toEqual([['trust', 'usefulness', 'energy']])
    expect(
      await rows(sql`select distinct actor_id from activity where verb = 'pulse.opened' and subject_id in (
      select id from pulse_wave where community_id = ${of})`),
    ).toEqual([{ actorId: null }])
  })

  test('ends on its last day, and with its community', async () => {
    const [over, closed] = [await weavers(), await weavers()]
    await sql`update community set closed_at = now(), ending_note = 'Thanks.' where id = ${closed}`.execute(db)
    await sql`
      insert into pulse_rhythm (community_id, weeks, lasts, until)
      values (${over}, 8, 14, current_date - 1), (${closed}, 8, 14, current_date + 100)`.execute(db)

    await openDueWaves(db)

    expect(await rows(sql`select from pulse_wave where community_id = any(${[over, closed]}::uuid[])`)).toEqual([])
  })

  test('is taken back by those who may set it, once', async () => {
    const of = await weavers()
    await set(fay, of)
    const stop = async (who: Somebody) =>
      (await as(who)('DELETE /communities/{community}/pulse/rhythm', { params: { community: of } })).status

    expect([await stop(people[0]!), await stop(fay), await stop(fay)]).toEqual([403, 204, 409])
    expect((await shown(of)).rhythm).toBeNull()
  })
})
