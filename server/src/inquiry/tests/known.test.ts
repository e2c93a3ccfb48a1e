import { expect, test } from 'vitest'
import { inquiryWorld } from '../../../test/inquiry-world.ts'

const { person, as, community, ask, answer, db, server } = await inquiryWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const inga = await person('Inga')
const olli = await person('Olli')
const physio = await community(maria)

test('people are asked who can read and accept it, and who declines gives the seat back', async () => {
  const council = await community(maria, 'private', [tom])
  const shy = await person('Shy')
  await db.updateTable('person').set({ acceptsQuestions: false }).where('id', '=', shy.id).execute()
  const put = (inquiry: string, people: string[]) =>
    as(tom)('POST /inquiries/{inquiry}/asked', { params: { inquiry }, body: { people } })
  const open = await ask(tom, [physio])

  expect((await put(await ask(tom, [council]), [olli.id])).problem.code).toBe('inquiry.personCannotRead')
  expect((await put(open, [shy.id])).problem.code).toBe('inquiry.personAcceptsNone')
  expect((await put(open, [tom.id])).problem.code).toBe('inquiry.asksThemselves')
  expect((await put(open, [olli.id, inga.id, maria.id])).status).toBe(204)

  const extra = await person('Extra')
  expect((await put(open, [extra.id])).problem.code).toBe('inquiry.threeAtMost')
  await as(olli)('DELETE /inquiries/{inquiry}/asked', { params: { inquiry: open } })
  expect((await put(open, [extra.id])).status).toBe(204)
})

test('who met this is proposed with the reason, never the asker, and “asked often” is a word', async () => {
  const place = await community(maria)
  const earlier = await ask(maria, [place], { title: 'Elderly man refuses walking frame outdoors' })
  const contribution = await answer(inga, earlier)
  await as(maria)('PUT /contributions/{contribution}/helped', { params: { contribution } })
  for (let n = 0; n < 3; n++) {
    const other = await ask(maria, [place], { title: `Something else ${n}` })
    await as(maria)('POST /inquiries/{inquiry}/asked', { params: { inquiry: other }, body: { people: [inga.id] } })
  }
  const id = await ask(tom, [place], { title: 'She refuses her walking frames' })
  await server.catchUp()

  const { body } = await as(tom)('GET /inquiries/{inquiry}/proposals', { params: { inquiry: id } })

  expect(body.items).toMatchObject([
    { person: { id: inga.id }, because: 'helped', inquiry: { id: earlier }, askedOften: true },
  ])
})
