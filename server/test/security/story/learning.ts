import { sql } from 'kysely'
import type { Communities } from './communities.ts'
import type { People } from './people.ts'
import type { Telling } from './telling.ts'

/** Needs that are kept, told and taken back; a catalogue and what people make of it. */
export async function learning(
  telling: Telling,
  who: People,
  where: Communities,
  practice: string,
  word: (name: string) => string,
) {
  const needs = await noted(telling, who, where, word)
  const items = await offered(telling, who, where, practice)
  await chosen(telling, who, where, items)
  const assessment = await assessed(telling, who, where)
  await broughtIn(telling, who, where)
  await merged(telling, who, where)
  await paired(telling, who, where)
  return { needs, items, assessment }
}

async function assessed({ by }: Telling, { olga, mia, fay, ward, craft }: People, { topics, open }: Communities) {
  const both = (words: string) => ({ en: words, fi: words })
  const draft = {
    title: both('Looms this year'),
    purpose: both('To plan the spring.'),
    closesOn: '2090-01-01',
    questions: [{ topic: topics.open, words: both('How much of wide looms is missing?') }],
  }
  const write = async (more: object) => ({
    assessment: (await by(olga)('POST /learning/needs-assessments', { body: { ...draft, ...more } })).id,
  })
  const params = await write({ units: [ward], occupations: [craft], communities: [open.id] })
  await by(olga)('PUT /learning/needs-assessments/{assessment}', { params, body: draft })
  await by(olga)('DELETE /learning/needs-assessments/{assessment}', { params: await write({}) })
  await by(olga)('PUT /learning/needs-assessments/{assessment}/opening', { params })
  for (const who of [mia, fay])
    await by(who)('PUT /learning/needs-assessments/{assessment}/answer', {
      params,
      body: { state: 'finished', answers: [{ topic: topics.open, gap: 2 }] },
    })
  await by(mia)('GET /learning/needs-assessments/{assessment}/answer', { params })
  await by(olga)('PUT /learning/needs-assessments/{assessment}/closing', { params })
  await by(mia)('GET /learning/needs-assessments')
  await by(mia)('GET /learning/needs-assessments/{assessment}', { params })
  await by(mia)('GET /learning/needs-assessments/{assessment}/result', { params })
  await by(olga)('GET /learning/lead')
  return params.assessment
}

async function broughtIn({ by, db }: Telling, { olga, fay, mia, max, cora, otto }: People, { open }: Communities) {
  const catalogue = (text: string, dryRun = false) =>
    by(olga)('POST /learning/catalogue', { body: { file: { name: 'looms.csv', text }, dryRun } })
  const rows = 'id,title,minutes,topics\nL1,Looms for all,30,Wide looms\n'
  await catalogue(rows, true)
  const { import: made } = await catalogue(rows)
  await by(olga)('DELETE /learning/imports/{import}', { params: { import: made! } })
  await by(olga)('GET /learning/imports')
  const { rows: people } = await sql<{ email: string }>`
    select email from person where id = any(${[fay, mia, max, cora, otto].map(({ id }) => id)}::uuid[])`.execute(db)
  const text = `person,topic,level\n${people.map(({ email }) => `${email},Wide looms,2`).join('\n')}\n`
  await by(olga)('POST /learning/needs-assessments/imports', {
    body: { title: 'Made elsewhere', community: open.id, file: { name: 'levels.csv', text } },
  })
}

async function merged({ by }: Telling, { fay, mia }: People, { open }: Communities) {
  const params = { community: open.id }
  const topic = async (name: string) =>
    (await by(fay)('POST /communities/{community}/topics', { params, body: { name } })).id
  const [topicOne, into] = [await topic('Thread'), await topic('Threads')]
  await by(mia)('PUT /learning/interests/{topic}', { params: { topic: topicOne } })
  const { id } = await by(fay)('POST /communities/{community}/topic-merges', {
    params,
    body: { topic: topicOne, into },
  })
  await by(fay)('GET /communities/{community}/topic-merges', { params })
  await by(fay)('DELETE /communities/{community}/topic-merges/{merge}', { params: { ...params, merge: id } })
  await by(fay)('POST /communities/{community}/topic-merges', { params, body: { topic: topicOne, into } })
}

