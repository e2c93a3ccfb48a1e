import { expect, test } from 'vitest'
import { DraftContent } from './inquiry.ts'

const nested = (depth: number): unknown => (depth === 0 ? 'text' : [nested(depth - 1)])

test.each([
  ['a form', { title: 'T', communities: ['a'], steps: [{ role: 'nurse', text: 'x' }] }, true],
  ['text alone', 'text', true],
  ['nothing', null, true],
  ['twelve levels', nested(12), true],
  ['thirteen levels', nested(13), false],
  ['brackets without end', JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)), false],
  ['half a million letters', 'x'.repeat(499_990), true],
  ['more than any form holds', { text: 'x'.repeat(500_000) }, false],
  ['no content', undefined, false],
])('a draft holds what a form is: %s', (_, content, holds) => {
  expect(DraftContent.safeParse(content).success).toBe(holds)
})
