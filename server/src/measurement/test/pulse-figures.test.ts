import { describe, expect, test } from 'vitest'
import { leftOut } from '../pulse/differ.ts'
import { nextThemes, turned } from '../pulse/questions.ts'
import { themeResult } from '../pulse/result.ts'

describe('questions and figures', () => {
  test('the first, third and fifth question of safety and the second of energy are turned', () => {
    expect(turned('safety', [1, 1, 1, 1, 1, 1, 1])).toEqual([7, 1, 7, 1, 7, 1, 1])
    expect(turned('energy', [6, 2])).toEqual([6, 6])
    expect([nextThemes(undefined), nextThemes(['safety', 'energy'])]).toEqual([
      ['safety', 'energy'],
      ['trust', 'usefulness', 'energy'],
    ])
  })

  const alike = [5, 6, 6, 5, 6].map((x) => ({ energy: [x, 8 - x] }))
  test.each([
    ['four people', alike.slice(1), [], 'few'],
    ['five who agree, no other community', alike, [], 'people'],
    ['five who agree, another community far below', alike, [[2, 2, 3, 2, 3]], 'group'],
    ['five who agree, another community just the same', alike, [[5, 6, 6, 5, 6]], 'people'],
    ['another community of four does not count', alike, [[2, 2, 3, 2]], 'people'],
    ['people who are far apart', [1, 7, 1, 7, 4].map((x) => ({ energy: [x, 8 - x] })), [], 'apart'],
  ] as const)('%s', (_, answers, others, state) => {
    const result = themeResult('energy', answers, others)

    expect(result.state).toBe(state)
    expect(result.mean).toEqual(state === 'group' || state === 'people' ? 5.6 : undefined)
    expect(result.agreement === undefined).toBe(state === 'few')
  })

  const set = (letters: string) => new Set(letters)
  test.each([
    ['the same people', 'abcdefgh', ['abcdefgh'], 0],
    ['nobody the same', 'abcde', ['fghij'], 0],
    ['one came to nine', 'abcdefghij', ['abcdefghi'], undefined],
    ['one came to twenty', 'abcdefghijklmnopqrstu', ['abcdefghijklmnopqrst'], 6],
    ['one left twenty', 'abcdefghijklmnopqrs', ['abcdefghijklmnopqrst'], 4],
    ['one left nine', 'abcdefgh', ['abcdefghi'], undefined],
    ['of two earlier waves the nearer one decides', 'abcdefghijkl', ['abcdefghijkl', 'abcdefghijklm'], 4],
  ])('%s: so many answers are left out, that five people differ', (_, now, earlier, out) => {
    expect(leftOut(set(now), earlier.map(set))).toBe(out)
  })
})
