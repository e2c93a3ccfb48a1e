import { expect, test } from 'vitest'
import { inTransaction } from '#platform/database.ts'
import { type ComingInquiry, importInquiries } from '../index.ts'
import { inquiryWorld } from '../../../test/inquiry-world.ts'

const { person, community, page, as, db } = await inquiryWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const inga = await person('Inga')
const physio = await community(maria)

const at = (day: number) => new Date(Date.UTC(2019, 4, day, 12))
const coming = (name: string): ComingInquiry => ({
  origin: `https://elsewhere.example/${name}`,
  title: `Question ${name}`,
  body: 'How **many**?',
  askedBy: tom.id,
  askedAt: at(1),
  communities: [physio],
  contributions: [
    { origin: `${name}/1`, kind: 'answer', body: 'Three.', by: inga.id, at: at(2), helped: { by: tom.id, at: at(5) } },
    { origin: `${name}/2`, kind: 'experience', outcome: 'partly', body: 'Five.', by: null, at: at(3) },
    { origin: `${name}/3`, kind: 'reply', replyTo: `${name}/1`, body: 'Why?', by: tom.id, at: at(3) },
    { origin: `${name}/4`, kind: 'reply', replyTo: `${name}/3`, body: 'So.', by: inga.id, at: at(4) },
  ],
})
const bring = (...inquiries: ComingInquiry[]) => inTransaction(db, (tx) => importInquiries(tx, inquiries))
const idOf = async (name: string) =>
  (
    await db
      .selectFrom('inquiry')
      .select('id')
      .where('origin', '=', `https://elsewhere.example/${name}`)
      .executeTakeFirstOrThrow()
  ).id

test('an imported inquiry has its original dates, its replies on one level, and is resolved by what helped', async () => {
  expect(await bring(coming('a'))).toEqual({ inquiries: 1, contributions: 4 })

  const shown = await page(maria, await idOf('a'))

  expect(shown).toMatchObject({
    title: 'Question a',
    state: 'resolved',
    answers: 2,
    askedAt: at(1).toISOString(),
    lastAt: at(4).toISOString(),
    resolutions: [{ by: { name: 'Tom' }, at: at(5).toISOString(), ended: null }],
  })
  const first = shown.contributions[0]!.id
  expect(shown.contributions.map(({ kind, parent, by }) => [kind, parent, by?.name])).toEqual([
    ['answer', null, 'Inga'],
    ['experience', null, undefined],
    ['reply', first, 'Tom'],
    ['reply', first, 'Inga'],
  ])
})

test('importing the same again changes nothing, and what came meanwhile is added', async () => {
  await bring(coming('b'))
  const before = await page(maria, await idOf('b'))

  expect(await bring(coming('b'))).toEqual({ inquiries: 0, contributions: 0 })
  expect(await page(maria, await idOf('b'))).toEqual(before)

  const more = coming('b')
  more.contributions.push({ origin: 'b/5', kind: 'answer', body: 'Late.', by: inga.id, at: at(9) })
  expect(await bring(more)).toEqual({ inquiries: 0, contributions: 1 })
  expect(await page(maria, await idOf('b'))).toMatchObject({ answers: 3, lastAt: at(9).toISOString() })
})

test('what somebody changed here since the first import stays', async () => {
  await bring(coming('c'))
  const params = { inquiry: await idOf('c') }
  await as(tom)('PUT /inquiries/{inquiry}', { params, body: { base: 1, title: 'Asked better', body: 'How many?' } })
  await as(tom)('DELETE /inquiries/{inquiry}/resolution', { params, body: { reason: 'It came back.' } })

  await bring(coming('c'))

  expect(await page(maria, params.inquiry)).toMatchObject({ title: 'Asked better', state: 'open', version: 2 })
})

test('a community’s list sorts imported inquiries by their own time', async () => {
  const place = await community(maria)
  const one = { ...coming('d'), communities: [place] }
  const other = { ...coming('e'), communities: [place], askedAt: at(20), contributions: [] }
  await bring(one, other)

  const { body } = await as(maria)('GET /inquiries', { query: { community: place } })

  expect(body.items.map(({ title }) => title)).toEqual(['Question e', 'Question d'])
})
