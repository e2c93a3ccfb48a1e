import type { Page } from 'playwright-core'

/** Goes on with the Tab key until something of this name has the focus, which must be seen at every stop. */
export async function tabTo(page: Page, name: string | RegExp, { back = false, most = 80 } = {}): Promise<void> {
  const fits = (text: string) => (typeof name === 'string' ? text === name : name.test(text))
  for (let step = 0; step < most; step++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    const name = await focused(page)
    if (!(await focusIsSeen(page))) throw new Error(`The focus is not seen on ${name}.`)
    if (fits(name)) return
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

/** Whether what has the focus is seen to have it, where anything has. The ring may take some frames to appear. */
export const focusIsSeen = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 60; frame++) {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!)
      if (document.activeElement === document.body) return true
      // A heading takes the focus after a navigation so that it is read aloud; it is no stop of the Tab key.
      if ((document.activeElement as HTMLElement).tabIndex < 0) return true
      if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) return true
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return false
  })
