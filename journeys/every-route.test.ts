import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'
import { everyRoute, exampleOf, type Route } from './support/routes.ts'
import { listenToServer, wordsWithoutCatalogue } from './support/words.ts'

const nowhere = { path: '/nothing-is-here' }
const routes: Route[] = [...(await everyRoute()), nowhere]
const product = await openProduct()
const { maria, examples } = await examplesIn(product)
const untouched = await openProduct()
const founder = await untouched.person('Olga Founder', { office: true })
const browser = await openBrowser()

/** Most pages are Maria's; some are for nobody yet known, and one is for whoever begins. */
function visitOf({ path, open }: Route) {
  if (path === '/start') return { at: untouched, who: founder }
  return { at: product, who: open ? undefined : maria }
}

/** Opens a route for somebody who may, looks, and fails where anything broke on it. */
async function opened(route: Route, search: string, look: (page: Page) => Promise<void>) {
  const window = await openWindow(browser)
  try {
    const { at, who } = visitOf(route)
    if (who) await at.signIn(window, who)
    const page = await window.newPage()
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    page.on('console', (line) => line.text().includes('Content Security Policy') && broken.push(line.text()))
    const heard = listenToServer(page)
    const address = exampleOf(route, examples)
    await page.goto(at.address + address + search)
    await settled(page)
    expect(new URL(page.url()).pathname, 'a page that leads elsewhere was not looked at').toBe(address)
    expect(broken).toEqual([])
    await look(page)
    if (search) expect(await wordsWithoutCatalogue(page, heard())).toEqual([])
    expect(broken).toEqual([])
  } finally {
    await window.close()
  }
}

const nameOf = ({ path }: Route) => path.replaceAll(/[^\w]+/g, '-').replace(/^-|-$/g, '') || 'home'
const pageCannotBeShown = 'This page could not be shown'

describe.each(routes)('$path', (route) => {
  test('has no serious fault by day, by night and on a phone, which it fits', async () => {
    await opened(route, '', async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe(pageCannotBeShown)
      await picture(page, nameOf(route))
      expect(await seriousFaults(page), 'by day').toEqual([])

      await page.emulateMedia({ colorScheme: 'dark' })
      await page.locator('[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' })
      await picture(page, nameOf(route))
      expect(await seriousFaults(page, ['color-contrast']), 'by night').toEqual([])

      await page.setViewportSize({ width: 390, height: 844 })
      await picture(page, nameOf(route))
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      expect(await seriousFaults(page), 'on a phone').toEqual([])
    })
  })

  test('speaks only words of the catalogues', async () => {
    await opened(route, '?language=qps', async (page) => {
      expect(await page.locator('body').textContent()).toContain('⟦')
    })
  })
})
