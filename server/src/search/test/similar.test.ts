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

test('a title of one telling word is like those that have it, and two that share two words are nearer', async () => {
  const place = await community(maria)
  const alone = await ask(tom, [place], { title: 'Dysphagia?' })
  const near = await ask(tom, [place], { title: 'Thickened drinks with dysphagia' })
  const nearest = await ask(tom, [place], { title: 'Which thickened drinks for dysphagia and diabetes' })
  await ask(tom, [place], { title: 'Which drinks on the ward' })
  await server.catchUp()
  const related = async (inquiry: string) =>
    (await as(olli)('GET /inquiries/{inquiry}/related', { params: { inquiry } })).body.items.map(({ id }) => id)

  expect((await related(alone)).toSorted()).toEqual([near, nearest].toSorted())
  expect((await related(near))[0]).toBe(nearest)
})

test('what is said anew, edited or taken back is found or no more, and the rest of the thread stays', async () => {
  const place = await community(maria)
  const inquiry = await ask(tom, [place], { title: 'Who repairs standing frames' })
  const kept = await answer(maria, inquiry, 'The quartermaster does.')
  const changed = await answer(olli, inquiry, 'The locksmith does.')
  const found = async (words: string) => {
    await server.catchUp()
    return (await as(tom)('GET /search', { query: { words, kind: 'contribution' } })).body.items.map(({ id }) => id)
  }
  expect([await found('quartermaster'), await found('locksmith')]).toEqual([[kept], [changed]])

  await as(olli)('PUT /contributions/{contribution}', {
    params: { contribution: changed },
    body: { base: 1, body: 'The saddler does.' },
  })
  expect([await found('quartermaster'), await found('locksmith'), await found('saddler')]).toEqual([
    [kept],
    [],
    [changed],
  ])
  await as(olli)('PUT /contributions/{contribution}/withdrawal', { params: { contribution: changed } })
  expect([await found('quartermaster'), await found('saddler')]).toEqual([[kept], []])
})
