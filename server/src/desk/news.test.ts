import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testWorld } from '../../test/world.ts'

const { person, as, db } = await testWorld()
const maria = await person('Maria')
const tom = await person('Tom')

const opened = async (visibility: 'open' | 'by_request') =>
  (
    await as(maria)('POST /communities', {
      body: {
        name: `Weavers, ${visibility}`,
        short: 'W',
        colour: 1,
        domain: 'Looms',
        about: '',
        notAbout: '',
        purpose: '',
        visibility,
      },
    })
  ).body.id
const ask = (who: typeof maria, community: string, title: string) =>
  as(who)('POST /inquiries', { body: { title, body: 'For wool.', communities: [community] } })
const visit = (who: typeof maria, community: string) =>
  as(who)('PUT /communities/{community}/visit', { params: { community } })
const newsFor = async (who: typeof maria, community: string) =>
  (await as(who)('GET /communities/{community}/news', { params: { community } })).body.lines.map(
    ({ page }) => page.title,
  )
/** As if all of it had been two days ago. */
const daysPass = async () => {
  await sql`update membership set visited_at = visited_at - interval '2 days'`.execute(db)
  await sql`update news set at = at - interval '2 days'`.execute(db)
}

test('what others did since my last visit stays in sight for the whole visit, and no longer', async () => {
  const community = await opened('open')
  await visit(maria, community)
  await daysPass()
  await ask(tom, community, 'Which thread?')
  await ask(maria, community, 'Which loom?')

  expect(await newsFor(maria, community)).toEqual(['Which thread?'])
  await visit(maria, community)
  await visit(maria, community)
  expect(await newsFor(maria, community)).toEqual(['Which thread?'])

  await daysPass()
  expect(await newsFor(maria, community)).toEqual([])
})

test('who may not look inside hears of nothing from there', async () => {
  const community = await opened('by_request')
  await ask(maria, community, 'Which clay?')

  expect(await newsFor(tom, community)).toEqual([])
})
