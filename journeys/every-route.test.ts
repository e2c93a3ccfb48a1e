import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openBrowser, openWindow, type Screen } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'
import { everyRoute, exampleOf } from './support/routes.ts'
import { listenToServer, wordsWithoutCatalogue } from './support/words.ts'

const nowhere = { path: '/nothing-is-here' }
const routes = [...(await everyRoute()), nowhere]

const browser = await openBrowser()
const product = await openProduct()
const { maria, examples } = await examplesIn(product)

async function withPage(path: string, screen: Screen, look: (page: Page) => Promise<void>) {
  const window = await openWindow(browser, screen)
  try {
    await product.signIn(window, maria)
    const page = await window.newPage()
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    page.on(
      'console',
      (line) => line.type() === 'error' && /Content Security Policy/.test(line.text()) && broken.push(line.text()),
    )
    await page.goto(product.address + path)
    await settled(page)
    await look(page)
    expect(broken).toEqual([])
  } finally {
    await window.close()
  }
}

const nameOf = (path: string) => path.replaceAll(/[^\w]+/g, '-').replace(/^-|-$/g, '') || 'home'

describe.each(routes)('$path', (route) => {
  test.each(['light', 'dark'] as const)('has no serious fault in the %s theme', async (scheme) => {
    await withPage(exampleOf(route, examples), { scheme }, async (page) => {
      await picture(page, nameOf(route.path))
      expect(await seriousFaults(page)).toEqual([])
    })
  })

  test('fits a phone without sideways scrolling and has no serious fault there', async () => {
    await withPage(exampleOf(route, examples), { width: 390 }, async (page) => {
      await picture(page, nameOf(route.path))
      expect(await seriousFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    })
  })

  test('speaks only words of the catalogues', async () => {
    const window = await openWindow(browser)
    await product.signIn(window, maria)
    const page = await window.newPage()
    const heard = listenToServer(page)
    await page.goto(`${product.address}${exampleOf(route, examples)}?language=qps`)
    await settled(page)
    expect(await page.locator('body').textContent()).toContain('⟦')
    expect(await wordsWithoutCatalogue(page, heard())).toEqual([])
    await window.close()
  })
})
