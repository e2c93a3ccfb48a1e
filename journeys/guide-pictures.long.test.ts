import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

/** What the guide shows of the example. With MORTAR_PICTURES its pictures are made anew. */
const product = await openProduct()
const { anna, examples } = await examplesIn(product)
const browser = await openBrowser()
const folder = process.env['MORTAR_PICTURES'] && join(import.meta.dirname, '../docs/guide/pictures')
const largest = 140_000

test.each([
  ['constellation', '/constellation', 'svg#constellation', 820],
  ['privacy-centre', '/privacy', 'text=Withdraw', 820],
  ['survey-answer', `/surveys/${examples['survey']}/answer`, 'main', 760],
  ['recognition', `/recognition/${examples['recognition']}`, 'main form', 620],
] as const)('the guide shows %s as it is', async (name, address, what, height) => {
  const window = await openWindow(browser)
  await product.signIn(window, anna)
  const page = await window.newPage()
  await page.goto(`${product.address}${address}`)
  await page.locator(what).first().waitFor()
  await settled(page)
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 1280, height }, fullPage: true })

  expect(picture.length).toBeLessThan(largest)
  if (folder) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name}.png`), picture)
  }
  await window.close()
})
