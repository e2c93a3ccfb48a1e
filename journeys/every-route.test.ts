import type { Browser, BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { lanesOf } from './support/lanes.ts'
import { drawn, picture, settled, standingFaults } from './support/look.ts'
import { openProduct } from './support/product.ts'
import { everyRoute, exampleOf, type Route } from './support/routes.ts'
import { listenToServer, wordsWithoutCatalogue } from './support/words.ts'

const nowhere = { path: '/nothing-is-here' }
const routes: Route[] = [...(await everyRoute()), nowhere]
const product = await openProduct()
const { anna, examples } = await examplesIn(product)
const untouched = await openProduct()
const founder = await untouched.person('Olga Founder', { office: true })
const browser = await openBrowser()

/** Windows that stay open, so that each script is fetched once. */
async function windowsIn(browser: Browser) {
  const windows = {
    anna: await openWindow(browser),
    founder: await openWindow(browser),
    nobody: await openWindow(browser),
  }
  await product.signIn(windows.anna, anna)
  await untouched.signIn(windows.founder, founder)
  return windows
}
const inLane = lanesOf([await windowsIn(browser), await windowsIn(browser)])

/** Most pages are Anna's; some are for nobody yet known, and one is for whoever begins. */
function visitOf({ path, open }: Route, windows: Record<'anna' | 'founder' | 'nobody', BrowserContext>) {
  if (path === '/start') return { at: untouched, window: windows.founder }
  return { at: product, window: open ? windows.nobody : windows.anna }
}

/** Opens a route for somebody who may, looks, and fails where anything broke on it. */
const opened = (route: Route, search: string, look: (page: Page, heard: () => Promise<string>) => Promise<void>) =>
  inLane(async (windows) => {
    const { at, window } = visitOf(route, windows)
    const page = await window.newPage()
    try {
      const broken: string[] = []
      page.on('pageerror', (error) => broken.push(error.message))
      page.on('console', (line) => line.text().includes('Content Security Policy') && broken.push(line.text()))
      const heard = listenToServer(page)
      const address = exampleOf(route, examples)
      await page.goto(at.address + address + search)
      await settled(page)
      expect(new URL(page.url()).pathname, 'a page that leads elsewhere was not looked at').toBe(address)
      await look(page, heard)
      expect(broken).toEqual([])
    } finally {
      await page.close()
    }
  })

/** The serious faults of a page in one theme. */
async function looksOf(page: Page, name: string, scheme: 'light' | 'dark', rules?: string[]) {
  await page.emulateMedia({ colorScheme: scheme })
  await page.locator(`[data-mantine-color-scheme="${scheme}"]`).waitFor({ state: 'attached' })
  await drawn(page)
  await picture(page, name)
  return standingFaults(page, rules)
}
const colours = ['color-contrast', 'link-in-text-block']

const nameOf = ({ path }: Route) => path.replaceAll(/[^\w]+/g, '-').replace(/^-|-$/g, '') || 'home'
const pageCannotBeShown = 'This page could not be shown'

describe.concurrent.each(routes)('$path', (route) => {
  test('has no serious fault by day and by night, at a desk and on a phone, which it fits', async () => {
    await opened(route, '', async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe(pageCannotBeShown)
      // One visit, four looks: what depends on the theme alone is looked at once more in the other one.
      expect(await looksOf(page, nameOf(route), 'light'), 'by day').toEqual([])
      expect(await looksOf(page, nameOf(route), 'dark', colours), 'by night').toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      await page.waitForFunction(() => document.documentElement.scrollWidth <= 390)
      expect(await looksOf(page, nameOf(route), 'dark'), 'by night, on a phone').toEqual([])
      expect(await looksOf(page, nameOf(route), 'light', colours), 'by day, on a phone').toEqual([])
    })
  })

  test('speaks only words of the catalogues', async () => {
    await opened(route, '?language=qps', async (page, heard) => {
      expect(await page.locator('body').textContent()).toContain('⟦')
      expect(await wordsWithoutCatalogue(page, await heard())).toEqual([])
    })
  })
})
