import type { Communities } from './communities.ts'
import type { Inquiries } from './inquiries.ts'
import type { People } from './people.ts'
import type { Telling } from './telling.ts'

const parts = ['title', 'problem', 'worksWhen', 'worksNot', 'how', 'sources'] as const

/** Practices in every community and state, and whatever can happen to one. */
export async function practices(
  { by }: Telling,
  who: People,
  where: Communities,
  asked: Inquiries,
  word: (name: string) => string,
) {
  const { fay, mia, max, cora } = who
  const textOf = (name: string) =>
    Object.fromEntries(parts.map((part) => [part, `Text ${word(`${name}-${part}`)}`])) as Record<
      (typeof parts)[number],
      string
    >
  const steps = [
    { role: 'Weaver', what: 'Warp' },
    { role: 'Weaver', what: 'Weave' },
  ]
  const write = async (community: string, name: string, more: object = {}) =>
    (
      await by(mia)('POST /practices', {
        body: { community, kind: 'method', ...textOf(name), ...more },
      })
    ).id
  const move = (practice: string, state: 'proposed' | 'current' | 'retired', person = fay) =>
    by(person)('PUT /practices/{practice}/state', { params: { practice }, body: { state, reason: 'It is time' } })
  const current = async (community: string, name: string, more: object = {}) => {
    const id = await write(community, name, more)
    await move(id, 'proposed', mia)
    await move(id, 'current')
    return id
  }
  const routine = await current(where.open.id, 'openPractice', { kind: 'routine', steps })
  const request = await current(where.request.id, 'requestPractice')
  const secret = await current(where.secret.id, 'privatePractice')
  const draft = await write(where.open.id, 'draftPractice', { from: { inquiry: asked.open, contributions: [] } })
  const proposed = await write(where.open.id, 'proposedPractice')
  await move(proposed, 'proposed', mia)
  const one = { practice: routine }

  await by(fay)('PUT /practices/{practice}/text', {
    params: one,
    body: { base: 1, ...textOf('openPractice'), how: 'Slowly', steps, note: 'Clearer' },
  })
  await by(fay)('PUT /practices/{practice}/steward', { params: one, body: { steward: mia.id } })
  await by(fay)('PUT /practices/{practice}/topics', { params: one, body: { topics: [where.topics.open] } })
  const change = async (name: string) =>
    (
      await by(max)('POST /practices/{practice}/changes', {
        params: one,
        body: { base: 2, ...textOf(name), steps, note: word(`${name}-note`) },
      })
    ).id
  const taken = await change('change')
  await by(fay)('PUT /practices/{practice}/changes/{change}/decision', {
    params: { ...one, change: taken },
    body: { taken: false, reason: 'Not yet' },
  })
  await by(max)('DELETE /practices/{practice}/changes/{change}', { params: { ...one, change: await change('change') } })
  const use = async (practice: string, place: string) =>
    (
      await by(mia)('POST /practices/{practice}/applications', {
        params: { practice },
        body: { outcome: 'worked', place, changed: '', different: '' },
      })
    ).id
  await use(secret, word('privateApplication'))
  const mistake = { params: { ...one, application: await use(routine, 'By mistake') } }
  await by(mia)('DELETE /practices/{practice}/applications/{application}', mistake)
  await by(mia)('DELETE /practices/{practice}/applications/{application}/withdrawal', mistake)
  await by(mia)('DELETE /practices/{practice}/applications/{application}', mistake)
  await use(routine, 'At home')
  await by(fay)('POST /practices/{practice}/validations', {
    params: one,
    body: { holds: false, reasons: word('validationDebate') },
  })
  await by(fay)('POST /practices/{practice}/verifications', { params: one, body: { note: 'Still right' } })
  await by(fay)('POST /practices/{practice}/proposals', {
    params: one,
    body: { unit: who.ward, message: 'Please look', dueOn: null },
  })
  await by(fay)('DELETE /practices/{practice}/proposals/{unit}', { params: { ...one, unit: who.ward } })
  await by(fay)('POST /practices/{practice}/proposals', { params: one, body: { unit: who.ward } })
  await by(max)('PUT /practices/{practice}/adoptions/{unit}', {
    params: { ...one, unit: who.ward },
    body: { state: 'adopted', reason: 'It helps' },
  })
  const start = async () =>
    (await by(max)('POST /practices/{practice}/runs', { params: one, body: { unit: who.ward } })).id
  const run = await start()
  await by(mia)('PUT /runs/{run}/steps/{step}', { params: { run, step: 1 } })
  await by(mia)('DELETE /runs/{run}/steps/{step}', { params: { run, step: 1 } })
  await by(max)('GET /runs/{run}', { params: { run } })
  await by(max)('PUT /runs/{run}/ending', {
    params: { run },
    body: { outcome: 'worked', note: 'Went well', different: '' },
  })
  await start()
  for (const address of [
    'GET /practices/{practice}',
    'GET /practices/{practice}/revisions',
    'GET /practices/{practice}/changes',
    'GET /practices/{practice}/applications',
    'GET /practices/{practice}/validations',
    'GET /practices/{practice}/history',
    'GET /practices/{practice}/adoptions',
  ] as const) {
    await by(fay)(address, { params: one })
  }
  await by(fay)('GET /practices/{practice}/revisions/{revision}', { params: { ...one, revision: 1 } })
  for (const address of [
    'GET /practices',
    'GET /practices/matrix',
    'GET /stewardship',
    'GET /home',
    'GET /constellation',
    'GET /constellation/overlap',
    'GET /constellation/ties',
  ] as const) {
    await by(mia)(address)
  }
  await by(mia)('GET /constellation/communities/{community}', { params: { community: where.open.id } })
  await by(cora)('GET /practices/similar', { query: { words: 'Text' } })
  await by(cora)('GET /units/{unit}/practices', { params: { unit: who.ward } })
  await by(cora)('GET /people/{person}/practices', { params: { person: mia.id } })
  await by(mia)('GET /inquiries/{inquiry}/distillation', { params: { inquiry: asked.open } })
  const hidden = await current(where.open.id, 'hiddenPractice')
  await by(max)('POST /practices/{practice}/reports', {
    params: { practice: hidden },
    body: { reason: word('practiceReport') },
  })
  await by(fay)('GET /practices/{practice}/reports', { params: { practice: hidden } })
  await by(fay)('DELETE /practices/{practice}/reports', { params: { practice: hidden } })
  await by(max)('POST /practices/{practice}/reports', { params: one, body: { reason: word('practiceReport') } })
  await by(fay)('PUT /practices/{practice}/hiding', { params: { practice: hidden } })
  const shown = await current(where.open.id, 'redactedPractice')
  await by(fay)('PUT /practices/{practice}/hiding', { params: { practice: shown } })
  await by(fay)('DELETE /practices/{practice}/hiding', { params: { practice: shown } })
  await by(fay)('POST /practices/{practice}/redactions', {
    params: { practice: shown },
    body: { passages: parts.map((part) => word(`redactedPractice-${part}`)), ground: 'person' },
  })
  const leaving = await by(fay)('POST /communities', {
    body: { name: 'Ending', short: 'END', colour: 2, visibility: 'open', domain: 'What ends' },
  })
  await by(fay)('PUT /communities/{community}/ending', { params: { community: leaving.id }, body: { note: 'Thanks' } })
  return { routine, request, secret, draft, proposed, run }
}
