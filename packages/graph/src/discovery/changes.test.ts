import { expect, test } from 'vitest'
import { coverFrom } from '../communities/cover.ts'
import { changesBetween } from './changes.ts'
import { stability } from './stability.ts'

const people = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

test('communities stay, grow, shrink, split, merge, are born and go', () => {
  const before = coverFrom([
    people(0, 10),
    people(10, 20),
    people(20, 30),
    people(30, 50),
    people(50, 58),
    people(58, 66),
    people(66, 72),
  ])
  const now = coverFrom([
    people(0, 10),
    people(10, 25).filter((person) => person < 20 || person > 21),
    people(21, 26),
    people(30, 40),
    people(40, 50),
    people(50, 66),
    people(80, 90),
  ])

  expect(changesBetween(before, now, 100)).toEqual([
    { kind: 'stayed', before: 0, now: 0 },
    { kind: 'grown', before: 1, now: 1 },
    { kind: 'shrunk', before: 2, now: 2 },
    { kind: 'split', before: 3, into: [3, 4] },
    { kind: 'gone', before: 6 },
    { kind: 'merged', from: [4, 5], now: 5 },
    { kind: 'born', now: 6 },
  ])
})

test('runs that agree are stable, and a community that one run misses is less so', () => {
  const whole = coverFrom([people(0, 10), people(10, 20)])
  const half = coverFrom([people(0, 10)])

  expect(stability([whole, whole], 30).ofRuns).toBeCloseTo(1, 12)
  expect([...stability([whole, whole, half], 30).ofCommunities]).toEqual([1, 0.5])
  expect(() => stability([whole], 30)).toThrow('two runs')
})
