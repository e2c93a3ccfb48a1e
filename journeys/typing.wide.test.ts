import { expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { focused } from './support/keyboard.ts'
import { settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const weaving = await product.unit('Weaving hall')
const anna = await product.person('Anna', { office: true, unit: weaving })
await product.as(anna)('POST /organization/beginning', {
  body: { choice: 'here', name: 'Weavers of Kainuu', language: 'en', timeZone: 'Europe/Helsinki' },
})
for (let place = 0; place < 13; place++) await product.person(`Weaver ${place}`, { unit: weaving })
await product.as(anna)('POST /communities', {
  body: { name: 'Loom keepers', short: 'LOO', colour: 2, visibility: 'open', domain: 'Looms that keep running' },
})
await product.server.catchUp()
const browser = await openBrowser()
const window = await openWindow(browser)
await product.signIn(window, anna)

test.each([
  ['the search page', '/search', 'What are you looking for', 'loom', 'Loom keepers'],
  ['the directory of communities', '/communities', 'Search', 'loom', 'Loom keepers'],
  ['the people of the office', '/office', 'Name or e-mail address', 'weaver 12', 'Weaver 12'],
  ['the organization', '/organization', 'Find a unit or a person', 'weaver 12', 'Weaver 12'],
  ['a unit', `/organization/units/${weaving}`, 'Filter by name', 'weaver 12', 'Weaver 12'],
  ['the practices', '/practices', 'Search', 'loom', 'No practice fits'],
])('who types into %s keeps the field, letter after letter, and finds', async (_, path, label, words, found) => {
  const page = await window.newPage()
  await page.goto(product.address + path)
  await settled(page)
  const field = page.locator('main').getByLabel(label, { exact: true })
  await field.focus()
  for (const letter of words) {
    await page.keyboard.type(letter)
    await settled(page)
    expect((await focused(page)).slice(0, 60), `after "${letter}"`).toBe(label)
  }
  await expect.poll(() => field.inputValue()).toBe(words)
  await page.locator('main').getByText(found).filter({ visible: true }).first().waitFor()
  await page.close()
})
