import { expect, test } from 'vitest'
import { inquiryWorld } from '../../../test/inquiry-world.ts'
import type { Somebody } from '../../../test/world.ts'

const { person, as, community, ask, answer, server } = await inquiryWorld()
const maria = await person('Maria')
const tom = await person('Tom')
const olli = await person('Olli')
const physio = await community(maria)
const council = await community(maria, 'private', [tom])

const secret = await ask(tom, [council], { title: 'Hydrotherapy without warm water' })
const open = await ask(tom, [physio], { title: 'Hydrotherapy pools are closed' })
const contribution = await answer(maria, open)
await as(tom)('PUT /contributions/{contribution}/helped', { params: { contribution } })
await server.catchUp()

const known = async (who: Somebody, title: string) =>
  (await as(who)('POST /inquiries/similar', { body: { title } })).body
const inquiries = async (who: Somebody, title: string) =>
  (await known(who, title)).inquiries.map(({ id, because }) => [id, because])

test('what is already known is found while typing: inflected, misspelt, and only what one may read', async () => {
  expect(await inquiries(olli, 'Closing a hydrotherapy pool')).toEqual([[open, 'same_words']])
  expect(await inquiries(olli, 'hidroterapy pols are closed')).toEqual([[open, 'alike']])
  expect(await inquiries(tom, 'hydrotherapy')).toHaveLength(2)
  expect(await inquiries(olli, '')).toEqual([])
  expect(await inquiries(olli, 'Something about parking')).toEqual([])
})

test('where the title says little, what is written below it tells more', async () => {
  const wheel = await ask(tom, [physio], { title: 'Wheelchair brakes squeal in the corridor' })
  await server.catchUp()
  const found = async (body: string) =>
    (
      await as(olli)('POST /inquiries/similar', { body: { title: 'What to do with the noise', body } })
    ).body.inquiries.map(({ id }) => id)

  expect(await found('')).toEqual([])
  expect(await found('Every **wheelchair** we have squeals when its brakes are on.')).toEqual([wheel])
  expect(await found('It comes from upstairs, every day, and nobody knows why.')).toEqual([])
})

test('who helped with an inquiry like it is shown with that reason', async () => {
  const { people } = await known(olli, 'Is the hydrotherapy pool closed')

  expect(people).toMatchObject([{ person: { id: maria.id }, because: 'helped', inquiry: { id: open } }])
})

test('beside an inquiry stand others like it, never itself and only what one may read', async () => {
  const again = await ask(olli, [physio], { title: 'Is a hydrotherapy pool closed on Sundays' })
  await server.catchUp()
  const related = async (who: Somebody, inquiry: string) =>
    (await as(who)('GET /inquiries/{inquiry}/related', { params: { inquiry } })).body.items.map(({ id }) => id)

  expect(await related(olli, again)).toEqual([open])
  expect(await related(tom, open)).toContain(again)
  expect((await as(olli)('GET /inquiries/{inquiry}/related', { params: { inquiry: secret } })).status).toBe(404)
})
