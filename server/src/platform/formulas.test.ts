import { expect, test } from 'vitest'
import { apartFromFormulas } from './formulas.ts'
import { plainText, renderMarkdown } from './markdown.ts'

const inline = (tex: string) => `<code class="language-math">${tex}</code>`

test.each([
  ['so $x_1 + x_2$ it is', `so ${inline('x_1 + x_2')} it is`],
  ['$\\frac{1}{2}$, *half*', `${inline('\\frac{1}{2}')}, <em>half</em>`],
  ['$a *b* c$', inline('a *b* c')],
  ['$a < b$', inline('a &lt; b')],
  ['$$ \\sum_i i^2 $$', '<code class="language-math-block">\\sum_i i^2</code>'],
  ['costs \\$5, not $x\\$y$', `costs $5, not ${inline('x\\$y')}`],
])('%j is drawn as a formula', (markdown, html) => {
  expect(renderMarkdown(markdown).trim()).toBe(`<p>${html}</p>`)
})

test.each([
  '$5 and $10',
  'from $5/$10',
  'US$5 or C$7',
  '5$ and 7$',
  '$ a $',
  '$$',
  'one $ sign',
  `$${'x'.repeat(3000)}$`,
])('%j is no formula', (markdown) => {
  expect(renderMarkdown(markdown)).not.toContain('language-math')
})

test('a formula inside code stays code', () => {
  expect(renderMarkdown('`$x$`').trim()).toBe('<p><code>$x$</code></p>')
})

test('an excerpt says a formula as it was typed', () => {
  expect(plainText(renderMarkdown('half is $\\frac{1}{2}$'))).toBe('half is \\frac{1}{2}')
})

test('a text falls apart into what is no formula and what is, in turns', () => {
  expect(apartFromFormulas('a $x$ b $$y$$')).toEqual(['a ', '$x$', ' b ', '$$y$$', ''])
  expect(apartFromFormulas('$5 and $10').join('')).toBe('$5 and $10')
})

test('many lone signs are read in one go', () => {
  expect(renderMarkdown('$a '.repeat(30_000))).not.toContain('language-math')
})
