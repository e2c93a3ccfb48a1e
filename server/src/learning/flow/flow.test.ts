import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentToGroups } from './baselines.ts'
import { choicesOf } from './choices.ts'
import { crossingsOf } from './crossing.ts'
import { deliveriesOf, figuresOf } from './figures.ts'
import { propose } from './plan.ts'
import { regionsOf, several } from './regions.ts'
import { communitiesOf, type Item, type Rules, type World } from './world.ts'

const upTo = (from: number, to: number) => Int32Array.from({ length: to - from }, (_, at) => from + at)
const rules: Rules = { months: 2, minutesPerMonth: 60, cost: 0.01, itemsPerTopic: 1 }

type Line = readonly [person: number, topic: number, weight?: number]

function world(given: {
  people: number
  topics?: readonly number[]
  members: readonly Int32Array[]
  told: readonly Line[]
  items: readonly Partial<Item>[]
}): World {
  const broader = Int32Array.from(given.topics ?? [-1, -1])
  return {
    people: given.people,
    broader,
    owner: broader.map((_, topic) => topic % given.members.length),
    members: given.members,
    told: {
      person: Int32Array.from(given.told, ([person]) => person),
      topic: Int32Array.from(given.told, ([, topic]) => topic),
      weight: Float64Array.from(given.told, ([, , weight = 1]) => weight),
    },
    items: given.items.map((item) => ({ minutes: 30, topics: [0], passed: [], ...item })),
  }
}
const each = (people: Iterable<number>, topic: number): Line[] => Array.from(people, (person) => [person, topic])

test('a region is the narrowest circle of five: who told it here or in several places, its branch, the community; fewer are left out', () => {
  const given = {
    people: 30,
    topics: [-1, 0, 0],
    members: [upTo(0, 12), upTo(10, 20), upTo(20, 24)],
    items: [],
  }
  const told = [...each(upTo(0, 6), 1), ...each([21], 1), ...each([6, 7], 2), ...each([15, 16], 2)]
  const { regions, outside } = regionsOf(world({ ...given, told }))

  expect(regions.map(({ topic, community, reach, people }) => [topic, community, reach, people.length])).toEqual([
    [1, 0, 'topic', 6],
    [2, 0, 'branch', 8],
    // Persons 10 and 11 are in both communities, and stand for the topic in the first of two equals.
    [2, 1, 'community', 8],
  ])
  expect(outside).toBe(1)

  // A fifth who told it in a third place: together they are enough, and nobody else need be reached.
  const more = regionsOf(world({ ...given, told: [...told, [22, 2]] }))
  expect(more.regions.slice(1)).toEqual([
    expect.objectContaining({
      topic: 2,
      community: several,
      reach: 'several',
      people: Int32Array.of(6, 7, 15, 16, 22),
    }),
  ])
})

test('the plan sends to those who told the topic, the shorter of two items, and prints what that amounts to', async () => {
  const here = world({
    people: 20,
    members: [upTo(0, 10), upTo(10, 20)],
    told: [...each(upTo(0, 6), 0), ...each([6, 7], 1)],
    items: [{ minutes: 45 }, { minutes: 30 }, { topics: [1], minutes: 20 }],
  })
  const { sends, worth, bound, gap } = await propose(here, rules)

  // Topic 1 would go to all ten of the first community for two who told it: 2 − 0.01 · 20 · 8 = 0.4 is still worth it.
  expect(sends.map(({ item, topic, community }) => [item, topic, community])).toEqual([
    [1, 0, 0],
    [2, 1, 0],
  ])
  expect([worth, bound, gap]).toEqual([6.4, 6.4, 0].map((x) => expect.closeTo(x, 9)))
  expect(figuresOf(here, deliveriesOf(here, sends), rules.months)).toEqual({
    reach: 1,
    met: 8,
    told: 8,
    precision: 8 / 16,
    recipients: 16,
    superfluous: expect.closeTo(160 / 380, 12),
    minutes: 380,
    superfluousMinutes: 160,
    people: 10,
    load: 19,
    mostLoad: 50,
  })
  expect((await propose(here, { ...rules, cost: 0.02 })).sends).toHaveLength(1)
})

test('"not for me" and "did it" teach: they lower what an item is worth, until it is not sent', () => {
  const given = {
    people: 10,
    members: [upTo(0, 10)],
    told: each(upTo(0, 5), 0),
  }
  const values = [[], [0], [0, 1, 2, 3]].map((passed) => {
    const { groups } = choicesOf(world({ ...given, items: [{ passed }] }), { ...rules, cost: 0.02 })
    return groups[0]?.choices[0]?.value
  })

  expect(values).toEqual([5, expect.closeTo(4 - 0.6, 9), undefined])
})

