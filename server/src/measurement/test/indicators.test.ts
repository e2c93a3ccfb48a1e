import { describe, expect, test } from 'vitest'
import { hour } from '../facts/facts.ts'
import { described, type Group, groups, indicators } from '../indicators/all.ts'
import { answeredRate } from '../indicators/answering/answered-rate.ts'
import { expertLoad } from '../indicators/answering/expert-load.ts'
import { firstReply } from '../indicators/answering/first-reply.ts'
import { contributionGini } from '../indicators/people/contribution-gini.ts'
import { healthIndex } from '../indicators/people/health-index.ts'
import { newcomerIntegration } from '../indicators/people/newcomer-integration.ts'
import { newcomerRetention } from '../indicators/people/newcomer-retention.ts'
import { participationMix } from '../indicators/people/participation-mix.ts'
import { bridging } from '../indicators/ties/bridging.ts'
import { busFactor } from '../indicators/ties/bus-factor.ts'
import { corePeriphery } from '../indicators/ties/core-periphery.ts'
import { crossUnitShare } from '../indicators/ties/cross-unit-share.ts'
import { eiIndex } from '../indicators/ties/e-i-index.ts'
import { sharedTopics } from '../indicators/ties/shared-topics.ts'
import { thanked } from '../indicators/ties/thanked.ts'
import { twoWayShare } from '../indicators/ties/two-way-share.ts'
import { on, replied, small } from './small.ts'

test('where nothing happened no indicator says anything', () => {
  const empty = small({})

  expect(indicators.map((indicator) => [indicator.id, indicator.of(empty)]).filter(([, figure]) => figure)).toEqual([])
})

