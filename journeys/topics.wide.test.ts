import { expect, test } from 'vitest'
import { press } from './support/acts.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const hall = await product.unit('Weaving hall')
const mirja = await product.person('Mirja Head', { unit: hall })
const tom = await product.person('Tom Carder', { unit: hall })
const weavers = await product.weaversBy(mirja)
const browser = await openBrowser()

async function asking(who: typeof tom) {
  const window = await openWindow(browser)
  await product.signIn(window, who)
  const page = await window.newPage()
  await page.goto(`${product.address}/ask?community=${weavers.id}`)
  await settled(page)
  return page
}

test('a topic grows out of an inquiry: a member who asks adds it, and others find it there', async () => {
  const page = await asking(mirja)
  await page.getByRole('textbox', { name: 'The problem in one sentence' }).fill('The warp breaks on frosty mornings')
  await page.getByRole('textbox', { name: 'Topics' }).fill('Frost')
  await page.getByRole('option', { name: 'Add “Frost” to the topics of Weavers' }).click()
  await page.getByRole('button', { name: 'Remove Frost' }).waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await press(page, 'Ask')
  await page.getByRole('heading', { level: 1, name: 'The warp breaks on frosty mornings' }).waitFor()
  await page.getByRole('link', { name: 'Frost' }).first().waitFor()

  const theirs = await asking(tom)
  await theirs.getByRole('textbox', { name: 'Topics' }).fill('frost')
  await theirs.getByRole('option', { name: 'Frost', exact: true }).waitFor()
  expect(await theirs.getByRole('option', { name: /^Add/ }).count(), 'there is one already').toBe(0)
  await theirs.getByRole('textbox', { name: 'Topics' }).fill('Reeds')
  await theirs.getByText('Nothing found for “Reeds”.').waitFor()
})
