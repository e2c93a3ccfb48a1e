import type { Page } from 'playwright-core'

export type BrokenWords = string[]

/** Words of up to 24 letters that are cut over two lines: the room was too narrow for what it says. */
export const wordsBroken = (page: Page): Promise<BrokenWords> =>
  page.evaluate(() => {
    const broken = new Set<string>()
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const text = texts.currentNode as Text
      const around = text.parentElement!
      if (around.closest('svg, pre, code, .unseen') || around.clientWidth === 1) continue
      for (const { 0: word, index } of text.data.matchAll(/(?<!\p{L})\p{L}{2,24}(?!\p{L})/gu)) {
        const range = document.createRange()
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        const lines = new Set(
          [...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top)),
        )
        if (lines.size > 1) broken.add(`${word} in ${around.tagName}`)
      }
    }
    return [...broken]
  })
