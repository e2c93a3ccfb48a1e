import TurndownService from 'turndown'
import { apartFromFormulas } from '#platform/formulas.ts'

const turndown = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
})

// Signs are written out so that they stay signs; inside a formula they are the formula's.
const escape = turndown.escape.bind(turndown)
turndown.escape = (text) =>
  apartFromFormulas(text)
    .map((part, n) => (n % 2 === 0 ? escape(part) : part))
    .join('')

// What the editor of Stack Exchange writes when nobody describes a picture.
const said = 'enter image description here'

// Pictures live elsewhere and would tell that place who reads: they become links.
turndown.addRule('picture', {
  filter: 'img',
  replacement(_, node) {
    const picture = node as unknown as Element
    const words = picture.getAttribute('alt')?.replace(said, '').trim() || 'picture'
    const address = picture.getAttribute('src')
    return picture.closest('a') || !address ? words : `[${words}](${address})`
  },
})
turndown.addRule('raised', { filter: ['sup'], replacement: (text) => (text ? `^${text}` : '') })
turndown.addRule('lowered', { filter: ['sub'], replacement: (text) => (text ? `_${text}` : '') })
turndown.addRule('struck', { filter: ['s', 'del'], replacement: (text) => (text ? `~~${text}~~` : '') })
turndown.addRule('older struck', { filter: (node) => node.nodeName === 'STRIKE', replacement: (text) => `~~${text}~~` })
turndown.addRule('key', { filter: ['kbd'], replacement: (text) => `\`${text}\`` })
turndown.addRule('cell', {
  filter: ['td', 'th'],
  replacement: (text) =>
    ` ${text
      .trim()
      .replaceAll(/\s*\n\s*/g, ' ')
      .replaceAll('|', '\\|')} |`,
})
turndown.addRule('row', {
  filter: 'tr',
  replacement(text, node) {
    const row = node as unknown as HTMLTableRowElement
    const first = row.parentElement?.closest('table')?.querySelector('tr') === row
    return `|${text}\n${first ? `|${' --- |'.repeat(row.children.length)}\n` : ''}`
  },
})
turndown.addRule('rows', { filter: ['thead', 'tbody', 'tfoot'], replacement: (text) => text })
turndown.addRule('table', { filter: 'table', replacement: (text) => `\n\n${text}\n\n` })

/** The HTML of a post as Markdown. */
export const markdownOf = (html: string): string => clean(turndown.turndown(html))

/** Without what the database cannot hold. */
export const clean = (text: string): string => text.replaceAll('\0', '').trim()
