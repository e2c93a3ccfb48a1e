import { expect, test } from 'vitest'
import { press } from './support/acts.ts'
import { openBrowser, openWindow } from './support/browser.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const hall = await product.unit('Weaving hall')
const mirja = await product.person('Mirja Head', { unit: hall, manages: hall })
const tom = await product.person('Tom Carder', { unit: hall })
const aino = await product.person('Aino Öhman', { unit: hall })
await product.db
  .updateTable('position')
  .set({ managerId: mirja.id })
  .where('personId', 'in', [tom.id, aino.id])
  .execute()
const browser = await openBrowser()

async function pageOf(who: typeof tom, path: string) {
  const window = await openWindow(browser)
  await product.signIn(window, who)
  const page = await window.newPage()
  await page.goto(product.address + path)
  await settled(page)
  return page
}

test('who shows a photo is seen with it by colleagues, and with initials after taking it away', async () => {
  const page = await pageOf(tom, `/people/${tom.id}`)
  await press(page, 'Edit my page')
  // Drawn here, so that it is a true picture of some size.
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [640, 480]
    const pen = canvas.getContext('2d')!
    pen.fillStyle = '#b5533c'
    pen.fillRect(0, 0, 640, 480)
    return canvas.toDataURL('image/png').split(',')[1]!
  })
  const chosen = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(drawn, 'base64') }
  await page.locator('input[type="file"]').first().setInputFiles(chosen)
  await page.getByText('Your photo is shown.').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await picture(page, 'own-page-photo')

  const theirs = await pageOf(aino, `/organization/units/${hall}`)
  const face = theirs.getByRole('row').filter({ hasText: 'Tom Carder' }).locator('img')
  await expect.poll(() => face.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(256)

  await press(page, 'Take it away')
  await page.getByText('Your photo is gone.').waitFor()
  await theirs.reload()
  await settled(theirs)
  expect(await face.count()).toBe(0)
})

test('whom one reports to is shown to colleagues or not, as one chooses, and the page says what is shown anyway', async () => {
  const page = await pageOf(tom, `/people/${tom.id}`)
  const theirs = await pageOf(aino, `/people/${tom.id}`)
  await theirs.getByRole('heading', { name: 'Manager' }).waitFor()
  await press(page, 'Edit my page')
  await page.getByText('among the members of each open community').waitFor()
  await page.getByLabel('Who my manager is').uncheck()
  await press(page, 'Save')
  await page.getByText('Your page is saved.').waitFor()
  await page.getByText('Only you see this.').first().waitFor()

  await theirs.reload()
  await settled(theirs)
  expect(await theirs.getByRole('heading', { name: 'Manager' }).count()).toBe(0)
})
