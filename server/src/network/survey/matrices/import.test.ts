import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Somebody, testWorld } from '../../../../test/world.ts'
import { consentedTies } from '../../ties/consented.ts'

const { person, as, db } = await testWorld()
const lately = { from: new Date(Date.now() - 90 * 86_400_000), to: new Date(Date.now() + 7 * 86_400_000) }
let office: Somebody
let people: Somebody[]

beforeAll(async () => {
  office = await person('Office', { office: true })
  people = []
  for (let n = 1; n <= 6; n++) {
    const one = await person(`Weaver ${n}`)
    await sql`update person set key = ${`W${n}`} where id = ${one.id}`.execute(db)
    people.push(one)
  }
})

async function registered(name: string, mode: 'opt_in' | 'announced', kind: 'survey' | 'messages' = 'survey') {
  const about = { purpose: 'To see', legalGround: 'Agreement', retentionDays: 365, channel: 'survey' }
  const made = await as(office)('POST /sources', { body: { ...about, name, mode, kind } })
  if (mode === 'announced')
    await sql`update trace_source set announced_at = now() - interval '20 days' where id = ${made.body.id}`.execute(db)
  return made.body.id
}
const bring = (source: string, files: { name: string; text: string }[], dryRun = false) =>
  as(office)('POST /sources/{source}/matrices', { params: { source }, body: { files, dryRun } })
const advice = { name: 'advice.csv', text: 'from,to,weight\nw1,W2,5\nw2,w3,1\nw9,w1,2\nw1,w1,3\n' }
const square = { name: 'friends.csv', text: ',w1,w2,w3\nw1,0,1,0\nw2,0,0,4\nw3,2,0,0\n' }
const tiesIn = (source: string) => consentedTies(db, { window: lately, sources: [source] })
/** How many rows counted, between how many people. */
const countIn = async (source: string) => {
  const { people: nodes, rows, graph } = await tiesIn(source)
  return [rows, nodes.filter((_, node) => graph.offsets[node + 1]! > graph.offsets[node]!).length]
}

test('several relations come in by id, with a report of what was mapped and what was not', async () => {
  const source = await registered('Elsewhere', 'announced')
  const looked = await bring(source, [advice, square], true)
  expect([looked.body.import, await countIn(source)]).toEqual([null, [0, 0]])
  const { body } = await bring(source, [advice, square, { name: 'people.csv', text: 'id,site\nw1,Turku\n' }])

  expect(body.report).toMatchObject({
    traces: 6,
    kept: 5,
    identities: { matched: 3, unknown: 1 },
    strangers: ['w9'],
    notes: [
      'advice: 3 ties between 4 people, strengths from 1 to 5.',
      'friends: 3 ties between 3 people, strengths from 1 to 4.',
      'Said of people and not kept here: site.',
      expect.stringContaining('w9'),
    ],
  })
  expect(body.report.skipped.map(({ why, count }) => [why, count])).toEqual([
    ['self', 1],
    ['unknown', 1],
  ])
  expect(await countIn(source)).toEqual([5, 3])
})

test('the same file again changes nothing, and an import is taken back whole', async () => {
  const source = await registered('Again', 'announced')
  const first = await bring(source, [advice])
  const again = await bring(source, [advice, square])
  expect([again.status, again.problem.title]).toEqual([409, expect.stringContaining('Nothing was changed')])
  const back = await as(office)('DELETE /sources/{source}/imports/{import}', {
    params: { source, import: first.body.import! },
  })
  expect(back.status).toBe(204)
  expect(await countIn(source)).toEqual([0, 0])
  expect((await bring(source, [advice])).status).toBe(200)
})

test('where each person agrees first, a tie comes in only when both did', async () => {
  const source = await registered('Asked first', 'opt_in')
  for (const one of people.slice(0, 2))
    await as(one)('PUT /sources/{source}/choice', { params: { source }, body: { agreed: true } })
  await bring(source, [advice])
  expect(await countIn(source)).toEqual([1, 2])
})

test('what is no answer to a survey, or belongs elsewhere, is refused and leaves nothing behind', async () => {
  const source = await registered('Strict', 'announced')
  const prose = await bring(source, [{ name: 'notes.txt', text: 'Whom do you turn to?' }])
  const lonely = await bring(source, [{ name: 'people.csv', text: 'id,site\nw1,Turku\n' }])
  const mail = await bring(await registered('Mail', 'announced', 'messages'), [advice])
  expect([prose, lonely, mail].map(({ status }) => status)).toEqual([400, 400, 409])
  expect(prose.problem.title).toContain('notes.txt')
  const { rows } = await sql`select from trace_import where source_id = ${source}`.execute(db)
  expect(rows).toEqual([])
  const refused = await as(people[0])('POST /sources/{source}/matrices', {
    params: { source },
    body: { files: [advice] },
  })
  expect(refused.status).toBe(403)
})
