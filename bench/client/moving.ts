import type { Browser, Page } from 'playwright-core'
import type { Reader } from './index.ts'
import { openWindow } from './window.ts'

interface Watched {
  longTasks?: number[]
}

/** Scrolls a page from its top to its end with the wheel; tells the longest task meanwhile, nothing being one under 50 ms. */
export async function scrolling(browser: Browser, reader: Reader, path: string) {
  const { page, close } = await openWindow(browser, reader)
  await page.goto(`${reader.address}${path}`)
  await page.waitForSelector('main h1')
  await settled(page)
  await page.evaluate(() => {
    const watched = globalThis as Watched
    watched.longTasks = []
    const note = (list: PerformanceObserverEntryList) =>
      watched.longTasks!.push(...list.getEntries().map((task) => task.duration))
    new PerformanceObserver(note).observe({ type: 'longtask' })
  })
  const long = page.locator('[role="tree"], [role="grid"], main table').first()
  await ((await long.count()) > 0 ? long : page.locator('main')).hover({ position: { x: 60, y: 20 } })
  for (let turn = 0; turn < 60; turn++) {
    await page.mouse.wheel(0, 600)
    await page.waitForTimeout(30)
  }
  await page.waitForTimeout(300)
  const longest = await page.evaluate(() => Math.max(0, ...(globalThis as Watched).longTasks!))
  const elements = await page.evaluate(() => document.body.querySelectorAll('*').length)
  await close()
  return { longest, elements }
}

/** Skeletons have gone, and nothing more arrives. */
async function settled(page: Page): Promise<void> {
  let before = -1
  for (let turn = 0; turn < 50; turn++) {
    const now = await page.evaluate(() => document.body.querySelectorAll('*').length)
    if (now === before) return
    before = now
    await page.waitForTimeout(200)
  }
}

/** Unfolds a unit that holds thousands: from the key until the units inside it, not only their place, stand on the page. */
export async function opening(browser: Browser, reader: Reader): Promise<number> {
  const { page, close } = await openWindow(browser, reader)
  await page.goto(`${reader.address}/organization`)
  const tree = page.locator('[role="tree"]')
  await tree.locator('[role="treeitem"]').first().waitFor()
  await tree.focus()
  // The top unfolds by itself when it has come; the key would then walk into it.
  const inside = tree.locator('[role="treeitem"][aria-level="2"][aria-expanded]').first()
  await settled(page)
  if (!(await inside.isVisible())) await page.keyboard.press('ArrowRight')
  await inside.waitFor()
  await page.keyboard.press('ArrowDown')
  await page.locator('[role="tree"][aria-activedescendant$="-1"]').waitFor()
  const taken = await page.evaluate(unfoldHere)
  await close()
  return taken
}

function unfoldHere(): Promise<number> {
  const tree = document.querySelector<HTMLElement>('[role="tree"]')!
  const began = performance.now()
  tree.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
  return new Promise((done) => {
    const look = () =>
      tree.querySelector('[role="treeitem"][aria-level="3"][aria-expanded]')
        ? done(performance.now() - began)
        : requestAnimationFrame(look)
    requestAnimationFrame(look)
  })
}
