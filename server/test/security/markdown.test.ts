import { describe, expect, test } from 'vitest'
import { mentionedIn, plainText, renderMarkdown } from '#platform/markdown.ts'
import { corpus } from './corpus.ts'
import { faultsIn } from './strict.ts'

const person = '0198d3a0-0000-7000-8000-000000000001'

test('the corpus is as large as it should be, and no string stands in it twice', () => {
  expect(new Set(corpus.map(([, text]) => text)).size).toBe(corpus.length)
  expect(corpus.length).toBeGreaterThanOrEqual(120)
})

test.each(corpus)('%s: %j does nothing', (_, text) => {
  expect(faultsIn(renderMarkdown(text))).toEqual([])
})

describe.each([
  ['in a list', (text: string) => `- a\n- ${text}\n`],
  ['in a link', (text: string) => `[${text}](https://example.org "${text}")`],
  ['as the text of an image', (text: string) => `![${text}](/api/files/${person})`],
  ['in a table', (text: string) => `| a | b |\n|---|---|\n| ${text} | ${text} |`],
  ['behind an open emphasis', (text: string) => `**_~~${text}`],
  ['two by two', (text: string) => `${text}${corpus[0]![1]}${text}`],
])('%s', (_, wrapped) => {
  test('no string of the corpus does anything', () => {
    const found = corpus.flatMap(([, text]) =>
      faultsIn(renderMarkdown(wrapped(text))).map((fault) => ({ text, fault })),
    )

    expect(found).toEqual([])
  })
})

test('what a text without its marks keeps has no brackets either', () => {
  const left = corpus.map(([, text]) => plainText(renderMarkdown(text))).filter((text) => /<[a-z!/?]/i.test(text))

  expect(left).toEqual([])
})

test.each([
  ['<p onclick="x">a</p>'],
  ['<script>x</script>'],
  ['<a href="javascript:x">a</a>'],
  ['<a href="java&#x09;script:x">a</a>'],
  ['<a href="//evil.example">a</a>'],
  ['<a href="https://evil.example">a</a>'],
  ['<img src="https://evil.example/x.gif">'],
  ['<p style="x">a</p>'],
  ['<p>a'],
  ['<p>a</em>'],
  ['<p><!-- a --></p>'],
  ['<p>a<'],
])('the check sees what is wrong with %s', (html) => {
  expect(faultsIn(html)).not.toEqual([])
})

test('what people write is kept: headings, lists, tables, code, links, mentions, images of ours', () => {
  const html = renderMarkdown(
    `# Call\n\n1. **first**\n2. _then_\n\n| a | b |\n|:--|--:|\n| 1 | ~~2~~ |\n\n\`\`\`sql\nselect 1 < 2\n\`\`\`\n\n> quote\n\n---\n\n[site](https://example.org/a?b=1&c=2) [mail](mailto:a@example.org) [Maria](/people/${person}) ![plan](/api/files/${person} "the plan")`,
  )

  expect(faultsIn(html)).toEqual([])
  for (const part of [
    '<h2>Call</h2>',
    '<strong>first</strong>',
    '<em>then</em>',
    '<table>',
    '<s>2</s>',
    '<code class="language-sql">select 1 &lt; 2',
    '<blockquote>',
    '<hr />',
    'href="https://example.org/a?b=1&amp;c=2"',
    'href="mailto:a@example.org"',
    `data-person="${person}"`,
    `src="/api/files/${person}"`,
  ]) {
    expect(html).toContain(part)
  }
  expect(mentionedIn(`[Maria](/people/${person})`)).toEqual([person])
})

test('a table whose rows are hardly written is left as text, one that is written is a table', () => {
  const wide = `${'|a'.repeat(6000)}|\n${'|-'.repeat(6000)}|\n${'|\n'.repeat(10)}`
  const written = `|a|b|c|\n|-|-|-|\n${'|1|2|3|\n'.repeat(400)}`

  expect(renderMarkdown(wide).length).toBeLessThan(3 * wide.length)
  expect(renderMarkdown(written)).toContain('<td>3</td>')
})
