import MarkdownIt from 'markdown-it'
import sanitize from 'sanitize-html'
import { formulas } from './formulas.ts'

const parsing = () => new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: true }).use(formulas)
const parser = parsing()
const withoutTables = parsing().disable('table')

const allowed: sanitize.IOptions = {
  allowedTags: 'p br hr h2 h3 h4 h5 strong em s code pre blockquote ul ol li a img table thead tbody tr th td'.split(
    ' ',
  ),
  allowedAttributes: {
    a: ['href', 'title', 'rel', 'data-person'],
    img: ['src', 'alt', 'title', 'loading'],
    ol: ['start'],
    code: ['class'],
    th: ['align'],
    td: ['align'],
  },
  allowedClasses: { code: [/^language-[a-z0-9-]+$/] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  // A page has one h1, its own; headings in a text start below it.
  transformTags: {
    h1: 'h2',
    a: (tagName, attribs) => ({ tagName, attribs: linked(attribs) }),
    img: (tagName, attribs) => ({
      tagName,
      attribs: { ...attribs, src: fileAddress(attribs['src']), loading: 'lazy' },
    }),
  },
  exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs['src'],
}

const personAddress = /^\/people\/([0-9a-f-]{36})$/
const ownFile = /^\/api\/files\/[0-9a-f-]{36}$/

function linked(attribs: sanitize.Attributes): sanitize.Attributes {
  const person = personAddress.exec(attribs['href'] ?? '')
  if (person) return { href: attribs['href']!, 'data-person': person[1]! }
  return { ...attribs, ...(leadsOutside(attribs['href'] ?? '') && { rel: 'noopener noreferrer nofollow' }) }
}

const here = 'https://here.invalid'
/** Asked of the parser that browsers use too: "HTTPS:/x" and "\\x" lead away as well. */
const leadsOutside = (address: string) => !URL.canParse(address, here) || new URL(address, here).origin !== here

/** Images come from our own store only: a foreign one would tell its host who reads. */
const fileAddress = (src = '') => (ownFile.test(src) ? src : '')

/** Markdown as people write it, to HTML that is safe on any page. */
export function renderMarkdown(markdown: string): string {
  const html = parser.render(markdown)
  return sanitize(isMostlyFilledUp(html, markdown) ? withoutTables.render(markdown) : html, allowed)
}

const times = (text: string, part: string) => text.split(part).length - 1

/** A short row of a wide table is filled up with empty cells: a few letters would make a page that nobody can open. */
const isMostlyFilledUp = (html: string, markdown: string) => {
  const cells = times(html, '<td')
  return cells > 500 && cells > 4 * times(markdown, '|')
}

/** The people a text mentions: links to `/people/<id>`. */
export const mentionedIn = (markdown: string): string[] => [
  ...new Set([...markdown.matchAll(/\]\(\/people\/([0-9a-f]{8}-[0-9a-f-]{27})\)/g)].map(([, id]) => id!)),
]

/** The files a text shows or links. */
export const filesIn = (markdown: string): string[] => [
  ...new Set([...markdown.matchAll(/\]\(\/api\/files\/([0-9a-f]{8}-[0-9a-f-]{27})\)/g)].map(([, id]) => id!)),
]

// What could be taken for a mark stays written out.
const character = /&(lt(?!;[a-z!/?])|gt|quot|#39|nbsp|amp);/gi
const characters: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ', amp: '&' }

/** What our own rendering says without its marks, for excerpts, though it may be cut anywhere. Text, not HTML. */
export const plainText = (html: string): string =>
  html
    .replaceAll(/<[^>]*(?:>|$)/g, ' ')
    .replace(/&#?\w*$/, '')
    .replaceAll(character, (whole, name: string) => characters[name.toLowerCase()] ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim()