/** A round of people who like to meet: one pair comes about, one ends, one is left by whom it was proposed to. */
async function paired({ by }: Telling, { olga, fay, mia, max, cora, ned, ina, otto }: People, { topics }: Communities) {
  const said = { wants: [topics.open], offers: [], meets: true }
  for (const who of [fay, mia, max, cora, ned, ina]) await by(who)('PUT /learning/pairing', { body: said })
  await by(otto)('PUT /learning/pairing', { body: { wants: [], offers: [topics.open], room: 2 } })
  await by(otto)('DELETE /learning/pairing')
  await by(olga)('GET /learning/rounds/preview', { query: { kind: 'meet' } })
  await by(olga)('POST /learning/rounds', { body: { kind: 'meet', answerBy: inDays(14), endsOn: inDays(90) } })
  await by(olga)('GET /learning/rounds')
  const [pair] = (await by(mia)('GET /learning/pairs')).pairs
  const params = { pair: pair!.id }
  const other = [fay, max, cora, ned, ina].find(({ id }) => id === pair!.other!.id)!
  for (const who of [mia, other])
    await by(who)('PUT /learning/pairs/{pair}/answer', { params, body: { answer: 'yes' } })
  await by(mia)('PUT /learning/pairs/{pair}/words', { params, body: { words: 'Shall we have a coffee?' } })
  await by(other)('PUT /learning/pairs/{pair}/end', { params })
  await by(mia)('PUT /learning/pairs/{pair}/help', { params, body: { help: 'yes', line: 'We know each other now.' } })
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function noted(
  { by }: Telling,
  { fay, mia, max, otto }: People,
  where: Communities,
  word: (name: string) => string,
) {
  const { topics, open, secret } = where
  const note = async (who: typeof mia, topic: string, words: string) => ({
    need: (await by(who)('POST /learning/needs', { body: { topic, gap: 2, note: words } })).id,
  })
  const kept = await note(otto, topics.open, word('privateNeed'))
  const taken = await note(otto, topics.open, word('takenBackNeed'))
  const share = await by(otto)('POST /learning/needs/{need}/shares', { params: taken, body: { mentor: mia.id } })
  await by(otto)('DELETE /learning/needs/{need}/shares/{share}', { params: { ...taken, share: share.id } })
  const told = await note(mia, topics.open, word('mentorNeed'))
  await by(mia)('POST /learning/needs/{need}/shares', { params: told, body: { mentor: max.id } })
  const inside = await note(mia, topics.secret, word('secretNeed'))
  await by(mia)('POST /learning/needs/{need}/shares', { params: inside, body: { community: secret.id } })
  const open2 = await note(mia, topics.open, '')
  await by(mia)('POST /learning/needs/{need}/shares', { params: open2, body: { community: open.id } })
  await by(mia)('PUT /learning/needs/{need}', { params: open2, body: { gap: 3, note: 'Much.', met: false } })
  await by(mia)('DELETE /learning/needs/{need}', { params: await note(mia, topics.open, 'Wrong.') })
  await by(mia)('PUT /learning/interests/{topic}', { params: { topic: topics.request } })
  await by(mia)('DELETE /learning/interests/{topic}', { params: { topic: topics.request } })
  await by(fay)('PUT /learning/interests/{topic}', { params: { topic: topics.secret } })
  await by(mia)('GET /learning/topics')
  return { kept: kept.need, told: told.need, inside: inside.need }
}

async function offered(
  { by }: Telling,
  { fay, mia, olga, ward, craft }: People,
  { topics }: Communities,
  practice: string,
) {
  const add = async (body: { title: string; kind: 'link' | 'practice' | 'person' } & Record<string, unknown>) => ({
    item: (await by(fay)('POST /learning/items', { body: { minutes: 30, topics: [topics.open], ...body } })).id,
  })
  const link = await add({ kind: 'link', title: 'Looms on film', address: 'https://example.org/looms' })
  const used = await add({ kind: 'practice', title: 'How we weave', practice, topics: [topics.secret] })
  const beside = await add({ kind: 'person', title: 'A day beside Mia', person: mia.id })
  await by(mia)('PUT /learning/items/{item}/shadowing', { params: beside })
  const other = await add({ kind: 'person', title: 'A night beside Mia', person: mia.id })
  await by(mia)('DELETE /learning/items/{item}/shadowing', { params: other })
  await by(fay)('PUT /learning/items/{item}', {
    params: link,
    body: {
      kind: 'link',
      title: 'Looms on film',
      minutes: 45,
      topics: [topics.open],
      address: 'https://example.org/l',
    },
  })
  await by(fay)('PUT /learning/items/{item}/retirement', { params: link })
  await by(fay)('DELETE /learning/items/{item}/retirement', { params: link })
  const law = { reason: 'The fire act asks for it.', units: [ward], occupations: [craft] }
  await by(olga)('PUT /learning/items/{item}/law', { params: link, body: law })
  await by(olga)('DELETE /learning/items/{item}/law', { params: link })
  await by(mia)('GET /learning/items')
  await by(mia)('GET /learning/items/{item}', { params: link })
  return { link: link.item, used: used.item, beside: beside.item }
}

async function chosen(
  { by }: Telling,
  { mia, otto }: People,
  { topics }: Communities,
  items: { link: string; used: string },
) {
  const link = { item: items.link }
  await by(mia)('GET /learning/suggestions')
  await by(mia)('PUT /learning/items/{item}/decline', { params: link })
  await by(mia)('DELETE /learning/items/{item}/decline', { params: link })
  await by(mia)('PUT /learning/topics/{topic}/decline', { params: { topic: topics.request } })
  await by(mia)('DELETE /learning/topics/{topic}/decline', { params: { topic: topics.request } })
  await by(mia)('PUT /learning/items/{item}/done/{act}', { params: { ...link, act: 'did' }, body: {} })
  await by(mia)('DELETE /learning/items/{item}/done/{act}', { params: { ...link, act: 'did' } })
  await by(mia)('PUT /learning/items/{item}/done/{act}', {
    params: { item: items.used, act: 'used' },
    body: { application: { outcome: 'worked' } },
  })
  await by(otto)('PUT /learning/items/{item}/decline', { params: link })
  await by(mia)('GET /learning')
}
