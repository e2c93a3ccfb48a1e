import { expect, test } from 'vitest'
import type { Assumptions } from '@mortar/contract/measurement-value'
import { practiceScene } from '../../../test/practice-scene.ts'
import type { Somebody } from '../../../test/world.ts'

const { person, as, unit, community, join, current, decide, apply, db } = await practiceScene()
const ward = await unit('Ward')
const fay = await person('Fay', { unit: ward })
const mia = await person('Mia', { unit: ward })
const sam = await person('Sam', { unit: ward })
const carl = await person('Carl', { unit: ward })
const rolf = await person('Rolf', { unit: ward, manages: ward })
const olga = await person('Olga', { office: true })

const told = { title: 'Less walking', immediate: 'We talked about **warps**.' }
const tell = async (who: Somebody, of: string, more: object = {}) =>
  as(who)('POST /stories', { body: { community: of, ...told, ...more } })
const sponsor = async (of: string, who: Somebody) => {
  await join(of, who)
  await db
    .updateTable('membership')
    .set({ roles: ['sponsor'] })
    .where('communityId', '=', of)
    .where('personId', '=', who.id)
    .execute()
}

const assumptions: Assumptions = {
  onboardings: { low: 2, high: 3, because: 'Two wards for certain.' },
  homeRoll: { low: 40, high: 80, because: '' },
  usefulShare: { low: 0.5, high: 0.8, because: '' },
  onboarding: { low: 4, high: 10, because: '' },
  uses: { low: 30, high: 50, because: '' },
  savedPerUse: { low: 0.5, high: 1, because: '' },
}

test('who may read, tell, change and redact a story', async () => {
  const of = await community(fay, 'private')
  await join(of, mia)
  expect((await tell(carl, of)).status).toBe(404)
  const { id: story } = (await tell(mia, of)).body
  const params = { story }
  for (const [who, status] of [
    [carl, 404],
    [olga, 404],
    [mia, 200],
    [fay, 200],
  ] as const)
    expect((await as(who)('GET /stories/{story}', { params })).status).toBe(status)
  for (const [who, status] of [
    [carl, 404],
    [fay, 403],
    [mia, 204],
  ] as const)
    expect(
      (await as(who)('PUT /stories/{story}', { params, body: { ...told, applied: 'Shorter ways.' } })).status,
    ).toBe(status)
  expect((await as(fay)('GET /stories/{story}', { params })).body).toMatchObject({
    cycles: ['immediate', 'applied'],
    told: { immediate: { html: '<p>We talked about <strong>warps</strong>.</p>\n' }, realized: null },
    may: { edit: false, figures: true },
  })
  expect((await as(fay)('PUT /stories/{story}/withdrawal', { params })).status).toBe(403)
  expect((await as(mia)('PUT /stories/{story}/withdrawal', { params })).status).toBe(204)
  expect((await as(fay)('GET /stories/{story}', { params })).status).toBe(404)
  expect((await as(mia)('GET /stories/{story}', { params })).body.withdrawn).toBe(true)
  expect((await as(mia)('DELETE /stories/{story}/withdrawal', { params })).status).toBe(204)
  expect((await as(mia)('DELETE /stories/{story}/withdrawal', { params })).status).toBe(409)
})

test('a story begins from a use or an adoption, and links only to what belongs together', async () => {
  const of = await community(fay)
  const practice = await current(fay, of, { title: 'Warp in the evening' })
  await decide(rolf, practice, ward, 'adopted')
  const application = (await apply(mia, practice, { changed: 'Half a day less.' })).body.id
  const begin = async (who: Somebody, query: object) => (await as(who)('GET /stories/beginning', { query })).body
  expect(await begin(mia, { application })).toMatchObject({
    practice: { title: 'Warp in the evening' },
    realized: 'Half a day less.',
    application,
  })
  expect(await begin(carl, { application })).toMatchObject({ realized: '' })
  expect(await begin(mia, { practice, unit: ward })).toMatchObject({
    unit: { name: 'Ward' },
    applied: 'We talked about it.',
  })

  expect((await tell(mia, of, { unit: ward })).status).toBe(400)
  expect((await tell(mia, of, { practice, indicators: ['nothingKnown'] })).status).toBe(400)
  expect((await tell(mia, of, { practice, unit: await unit('Elsewhere') })).status).toBe(404)
  expect(
    (await tell(mia, of, { practice, unit: ward, application, indicators: ['reuse'], realized: 'Half a day.' })).status,
  ).toBe(201)
  const seen = (await as(carl)('GET /practices/{practice}/stories', { params: { practice } })).body
  expect(seen).toMatchObject({
    stories: [{ title: 'Less walking', unit: { name: 'Ward' } }],
    known: { units: 1, uses: 1 },
    may: { tell: true, value: false },
  })
  expect(
    (await as(carl)('GET /communities/{community}/stories', { params: { community: of } })).body.matrix,
  ).toMatchObject([{ indicator: { id: 'reuse', sentence: null }, stories: 1, cycles: { realized: 1, applied: 0 } }])

  const value = (who: Somebody) =>
    as(who)('POST /practices/{practice}/valuations', {
      params: { practice },
      body: { from: '2025-01-01', to: '2025-12-31', assumptions },
    })
  expect((await value(mia)).status).toBe(403)
  const { id: valuation } = (await value(fay)).body
  const valued = async () =>
    (await as(mia)('GET /practices/{practice}/stories', { params: { practice } })).body.valuations
  expect(await valued()).toMatchObject([
    { floor: 35, assumptions: { uses: { low: 30, adds: 10 } }, may: { withdraw: false } },
  ])
  for (const [who, status] of [
    [mia, 403],
    [fay, 204],
    [fay, 409],
  ] as const)
    expect((await as(who)('PUT /valuations/{valuation}/withdrawal', { params: { valuation } })).status).toBe(status)
  expect(await valued()).toEqual([])
})

