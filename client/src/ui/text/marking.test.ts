import { expect, test } from 'vitest'
import { insert, link, type Marked, mentionAt, prefix, wrap } from './marking.ts'

/** A text with its selection written as [ and ]. */
const marked = (text: string): Marked => ({
  text: text.replace(/[[\]]/g, ''),
  start: text.indexOf('['),
  end: text.indexOf(']') - 1,
})
const shown = ({ text, start, end }: Marked) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`

test('a mark goes around the selection and comes off again', () => {
  const bold = wrap(marked('call [twice] now'), '**', 'words')

  expect(shown(bold)).toBe('call **[twice]** now')
  expect(shown(wrap(bold, '**', 'words'))).toBe('call [twice] now')
})

test('without a selection a mark brings words to write over', () => {
  expect(shown(wrap(marked('call []'), '_', 'words'))).toBe('call _[words]_')
})

test('every selected line becomes a line of the list', () => {
  const listed = prefix(marked('a\nb[b\nc]c\nd'), (line) => `${line + 1}. `)

  expect(listed.text).toBe('a\n1. bb\n2. cc\nd')
  expect(prefix(listed, (line) => `${line + 1}. `).text).toBe('a\nbb\ncc\nd')
})

test('a link waits for its address', () => {
  expect(shown(link(marked('see [here]'), 'words'))).toBe('see [here]([https://])')
})

test('what is inserted takes the place of the selection', () => {
  expect(shown(insert(marked('a [b] c'), 'x'))).toBe('a x[] c')
})

test('an @ begins a mention at the start of a word only', () => {
  expect(mentionAt(marked('ask @Anna V[]'))).toEqual({ name: 'Anna V', from: 4 })
  expect(mentionAt(marked('mail anna@example[]'))).toBeUndefined()
  expect(mentionAt(marked('ask @An[na]'))).toBeUndefined()
})