test('nobody is asked for more minutes a month than agreed; what does not fit comes later, or not', async () => {
  const four = world({
    people: 6,
    topics: [-1, -1, -1, -1],
    members: [upTo(0, 6)],
    told: [0, 1, 2, 3].flatMap((topic) => each(upTo(0, topic === 3 ? 5 : 6), topic)),
    items: [0, 1, 2, 3].map((topic) => ({ topics: [topic], minutes: 40, ...(topic === 2 && { until: 0 }) })),
  })
  const { sends, worth, how } = await propose(four, rules)

  expect(sends.map(({ month }) => month)).toEqual([0, 1])
  expect(worth).toBe(12)
  expect(sends.find(({ topic }) => topic === 3)).toBeUndefined()
  expect(figuresOf(four, deliveriesOf(four, sends), 2).mostLoad).toBe(40)
  expect(how).toBe('exactly')
  expect((await propose(four, { ...rules, minutesPerMonth: 39 })).sends).toEqual([])
})

test('by prices or exactly: the bound holds, no month is too full, and prices lose little', async () => {
  const drawn = fc.record({
    told: fc.uniqueArray(fc.tuple(fc.nat(29), fc.nat(3)), { minLength: 30, maxLength: 70, selector: (x) => x.join() }),
    members: fc.array(fc.uniqueArray(fc.nat(29), { minLength: 8, maxLength: 20 }), { minLength: 2, maxLength: 3 }),
    items: fc.array(fc.tuple(fc.integer({ min: 2, max: 9 }), fc.nat(3), fc.nat(3)), { minLength: 4, maxLength: 9 }),
  })
  let [lost, plans] = [0, 0]
  await fc.assert(
    fc.asyncProperty(drawn, async ({ told, members, items }) => {
      const here = world({
        people: 30,
        topics: [-1, 0, -1, 2],
        members: members.map((list) => Int32Array.from(list).sort()),
        told,
        items: items.map(([tens, one, other]) => ({ minutes: 10 * tens, topics: [...new Set([one, other])] })),
      })
      const strict = { ...rules, minutesPerMonth: 90, itemsPerTopic: 2 }
      const [exact, quick] = [
        await propose(here, strict, undefined, { seconds: 2 }),
        await propose(here, strict, undefined, { exactUpTo: 0 }),
      ]
      for (const { sends, worth, bound } of [exact, quick]) {
        expect(bound).toBeGreaterThanOrEqual(worth - 1e-9)
        expect(figuresOf(here, deliveriesOf(here, sends), 2).mostLoad).toBeLessThanOrEqual(90)
      }
      expect(exact.worth).toBeGreaterThanOrEqual(quick.worth - 1e-9)
      expect(quick.bound).toBeGreaterThanOrEqual(exact.worth - 1e-6)
      lost += exact.worth > 0 ? 1 - quick.worth / exact.worth : 0
      plans++
    }),
    { numRuns: 12, seed: 11 },
  )
  expect(lost / plans).toBeLessThan(0.05)
})

test('at the same reach, a department that is half concerned gets as much for nothing as for something', () => {
  const here = world({
    people: 40,
    members: [upTo(0, 40)],
    told: each(upTo(0, 10), 0),
    items: [{ minutes: 30 }, { minutes: 20 }],
  })
  const departments = [upTo(0, 20), upTo(20, 40)]

  expect(sentToGroups(here, departments, 1, 1)).toMatchObject({
    reach: 1,
    superfluous: 0.5,
    recipients: 20,
    minutes: 400,
  })
  expect(sentToGroups(here, [upTo(0, 40)], 1, 1)).toMatchObject({ reach: 1, superfluous: 0.75, recipients: 40 })
  expect(sentToGroups(here, departments, 0, 1)).toMatchObject({ reach: 0, recipients: 0, precision: null })
})

test('what is sent to people of another community than the topic belongs to crosses over', () => {
  const here = world({ people: 20, members: [upTo(0, 10), upTo(10, 20)], told: each(upTo(12, 19), 0), items: [{}] })
  const send = { item: 0, topic: 0, community: 1, month: 0 }

  expect(crossingsOf(here, [send])).toEqual([{ from: 0, to: 1, topics: [0], people: 7 }])
  expect(communitiesOf(here)[12]).toEqual([1])
})
