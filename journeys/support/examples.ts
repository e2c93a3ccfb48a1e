import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Somebody } from '../../server/test/world.ts'
import type { Product } from './product.ts'

export interface Examples {
  /** Who facilitates, stewards, and belongs to the knowledge office: most pages are whole for her. */
  anna: Somebody
  /** One example for each parameter that an address may have. */
  examples: Record<string, string>
}

/** The example organization, looked at by one of its people. */
export async function examplesIn(product: Product): Promise<Examples> {
  const { db, server } = product
  const anna = await product.person('Anna Kivelä', { office: true })
  await sql`update person set email = 'anna.kivela@example.org' where id = ${anna.id}`.execute(db)
  const begun = await product.as(anna)('POST /organization/beginning', { body: { choice: 'example' } })
  if (begun.status !== 204) throw new Error(`The example did not begin: ${JSON.stringify(begun.problem)}`)
  await server.catchUp()
  const one = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows[0] as Record<string, string>
  const story = await one(sql`
    select community.slug as community, run.practice_id as practice, run.id as run, run.unit_id as unit
    from run join practice on practice.id = run.practice_id join community on community.id = practice.community_id
    where community.visibility = 'open' order by run.started_at limit 1`)
  const inquiry = await one(sql`
    select inquiry_id as id from contribution join inquiry on inquiry.id = inquiry_id
    where state = 'resolved' group by inquiry_id order by count(*) desc, inquiry_id limit 1`)
  const found = await one(sql`
    select found.id as found, recognition.id as recognition
    from recognition join found_community found on found.id = recognition.found_id limit 1`)
  const survey = await one(sql`select id from survey where state = 'open' limit 1`)
  const sensed = await one(sql`
    select (select id from imperative order by from_day limit 1) as imperative,
           (select id from escalation where state = 'received' and delegate_id is not null) as escalation,
           (select triage.signal_id from triage where triage.inquiry_id is not null order by at limit 1) as signal`)
  const learned = await one(sql`
    select (select id from learning_item where law_reason is not null and retired_at is null order by added_at limit 1) as item,
           (select id from needs_assessment where state = 'open') as assessment`)
  return {
    anna,
    examples: {
      ...story,
      ...found,
      ...sensed,
      ...learned,
      community: 'physiotherapists',
      model: 'march',
      experiment: await experimentIn(product, anna),
      change: await changeIn(product, anna, story['practice']!),
      sheet: await sheetIn(product, anna),
      person: anna.id,
      source: (await one(sql`select id from trace_source order by created_at limit 1`))['id']!,
      inquiry: inquiry['id']!,
      import: await importIn(product, anna),
      reorganization: await reorganizationIn(product, anna),
      survey: survey['id']!,
      plan: await planIn(product, anna),
      wave: await waveIn(product, anna),
      ...(await valueIn(product, anna)),
      token: 'a-link-that-was-never-made',
    },
  }
}

/** A change that waits for its steward. */
async function changeIn({ as }: Product, who: Somebody, practice: string): Promise<string> {
  const { text } = (await as(who)('GET /practices/{practice}', { params: { practice } })).body
  const body = { title: text.title, how: 'Ask the person first.', base: text.revision, note: 'They know best.' }
  return (await as(who)('POST /practices/{practice}/changes', { params: { practice }, body })).body.id
}

/** A story of hers, and a report of the organization. */
async function valueIn({ as, db }: Product, who: Somebody) {
  const { rows } = await sql<{ id: string }>`select id from community where slug = 'physiotherapists'`.execute(db)
  const story = await as(who)('POST /stories', {
    body: { community: rows[0]!.id, title: 'Fewer steps', immediate: 'We walked it through.', applied: 'On ward C.' },
  })
  const report = await as(who)('POST /value-reports', {
    body: { community: null, kind: 'annual', title: 'A year of communities', from: '2025-01-01', to: '2025-12-31' },
  })
  return { story: story.body.id, valueReport: report.body.id }
}

/** A pulse of the organization that waits for an answer. */
async function waveIn({ as }: Product, who: Somebody): Promise<string> {
  const closes = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)
  await as(who)('PUT /pulse/choice')
  return (await as(who)('POST /pulse/waves', { body: { themes: ['safety', 'energy'], closes } })).body.id
}

/** A sheet that is written in. */
async function sheetIn({ as }: Product, who: Somebody): Promise<string> {
  const params = { community: 'physiotherapists' }
  return (await as(who)('POST /communities/{community}/sheets', { params, body: { template: 'closing' } })).body.id
}

/** A plan of what goes to whom, proposed. */
async function planIn({ as }: Product, who: Somebody): Promise<string> {
  const rules = { from: '2027-01', months: 3, minutesPerMonth: 60, minutesForANeed: 100, itemsPerTopic: 1, cut: 9 }
  const { id } = (await as(who)('POST /learning/plans', { body: { name: 'Learning in spring', rules } })).body
  for (;;) {
    const { body } = await as(who)('GET /learning/plans/{plan}', { params: { plan: id } })
    if (body.version.state === 'done') return id
    if (body.version.state === 'failed') throw new Error('The plan was not proposed.')
    await setTimeout(100)
  }
}

/** A saved experiment that everybody may see. */
async function experimentIn({ as }: Product, who: Somebody): Promise<string> {
  const plan = {
    settings: { p1: 0.1, p2: 0.9 },
    design: { kind: 'every' as const, values: {} },
    seed: 1991,
    runs: { batch: 10, least: 40, most: 40 },
    view: 'curves' as const,
  }
  const body = { name: 'Slow people, quick code', seen: 'organization' as const, model: 'march', plan }
  return (await as(who)('POST /experiments', { body })).body.id
}

/** Two days held against the ties, looked at whole. */
async function reorganizationIn({ as }: Product, who: Somebody): Promise<string> {
  const asked = await as(who)('POST /reorganizations', { body: { before: '2025-06-01', after: '2026-06-01' } })
  const params = { reorganization: asked.body.id }
  for (;;) {
    const { body } = await as(who)('GET /reorganizations/{reorganization}', { params })
    if (body.state === 'done') return body.id
    if (body.state === 'failed') throw new Error(`The reorganization was not looked at: ${body.failure}`)
    await setTimeout(100)
  }
}

const table = `email,name,title,department
anna.kivela@example.org,Anna Kivelä,Lead physiotherapist,
pat.newcomer@example.org,Pat Newcomer,Physiotherapist,Ward 9
,Nobody known,,
`

/** A table that waits to be applied. */
async function importIn({ server, as }: Product, who: Somebody): Promise<string> {
  const form = new FormData()
  form.append('people', new File([table], 'people.csv', { type: 'text/csv' }))
  const body = new Response(form)
  const sent = await server.app.inject({
    method: 'POST',
    url: '/api/organization/imports',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': body.headers.get('content-type')! },
    payload: Buffer.from(await body.arrayBuffer()),
  })
  const id = (sent.json() as { id: string }).id
  for (;;) {
    const { body: found, problem } = await as(who)('GET /organization/imports/{import}', { params: { import: id } })
    if (found.state === 'planned') return id
    if (found.state !== 'planning') throw new Error(`The import was not planned: ${JSON.stringify(problem)}`)
  }
}
