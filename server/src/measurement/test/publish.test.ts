import { describe, expect, test } from 'vitest'
import type { Published } from '../editions/edition.ts'
import { actorsBetween, publish } from '../editions/publish.ts'
import { on, replied, small } from './small.ts'

const at = (upto: number, actors = 0, members = 20) => ({ upto, members, actorsSince: () => actors })
const acts = { about: 'acts' } as const
const people = { about: 'people' } as const
const things = { about: 'things' } as const

describe('doings of people', () => {
  test('five must be behind a figure, and it is told by two digits', () => {
    const figure = { value: 0.123456, low: 0.0511, high: 0.3099, of: 17, behind: 5 }

    expect(publish(acts, figure, undefined, at(1))).toEqual({
      state: 'shown',
      upto: 1,
      value: 0.12,
      low: 0.051,
      high: 0.31,
      of: 17,
    })
    expect(publish(acts, { ...figure, behind: 4 }, undefined, at(1))).toEqual({ state: 'few', upto: 1 })
    expect(publish(acts, undefined, undefined, at(1))).toEqual({ state: 'none', upto: 1 })
  })

  test('what was shown stays until five people did something since', () => {
    const shown: Published = { state: 'shown', upto: 1, value: 0.5, of: 10 }
    const now = { value: 0.6, of: 12, behind: 9 }

    expect(publish(acts, now, shown, at(2, 4))).toBe(shown)
    expect(publish(acts, now, shown, at(2, 5))).toMatchObject({ value: 0.6, of: 12, upto: 2 })
    expect(publish(acts, undefined, shown, at(2, 9))).toBe(shown)
  })

  test('what was too few may be shown at once when it is enough', () => {
    expect(publish(acts, { value: 1, of: 5, behind: 5 }, { state: 'few', upto: 1 }, at(2, 1))).toMatchObject({
      state: 'shown',
    })
  })

  test('people are counted once, of all they did', () => {
    const { facts } = small(replied('a>b a>b b>c', 3))

    expect(actorsBetween(facts, on(3), on(4))).toBe(3)
    expect(actorsBetween(facts, on(4), on(90))).toBe(0)
  })
})

describe('shares of people', () => {
  const share = (part: number, of: number) => ({ value: part / of, of, part, behind: of })

  test('neither those who did nor those who did not are one to four', () => {
    const states = [0, 1, 4, 5, 15, 16, 19, 20].map((part) => publish(people, share(part, 20), undefined, at(1)).state)

    expect(states).toEqual(['shown', 'few', 'few', 'shown', 'shown', 'few', 'few', 'shown'])
    expect(publish(people, share(0, 4), undefined, at(1)).state).toBe('few')
  })

  test('how many there are is told in fives, and the true numbers are kept apart', () => {
    expect(publish(people, share(8, 23), undefined, at(1))).toMatchObject({ of: 25, value: 0.35, counts: [8, 23] })
  })

  test('it changes by none or by five', () => {
    const shown = publish(people, share(8, 23), undefined, at(1))

    expect(publish(people, share(9, 23), shown, at(2))).toBe(shown)
    expect(publish(people, share(8, 25), shown, at(2))).toBe(shown)
    expect(publish(people, share(13, 28), shown, at(2))).toMatchObject({ counts: [13, 28], upto: 2 })
  })

  test('no two figures in a row, whatever happens, differ in one to four people', () => {
    const walk = [3, 7, 8, 12, 13, 14, 19, 26, 20, 9].map((part, n) => [part, 30 + 2 * n] as const)
    let before = publish(people, share(5, 30), undefined, at(0))
    for (const [part, of] of walk) {
      const next = publish(people, share(part, of), before, at(1))
      const [moved, others] = [
        next.counts![0] - before.counts![0],
        next.counts![1] - next.counts![0] - (before.counts![1] - before.counts![0]),
      ]
      for (const by of [moved, others].map(Math.abs)) expect(by === 0 || by >= 5).toBe(true)
      before = next
    }
  })
})

test('things that one may look through are told exactly, in communities of five and more', () => {
  const figure = { value: 2 / 3, of: 3, behind: 0 }

  expect(publish(things, figure, undefined, at(1, 0, 5))).toEqual({ state: 'shown', upto: 1, value: 2 / 3, of: 3 })
  expect(publish(things, figure, undefined, at(1, 0, 4)).state).toBe('few')
})
