import { expect, test } from 'vitest'
import { freshness, judge, nextReview } from './evidence.ts'

const rule = { applications: 3, people: 3, units: 2, workedShare: 0.6667 }
const enough = { applications: 3, people: 3, units: 2, worked: 2 }

test('three applications by three people in two units, two thirds of which worked, propose a validation', () => {
  expect(judge(enough, rule).proposes).toBe(true)
})

test.each([
  ['applications', { ...enough, applications: 2, worked: 2 }],
  ['people', { ...enough, people: 2 }],
  ['units', { ...enough, units: 1 }],
  ['workedShare', { ...enough, applications: 4, worked: 2 }],
] as const)('too little of %s proposes nothing, and says so', (part, tally) => {
  const state = judge(tally, rule)

  expect(state.proposes).toBe(false)
  expect(Object.entries(state.enough).filter(([, holds]) => !holds)).toEqual([[part, false]])
})

test('without any application nothing is proposed, whatever the rule', () => {
  const none = { applications: 0, people: 0, units: 0, worked: 0 }

  expect(judge(none, { applications: 0, people: 0, units: 0, workedShare: 0 }).proposes).toBe(false)
})

test('of people the evidence says whether they are enough, never how many', () => {
  expect(JSON.stringify(judge({ ...enough, people: 417 }, rule))).not.toContain('417')
})

test('a verification is worth the whole until it is due, half after one more interval, and never less', () => {
  const verified = new Date('2026-01-01T00:00:00Z')
  const practice = { reviewAt: nextReview(verified, 100), verifyDays: 100 }
  const after = (days: number) => freshness(practice, nextReview(verified, days))

  expect([after(0), after(100), after(200), after(1000)]).toEqual([1, 1, 0.5, 0.5])
  expect(after(150)).toBeCloseTo(Math.SQRT1_2)
  expect(freshness({ reviewAt: null, verifyDays: 100 }, verified)).toBe(1)
})
