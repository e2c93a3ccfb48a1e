import { expect, test } from 'vitest'
import { inquiryWorld } from '../inquiry-world.ts'
import type { Somebody } from '../world.ts'

const { person, as, community, ask, answer, db } = await inquiryWorld()

test('Pages that many ask for at once are those that each would get alone', async () => {
  const maria = await person('Maria')
  const tom = await person('Tom')
  const inga = await person('Inga')
  const left = await person('Left')
  const open = await community(maria)
  const closed = await community(maria, 'private', [inga])
  const inquiry = await ask(tom, [open])
  const secret = await ask(inga, [closed], { title: 'Only among us' })
  await answer(inga, inquiry)
  await db.updateTable('person').set({ leftOn: '2020-01-01' }).where('id', '=', left.id).execute()
  const nobody: Somebody = { ...tom, token: 'mortar_made_up' }

  const pages = [
    (who: Somebody) => as(who)('GET /home'),
    (who: Somebody) => as(who)('GET /inquiries/{inquiry}', { params: { inquiry } }),
    (who: Somebody) => as(who)('GET /inquiries/{inquiry}', { params: { inquiry: secret } }),
    (who: Somebody) => as(who)('GET /communities/{community}/home', { params: { community: open } }),
    (who: Somebody) => as(who)('GET /communities/{community}/home', { params: { community: closed } }),
    (who: Somebody) => as(who)('GET /communities/{community}/home', { params: { community: `it's "one", \\N` } }),
  ]
  const asked = [maria, tom, inga, left, nobody, undefined].flatMap((who) =>
    pages.map((page) => async () => {
      const { status, body } = await page(who as Somebody)
      return { status, body: status === 200 ? body : null }
    }),
  )
  const alone = []
  for (const one of asked) alone.push(await one())
  expect(alone.filter(({ status }) => status === 200)).toHaveLength(13)
  expect(alone.filter(({ status }) => status === 401)).toHaveLength(18)

  for (let round = 0; round < 5; round++) expect(await Promise.all(asked.map((one) => one()))).toEqual(alone)
})
