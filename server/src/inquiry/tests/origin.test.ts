import { expect, test } from 'vitest'
import { originOf } from '../origin.ts'
import { inquiryWorld } from '../../../test/inquiry-world.ts'

const { person, community, ask, answer, page, as, db } = await inquiryWorld()

test('what was brought in says from where, with its address and its licence; what was written here does not', async () => {
  const maria = await person('Maria')
  const inquiry = await ask(maria, [await community(maria)])
  const contribution = await answer(maria, inquiry, 'Simmer.')
  expect(await page(maria, inquiry)).toMatchObject({ origin: null, contributions: [{ origin: null }] })

  await db
    .updateTable('inquiry')
    .set({ origin: 'https://cooking.stackexchange.com/questions/7', askedAt: new Date('2015-03-12') })
    .where('id', '=', inquiry)
    .execute()
  await db
    .updateTable('contribution')
    .set({ origin: 'https://cooking.stackexchange.com/a/8', at: new Date('2019-03-12') })
    .where('id', '=', contribution)
    .execute()

  const licence = (version: string) => ({
    name: `CC BY-SA ${version}`,
    address: `https://creativecommons.org/licenses/by-sa/${version}/`,
  })
  expect(await page(maria, inquiry)).toMatchObject({
    origin: {
      site: 'cooking.stackexchange.com',
      address: 'https://cooking.stackexchange.com/questions/7',
      licence: licence('3.0'),
    },
    contributions: [{ origin: { address: 'https://cooking.stackexchange.com/a/8', licence: licence('4.0') } }],
  })

  const tom = await person('Tom')
  await as(maria)('PUT /inquiries/{inquiry}/withdrawal', { params: { inquiry } })
  expect((await page(tom, inquiry)).origin).toBeNull()
})

test('without an address of its site it names the site alone, and another importer says no licence', () => {
  expect(originOf('stackexchange:dump/questions/7', new Date('2010-01-01'))).toMatchObject({
    site: 'dump',
    address: null,
    licence: { name: 'CC BY-SA 2.5' },
  })
  expect(originOf('https://wiki.example.org/page', new Date())).toEqual({
    site: 'wiki.example.org',
    address: 'https://wiki.example.org/page',
    licence: null,
  })
  expect(originOf('javascript:alert(1)', new Date())?.address).toBeNull()
})
