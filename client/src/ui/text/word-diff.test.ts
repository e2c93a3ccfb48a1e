import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

const kinds = (before: string, after: string) => wordDiff(before, after).map(({ kind, text }) => `${kind[0]}:${text}`)

test('the same text has one piece', () => {
  expect(kinds('Call first.', 'Call first.')).toEqual(['s:Call first.'])
})

test('words that changed side by side are one change', () => {
  expect(kinds('Call the day before.', 'Call two days before.')).toEqual([
    's:Call ',
    'd:the day',
    'i:two days',
    's: before.',
  ])
})

test('what was added and what was removed give both texts again', () => {
  const before = 'Ask who is at home. Write it into the calendar, then call again.'
  const after = 'First ask who else is at home. Write it into the record.'

  const pieces = wordDiff(before, after)

  const without = (kind: string) =>
    pieces
      .filter((piece) => piece.kind !== kind)
      .map(({ text }) => text)
      .join('')
  expect(without('inserted')).toBe(before)
  expect(without('deleted')).toBe(after)
})

test('from nothing all is added, to nothing all is removed', () => {
  expect(kinds('', 'Two words')).toEqual(['i:Two words'])
  expect(kinds('Two words', '')).toEqual(['d:Two words'])
})

test('two long texts without a word in common are shown one after the other', () => {
  const long = (word: string) => Array.from({ length: 3_000 }, (_, n) => `${word}${n}`).join(' ')

  const pieces = wordDiff(long('a'), long('b'))

  expect(pieces[0]).toEqual({ kind: 'deleted', text: long('a') })
  expect(pieces[1]).toEqual({ kind: 'inserted', text: long('b') })
})

test('a change in each of many lines is still told word by word', () => {
  const text = (word: string) => Array.from({ length: 500 }, (_, n) => `Step ${n} is ${word} by the nurse.`).join('\n')

  const pieces = wordDiff(text('done'), text('noted'))

  expect(pieces.filter(({ kind }) => kind === 'deleted')).toHaveLength(500)
  expect(pieces.find(({ kind }) => kind === 'inserted')?.text).toBe('noted')
})
