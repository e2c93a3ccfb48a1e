import type { Browser, CDPSession, Page } from 'playwright-core'
import type { Reader } from './index.ts'

export interface Window {
  page: Page
  protocol: CDPSession
  close(): Promise<void>
}

/** A window of its own with nothing in its store, signed in. */
export async function openWindow(browser: Browser, { address, cookie }: Reader): Promise<Window> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' })
  const [name, value] = cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url: address }])
  const page = await context.newPage()
  const protocol = await context.newCDPSession(page)
  return { page, protocol, close: () => context.close() }
}
