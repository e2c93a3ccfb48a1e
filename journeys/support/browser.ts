import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { afterAll } from 'vitest'
import { findChromium } from '../../scripts/chromium.ts'
import { followRequests } from './requests.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The Chromium of this machine, gone when the test file ends. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags })
  afterAll(() => browser.close())
  return browser
}

export const desk = { width: 1280, height: 900 } as const

export interface Screen {
  width?: 390 | 1280
  scheme?: 'light' | 'dark'
  language?: 'en' | 'fi'
}

/** A window of its own: no cookie, no storage, one size, one scheme. */
export async function openWindow(browser: Browser, screen: Screen = {}): Promise<BrowserContext> {
  const { width = 1280, scheme = 'light', language = 'en' } = screen
  const window = await browser.newContext({
    viewport: width === 390 ? { width, height: 844 } : desk,
    colorScheme: scheme,
    locale: language,
    reducedMotion: 'reduce',
    hasTouch: width === 390,
  })
  // A net for what never comes: what does come may take its time on a busy machine.
  window.setDefaultTimeout(60_000)
  followRequests(window)
  return window
}
