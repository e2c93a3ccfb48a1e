import type { BrowserContext, Page, Request } from 'playwright-core'

const underWay = new WeakMap<Page, Set<Request>>()
const waiting = new WeakMap<Page, (() => void)[]>()

/** What is asked of the API, except streams, which do not end. */
const isAsking = (request: Request) => /\/api\/(?!live)/.test(request.url())

/** Follows what the pages of a window ask of the API. */
export function followRequests(window: BrowserContext): void {
  window.on('page', (page) => {
    const asked = new Set<Request>()
    underWay.set(page, asked)
    const done = (request: Request) => {
      asked.delete(request)
      if (asked.size === 0) for (const go of waiting.get(page)?.splice(0) ?? []) go()
    }
    page.on('request', (request) => isAsking(request) && asked.add(request))
    page.on('requestfinished', done)
    page.on('requestfailed', done)
  })
}

export const isUnderWay = (page: Page): boolean => (underWay.get(page)?.size ?? 0) > 0

/** Waits until the page has every answer it asked for. */
export async function nothingUnderWay(page: Page): Promise<void> {
  while (isUnderWay(page)) {
    await new Promise<void>((go) => waiting.set(page, [...(waiting.get(page) ?? []), go]))
  }
}
