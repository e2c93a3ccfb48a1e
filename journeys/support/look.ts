import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
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
    // Axe says nowhere else how grave a rule is.
    axe: typeof axe & { _audit: { rules: { id: string; impact: string }[] } }
  }
}

// Less than half of what the package gives as its source: each page has to read it.
const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const grave = ['serious', 'critical']

/**
 * What axe finds serious or critical, one line each, by all rules or by those named. Of a page that is changing still,
 * what stays wrong is a fault, a colour between two is nobody's.
 */
export async function seriousFaults(page: Page, rules?: string[]): Promise<string[]> {
  const faults = await faultsNow(page, rules)
  if (faults.length === 0) return faults
  await settled(page)
  return faultsNow(page, rules)
}

async function faultsNow(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeScript)
  return page.evaluate(
    async ({ rules, standards, grave }) => {
      const lesser = window.axe._audit.rules.filter(({ impact }) => !grave.includes(impact))
      // No frames are on our pages, and only faults are of use: this spares axe most of its report.
      const { violations } = await window.axe.run({
        runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: standards },
        rules: rules ? {} : Object.fromEntries(lesser.map(({ id }) => [id, { enabled: false }])),
        resultTypes: ['violations'],
        iframes: false,
      })
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, any }) => `${id}: ${help} (${target.join(' ')}) ${any[0]?.message ?? ''}`),
      )
    },
    { rules, standards, grave },
  )
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
