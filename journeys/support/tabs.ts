import type { BrowserContext, Page } from 'playwright-core'
import { desk } from './browser.ts'
import { listenToServer } from './words.ts'

export interface Tab {
  page: Page
  /** What broke since the tab was taken. */
  broken: readonly string[]
  /** What the server has said since then. */
  heard: () => Promise<string>
}

/**
 * Gives the tab of a window, at a desk by day, for one page after another: each script is fetched once, and Chromium,
 * which takes longer for a window than for most of our pages, opens one.
 */
export function tabsOf(window: BrowserContext): () => Promise<Tab> {
  let tab: Awaited<ReturnType<typeof openTab>> | undefined
  return async () => {
    if (!tab || tab.page.isClosed()) tab = await openTab(window)
    await tab.asNew()
    return tab
  }
}

async function openTab(window: BrowserContext) {
  const page = await window.newPage()
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (line) => line.text().includes('Content Security Policy') && broken.push(line.text()))
  const { heard, forget } = listenToServer(page)
  const asNew = async () => {
    broken.length = 0
    forget()
    if (page.viewportSize()?.width !== desk.width) await page.setViewportSize(desk)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  return { page, broken, heard, asNew }
}
