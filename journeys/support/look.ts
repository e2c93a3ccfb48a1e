import { mkdir } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { isUnderWay, nothingUnderWay } from './requests.ts'

const folder = new URL('../../test-results/', import.meta.url).pathname

/** A picture for people to look at, where `MORTAR_PICTURES` asks for them; no test compares it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env['MORTAR_PICTURES']) return
  await mkdir(folder, { recursive: true })
  const width = page.viewportSize()?.width
  const scheme = await page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])
  await page.screenshot({ path: `${folder}${name}-${width}-${scheme}.png`, fullPage: true })
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds serious or critical, one line each, by all rules or by those named. */
export async function seriousFaults(page: Page, rules?: string[]): Promise<string[]> {
  // No frames are on our pages, and only faults are of use: this spares axe a page of its own and most of its report.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(standards)).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${help} (${target.join(' ')}) ${any[0]?.message ?? ''}`),
    )
}

/** A page has settled when its heading is there, nothing waits, and nothing is being fetched. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  do {
    await nothingUnderWay(page)
    await page.locator('main [aria-busy="true"]:not([data-shown] *)').first().waitFor({ state: 'detached' })
    // What has arrived is drawn, and may ask for more.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
  } while (isUnderWay(page))
  await page.evaluate(() => document.fonts.ready)
}
