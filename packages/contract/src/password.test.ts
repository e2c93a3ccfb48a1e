import { expect, test } from 'vitest'
import { passwordFault, passwordSurprise } from './password.ts'

test.each(['', 'Kx9!mQ2#', 'elevenchars'])('"%s" is short', (password) => {
  expect(passwordFault(password)).toBe('short')
})

test.each([
  'password1234',
  'P@ssw0rd2024',
  'qwertyuiop12',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'correcthorsebatterystaple',
  'salasana1234',
  '123456789012',
  'admin!admin!',
  'summersummer1',
])('"%s" is long enough and still guessed first', (password) => {
  expect(passwordFault(password)).toBe('guessable')
})

test('what others know about a person does not protect them', () => {
  const own = ['Aino Virtanen', 'aino.virtanen@hospital.example', 'Rehabilitation North']

  expect(passwordFault('virtanen-aino-north', own)).toBe('yours')
  expect(passwordFault('virtanen-aino-north')).toBeUndefined()
})

test.each(['treadle under the blue lamp', 'Wk3vXq9zRm2L', 'kolmas mummo soutaa yöllä'])('"%s" is good', (password) => {
  expect(passwordFault(password, ['Aino Virtanen'])).toBeUndefined()
})

test('each letter that nobody would guess makes a password better', () => {
  expect(passwordSurprise('password!')).toBeLessThan(passwordSurprise('pqsskord!'))
})
