import { expect, test } from 'vitest'
import { pseudoMessages, pseudoText } from './pseudo.ts'

test('every message gets brackets and accents', () => {
  expect(pseudoMessages({ ask: 'Ask', deep: { no: 'Not yet' } })).toEqual({ ask: '⟦Ášk⟧', deep: { no: '⟦Ñöt ýét⟧' } })
})

test('arguments, the words of a choice and tags stay what a formatter reads', () => {
  const message = '{count, plural, one {# answer to {name}} other {# answers}} in <b>one</b> day'

  expect(pseudoMessages({ message })).toEqual({
    message: '⟦{count, plural, one {# áñšwér tö {name}} other {# áñšwérš}} íñ <b>öñé</b> dáý⟧',
  })
})

test('a date that the browser wrote is bracketed too', () => {
  expect(pseudoText('12 Oct')).toBe('⟦12 Öçt⟧')
})
