import { below, seededRandom, shuffled } from '@mortar/graph'
import { describe, expect, test } from 'vitest'
import {
  about,
  apart,
  enough,
  mayDescribe,
  mayDiffer,
  mayName,
  rounded,
  safeParts,
  shownCount,
  steady,
  steadyCount,
} from './few.ts'

const seeds = Array.from({ length: 300 }, (_, seed) => seed + 1)
const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0)

describe('parts of a whole that is known', () => {
  test('a part of four is left out, and with it another one that would give it away', () => {
    expect([
      ...safeParts([
        ['a', 4],
        ['b', 5],
        ['c', 20],
      ]),
    ]).toEqual([['c', 20]])
    expect([
      ...safeParts([
        ['a', 5],
        ['b', 20],
      ]),
    ]).toEqual([
      ['a', 5],
      ['b', 20],
    ])
    expect([
      ...safeParts([
        ['a', 4],
        ['b', 20],
      ]),
    ]).toEqual([])
  })

  test('two parts of three are left out together, and no more', () => {
    expect([
      ...safeParts([
        ['a', 3],
        ['b', 3],
        ['c', 9],
      ]),
    ]).toEqual([['c', 9]])
  })

  test.each([
    ['by unit', 1],
    ['by window', 1000],
  ])('whoever knows the whole learns of none or of at least five from what is left out (%s)', (_, offset) => {
    for (const seed of seeds) {
      const random = seededRandom(seed + offset)
      const parts = Array.from({ length: 1 + below(random, 8) }, (__, at) => [at, below(random, 12)] as const)
      const shown = safeParts(parts)

      const whole = shownCount(sum(parts.map(([, people]) => people)))

      for (const people of shown.values()) expect(enough(people)).toBe(true)
      if (whole === null) expect(shown.size).toBe(0)
      else expect(mayDiffer(whole - sum(shown.values()))).toBe(true)
    }
  })
})

describe('the same people from one run to the next', () => {
  const people = (...ids: number[]) => new Set(ids)
  const ten = people(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)

  test('one who withdraws changes no figure', () => {
    const before = [{ people: ten, figures: '10 people' }]

    expect(steady({ people: people(0, 1, 2, 3, 4, 5, 6, 7, 8), figures: '9 people' }, before)).toBe('10 people')
  })

  test('five who come are seen', () => {
    const more = people(...ten, 10, 11, 12, 13, 14)

    expect(steady({ people: more, figures: '15 people' }, [{ people: ten, figures: '10 people' }])).toBe('15 people')
  })

  test('one in exchange for another is not seen either', () => {
    const exchanged = people(0, 1, 2, 3, 4, 5, 6, 7, 8, 10)

    expect(steady({ people: exchanged, figures: 'others' }, [{ people: ten, figures: '10 people' }])).toBe('10 people')
  })

  test('of any two figures published over many runs, none or at least five people are behind the difference', () => {
    for (const seed of seeds) {
      const random = seededRandom(seed)
      let now = new Set(shuffled(40, random).subarray(0, 12))
      const published: { people: Set<number>; figures: Set<number> }[] = []
      for (let run = 0; run < 15; run++) {
        const figures = steady({ people: now, figures: now }, published)
        if (figures === now) published.push({ people: now, figures: now })
        now = changed(now, below(random, 4), random)
      }

      for (const one of published)
        for (const other of published) expect(mayDiffer(apart(one.figures, other.figures))).toBe(true)
    }
  })
})

function changed(people: Set<number>, times: number, random: () => number): Set<number> {
  const now = new Set(people)
  for (let time = 0; time < times; time++) {
    const person = below(random, 40)
    if (!now.delete(person)) now.add(person)
  }
  return now
}

test('how many take part in a run stays until it is five more or fewer', () => {
  expect([steadyCount(76, [77]), steadyCount(77, [77]), steadyCount(72, [77]), steadyCount(60, [])]).toEqual([
    77, 77, 72, 60,
  ])
})

describe('names of units', () => {
  test('a unit is named when five of it are in, and none or five are not', () => {
    expect([mayName(5, 10), mayName(5, 9), mayName(4, 40), mayName(12, 17)]).toEqual([true, false, false, true])
  })

  test('a unit that is in it whole is not named: everybody in it would be known', () => {
    expect(mayName(8, 8)).toBe(false)
  })

  test('whoever sees which units are named, and knows how large each is, can place nobody', () => {
    for (const seed of seeds) {
      const random = seededRandom(seed)
      const ofUnit = below(random, 30)
      const inside = below(random, ofUnit + 1)
      if (!mayName(inside, ofUnit)) continue

      expect(inside).toBeGreaterThanOrEqual(5)
      expect(ofUnit - inside).toBeGreaterThanOrEqual(5)
    }
  })
})

describe('words for figures', () => {
  test('a count of four is left out, one of five is not', () => {
    expect([shownCount(4), shownCount(5)]).toEqual([null, 5])
  })

  test('sizes are told in fives', () => {
    expect([about(5), about(8), about(12), about(13), about(31)]).toEqual([5, 10, 10, 15, 30])
  })

  test('measures have two digits, and what cannot be divided is nothing', () => {
    expect([rounded(3.14159), rounded(143), rounded(0.0567), rounded(Infinity)]).toEqual([3.1, 140, 0.057, 0])
  })

  test('a small one, and one that is most of its units, is not described', () => {
    expect([mayDescribe(5, 100), mayDescribe(6, 11), mayDescribe(6, 12)]).toEqual([false, false, true])
  })
})
