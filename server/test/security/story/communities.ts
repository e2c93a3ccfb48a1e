import type { People } from './people.ts'
import type { Telling } from './telling.ts'

/** One community of each visibility, with everything that somebody can do in them. `word` marks what is written. */
export async function communities({ by }: Telling, who: People, word: (name: string) => string) {
  const { fay, mia, max, cora, ned, ina, olga, otto } = who
  const found = async (founder: typeof fay, name: string, visibility: 'open' | 'by_request' | 'private') => {
    const { id, slug } = await by(founder)('POST /communities', {
      body: { name: `Group ${word(name)}`, short: 'GRP', colour: 1, visibility, domain: `Domain ${word(name)}` },
    })
    return { id, slug }
  }
  const open = await found(fay, 'openName', 'open')
  const request = await found(fay, 'requestName', 'by_request')
  const secret = await found(fay, 'privateName', 'private')
  const elsewhere = await found(ned, 'elsewhereName', 'private')
  const of = ({ id }: { id: string }) => ({ community: id })

  await by(mia)('PUT /communities/{community}/membership', { params: of(open) })
  await by(otto)('PUT /communities/{community}/membership', { params: of(open) })
  await by(otto)('DELETE /communities/{community}/membership', { params: of(open) })
  const asked = await by(mia)('POST /communities/{community}/requests', { params: of(request), body: {} })
  await by(fay)('PUT /communities/{community}/requests/{request}/decision', {
    params: { ...of(request), request: asked.id },
    body: { accepted: true, reason: '' },
  })
  await by(cora)('POST /communities/{community}/requests', { params: of(request), body: {} })
  await by(cora)('DELETE /communities/{community}/requests/mine', { params: of(request) })
  const waiting = await by(otto)('POST /communities/{community}/requests', {
    params: of(request),
    body: { message: word('joinRequest') },
  })
  const invite = (community: { id: string }, person: string, message = '') =>
    by(fay)('POST /communities/{community}/invitations', { params: of(community), body: { person, message } })
  const invited = await invite(secret, mia.id)
  await by(mia)('PUT /invitations/{invitation}/reply', {
    params: { invitation: invited.id },
    body: { accepted: true },
  })
  await invite(secret, ina.id, word('invitation'))
  const mistaken = await invite(secret, max.id)
  await by(fay)('DELETE /communities/{community}/invitations/{invitation}', {
    params: { ...of(secret), invitation: mistaken.id },
  })

  const fields = ['about', 'notAbout', 'purpose', 'people', 'conventions', 'rhythm', 'note'] as const
  const charter = Object.fromEntries(fields.map((field) => [field, word(`charter-${field}`)]))
  await by(fay)('PUT /communities/{community}/charter', {
    params: of(secret),
    body: { base: 1, domain: word('charter-domain'), reviewOn: '2030-01-01', ...charter },
  })
  await by(fay)('PATCH /communities/{community}', { params: of(secret), body: { colour: 2 } })
  await by(fay)('PUT /communities/{community}/form', {
    params: of(secret),
    body: { form: 'supported', reason: word('formReason') },
  })
  await by(fay)('PUT /communities/{community}/stage', {
    params: of(secret),
    body: { stage: 'coalescing', reason: word('stageReason') },
  })
  await by(fay)('PUT /communities/{community}/members/{person}/roles', {
    params: { ...of(secret), person: mia.id },
    body: { roles: ['steward'] },
  })
  const topicOf = async (community: { id: string }, name: string) =>
    (await by(fay)('POST /communities/{community}/topics', { params: of(community), body: { name } })).id
  const topics = {
    open: await topicOf(open, 'Looms'),
    request: await topicOf(request, word('requestTopic')),
    secret: await topicOf(secret, word('privateTopic')),
  }
  await by(fay)('PUT /communities/{community}/topics/{topic}', {
    params: { ...of(open), topic: topics.open },
    body: { name: 'Wide looms' },
  })
  const removed = { params: { ...of(open), topic: await topicOf(open, 'Treadles') } }
  await by(fay)('PUT /communities/{community}/topics/{topic}/removal', removed)
  await by(fay)('DELETE /communities/{community}/topics/{topic}/removal', removed)
  await life(by(fay), secret.id, mia.id, word)
  await by(mia)('PUT /communities/{community}/visit', { params: of(open) })
  await by(mia)('GET /communities/{community}/news', { params: of(open) })
  for (const address of [
    'GET /communities/{community}',
    'GET /communities/{community}/members',
    'GET /communities/{community}/home',
    'GET /communities/{community}/participation',
    'GET /communities/{community}/charters',
    'GET /communities/{community}/requests',
    'GET /communities/{community}/invitations',
    'GET /communities/{community}/topics',
    'GET /communities/{community}/reports',
    'GET /communities/{community}/handover',
    'GET /communities/{community}/stage',
    'GET /communities/{community}/sheets',
    'GET /communities/{community}/maturity',
  ] as const) {
    await by(fay)(address, { params: of(secret) })
  }
  await by(fay)('GET /communities/{community}/charters/{version}', { params: { ...of(secret), version: 2 } })
  await by(ina)('GET /invitations')
  await by(olga)('GET /communities')
  return { open, request, secret, elsewhere, topics, waiting: waiting.id }
}

/** A sheet through its states, and an assessment from its beginning to its end. */
async function life(fay: ReturnType<Telling['by']>, community: string, person: string, word: (name: string) => string) {
  const params = { community }
  const { id } = await fay('POST /communities/{community}/sheets', {
    params,
    body: { template: 'sponsorship', title: word('sheetTitle') },
  })
  const sheet = { community, sheet: id }
  await fay('PUT /communities/{community}/sheets/{sheet}', {
    params: sheet,
    body: {
      base: 1,
      title: word('sheetTitle'),
      content: { need: word('sheetNeed'), sponsor: [person], also: ['say'] },
    },
  })
  await fay('PUT /communities/{community}/sheets/{sheet}/state', { params: sheet, body: { state: 'in_use' } })
  await fay('PUT /communities/{community}/sheets/{sheet}/discard', { params: sheet })
  await fay('DELETE /communities/{community}/sheets/{sheet}/discard', { params: sheet })
  await fay('GET /communities/{community}/sheets/{sheet}', { params: sheet })
  await fay('GET /communities/{community}/sheets/{sheet}/versions/{version}', { params: { ...sheet, version: 1 } })
  await fay('GET /communities/{community}/sheets/{sheet}/markdown', { params: sheet })
  await fay('POST /communities/{community}/maturity', { params })
  for (const question of ['domain', 'people', 'help', 'practice', 'spine'])
    await fay('PUT /communities/{community}/maturity/answers/{question}', {
      params: { ...params, question },
      body: { level: 2, why: word(`maturity-${question}`), before: null },
    })
  await fay('PUT /communities/{community}/maturity/end', { params })
}

/** The organization looks at itself. */
export async function maturity({ by }: Telling, { olga }: People) {
  await by(olga)('POST /maturity')
  for (const question of ['emergence', 'carrying', 'repertoire', 'adoption', 'spine', 'learning'])
    await by(olga)('PUT /maturity/answers/{question}', { params: { question }, body: { level: 3, before: null } })
  await by(olga)('PUT /maturity/end')
  await by(olga)('GET /maturity')
}

export type Communities = Awaited<ReturnType<typeof communities>>
