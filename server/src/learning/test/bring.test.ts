import { describe, expect, test } from 'vitest'
import { practiceScene } from '../../../test/practice-scene.ts'
import { catalogueColumns } from '../bring/columns.ts'
import { readLevel, readMinutes, readTopics } from '../bring/values.ts'

const { db, person, as, community, current } = await practiceScene()
const olga = await person('Olga', { office: true })
const fay = await person('Fay')
const people = [fay, ...(await Promise.all(['Ann', 'Ben', 'Cia', 'Dan', 'Eve'].map((name) => person(name))))]
const weavers = await community(fay)
const topicIn = async (name: string) =>
  (await as(fay)('POST /communities/{community}/topics', { params: { community: weavers }, body: { name } })).body.id
const warp = await topicIn('Warping')
const dye = await topicIn('Dyeing')
const emails = new Map(
  (await db.selectFrom('person').select(['id', 'email']).execute()).map(({ id, email }) => [id, email!]),
)

const bring = async (text: string, dryRun = false, who = olga) =>
  as(who)('POST /learning/catalogue', { body: { file: { name: 'catalogue.csv', text }, dryRun } })
const titles = async (query: object = {}) =>
  (await as(fay)('GET /learning/items', { query: { limit: 100, ...query } as never })).body.items.map(
    ({ title }) => title,
  )
const undo = async (id: string) => as(olga)('DELETE /learning/imports/{import}', { params: { import: id } })
const countsOf = ({ added, changed, same }: { added: number; changed: number; same: number }) => [added, changed, same]

test.each([
  ['45', undefined, 45],
  ['45 min', undefined, 45],
  ['1:30', undefined, 90],
  ['1 h 30 min', undefined, 90],
  ['1,5 h', undefined, 90],
  [undefined, '2', 120],
  [undefined, '0.5', 30],
  ['soon', undefined, undefined],
  ['0', undefined, undefined],
  ['', undefined, undefined],
])('%s minutes or %s hours are %s minutes', (minutes, hours, read) => {
  expect(readMinutes(minutes, hours)).toBe(read)
})

test('headers, topics and levels are read as people write them', () => {
  expect(catalogueColumns(['Course ID', 'Nimi', 'Kesto (min)', 'Skills', 'URL', 'Colour', 'Name'])).toEqual([
    'externalId',
    'title',
    'minutes',
    'topics',
    'address',
    null,
    null,
  ])
  expect(readTopics('Warping; Dyeing | Warping')).toEqual(['Warping', 'Dyeing'])
  expect(['0', '3', 'Much', 'vähän', '4', ''].map(readLevel)).toEqual([0, 3, 3, 1, undefined, undefined])
})

describe('a catalogue', () => {
  const rows = [
    'id;title;duration;topics;url;kind;expires',
    'C1;Warping by day;45;Warping;https://example.org/1;course;2090-01-31',
    'C2;Dyes of the north;1 h 30 min;Dyeing, Sewing;;document;',
    'C1;Warping by day;45;Warping;https://example.org/1;course;2090-01-31',
    'C2;Dyes of the south;90;Dyeing;;document;',
    'C3;;10;;;;',
    'C4;Without an end;soon;;;;',
    'C5;On a bad day;10;;;;the day after',
    'C6;At no address;10;;ftp://example.org;;',
    'C7;Of no kind;10;;;poem;',
    'C8;Beside nobody;10;;;person;',
  ].join('\r\n')

  test('is looked at first, and tells each problem by its row; the same item twice is met with words', async () => {
    const { body } = await bring(rows, true)

    expect([body.import, countsOf(body.report), body.report.rows]).toEqual([null, [2, 0, 0], 10])
    expect(body.report.problems.map(({ row }) => row)).toEqual([6, 7, 8, 9, 10, 11])
    expect(body.report.problems[1]!.sentence).toContain('soon')
    expect(body.report.notes.map(({ row, sentence }) => `${row} ${sentence.slice(0, 36)}`)).toEqual([
      '3 The topic “Sewing” is not known. The',
      '4 The same item stands in row 2, and b',
      '5 The same item stands in row 3, with ',
    ])
    expect(await titles()).toEqual([])
  })

  test('comes in once however often it is brought, and goes again when it is undone', async () => {
    const first = (await bring(rows)).body
    const again = (await bring(rows)).body
    const [item] = (await as(fay)('GET /learning/items', { query: { kind: 'course' } })).body.items

    expect([await titles(), again.import, countsOf(again.report)]).toEqual([
      ['Dyes of the south', 'Warping by day'],
      null,
      [0, 0, 2],
    ])
    expect(item).toMatchObject({ minutes: 45, address: 'https://example.org/1', expiresOn: '2090-01-31' })
    expect(item!.topics.map(({ id }) => id)).toEqual([warp])

    const second = (await bring('id,title,minutes\nC1,Warping by night,50\nC9,New,5')).body
    expect([await titles(), countsOf(second.report)]).toEqual([
      ['Dyes of the south', 'New', 'Warping by night'],
      [1, 1, 0],
    ])
    expect((await undo(second.import!)).body).toEqual({ undone: 2, kept: 0 })
    expect(await titles()).toEqual(['Dyes of the south', 'Warping by day'])
    const twice = await undo(second.import!)
    expect([twice.status, twice.problem.code]).toEqual([409, 'learning.importUndone'])

    const [back] = (await as(fay)('GET /learning/items', { query: { kind: 'course' } })).body.items
    expect([back!.minutes, back!.topics.map(({ id }) => id)]).toEqual([45, [warp]])
    const done = { params: { item: back!.id, act: 'did' as const }, body: {} }
    await as(fay)('PUT /learning/items/{item}/done/{act}', done)
    // Undoing the second changed it again, so the first leaves it as it is.
    expect((await undo(first.import!)).body).toEqual({ undone: 1, kept: 1 })
    expect(await titles()).toEqual(['Warping by day'])
  })

  test('names practices by their page and people by address, who are asked before anybody sees it', async () => {
    const practice = await current(fay, weavers, { title: 'Warp in the evening' })
    const text = [
      'title,minutes,kind,target,link',
      `Warping at home,20,,,https://mortar.example.org/practices/${practice}`,
      `A day beside Ann,480,person,${emails.get(people[1]!.id)!.toUpperCase()},`,
    ].join('\n')
    const { body } = await bring(text)

    expect(body.report.problems).toEqual([])
    expect(await titles({ words: 'warping at' })).toEqual(['Warping at home'])
    expect(await titles({ words: 'beside' })).toEqual([])
    expect((await as(people[1]!)('GET /learning')).body.shadowing.map(({ title }) => title)).toEqual([
      'A day beside Ann',
    ])
    expect(countsOf((await bring(text)).body.report)).toEqual([0, 0, 2])
  })

  test.each([
    ['with no head that is known', 'a,b\n1,2', 400, 'learning.fileHead'],
    ['with a head alone', 'title,minutes\n', 400, 'learning.fileEmpty'],
    ['with more rows than can be looked at', `title,minutes\n${'x,1\n'.repeat(10_001)}`, 400, 'learning.fileLong'],
    ['with a quotation mark that is never closed', 'title,minutes\n"x,1', 400, 'organization.importQuote'],
  ])('%s is refused whole', async (_, text, status, code) => {
    const answer = await bring(text)

    expect([answer.status, answer.problem.code]).toEqual([status, code])
  })

  test('is for the knowledge office to bring', async () => {
    expect((await bring(rows, true, fay)).status).toBe(403)
  })
})

