const tags: Record<string, readonly string[]> = {
  a: ['href', 'title', 'rel', 'data-person'],
  img: ['src', 'alt', 'title', 'loading'],
  ol: ['start'],
  code: ['class'],
  th: ['align'],
  td: ['align'],
  ...Object.fromEntries(
    'p br hr h2 h3 h4 h5 strong em s pre blockquote ul li table thead tbody tr'.split(' ').map((tag) => [tag, []]),
  ),
}
const empty = new Set(['br', 'hr', 'img'])
const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)( \/)?>/g
const attribute = / ([a-z-]+)(?:="([^"]*)")?/g

/** What is in a text of HTML that must not be, one line each. Whatever is not plainly allowed is a fault. */
export function faultsIn(html: string): string[] {
  const faults: string[] = []
  const open: string[] = []
  const rest = html.replaceAll(tag, (_, closing: string, name: string, attributes: string) => {
    if (!tags[name]) faults.push(`<${name}>`)
    if (closing && open.pop() !== name) faults.push(`</${name}> closes something else`)
    if (!closing && !empty.has(name)) open.push(name)
    for (const [, key = '', value = ''] of attributes.matchAll(attribute)) {
      if (!tags[name]?.includes(key)) faults.push(`<${name} ${key}>`)
      const wrong = checks[key]?.(decoded(value), attributes)
      if (wrong) faults.push(`<${name} ${key}="${value}">: ${wrong}`)
    }
    return ''
  })
  if (/[<>]/.test(rest)) faults.push(`a bare bracket in ${rest.slice(0, 200)}`)
  return [...faults, ...open.map((name) => `<${name}> stays open`)]
}

const here = 'https://mortar.example.org'
const checks: Record<string, (value: string, beside: string) => string | undefined> = {
  href: (value, beside) => wrongAddress(value, beside),
  src: (value) => (/^\/api\/files\/[0-9a-f-]{36}$/.test(value) ? undefined : 'not a file of ours'),
  class: (value) => (/^language-[a-z0-9-]+$/.test(value) ? undefined : 'not a language'),
  start: (value) => (/^\d+$/.test(value) ? undefined : 'not a number'),
  'data-person': (value) => (/^[0-9a-f-]{36}$/.test(value) ? undefined : 'not a person'),
}

function wrongAddress(value: string, beside: string): string | undefined {
  // Browsers drop these before they read an address.
  const read = value.replaceAll(/[\t\n\r]|^[\0-\x20]+/g, '')
  if (!URL.canParse(read, here)) return
  const { protocol, origin } = new URL(read, here)
  if (!['http:', 'https:', 'mailto:'].includes(protocol)) return `leads to ${protocol}`
  if (protocol === 'mailto:' || origin === here) return
  if (/^[\\/]{2}/.test(read)) return 'takes the scheme of the page'
  if (!beside.includes('rel="noopener noreferrer nofollow"')) return 'leads outside with our name on it'
  return
}

const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', colon: ':', Tab: '\t', NewLine: '\n' }
const decoded = (text: string) =>
  text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));?/gi, (all, hex: string, decimal: string, name: string) => {
    if (name) return named[name] ?? all
    return String.fromCodePoint(Math.min(hex ? Number.parseInt(hex, 16) : Number(decimal), 0x10_ff_ff))
  })
