import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// What every engine computes to the last bit; the rest of Math may differ between them.
const exact = ['abs', 'ceil', 'clz32', 'floor', 'imul', 'max', 'min', 'round', 'sign', 'trunc']
const forbidden = [
  { what: 'Math beyond what is exact', pattern: new RegExp(`\\bMath\\b(?!\\.(?:${exact.join('|')})\\b)`) },
  { what: 'the operator **', pattern: /[\w)\]]\s*\*\*=?\s*[\w(]/ },
  { what: 'a clock or a source of chance', pattern: /\b(?:Date|performance|crypto|Intl|process|setTimeout)\b/ },
  { what: 'an order that depends on a language', pattern: /localeCompare|toLocale/ },
]

const withoutComments = (code: string) =>
  code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replaceAll(/'[^'\n]*'/g, "''")
const offences = (code: string) =>
  forbidden.filter(({ pattern }) => pattern.test(withoutComments(code))).map(({ what }) => what)

test('the package computes with nothing that differs between engines', () => {
  const files = globSync('**/*.ts', { cwd: import.meta.dirname }).filter((file) => !file.endsWith('.test.ts'))

  expect(files.length).toBeGreaterThan(20)
  expect(
    files.flatMap((file) =>
      offences(readFileSync(join(import.meta.dirname, file), 'utf8')).map((what) => `${file}: ${what}`),
    ),
  ).toEqual([])
})

test.each([
  ['const x = Math.random()', 'Math beyond what is exact'],
  ['const { exp } = Math', 'Math beyond what is exact'],
  ['Math.sqrt(2)', 'Math beyond what is exact'],
  ['a ** b', 'the operator **'],
  ['new Date()', 'a clock or a source of chance'],
  ['performance.now()', 'a clock or a source of chance'],
  ['names.sort((a, b) => a.localeCompare(b))', 'an order that depends on a language'],
])('this check sees %j', (code, what) => {
  expect(offences(code)).toContain(what)
})
