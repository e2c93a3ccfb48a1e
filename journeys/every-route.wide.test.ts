import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { drawn, picture, settled, seriousFaults } from './support/look.ts'
import type { Route } from './support/routes.ts'
import { visitsOfEveryRoute } from './support/visits.ts'

const { routes, opened } = await visitsOfEveryRoute()

/** The serious faults of a page in one theme. */
async function looksOf(page: Page, name: string, scheme: 'light' | 'dark', rules?: string[]) {
  await page.emulateMedia({ colorScheme: scheme })
  await page.locator(`[data-mantine-color-scheme="${scheme}"]`).waitFor({ state: 'attached' })
  await drawn(page)
  await picture(page, name)
  return seriousFaults(page, rules)
}
const colours = ['color-contrast', 'link-in-text-block']

/** A page fits where nothing has to be pushed aside to be seen. */
async function fits(page: Page, width: 390 | 2560) {
  await page.setViewportSize({ width, height: width === 390 ? 844 : 1440 })
  await page.waitForFunction((width) => document.documentElement.scrollWidth <= width, width)
}

/** The other views of a page fit a phone as well: what is wider moves in a frame of its own, which keys reach. */
async function viewsFit(page: Page) {
  const here = page.url()
  const views = page.locator('main nav a[href*="?view="]')
  for (const address of await views.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))) {
    await page.goto(address)
    await settled(page)
    await fits(page, 390)
    expect(await seriousFaults(page, ['scrollable-region-focusable']), address).toEqual([])
  }
  if (page.url() !== here) await page.goto(here)
  await settled(page)
}

const nameOf = ({ path }: Route) => path.replaceAll(/[^\w]+/g, '-').replace(/^-|-$/g, '') || 'home'

describe.concurrent.each(routes)('$path', (route) => {
  test('has no serious fault by day and by night, at a desk and on a phone, and fits both and a wide screen', async () => {
    await opened(route, '', async (page) => {
      // One visit, five looks: what depends on the theme alone is looked at once more in the other one.
      expect(await looksOf(page, nameOf(route), 'light'), 'by day').toEqual([])
      expect(await looksOf(page, nameOf(route), 'dark', colours), 'by night').toEqual([])
      await fits(page, 390)
      expect(await looksOf(page, nameOf(route), 'dark'), 'by night, on a phone').toEqual([])
      expect(await looksOf(page, nameOf(route), 'light', colours), 'by day, on a phone').toEqual([])
      await viewsFit(page)
      await fits(page, 2560)
      expect(await longestLine(page), 'a line on a wide screen, in letters').toBeLessThan(110)
      await picture(page, nameOf(route))
    })
  })
})

/** How many letters stand in the longest line of running text, as far as it fills more than one line. */
const longestLine = (page: Page) =>
  page.evaluate(() => {
    const pieces = [...document.querySelectorAll('main p, main li')].map((piece) => {
      const range = document.createRange()
      range.selectNodeContents(piece)
      const tops = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)))
      return tops.size > 1 ? (piece.textContent ?? '').length / tops.size : 0
    })
    return Math.max(0, ...pieces)
  })
