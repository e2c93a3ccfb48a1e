import { expect, test } from 'vitest'
import { plainTitle } from './title.ts'

test.each([
  ['Why is $\\mathbb{R}$ larger than $\\Bbb Q$?', 'Why is ℝ larger than ℚ?'],
  ['What is $0^0$, and what $x_1^{2}$?', 'What is 0⁰, and what x₁²?'],
  ['Does $e^{i\\pi}+1=0$ help?', 'Does e^(iπ)+1=0 help?'],
  ['Beyond $\\aleph_0$', 'Beyond ℵ₀'],
  ['Is $\\frac{a+b}{2} \\geq \\sqrt{ab}$ clear?', 'Is (a+b)/2 ≥ √(ab) clear?'],
  ['Half: $\\frac12$, or $\\left(\\frac{1}{2}\\right)$', 'Half: 1/2, or (1/2)'],
  ['Groups such as $\\Bbb Z/n\\Bbb Z$', 'Groups such as ℤ/nℤ'],
  ['An unknown $\\foobar{x}$', 'An unknown foobarx'],
  ['A book of $5 and one of $10', 'A book of $5 and one of $10'],
])('the title %s reads %s', (title, plain) => {
  expect(plainTitle(title)).toBe(plain)
})
