import { describe, expect, test } from 'vitest'
import { hour } from '../facts/facts.ts'
import { exploration } from '../indicators/learning/exploration.ts'
import { producerOf } from '../indicators/learning/efficiency.ts'
import { ideasAcrossUnits } from '../indicators/learning/ideas-across-units.ts'
import { newcomerFirstHelp } from '../indicators/learning/newcomer-first-help.ts'
import { responseCurve } from '../indicators/learning/response-curve.ts'
import { competencyTraps } from '../indicators/repertoire/competency-traps.ts'
import { duplicatesAvoided } from '../indicators/repertoire/duplicates-avoided.ts'
import { repertoireFreshness } from '../indicators/repertoire/repertoire-freshness.ts'
import { reuse } from '../indicators/repertoire/reuse.ts'
import { adoptionBreadth } from '../indicators/spread/adoption-breadth.ts'
import { conversion } from '../indicators/spread/conversion.ts'
import { superstition } from '../indicators/spread/superstition.ts'
import { timeToRoutine } from '../indicators/spread/time-to-routine.ts'
import { on, replied, small } from './small.ts'

describe('repertoire and its spread', () => {
  const practices = [
    { id: 'fresh', made: on(-300), current: on(-200), days: 90 },
    { id: 'old', made: on(-300), current: on(-200), days: 90 },
    { id: 'new', made: on(-20), current: on(10), days: 180, validated: on(20), from: 'q' },
    { id: 'gone', made: on(-300), current: on(-200), retired: on(5) },
    { id: 'draft', made: on(-3), from: 'r' },
  ]
  const scene = small({
    units: { anna: 'x', bo: 'y' },
    inquiries: [
      { id: 'q', by: 'anna', at: on(-60), resolved: on(-50) },
      { id: 'r', by: 'anna', at: on(-30), resolved: on(-20) },
      { id: 's', by: 'anna', at: on(3), known: true },
      { id: 't', by: 'bo', at: on(4) },
    ],
    replies: [{ to: 'q', by: 'bo', at: on(-55) }],
    practices,
    verified: [['fresh', on(30), 90]],
    used: [
      ['old', 'anna', on(10), 'failed'],
      ['old', 'bo', on(11), 'failed'],
      ['old', 'anna', on(12), 'worked'],
      ['old', 'anna', on(-10), 'partly'],
      ['new', 'bo', on(40), 'worked'],
      ['gone', 'bo', on(2), 'worked'],
    ],
    decided: [
      ['new', 'ward', on(30), 'trying'],
      ['new', 'ward', on(40), 'adopted'],
      ['fresh', 'ward', on(-100), 'adopted'],
      ['fresh', 'clinic', on(-90), 'declined'],
    ],
    proposed: [
      ['new', 'clinic', on(50)],
      ['fresh', 'ward', on(-120)],
    ],
    runs: [['new', 'anna', on(60)]],
  })

  test('freshness, reuse and what was known', () => {
    expect(repertoireFreshness.of(scene)).toMatchObject({ value: 2 / 3, of: 3 })
    expect(reuse.of(scene)).toMatchObject({ value: 2 / 3, of: 3, behind: 2 })
    expect(duplicatesAvoided.of(scene)).toMatchObject({ value: 1 / 2, of: 2, behind: 2 })
  })

  test('a trap is much used, overdue and failing; adopting without evidence is seen', () => {
    expect(competencyTraps.of(scene)).toMatchObject({ value: 1 / 3, of: 3 })
    // "fresh" is adopted, never validated, and nobody told that it worked.
    expect(superstition.of(scene)).toMatchObject({ value: 1 / 2, of: 2 })
  })

  test('from inquiry to adoption, how broadly, and how soon', () => {
    expect(conversion.of(scene)).toMatchObject({
      value: 1 / 2,
      of: 2,
      parts: { asked: 4, resolved: 2, practice: 2, current: 1, validated: 1, adopted: 1 },
    })
    expect(adoptionBreadth.of(scene)).toMatchObject({ value: 2 / 4, of: 4 })
    // Adopted after 30 and 100 days, retired without after 205, and one still waits.
    expect(timeToRoutine.of(scene)).toMatchObject({ value: 100, of: 4 })
  })

  test('ideas from between units; looking for news and using what there is', () => {
    expect(ideasAcrossUnits.of(scene)).toMatchObject({ value: 1 / 2, of: 2 })
    expect(exploration.of(scene)).toMatchObject({
      value: 3 / 10,
      of: 10,
      parts: { inquiries: 2, practices: 0, trials: 1, uses: 5, runs: 1, adoptions: 1 },
    })
  })
})

describe('learning', () => {
  test('the time to a reply that shrinks by a fifth with each doubling is found so', () => {
    const numbers = Array.from({ length: 20 }, (_, n) => n)
    const scene = small({
      before: 5,
      inquiries: numbers.map((n) => ({ id: `${n}`, by: `a${n}`, at: on(n) })),
      replies: numbers.map((n) => ({ to: `${n}`, by: 'bo', at: on(n) + 10 * (n + 6) ** Math.log2(0.8) * hour })),
    })

    expect(responseCurve.of(scene)?.value).toBeCloseTo(0.8, 4)
    expect(responseCurve.of(scene)).toMatchObject({ of: 20, behind: 21 })
  })

  test('newcomers’ help: who helped counts from joining, who has not yet waits', () => {
    const scene = small({
      members: [
        ['ann', on(-20)],
        ['ben', on(-10)],
      ],
      inquiries: [{ id: 'a', by: 'anna', at: on(1) }],
      replies: [{ to: 'a', by: 'ann', at: on(2), helped: on(3) }],
    })

    expect(newcomerFirstHelp.of(scene)).toMatchObject({ value: 1 / 2, of: 2, part: 1 })
  })

  test('what a community puts in and brings out, from five people on', () => {
    const five = ['a', 'b', 'c', 'd', 'e']
    const scene = (members: string[]) =>
      small({
        members: members.map((who) => [who, on(-9)]),
        ...replied('a>b b>c c>d d>e'),
        used: [['x', 'a', on(3), 'worked']],
      })

    expect(producerOf(scene(five))).toEqual({ inputs: [5, 8], outputs: [4, 1] })
    expect(producerOf(scene(five.slice(1)))).toBeUndefined()
  })
})
