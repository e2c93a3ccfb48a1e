import { expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

/** From a community to its people, what one connects, and a reorganization: by keys, with and without a graphics card. */
const product = await openProduct()
const { anna, examples } = await examplesIn(product)
const browser = await openBrowser()

test('without a graphics card people are drawn as SVG, chosen by keys, and own ties are shown to oneself', async () => {
  const window = await openWindow(browser)
  await product.signIn(window, anna)
  const page = await window.newPage()
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(request.url()))
  await page.goto(`${product.address}/constellation/communities/physiotherapists`)
  await settled(page)

  await expect.poll(() => page.locator('[data-drawn="svg"] circle').count()).toBeGreaterThan(20)
  expect(scripts.filter((url) => url.includes('SigmaPeople'))).toEqual([])
  await page.getByRole('button', { name: 'Elina Saarto' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Elina Saarto' }).waitFor()
  await page.getByRole('checkbox', { name: 'Show my ties' }).focus()
  await page.keyboard.press('Space')
  await expect.poll(() => page.locator('[data-drawn="svg"] line').count()).toBeGreaterThan(6)
  await page.getByRole('link', { name: 'Table' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('cell', { name: 'Elina Saarto' }).waitFor()
  await window.close()
})

test('with a graphics card the same people are drawn on it', async () => {
  const window = await openWindow(browser)
  await product.signIn(window, anna)
  // This browser has none and pretends to; here it also says that it is one.
  await window.addInitScript(() => {
    const asked = WebGL2RenderingContext.prototype.getParameter
    WebGL2RenderingContext.prototype.getParameter = function parameter(name: number) {
      return name === 0x9246 ? 'A card' : (asked.call(this, name) as unknown)
    }
  })
  const page = await window.newPage()
  await page.goto(`${product.address}/constellation/communities/physiotherapists`)
  await settled(page)

  await expect.poll(() => page.locator('[data-drawn="card"] canvas').count()).toBeGreaterThan(3)
  await page.getByRole('button', { name: 'Elina Saarto' }).click()
  await page.getByRole('heading', { name: 'Elina Saarto' }).waitFor()
  await window.close()
})

test('what somebody connects is theirs, until they let the knowledge office see it', async () => {
  const other = await product.db
    .selectFrom('ownPosition')
    .select('personId')
    .where('personId', '<>', anna.id)
    .executeTakeFirstOrThrow()
  const window = await openWindow(browser)
  await product.signIn(window, anna)
  const page = await window.newPage()
  await page.goto(`${product.address}/constellation/you`)
  await settled(page)
  await page.getByText('How these are counted').first().click()
  await page.getByText('no tie with anybody else of your unit').waitFor()
  expect(await page.getByRole('heading', { name: 'Colleagues who let you see' }).count()).toBe(0)

  await page.getByRole('radio', { name: 'The knowledge office' }).click()
  await page.getByText('The knowledge office may see what you connect.').waitFor()
  await expect.poll(() => page.getByRole('radio', { name: 'The knowledge office' }).isChecked()).toBe(true)
  await product.db.insertInto('positionSharing').values({ personId: other.personId, shownTo: 'office' }).execute()
  await page.reload()
  await page.getByRole('heading', { name: 'Colleagues who let you see what they connect' }).waitFor()
  await window.close()
})

test('a reorganization is begun on its page and read as picture, table and figures', async () => {
  const window = await openWindow(browser)
  await product.signIn(window, anna)
  const page = await window.newPage()
  await page.goto(`${product.address}/constellation/reorganizations`)
  await page.getByLabel('Day before').fill('2025-06-01')
  await page.getByLabel('Day after').fill('2026-06-01')
  await page.getByRole('button', { name: 'Hold both against the ties' }).click()
  await page.locator('#reorganization').waitFor()
  await page.getByText('E-I index before').click()
  await page.getByText('Krackhardt and Stern').first().waitFor()
  await page.getByRole('link', { name: 'Table' }).click()
  await page.getByRole('table', { name: 'Communities and what becomes of them' }).waitFor()
  expect(page.url()).not.toContain(examples['reorganization']!)
  await window.close()
})