test('sponsors and facilitators write down what was given; their pages show it, and reports begin with what happened', async () => {
  const of = await community(fay)
  await sponsor(of, sam)
  await join(of, mia)
  const practice = await current(fay, of, { title: 'Dye at night [loud]' })
  await decide(rolf, practice, ward, 'adopted')
  await tell(mia, of)
  const escalation = {
    community: of,
    unit: ward,
    manager: rolf.id,
    title: 'New looms',
    asked: 'Please.',
    dueOn: '2090-01-01',
  }
  const { id: late } = (await as(fay)('POST /escalations', { body: escalation })).body
  await db.updateTable('escalation').set({ dueOn: '2020-01-01' }).where('id', '=', late).execute()

  const give = (who: Somebody, kind: 'time' | 'money', amount: number) =>
    as(who)('POST /communities/{community}/resources', {
      params: { community: of },
      body: { kind, amount, purpose: 'Two hours a week', from: '2025-01-01', to: '2090-12-31' },
    })
  for (const [who, status] of [
    [mia, 403],
    [carl, 403],
    [fay, 201],
    [sam, 201],
  ] as const)
    expect((await give(who, 'time', 100)).status).toBe(status)
  const { resources, may } = (await as(mia)('GET /communities/{community}/resources', { params: { community: of } }))
    .body
  expect([resources.length, may.give]).toEqual([2, false])
  const resource = resources.find(({ by }) => by?.name === 'Fay')!.id
  for (const [who, status] of [
    [mia, 403],
    [sam, 204],
    [sam, 409],
  ] as const)
    expect((await as(who)('PUT /resources/{resource}/withdrawal', { params: { resource } })).status).toBe(status)
  await as(sam)('DELETE /resources/{resource}/withdrawal', { params: { resource } })
  expect((await as(sam)('GET /manage')).body.given).toMatchObject([{ amount: 100, kind: 'time' }])

  const today = new Date().toISOString().slice(0, 10)
  const begin = (who: Somebody, kind: 'sponsor' | 'annual', place: string | null = of) =>
    as(who)('POST /value-reports', { body: { community: place, kind, title: 'Spring', from: '2025-01-01', to: today } })
  for (const [who, status] of [
    [mia, 403],
    [carl, 403],
    [sam, 201],
  ] as const)
    expect((await begin(who, 'sponsor')).status).toBe(status)
  for (const [who, kind, status] of [
    [sam, 'annual', 403],
    [olga, 'sponsor', 400],
    [olga, 'annual', 201],
  ] as const)
    expect((await begin(who, kind, null)).status).toBe(status)

  const { id: valueReport } = (await begin(fay, 'sponsor')).body
  const params = { valueReport }
  const report = (await as(mia)('GET /value-reports/{valueReport}', { params })).body
  for (const words of [
    `[Dye at night \\[loud\\]](/practices/${practice}) became a current practice.`,
    'Ward adopted',
    '[Less walking](/stories/',
    `**Overdue:** [New looms](/escalations/${late}). An answer was due on 2020-01-01.`,
    '200 hours',
  ])
    expect(report.text.markdown).toContain(words)
  expect(report).toMatchObject({ version: 1, may: { write: false } })

  const write = (who: Somebody, base: number, text: string) =>
    as(who)('PUT /value-reports/{valueReport}', { params, body: { base, text, note: 'Said it plainly.' } })
  expect((await write(mia, 1, 'Mine')).status).toBe(403)
  expect((await write(fay, 1, '## We weave at night\n\nAnd sleep by day.')).body).toEqual({ version: 2 })
  const met = await write(sam, 1, 'Older')
  expect([met.status, (met.problem.current as { version: number }).version]).toEqual([409, 2])
  const old = await as(carl)('GET /value-reports/{valueReport}/versions/{version}', {
    params: { valueReport, version: 1 },
  })
  expect(old.body.text).toContain('New looms')
  expect(
    (await as(carl)('GET /value-reports/{valueReport}/versions/{version}', { params: { valueReport, version: 9 } }))
      .status,
  ).toBe(404)

  const page = (await as(sam)('GET /sponsor')).body
  expect(page).toMatchObject({
    communities: [{ id: of }],
    overdue: [{ title: 'New looms', overdue: true }],
    stories: [{ title: 'Less walking' }],
  })
  expect(page.reports.map(({ version }) => version).toSorted()).toEqual([1, 2])
  expect((await as(fay)('GET /sponsor')).body).toEqual({
    communities: [],
    asked: [],
    overdue: [],
    resources: [],
    stories: [],
    reports: [],
  })
})

test('who reads a story of an open community from outside is not led to its figures', async () => {
  const of = await community(fay)
  const { id: story } = (await tell(fay, of)).body
  const mayFor = async (who: Somebody) => (await as(who)('GET /stories/{story}', { params: { story } })).body.may

  expect(await mayFor(carl)).toEqual({ edit: false, figures: false })
  expect((await as(carl)('GET /communities/{community}/indicators', { params: { community: of } })).status).toBe(403)
  expect(await mayFor(fay)).toEqual({ edit: true, figures: true })
})
