import type { Page } from 'playwright-core'

// Not a plain import: the types of the client are checked with its own settings.
const pseudo = new URL('../../client/src/app/pseudo.ts', import.meta.url).href
export const { pseudoText } = (await import(pseudo)) as { pseudoText: (text: string) => string }
const broken = 'This page could not be shown'

/** The headings of what stands in place of a page that broke, in words and in those without a tongue. */
export const brokenHeadings: readonly string[] = [broken, pseudoText(broken)]

/** Collects what the server says on a page: words that come from people and need no catalogue. */
export function listenToServer(page: Page): { heard: () => Promise<string>; forget: () => void } {
  const texts: Promise<string>[] = []
  page.on('response', (response) => {
    // A stream has no end to wait for, and no words.
    if (/\/api\/(?!live)/.test(response.url())) texts.push(response.text().then(textsIn, () => ''))
  })
  return {
    heard: async () => (await Promise.all(texts)).join('\n'),
    forget: () => void texts.splice(0),
  }
}

function textsIn(json: string): string {
  const texts: string[] = []
  try {
    JSON.parse(json, (_, value) => {
      if (typeof value === 'string') texts.push(value.includes('<') ? value.replaceAll(/<[^>]*>/g, ' ') : value)
      return value
    })
  } catch {
    // A file has no words of the interface.
  }
  return texts.join('\n')
}

/** Words in sight, or read aloud, that come neither from a catalogue (those have brackets) nor from the server. */
export async function wordsWithoutCatalogue(page: Page, heard: () => Promise<string>): Promise<string[]> {
  const found = await page.evaluate(() => {
    const out: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent && !parent.closest('script, style, noscript, kbd, [data-no-words]')) out.push(node.textContent ?? '')
    }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (!element.closest('[aria-hidden="true"]')) out.push(element.getAttribute(name) ?? '')
      }
    }
    return out
  })
  // Asked after the page was read: what stands there was said before.
  const content = plain(await heard())
  return [...new Set(found)].filter((text) => isStrange(text, content))
}

/** What people wrote may stand in one line, with marks between. */
const isStrange = (text: string, content: string) => {
  const said = plain(withoutBrackets(text))
  return !content.includes(said) && said.split(/ · |[,:](?: |$)|(?:^| )\d+\. /).some((piece) => isWord(piece, content))
}

const isWord = (piece: string, content: string) => /[a-z]{2}/i.test(piece) && !content.includes(piece.trim())

/** A message may stand in another one. */
function withoutBrackets(text: string): string {
  const less = text.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ')
  // Parts of a message with links in it open in one piece of text and close in another.
  return less === text ? text.replace(/⟦[^⟧]*$/, ' ').replace(/^[^⟦]*⟧/, ' ') : withoutBrackets(less)
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
