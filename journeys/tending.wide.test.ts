import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { press } from './support/acts.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

/** What a community carries on with: topics that go, roles of who left, evidence that grew old. */
const product = await openProduct()
const hall = await product.unit('Weaving hall')
const mirja = await product.person('Mirja Head', { unit: hall })
const tom = await product.person('Tom Carder', { unit: hall })
const sanni = await product.person('Sanni Sponsor', { unit: hall })
const as = product.as(mirja)
const weavers = await product.weaversBy(mirja)
const params = { community: weavers.id }
for (const who of [tom, sanni]) await product.as(who)('PUT /communities/{community}/membership', { params })
const browser = await openBrowser()
const window = await openWindow(browser)
await product.signIn(window, mirja)

async function at(path: string) {
  const page = await window.newPage()
  await page.goto(`${product.address}${path}`)
  await settled(page)
  return page
}

test('a topic leads from an inquiry to all that stands under it, is removed, and comes back', async () => {
  const { body: topic } = await as('POST /communities/{community}/topics', { params, body: { name: 'Frost' } })
  const ask = (title: string) =>
    as('POST /inquiries', { body: { title, body: 'In winter.', communities: [weavers.id], topics: [topic.id] } })
  const { body: inquiry } = await ask('The warp breaks on frosty mornings')
  await ask('Where does one keep wool in winter?')
  const page = await at(`/inquiries/${inquiry.id}`)
  await picture(page, 'topic-in-the-head')
  await page.getByRole('link', { name: 'Frost' }).click()
  await page.getByRole('link', { name: 'Where does one keep wool in winter?' }).waitFor()

  await page.goto(`${product.address}/communities/${weavers.slug}/settings`)
  await page.getByText('Rename topics, make two one, or remove one').click()
  await page.getByRole('combobox', { name: 'Topic', exact: true }).click()
  await page.getByRole('option', { name: 'Frost' }).click()
  await picture(page, 'topic-chosen')
  expect(await seriousFaults(page)).toEqual([])
  await press(page, 'Remove Frost')
  await page.getByText('Frost was removed.').waitFor()
  await press(page, 'Undo')
  await page.getByText('Frost was removed.').waitFor({ state: 'detached' })
  await page.getByRole('combobox', { name: 'Topic', exact: true }).click()
  await page.getByRole('option', { name: 'Frost' }).click()
  await press(page, 'Remove Frost')
  await press(page, 'Bring back Frost')
  await page.getByText('Frost is a topic here again.').waitFor()
  await page.close()

  await as('PUT /communities/{community}/members/{person}/roles', {
    params: { ...params, person: tom.id },
    body: { roles: ['steward'] },
  })
  const theirs = await openWindow(browser)
  await product.signIn(theirs, tom)
  const settings = await theirs.newPage()
  await settings.goto(`${product.address}/communities/${weavers.slug}/settings`)
  await settings.getByText('Rename topics, make two one, or remove one').click()
  await settings.getByRole('combobox', { name: 'Topic', exact: true }).click()
  await settings.getByRole('option', { name: 'Frost' }).click()
  await settings.getByRole('button', { name: 'Remove Frost' }).waitFor()
  expect(await settings.getByRole('textbox', { name: 'New name' }).count(), 'renaming is for facilitators').toBe(0)
  await theirs.close()
})

test('a role of somebody who left is handed on from the home of the community', async () => {
  await as('PUT /communities/{community}/members/{person}/roles', {
    params: { ...params, person: sanni.id },
    body: { roles: ['sponsor', 'liaison'] },
  })
  await sql`update person set left_on = current_date where id = ${sanni.id}`.execute(product.db)
  const page = await at('/')
  await page.getByText('Sanni Sponsor left the organization and still holds a role here').waitFor()

  await page.goto(`${product.address}/communities/${weavers.slug}`)
  await page.getByRole('heading', { name: 'Roles to hand on' }).waitFor()
  await settled(page)
  await picture(page, 'roles-left')
  expect(await seriousFaults(page)).toEqual([])
  await press(page, 'Hand on the roles of Sanni Sponsor')
  await page.getByRole('textbox', { name: 'To whom' }).fill('Tom')
  await page.getByRole('option', { name: /Tom Carder/ }).click()
  await picture(page, 'roles-to-whom')
  expect(await seriousFaults(page)).toEqual([])
  await press(page, 'Hand on')
  await page.getByText('Tom Carder has the roles of Sanni Sponsor now.').waitFor()
  await page.getByRole('heading', { name: 'Roles to hand on' }).waitFor({ state: 'detached' })

  await page.goto(`${product.address}/communities/${weavers.slug}/people`)
  await page.getByRole('row', { name: /Tom Carder.*Sponsor.*Liaison/ }).waitFor()
  await page.close()
})

test('of a practice that was used more than two hundred times older uses are fetched, and each decision is read', async () => {
  const { body: made } = await as('POST /practices', {
    body: {
      community: weavers.id,
      kind: 'method',
      title: 'Warm the hall first',
      problem: 'Warps break.',
      how: 'Heat.',
    },
  })
  const practice = { params: { practice: made.id } }
  for (const state of ['proposed', 'current'] as const)
    await as('PUT /practices/{practice}/state', { ...practice, body: { state, reason: '' } })
  await sql`
    insert into application (practice_id, revision, person_id, outcome, changed, at)
    select ${made.id}, 1, ${tom.id}, 'worked', 'Morning ' || n || ' went well.', now() - make_interval(days => n)
    from generate_series(1, 230) n`.execute(product.db)
  for (const [holds, reasons] of [
    [false, 'One weaver only.'],
    [true, 'A whole winter by now.'],
  ] as const)
    await as('POST /practices/{practice}/validations', { ...practice, body: { holds, reasons } })

  const page = await at(`/practices/${made.id}`)
  const uses = page.getByRole('listitem').filter({ hasText: /Morning \d+ went well/ })
  await press(page, 'Show all 200')
  await expect.poll(() => uses.count()).toBe(200)
  await press(page, 'Show 30 older ones')
  await expect.poll(() => uses.count()).toBe(230)
  await page.getByText('Morning 230 went well.').waitFor()
  await page.getByRole('button', { name: /older/ }).waitFor({ state: 'detached' })

  await page.getByText('Decisions about validation').click()
  await page.getByRole('listitem').filter({ hasText: 'One weaver only.' }).waitFor()
  await page.getByRole('listitem').filter({ hasText: 'A whole winter by now.' }).waitFor()
  await picture(page, 'older-uses')
  expect(await seriousFaults(page)).toEqual([])
  await page.close()
})
