import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readExample } from './read.ts'

const folder = join(import.meta.dirname, '../../../../examples/rehabilitation-unit')

describe('a slip in the example', () => {
  let copy = ''
  afterEach(() => rmSync(copy, { recursive: true, force: true }))

  const readWith = (file: string, from: string, to: string) => {
    copy = mkdtempSync(join(tmpdir(), 'example-'))
    cpSync(folder, copy, { recursive: true })
    const text = readFileSync(join(copy, file), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(copy, file), text.replace(from, to))
    return readExample(copy)
  }

  test.each([
    [
      'an unknown person',
      'practices/which-balance-test-when.json',
      '"steward": "tapio.',
      '"steward": "t.',
      'practices/which-balance-test-when.json: no person "t.venalainen"',
    ],
    [
      'an unknown unit',
      'practices/discharge-bag.json',
      '"unit": "b"',
      '"unit": "z"',
      'practices/discharge-bag.json: no unit "z"',
    ],
    [
      'an unknown step',
      'practices/discharge-bag.json',
      '"step": "list"',
      '"step": "lists"',
      'practices/discharge-bag.json: no step "lists"',
    ],
    [
      'an answer before its question',
      'inquiries/physiotherapists/harness-strap-worn.json',
      '2026-09-15T10:15',
      '2026-09-14T10:15',
      '2026-09-14T10:15 comes before 2026-09-15T09:30',
    ],
    [
      'an act after leaving',
      'inquiries/rehabilitation-managers/borrow-a-psychologist.json',
      '"at": "2025-08-25T16:50"',
      '"at": "2025-09-25T16:50"',
      'kaarina.uotila does not work here at 2025-09-25T16:50',
    ],
    [
      'a reader without right',
      'inquiries/rehabilitation-managers/walking-meeting-who-cannot.json',
      '"by": "outi.peltomaa"',
      '"by": "leena.karppi"',
      'leena.karppi may not read this',
    ],
    [
      'a decision by somebody else',
      'practices/discharge-bag.json',
      '"by": "risto.hakala"',
      '"by": "merja.toivonen"',
      'merja.toivonen does not decide for b',
    ],
    [
      'a visitor asked by somebody else',
      'visitor.json',
      '"by": "leena.karppi"',
      '"by": "merja.toivonen"',
      'visitor.json: "cold-feet-standing-frame" is not as the rights allow',
    ],
    [
      'a word that the format does not know',
      'communities/psychologists.json',
      '"short"',
      '"shortt"',
      'communities/psychologists.json',
    ],
  ])('is named with its file: %s', (_what, file, from, to, sentence) => {
    expect(() => readWith(file, from, to)).toThrow(sentence)
  })
})
