import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openBrowser, openWindow } from './browser.ts'
import { examplesIn } from './examples.ts'
import { lanesOf } from './lanes.ts'
import { settled } from './look.ts'
import { openProduct } from './product.ts'
import { everyRoute, exampleOf, type Route } from './routes.ts'
import { type Tab, tabsOf } from './tabs.ts'
import { brokenHeadings } from './words.ts'

const nowhere = { path: '/nothing-is-here' }
type Tabs = Record<'anna' | 'founder' | 'nobody', () => Promise<Tab>>
type Look = (page: Page, heard: () => Promise<string>) => Promise<void>

/** Every route of the product, and the example organization to open each in, for somebody who may. */
export async function visitsOfEveryRoute() {
  const routes: Route[] = [...(await everyRoute()), nowhere]
  const product = await openProduct()
  const { anna, examples } = await examplesIn(product)
  const untouched = await openProduct()
  const founder = await untouched.person('Olga Founder', { office: true })
  const browser = await openBrowser()

  async function tabsIn(browser: Browser): Promise<Tabs> {
    const [hers, whoBegins, nobodys] = [await openWindow(browser), await openWindow(browser), await openWindow(browser)]
    await product.signIn(hers, anna)
    await untouched.signIn(whoBegins, founder)
    return { anna: tabsOf(hers), founder: tabsOf(whoBegins), nobody: tabsOf(nobodys) }
  }
  const inLane = lanesOf([await tabsIn(browser), await tabsIn(browser)])

  /** Most pages are Anna's; some are for nobody yet known, and one is for whoever begins. */
  function visitOf({ path, open }: Route, tabs: Tabs) {
    if (path === '/start') return { at: untouched, tab: tabs.founder }
    return { at: product, tab: open ? tabs.nobody : tabs.anna }
  }

  /** Opens a route, looks, and fails where anything broke on it. */
  const opened = (route: Route, search: string, look: Look) =>
    inLane(async (tabs) => {
      const { at, tab } = visitOf(route, tabs)
      const { page, broken, heard } = await tab()
      const address = exampleOf(route, examples)
      try {
        await page.goto(at.address + address + search)
        await settled(page)
        expect(new URL(page.url()).pathname, 'a page that leads elsewhere was not looked at').toBe(address)
        expect(brokenHeadings).not.toContain(await page.getByRole('heading', { level: 1 }).textContent())
        await look(page, heard)
        expect(broken).toEqual([])
      } catch (error) {
        // What went wrong on this route is nothing to the next one.
        await page.close()
        throw error
      }
    })

  return { routes, opened }
}
