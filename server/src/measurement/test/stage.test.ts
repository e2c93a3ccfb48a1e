import { describe, expect, test } from 'vitest'
import { against, shownActivity } from '../stage/past.ts'
import { presentStages } from '../stage/present.ts'
import { looksOf, proposedMove, restsOn } from '../stage/proposal.ts'
import type { PointOf, QuarterOf, StageFacts } from '../stage/sign.ts'

const quarters = ['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01']
const points = (values: (number | null)[]): PointOf[] => values.map((value, at) => ({ quarter: quarters[at]!, value }))
const activity = (doings: number[], people = 9): QuarterOf[] =>
  doings.map((each, at) => ({ quarter: quarters[at]!, doings: each, people }))

/** Nothing was ever done here. */
const empty: StageFacts = {
  members: 1,
  membersBefore: null,
  facilitators: 0,
  sponsors: 0,
  hosts: 0,
  purpose: false,
  rhythm: false,
  ladder: false,
  askers: 0,
  askerUnits: 0,
  answerers: 0,
  core: 0,
  helped: 0,
  lastAsked: null,
  practices: 0,
  stewarded: 0,
  validated: 0,
  units: 0,
  activity: [],
  freshness: [],
  busFactor: [],
  expertLoad: [],
}
const seenIn = (facts: Partial<StageFacts>) => {
  const looks = looksOf({ ...empty, ...facts })
  return [...looks].filter(([, { state }]) => state === 'seen').map(([id]) => id)
}
const proposal = (stage: Parameters<typeof proposedMove>[0], facts: Partial<StageFacts>) => {
  const looks = looksOf({ ...empty, ...facts })
  return proposedMove(stage, (sign) => looks.get(sign)?.state)
}

const founded = { members: 3, facilitators: 1, purpose: true }
const alive = { ...founded, members: 12, answerers: 5, core: 5, helped: 1 }
const stewarded = { ...alive, practices: 3, stewarded: 3, validated: 1, sponsors: 1 }

describe('what each sign looks at, on known answers', () => {
  test('an empty community shows no sign, and says of none that it was seen', () => {
    expect(seenIn({})).toEqual([])
  })

  test.each([
    [{ members: 3 }, 'willing'],
    [{ facilitators: 1 }, 'led'],
    [{ purpose: true }, 'drafted'],
    [{ askers: 5, askerUnits: 2 }, 'shared'],
    [{ rhythm: true }, 'rhythm'],
    [{ answerers: 5 }, 'peers'],
    [{ core: 5 }, 'core'],
    [{ helped: 1 }, 'helped'],
    [{ members: 10, membersBefore: 5 }, 'growth'],
    [{ ladder: true }, 'path'],
    [{ hosts: 1 }, 'path'],
    [{ validated: 1 }, 'validated'],
    [{ practices: 3, stewarded: 3 }, 'stewarded'],
    [{ sponsors: 1 }, 'sponsored'],
    [{ activity: activity([10, 12, 9, 14, 9]) }, 'steady'],
    [{ freshness: points([0.8, 0.7, 0.9, 0.8, 0.7]) }, 'fresh'],
    [{ units: 2 }, 'adopted'],
    [{ busFactor: points([3, null]) }, 'resilient'],
    [{ activity: activity([10, 12, 9, 14, 8]) }, 'quieter'],
    [{ lastAsked: 90 }, 'unasked'],
    [{ freshness: points([0.8, 0.7, 0.9, 0.8, 0.6]) }, 'aging'],
    [{ members: 5, membersBefore: 10 }, 'leaving'],
  ] as [Partial<StageFacts>, string][])('%j is seen as %s', (facts, sign) => {
    expect(seenIn(facts)).toContain(sign)
  })

  test.each([
    [{ members: 2 }, 'willing'],
    [{ askers: 9, askerUnits: 1 }, 'shared'],
    [{ answerers: 4 }, 'peers'],
    [{ core: 4 }, 'core'],
    [{ members: 9, membersBefore: 5 }, 'growth'],
    [{ practices: 2, stewarded: 2 }, 'stewarded'],
    [{ practices: 4, stewarded: 3 }, 'stewarded'],
    [{ units: 1 }, 'adopted'],
    [{ busFactor: points([2]) }, 'resilient'],
    [{ lastAsked: 89 }, 'unasked'],
    [{ members: 6, membersBefore: 10 }, 'leaving'],
    [{ activity: activity([10, 12, 9, 14, 9]) }, 'quieter'],
  ] as [Partial<StageFacts>, string][])('%j is not seen as %s', (facts, sign) => {
    expect(seenIn(facts)).not.toContain(sign)
  })
})