describe('an assessment made elsewhere', () => {
  const file = (levels: [who: number, topic: string, level: string][], more = '') => ({
    name: 'levels.csv',
    text: `email\ttopic\tlevel\n${levels.map(([who, topic, level]) => `${emails.get(people[who]!.id)}\t${topic}\t${level}`).join('\n')}${more}`,
  })
  const bringLevels = async (sent: ReturnType<typeof file>, dryRun = false) =>
    (
      await as(olga)('POST /learning/needs-assessments/imports', {
        body: { title: 'Made elsewhere', community: weavers, file: sent, dryRun },
      })
    ).body
  const all = [0, 1, 2, 3, 4, 5].map((who): [number, string, string] => [who, 'warping', '2'])

  test('is looked at, brought in, read by each of those in it, brought again and undone', async () => {
    const looked = await bringLevels(
      file(all, `\nnobody@example.org\tWarping\t1\n${emails.get(fay.id)}\tSewing\t1`),
      true,
    )
    expect([looked.import, countsOf(looked.report)]).toEqual([null, [6, 0, 0]])
    expect(looked.report.problems.map(({ row }) => row)).toEqual([8, 9])

    const made = await bringLevels(file(all))
    const params = { assessment: made.assessment! }
    const read = async () => (await as(fay)('GET /learning/needs-assessments/{assessment}/result', { params })).body
    expect((await read()).topics).toMatchObject([{ topic: { id: warp }, concerned: 6, lacking: 6, mean: 2 }])
    expect((await as(fay)('GET /learning/needs-assessments/{assessment}/answer', { params })).body.answers).toEqual([
      { topic: warp, gap: 2 },
    ])
    expect((await as(fay)('GET /learning')).body.needs).toEqual([])

    const one = await bringLevels(file([...all.slice(1), [0, 'Warping', '3']]))
    expect([one.assessment, countsOf(one.report)]).toEqual([made.assessment, [0, 1, 5]])
    // One person changed: the figures stay, or the change would tell of that one.
    expect((await read()).topics).toMatchObject([{ concerned: 6, mean: 2 }])
    const many = await bringLevels(file(all.map(([who]) => [who, 'Dyeing', '1'])))
    expect(countsOf(many.report)).toEqual([6, 0, 0])
    expect((await read()).topics).toMatchObject([{ topic: { id: dye }, mean: 1 }])

    expect((await undo(many.import!)).status).toBe(200)
    expect((await as(fay)('GET /learning/needs-assessments/{assessment}/result', { params })).status).toBe(404)
    const { items } = (await as(olga)('GET /learning/imports')).body
    expect(items.filter(({ kind }) => kind === 'assessment').every(({ may }) => !may.undo)).toBe(true)
  })

  test('of fewer than five people is refused', async () => {
    const answer = await as(olga)('POST /learning/needs-assessments/imports', {
      body: { title: 'Few', community: weavers, file: file(all.slice(0, 4)) },
    })

    expect([answer.status, answer.problem.code]).toEqual([400, 'learning.assessmentTooFew'])
  })
})
