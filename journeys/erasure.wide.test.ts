import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const { anna } = await examplesIn(product)
const browser = await openBrowser()
const office = await openWindow(browser)
await product.signIn(office, anna)
const { rows } = await sql<{ id: string; name: string }>`
  select person.id, person.name from person join contribution on contribution.by_id = person.id
  join membership on membership.person_id = person.id
  where person.id <> ${anna.id} and person.origin = 'organization' group by person.id order by count(*) desc, person.id limit 1`.execute(
  product.db,
)
const busy = rows[0]!
const pat = await product.person('Pat Passing')
const own = await openWindow(browser)
await product.signIn(own, pat)

/** The page at every width and in both schemes, for people to look at. */
async function pictures(page: Page, name: string) {
  if (!process.env['MORTAR_PICTURES']) return
  for (const width of [1280, 390])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await settled(page)
      await picture(page, name)
    }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}

test('a person sees what would go, asks, thinks again and asks', async () => {
  const page = await own.newPage()
  await page.goto(`${product.address}/privacy`)
  await page.getByText('What would go and what would stay').click()
  await page.getByText('In any case: name, e-mail address').waitFor()
  await page.getByRole('button', { name: 'Ask to be erased' }).click()
  await page.getByText('The knowledge office has not decided yet.').waitFor()
  await pictures(page, 'erasure-own')
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('button', { name: 'Ask to be erased' }).click()
  await page.getByText('The knowledge office has not decided yet.').waitFor()
  await page.close()
})

test('the office finds the request at home, types the name, and the person sees that it waits', async () => {
  const page = await office.newPage()
  await page.goto(product.address)
  await page.getByRole('link', { name: 'Pat Passing' }).first().click()
  await page.getByText('Pat Passing asks to be erased.').waitFor()
  await page.getByRole('link', { name: 'Look at what would go' }).click()
  await page.getByRole('heading', { level: 1, name: 'Erase Pat Passing' }).waitFor()
  await page.getByRole('textbox', { name: 'Type the name to show that this person is meant' }).fill('Pat Passin')
  await page.getByRole('button', { name: 'Erase in 7 days' }).click()
  await page.getByText('This is not the name of the person on this page.').waitFor()
  await page.getByRole('textbox', { name: 'Type the name to show that this person is meant' }).fill('Pat Passing')
  await page.getByRole('button', { name: 'Erase in 7 days' }).click()
  await page.getByText('This erasure waits: it runs on').waitFor()
  await page.close()

  const theirs = await own.newPage()
  await theirs.goto(`${product.address}/privacy`)
  await theirs.getByText('Until then you can take it back.').waitFor()
  await theirs.close()
})

test('somebody who did much is erased now: the page says what, and that it cannot be undone', async () => {
  const page = await office.newPage()
  await page.goto(`${product.address}/people/${busy.id}/erasure`)
  await page.getByRole('heading', { level: 1, name: `Erase ${busy.name}` }).waitFor()
  await page
    .getByText(/membership of # ?|memberships? of \d/)
    .first()
    .waitFor()
  await page.getByRole('heading', { name: 'Where the name stands in what others wrote' }).waitFor()
  await pictures(page, 'erasure')
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('radio', { name: 'Now' }).check()
  await page.getByRole('textbox', { name: 'Type the name to show that this person is meant' }).fill(busy.name)
  await page.getByRole('button', { name: 'Erase now, for good' }).click()
  await page.getByRole('heading', { level: 1, name: 'Erased', exact: true }).waitFor()
  await pictures(page, 'erasure-done')
  await page.getByRole('link', { name: 'All erasures' }).click()
  await page.getByRole('cell', { name: 'A former colleague' }).first().waitFor()
  await page.getByRole('radio', { name: 'It goes' }).check()
  await page.getByText('It holds for erasures that run from now on.').waitFor()
  await pictures(page, 'erasures')
  expect(await seriousFaults(page)).toEqual([])

  await page.goto(`${product.address}/people/${busy.id}`)
  await page.getByText('This was somebody who was erased.').waitFor()
  await page.close()
})
