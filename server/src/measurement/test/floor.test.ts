import { describe, expect, test } from 'vitest'
import type { Assumptions } from '@mortar/contract/measurement-value'
import { within } from '../report/present.ts'
import { addsOf, floorOf } from '../value/floor.ts'
import { matrixOf } from '../value/story.ts'

const exact = (value: number) => ({ low: value, high: value, because: '' })
const assumptions: Assumptions = {
  onboardings: { low: 2, high: 3, because: 'Two wards for certain.' },
  homeRoll: { low: 40, high: 80, because: '' },
  usefulShare: { low: 0.5, high: 0.8, because: '' },
  onboarding: { low: 4, high: 10, because: '' },
  uses: { low: 30, high: 50, because: '' },
  savedPerUse: { low: 0.5, high: 1, because: '' },
}

describe('the floor of what a practice saved', () => {
  test('each assumption counts at its worse bound', () => {
    expect(floorOf(assumptions)).toBe(2 * (40 * 0.5 - 10) + 30 * 0.5)
    expect(addsOf(assumptions, 'uses')).toBe(20 * 0.5)
    expect(addsOf(assumptions, 'onboarding')).toBe(2 * 6)
    expect(addsOf(assumptions, 'onboardings')).toBe(10)
  })

  test('where taking it up cost more than it saved, more units make it worse: the floor goes below zero', () => {
    const dear = { ...assumptions, onboarding: { low: 4, high: 30, because: '' } }

    expect(floorOf(dear)).toBe(3 * (20 - 30) + 15)
    expect(addsOf(dear, 'onboardings')).toBe(10)
  })

  test('no choice within the bounds gives less', () => {
    const ends = (['low', 'high'] as const).flatMap((a) => (['low', 'high'] as const).map((b) => [a, b] as const))
    for (const [a, b] of ends) {
      const { onboardings, homeRoll, usefulShare, onboarding, uses, savedPerUse } = assumptions
      const chosen = {
        onboardings: exact(onboardings[a]),
        homeRoll: exact(homeRoll[b]),
        usefulShare: exact(usefulShare[a]),
        onboarding: exact(onboarding[b]),
        uses: exact(uses[a]),
        savedPerUse: exact(savedPerUse[b]),
      }
      expect(floorOf(chosen)).toBeGreaterThanOrEqual(floorOf(assumptions))
    }
  })
})

test('the matrix counts stories by indicator and cycle; one with two indicators stands in both, one with none last', () => {
  const story = (indicators: string[], ...cycles: string[]) => ({
    indicators,
    ...(Object.fromEntries(
      ['immediate', 'potential', 'applied', 'realized', 'transformative'].map((cycle) => [
        cycle,
        cycles.includes(cycle) ? 'x' : '',
      ]),
    ) as Record<'immediate' | 'potential' | 'applied' | 'realized' | 'transformative', string>),
  })

  const rows = matrixOf([
    story([], 'immediate'),
    story(['reuse'], 'immediate', 'applied'),
    story(['reuse', 'answeredRate'], 'immediate', 'realized'),
  ])

  expect(
    rows.map(({ indicator, stories, cycles }) => [
      indicator,
      stories,
      cycles.immediate,
      cycles.applied,
      cycles.realized,
    ]),
  ).toEqual([
    ['reuse', 2, 2, 1, 1],
    ['answeredRate', 1, 1, 0, 1],
    [null, 1, 1, 0, 0],
  ])
})

test('what was given over two years counts in each by its days', () => {
  const given = [{ kind: 'time' as const, amount: 365, fromDay: '2025-07-02', toDay: '2026-07-01' }]
  const yearly = (year: number) => within(given, 'time', { from: `${year}-01-01`, to: `${year}-12-31` })

  expect([yearly(2024), yearly(2025), yearly(2026)]).toEqual([0, 183, 182])
})