describe('five people are behind what is said', () => {
  test('of fewer than five who asked nothing is said, whatever their units', () => {
    expect(looksOf({ ...empty, askers: 4, askerUnits: 3 }).get('shared')).toEqual({ state: 'few' })
  })

  test('a quarter with fewer than five people is not drawn, and what needs it waits', () => {
    const thin: QuarterOf[] = [...activity([10, 12, 9, 14]), { quarter: '2026-01-01', doings: 3, people: 4 }]

    expect(shownActivity(thin).at(-1)!.value).toBeNull()
    expect(looksOf({ ...empty, activity: thin }).get('quieter')).toEqual({ state: 'early' })
  })

  test('activity is told by two digits, and the difference of members by no number at all', () => {
    expect(shownActivity(activity([1234]))[0]!.value).toBe(1200)
    const facts = { ...empty, members: 10, membersBefore: 5 }
    const growth = presentStages(facts, looksOf(facts), 'en')
      .flatMap(({ signs }) => signs)
      .find(({ id }) => id === 'growth')!
    expect(growth.sentence).toBe('There are five members more than a year ago, or more.')
  })

  test('four quarters of its own come before the one that is held against them', () => {
    expect(against(points([1, 2, 3, 4]), () => true)).toEqual({ state: 'early' })
    expect(against(points([5, 2, 3, 4, 1]), (last, earlier) => last < Math.min(...earlier))).toEqual({
      state: 'seen',
      say: { last: 1, lowest: 2, highest: 5 },
    })
  })
})

describe('a move is proposed when the evidence fits', () => {
  test('onward when every leading sign is seen, and not one earlier', () => {
    expect(proposal('potential', founded)).toEqual({ to: 'coalescing', signs: ['willing', 'led', 'drafted'] })
    expect(proposal('potential', { ...founded, purpose: false })).toBeNull()
    expect(proposal('coalescing', alive)).toMatchObject({ to: 'maturing' })
    expect(proposal('coalescing', { ...alive, core: 4 })).toBeNull()
    expect(proposal('maturing', stewarded)).toMatchObject({ to: 'stewardship' })
    expect(proposal('maturing', { ...stewarded, sponsors: 0 })).toBeNull()
    expect(proposal('stewardship', stewarded)).toBeNull()
  })

  test('anew when two signs of fading are seen; one may be a summer, and what never began does not fade', () => {
    const fading = { lastAsked: 120, activity: activity([10, 12, 9, 14, 5]) }
    expect(proposal('stewardship', fading)).toEqual({ to: 'transformation', signs: ['quieter', 'unasked'] })
    expect(proposal('stewardship', { lastAsked: 120 })).toBeNull()
    expect(proposal('potential', fading)).toBeNull()
  })

  test('back into life as far as the evidence reaches', () => {
    const steady = { lastAsked: 3, activity: activity([10, 12, 9, 14, 15]) }
    expect(proposal('transformation', { ...stewarded, ...steady })).toMatchObject({ to: 'stewardship' })
    expect(proposal('transformation', { ...alive, ...steady })).toMatchObject({ to: 'maturing' })
    expect(proposal('transformation', steady)).toMatchObject({ to: 'coalescing' })
    expect(proposal('transformation', stewarded)).toBeNull()
  })

  test('who decided that it stays is not asked the same for ninety days', () => {
    const stayed = {
      fromStage: 'maturing',
      toStage: 'maturing',
      proposed: 'stewardship',
      at: new Date('2026-01-01'),
    } as const
    const now = (day: string) => new Date(day)

    expect(restsOn({ to: 'stewardship', signs: [] }, stayed, now('2026-03-31'))).toBe(true)
    expect(restsOn({ to: 'stewardship', signs: [] }, stayed, now('2026-04-02'))).toBe(false)
    expect(restsOn({ to: 'transformation', signs: [] }, stayed, now('2026-01-02'))).toBe(false)
    expect(restsOn({ to: 'stewardship', signs: [] }, undefined, now('2026-01-02'))).toBe(false)
  })
})

test('every sign speaks both languages, whatever is seen', () => {
  for (const facts of [empty, { ...empty, ...stewarded, lastAsked: 1, activity: activity([9, 9, 9, 9, 9]) }])
    for (const language of ['en', 'fi'])
      for (const { signs } of presentStages(facts, looksOf(facts), language))
        for (const { sentence, state } of signs) expect(sentence === null).toBe(state === 'few' || state === 'early')
})
