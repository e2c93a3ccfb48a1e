import type { MarkdownIt } from 'markdown-it'

/** Longer than any formula that somebody types; what is longer is text. */
const longest = 2000

/** Where a formula that begins here ends, and what it says; `$5 and $10` and `US$` are money. */
function formulaAt(source: string, at: number): { tex: string; end: number; block: boolean } | undefined {
  const mark = source.startsWith('$$', at) ? '$$' : '$'
  const from = at + mark.length
  if (/[\p{L}\p{N}$]/u.test(source[at - 1] ?? '')) return undefined
  let to = from - 1
  do to = source.indexOf(mark, to + 1)
  while (to > 0 && source[to - 1] === '\\')
  const tex = source.slice(from, to)
  if (to < 0 || to - from > longest || tex.trim() === '') return undefined
  if (mark === '$' && (/^\s|\s$/.test(tex) || /\d/.test(source[to + 1] ?? ''))) return undefined
  return { tex: tex.trim(), end: to + mark.length, block: mark === '$$' }
}

/**
 * Formulas in TeX, `$x^2$` and `$$x^2$$`, as code of the language math: so they are found and quoted as they were typed,
 * and the page draws them.
 */
export function formulas(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'formula', (state, silent) => {
    if (state.src[state.pos] !== '$') return false
    const found = formulaAt(state.src, state.pos)
    if (!found || found.end > state.posMax) return false
    if (!silent) {
      const token = state.push('formula', 'code', 0)
      token.content = found.tex
      token.block = found.block
    }
    state.pos = found.end
    return true
  })
  parser.renderer.rules['formula'] = (tokens, at) => {
    const { content, block } = tokens[at]!
    return `<code class="language-math${block ? '-block' : ''}">${parser.utils.escapeHtml(content)}</code>`
  }
}

/** Parts of a text: what is no formula, then a formula, in turns. For writers of Markdown, who leave formulas as they are. */
export function apartFromFormulas(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at)) {
    const found = formulaAt(text, at)
    if (found) {
      parts.push(text.slice(from, at), text.slice(at, found.end))
      from = found.end
    }
    at = found?.end ?? at + 1
  }
  return [...parts, text.slice(from)]
}
