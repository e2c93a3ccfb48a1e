import { mkdir } from 'node:fs/promises'
import axe from 'axe-core'
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

declare global {
  interface Window {
    axe: typeof axe
  }
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const grave = ['serious', 'critical']

/** What axe finds serious or critical, one line each, by all rules or by those named. */
export async function seriousFaults(page: Page, rules?: string[]): Promise<string[]> {
  // Axe is half a megabyte: it is read once for each page, not once for each look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ({ rules, standards, grave }) => {
      // No frames are on our pages, and only faults are of use: this spares axe most of its report.
      const { violations } = await window.axe.run({
        runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: standards },
        resultTypes: ['violations'],
        iframes: false,
      })
      return violations
        .filter(({ impact }) => grave.includes(impact ?? ''))
        .flatMap(({ id, help, nodes }) =>
          nodes.map(({ target, any }) => `${id}: ${help} (${target.join(' ')}) ${any[0]?.message ?? ''}`),
        )
    },
    { rules, standards, grave },
  )
}

/** The same of a page that may be changing still: what stays wrong is a fault, a colour between two is nobody's. */
export async function standingFaults(page: Page, rules?: string[]): Promise<string[]> {
  const faults = await seriousFaults(page, rules)
  if (faults.length === 0) return faults
  await settled(page)
  return seriousFaults(page, rules)
}

/** What changed is on the screen: colours that fade have faded too. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)))
    const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(fading.map(({ finished }) => finished))
  })

/** A page has settled when its heading is there, nothing waits, and nothing is being fetched. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  do {
    await nothingUnderWay(page)
    await page.locator('main [aria-busy="true"]:not([data-shown] *)').first().waitFor({ state: 'detached' })
    // What has arrived is drawn, and may ask for more.
    await drawn(page)
  } while (isUnderWay(page))
  await page.evaluate(() => document.fonts.ready)
}
