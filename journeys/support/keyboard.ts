import type { Page } from 'playwright-core'

/** Goes on with the Tab key until something of this name has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, name: string | RegExp, { back = false, most = 80 } = {}): Promise<void> {
  const fits = (text: string) => (typeof name === 'string' ? text === name : name.test(text))
  for (let step = 0; step < most; step++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    if (fits(await focused(page))) return
  }
  throw new Error(`${most} steps of the Tab key did not reach ${name}.`)
}

/** The name of what has the focus, as a screen reader would say it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) return ''
    const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null
    const by = element.getAttribute('aria-labelledby')
    const said =
      element.getAttribute('aria-label') ??
      (by ? document.getElementById(by)?.textContent : undefined) ??
      labels?.[0]?.textContent ??
      element.textContent
    return (said ?? '').replaceAll(/\s+/g, ' ').trim()
  })

/** Whether what has the focus is seen to have it. */
export const focusIsSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  })
