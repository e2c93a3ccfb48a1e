import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { settled } from './support/look.ts'
import { openProduct } from './support/product.ts'

const product = await openProduct()
const { anna } = await examplesIn(product)
const browser = await openBrowser()

test('the first page needs less than 250 kB of script, compressed', async () => {
  const window = await openWindow(browser)
  await product.signIn(window, anna)
  const page = await window.newPage()
  const scripts: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length))
  })

  await page.goto(product.address)
  await settled(page)

  const sizes = await Promise.all(scripts)
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000)
  await window.close()
})
