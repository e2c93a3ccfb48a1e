import { expect, test } from 'vitest'
import { atHeading } from './support/acts.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const { anna } = await examplesIn(product)
const browser = await openBrowser()
const window = await openWindow(browser)
await product.signIn(window, anna)

test('what may help says why it is here', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/learning`)
  await atHeading(page, 'Learning')
  await page.getByText('Because you noted a need in “Fear of movement”', { exact: false }).first().waitFor()
  await settled(page)
  await picture(page, 'learning')
  expect(await seriousFaults(page)).toEqual([])

  await page.close()
})

test('an item is put aside in one click, and that is undone in one', async () => {
  const page = await window.newPage()
  await page.goto(`${product.address}/learning/items?words=balance`)
  await atHeading(page, 'Catalogue')
  const item = page.getByRole('listitem').filter({ hasText: 'Learn: which balance test when' })
  await item.getByRole('button', { name: 'Not for me' }).click()
  await page.getByText('Put aside.', { exact: false }).waitFor()
  await expect.poll(() => item.getByRole('button', { name: 'Not for me' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await item.getByRole('button', { name: 'Not for me' }).waitFor()
  await page.close()
})
