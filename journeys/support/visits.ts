import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openBrowser, openWindow } from './browser.ts'
import { examplesIn } from './examples.ts'
import { lanesOf } from './lanes.ts'
import { settled } from './look.ts'
import { openProduct } from './product.ts'
import { everyRoute, exampleOf, type Route } from './routes.ts'
import { brokenHeadings, listenToServer } from './words.ts'

const nowhere = { path: '/nothing-is-here' }
type Windows = Record<'anna' | 'founder' | 'nobody', BrowserContext>
type Look = (page: Page, heard: () => Promise<string>) => Promise<void>

/** Every route of the product, and the example organization to open each in, for somebody who may. */
export async function visitsOfEveryRoute() {
  const routes: Route[] = [...(await everyRoute()), nowhere]
  const product = await openProduct()
  const { anna, examples } = await examplesIn(product)
  const untouched = await openProduct()
  const founder = await untouched.person('Olga Founder', { office: true })
  const browser = await openBrowser()

  /** Windows that stay open, so that each script is fetched once. */
  async function windowsIn(browser: Browser): Promise<Windows> {
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
  function visitOf({ path, open }: Route, windows: Windows) {
    if (path === '/start') return { at: untouched, window: windows.founder }
    return { at: product, window: open ? windows.nobody : windows.anna }
  }

  /** Opens a route, looks, and fails where anything broke on it. */
  const opened = (route: Route, search: string, look: Look) =>
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
        expect(brokenHeadings).not.toContain(await page.getByRole('heading', { level: 1 }).textContent())
        await look(page, heard)
        expect(broken).toEqual([])
      } finally {
        await page.close()
      }
    })

  return { routes, opened }
}
