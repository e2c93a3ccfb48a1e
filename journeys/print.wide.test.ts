import { expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { picture, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const { anna, examples } = await examplesIn(product)
const browser = await openBrowser()
const window = await openWindow(browser, { scheme: 'dark' })
await product.signIn(window, anna)

test.each([
  ['a practice', `/practices/${examples['practice']}`, 'How'],
  ['a sheet', `/communities/${examples['community']}/sheets/${examples['sheet']}`, undefined],
])('%s is printed as text on white, without what one presses', async (name, path, section) => {
  const page = await window.newPage()
  await page.goto(product.address + path)
  await settled(page)
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  // As wide as a sheet of A4 without its margins.
  await page.setViewportSize({ width: 680, height: 960 })

  expect(await page.getByRole('heading', { level: 1, name: title! }).isVisible()).toBe(true)
  if (section) expect(await page.getByRole('heading', { name: section }).first().isVisible()).toBe(true)
  expect(await page.getByRole('navigation', { name: 'Places' }).isVisible()).toBe(false)
  // The dots of a drawing are pressed as well, and stay.
  const pressed = page.locator('main button').filter({ visible: true })
  expect(await pressed.allTextContents()).toEqual([])
  await page.waitForFunction(() => document.documentElement.scrollWidth <= 680)
  const [paper, ink, behindInitials] = await page.evaluate(() => {
    const light = (colour: string) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + +part, 0)
    const { backgroundColor, color } = getComputedStyle(document.body)
    const initials = getComputedStyle(document.querySelector('svg[class*="initials"]')!)
    return [backgroundColor, color, initials.backgroundColor].map(light)
  })
  expect([paper, ink! < 200, behindInitials! > 600]).toEqual([765, true, true])
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
  await picture(page, `print-${name.replace('a ', '')}`)
  await page.close()
})
