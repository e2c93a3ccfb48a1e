import { expect, test } from 'vitest'
import { renderMarkdown } from '#platform/markdown.ts'
import { markdownOf } from './markdown.ts'

test.each([
  ['<p>One <em>two</em> <strong>three</strong></p>\n\n<p>four</p>', 'One *two* **three**\n\nfour'],
  ['<h1>Big</h1><hr><blockquote><p>said</p></blockquote>', '# Big\n\n---\n\n> said'],
  ['<pre><code>a &lt; b\n</code></pre>', '```\na < b\n```'],
  ['<p>x<sup>2</sup> and a<sub>n</sub>, <kbd>Ctrl</kbd> <s>no</s></p>', 'x^2 and a_n, `Ctrl` ~~no~~'],
  ['<p><a href="https://a.example/q/1">that</a></p>', '[that](https://a.example/q/1)'],
  ['<p><img src="https://i.example/p.png" alt="a graph"></p>', '[a graph](https://i.example/p.png)'],
  [
    '<a href="https://i.example/big.png"><img src="https://i.example/p.png"></a>',
    '[picture](https://i.example/big.png)',
  ],
  ['<img src="https://i.example/p.png" alt="enter image description here">', '[picture](https://i.example/p.png)'],
  ['', ''],
])('%j becomes Markdown', (html, markdown) => {
  expect(markdownOf(html)).toBe(markdown)
})

test('lists and tables stay lists and tables, and signs stay signs', () => {
  const html = `<ul><li>one</li><li>two</li></ul>
    <table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1 | 2</td><td>3</td></tr></tbody></table>
    <p>2 * 3 * 4 and $x_1 < x_2$ and snake_case</p>`
  const shown = renderMarkdown(markdownOf(html)).replaceAll(/\s+/g, ' ')

  expect(shown).toContain('<ul> <li>one</li> <li>two</li> </ul>')
  expect(shown).toContain('<th>a</th> <th>b</th>')
  expect(shown).toContain('<td>1 | 2</td> <td>3</td>')
  expect(shown).toContain('<p>2 * 3 * 4 and <code class="language-math">x_1 &lt; x_2</code> and snake_case</p>')
})

test('what is dangerous in a dump is harmless when it is shown', () => {
  const shown = renderMarkdown(
    markdownOf(
      '<script>alert(1)</script><p onclick="x()">hi <a href="javascript:alert(1)">there</a></p>&lt;img src=x onerror=y&gt;',
    ),
  )

  expect(shown).not.toMatch(/<script|onclick=|href="javascript|<img/i)
  expect(shown).toContain('hi')
})