test('each says in both languages all that it must, and with the same places for numbers', () => {
  const all = (Object.keys(groups) as Group[]).flatMap((group) => [...described(group)])
  const places = (text: string) => [...new Set(text.match(/\{(value|of)\b/g))].toSorted()

  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  for (const { id, words, source } of all) {
    expect(source.length, id).toBeGreaterThan(10)
    for (const part of ['name', 'meaning', 'formula', 'of', 'caution', 'sentence'] as const) {
      expect(words.fi[part], `${id} ${part}`).not.toBe(words.en[part])
      expect(places(words.fi[part]), `${id} ${part}`).toEqual(places(words.en[part]))
    }
    expect(Object.keys(words.fi.parts ?? {}), id).toEqual(Object.keys(words.en.parts ?? {}))
  }
})

describe('answering', () => {
  // Replies after 1, 2 and 30 hours; one was withdrawn after 10 hours; one still waits, 48 hours old.
  const waits = small({
    inquiries: [
      { id: 'a', by: 'anna', at: on(1) },
      { id: 'b', by: 'bo', at: on(2) },
      { id: 'c', by: 'cid', at: on(3) },
      { id: 'd', by: 'dia', at: on(4), withdrawn: on(4) + 10 * hour },
      { id: 'e', by: 'eve', at: on(89) },
    ],
    replies: [
      { to: 'a', by: 'anna', at: on(1) + hour / 2 },
      { to: 'a', by: 'bo', at: on(1) + hour },
      { to: 'b', by: 'cid', at: on(2) + 2 * hour },
      { to: 'c', by: 'finn', at: on(3) + 30 * hour },
    ],
  })

  test('one’s own words are no reply, and who waited or withdrew counts as long as they waited', () => {
    // S = 4/5 · 3/4 after two hours; then one leaves at 10 h, so that at 30 h one of two remains.
    expect(answeredRate.of(waits)).toMatchObject({
      value: expect.closeTo(0.4, 10),
      of: 5,
      behind: 6,
      parts: { hour: expect.closeTo(0.2, 10), day: expect.closeTo(0.4, 10), week: expect.closeTo(0.7, 10) },
    })
    expect(firstReply.of(waits)).toMatchObject({ value: 30, of: 5 })
  })

  test('where nobody was answered, the share is none and there is no half', () => {
    const silent = small({ inquiries: [{ id: 'a', by: 'anna', at: on(1) }] })

    expect(answeredRate.of(silent)).toMatchObject({ value: 0, low: 0, of: 1 })
    expect(firstReply.of(silent)).toBeUndefined()
  })

  test('help rests on five only where there are five others', () => {
    const ten = Array.from({ length: 10 }, (_, n) => `p${n}`)
    const answers = ten.flatMap((by, n) => Array.from({ length: n < 5 ? 3 : 1 }, () => ({ to: 'a', by, at: on(2) })))
    const asked = [{ id: 'a', by: 'anna', at: on(1) }]

    expect(expertLoad.of(small({ inquiries: asked, replies: answers }))).toMatchObject({
      value: 15 / 20,
      of: 20,
      behind: 10,
      chance: { value: 0.5 },
    })
    expect(expertLoad.of(small({ inquiries: asked, replies: answers.filter(({ by }) => by !== 'p9') }))?.behind).toBe(0)
  })

  test('the topics of one person are gone with them', () => {
    const carried = small({
      inquiries: ['x', 'y', 'z'].map((topic) => ({ id: topic, by: 'anna', at: on(1), topics: [topic] })),
      replies: [
        ...['x', 'y'].flatMap((to) => [1, 2, 3, 4].map(() => ({ to, by: 'bo', at: on(2) }))),
        { to: 'x', by: 'cid', at: on(2) },
        { to: 'z', by: 'dia', at: on(2) },
        { to: 'z', by: 'anna', at: on(2) },
      ],
    })

    expect(busFactor.of(carried)).toEqual({ value: 1, of: 3, behind: 3 })
  })
})

describe('people', () => {
  const week = (n: number) => Array.from({ length: n }, (_, at) => `p${at}`)

  test('health is who was active in the last month of those who were within a year', () => {
    const scene = small({
      active: [
        ...week(10).map((who): [string, number] => [who, on(1)]),
        ['p0', on(80)],
        ['p1', on(90)],
        ['old', on(-250)],
        ['older', on(-300)],
      ],
    })

    expect(healthIndex.of(scene)).toMatchObject({ value: 2 / 11, of: 11, part: 2 })
  })

  test('taking part is told in groups of five, and of members only', () => {
    const scene = small({
      members: week(20).map((who) => [who, on(-100)]),
      inquiries: week(12).map((by, n) => ({ id: `${n}`, by, at: on(2) })),
      replies: week(6)
        .flatMap((by) => [1, 2].map(() => ({ to: '11', by, at: on(3) })))
        .concat([{ to: '1', by: 'guest', at: on(3) }]),
    })

    expect(participationMix.of(scene)).toMatchObject({
      value: 12 / 20,
      of: 20,
      part: 12,
      parts: { often: 6 / 20, now: 6 / 20, not: 8 / 20 },
    })
  })

  test('a group of four hides with another, so that it cannot be computed back', () => {
    const scene = small({
      members: week(20).map((who) => [who, on(-100)]),
      inquiries: week(10).map((by, n) => ({ id: `${n}`, by, at: on(2) })),
      replies: week(4).flatMap((by) => [1, 2].map(() => ({ to: '9', by, at: on(3) }))),
    })

    expect(participationMix.of(scene)?.parts).toEqual({ often: null, now: null, not: 10 / 20 })
  })

  test('who gave the same gives evenly, and one who gave all does not', () => {
    const even = small({ inquiries: week(6).map((by, n) => ({ id: `${n}`, by, at: on(2) })) })
    const uneven = small({
      inquiries: [...week(4), 'p0', 'p0', 'p0', 'p0'].map((by, n) => ({ id: `${n}`, by, at: on(2) })),
    })

    expect(contributionGini.of(even)).toMatchObject({ value: expect.closeTo(0, 12), of: 6, behind: 6 })
    // 1, 1, 1, 5: 2 · (1 + 2 + 3 + 20) / (4 · 8) - 5/4
    expect(contributionGini.of(uneven)?.value).toBeCloseTo(0.375, 12)
  })

  test('newcomers have thirty days to meet two others, and ninety to come again', () => {
    const scene = small({
      members: [
        ['ann', on(10)],
        ['ben', on(20)],
        ['late', on(80)],
        ['cat', on(-40)],
      ],
      inquiries: [
        { id: 'a', by: 'ann', at: on(11) },
        { id: 'b', by: 'ben', at: on(21) },
        { id: 'c', by: 'cat', at: on(-39) },
      ],
      replies: [
        { to: 'a', by: 'x', at: on(12) },
        { to: 'a', by: 'y', at: on(13) },
        { to: 'b', by: 'x', at: on(22) },
        { to: 'b', by: 'y', at: on(60) },
        { to: 'a', by: 'cat', at: on(30) },
      ],
    })

    expect(newcomerIntegration.of(scene)).toMatchObject({ value: 1 / 2, of: 2, part: 1 })
    expect(newcomerRetention.of(scene)).toMatchObject({ value: 1, of: 1, part: 1 })
  })
})

describe('ties', () => {
  test('of three pairs one goes both ways', () => {
    const scene = small(replied('a>b b>a a>c d>e'))

    // Four arcs of twenty: by chance a pair with any has both in d / (2 - d).
    expect(twoWayShare.of(scene)).toMatchObject({
      value: 1 / 3,
      of: 3,
      behind: 5,
      chance: { value: expect.closeTo(0.2 / 1.8, 10) },
    })
  })

  test('across units: a square of two units, and what degrees alone would give', () => {
    const scene = small({ ...replied('a>b b>c c>d d>a'), units: { a: 'x', b: 'x', c: 'y', d: 'y' } })

    expect(crossUnitShare.of(scene)).toMatchObject({ value: 1 / 2, of: 4, behind: 4, chance: { value: 1 / 2 } })
    expect(eiIndex.of(scene)).toMatchObject({ value: 0, of: 4, chance: { value: expect.closeTo(1 / 3, 10) } })
    expect(eiIndex.of(small(replied('a>b')))).toBeUndefined()
  })

  test('a star is core and edge exactly, and all bridges; a triangle has none', () => {
    const star = small(replied('h>a h>b h>c h>d h>e'))

    expect(corePeriphery.of(star)).toMatchObject({ value: expect.closeTo(1, 10), of: 6 })
    expect(bridging.of(star)).toMatchObject({ value: 1, of: 5 })
    expect(bridging.of(small(replied('a>b b>c c>a')))).toMatchObject({ value: 0, of: 3 })
  })

  test('help is acknowledged by marking it or by thanks', () => {
    const scene = small({
      inquiries: [{ id: 'a', by: 'anna', at: on(1) }],
      replies: [
        { to: 'a', by: 'bo', at: on(2), helped: on(3) },
        { to: 'a', by: 'cid', at: on(2), thanked: true },
        { to: 'a', by: 'dia', at: on(2), helped: on(200) },
        { to: 'a', by: 'eve', at: on(2), kind: 'reply' },
      ],
    })

    expect(thanked.of(scene)).toMatchObject({ value: 2 / 3, of: 3, behind: 3 })
  })

  test('a topic is in common when two units write on it', () => {
    const scene = small({
      units: { anna: 'x', bo: 'y', cid: 'x' },
      inquiries: [
        { id: 'a', by: 'anna', at: on(1), topics: ['looms', 'woad'] },
        { id: 'b', by: 'anna', at: on(1), topics: ['felt'] },
      ],
      replies: [
        { to: 'a', by: 'bo', at: on(2) },
        { to: 'b', by: 'cid', at: on(2) },
      ],
    })

    expect(sharedTopics.of(scene)).toMatchObject({ value: 2 / 3, of: 3, behind: 3 })
  })
})
