import type { Choice, Group } from '../choices.ts'
import type { Rules } from '../world.ts'
import { priceOf } from './prices.ts'

export interface Placed {
  readonly choice: Choice
  readonly month: number
}

/** How many minutes everybody is asked for in each month: a row for each person. */
export function calendar(people: number, { months, minutesPerMonth }: Rules) {
  const load = new Float64Array(people * months)
  const fits = ({ region, minutes }: Choice, month: number) =>
    region.people.every((person) => load[person * months + month]! + minutes <= minutesPerMonth)
  const add = ({ region, minutes }: Choice, month: number, times = 1) =>
    region.people.forEach((person) => (load[person * months + month]! += times * minutes))
  /** The earliest month in which all of them have time; -1 where there is none. */
  const earliest = (choice: Choice): number => {
    for (let month = 0; month <= choice.until; month++) if (fits(choice, month)) return month
    return -1
  }
  return { earliest, add }
}

/**
 * A plan made at given prices: what brings most for what it costs comes first, in the earliest month in which everybody
 * it goes to has time.
 */
export function schedule(people: number, groups: readonly Group[], rules: Rules, price: Float64Array): Placed[] {
  const typical = price.reduce((sum, one) => sum + one, 0) / Math.max(1, people)
  const ranked = groups
    .flatMap(({ region, choices }) => {
      const minute = priceOf(region.people, price) + (typical + 1e-6) * region.people.length
      return choices.map((choice) => ({ choice, rank: choice.value / (choice.minutes * minute) }))
    })
    .sort((one, other) => other.rank - one.rank || one.choice.item - other.choice.item)
  const { earliest, add } = calendar(people, rules)
  const taken = new Map<object, number>()
  const placed: Placed[] = []
  for (const { choice } of ranked) {
    const before = taken.get(choice.region) ?? 0
    if (before >= rules.itemsPerTopic) continue
    const month = earliest(choice)
    if (month < 0) continue
    add(choice, month)
    taken.set(choice.region, before + 1)
    placed.push({ choice, month })
  }
  return placed
}

/** Each send as early as those it goes to have time, in the order given. */
export function pulledForward(people: number, placed: readonly Placed[], rules: Rules): Placed[] {
  const { earliest, add } = calendar(people, rules)
  for (const { choice, month } of placed) add(choice, month)
  return placed
    .toSorted((one, other) => one.month - other.month)
    .map(({ choice, month }) => {
      add(choice, month, -1)
      const sooner = earliest(choice)
      add(choice, sooner)
      return { choice, month: sooner }
    })
}

export const worthOf = (placed: readonly Placed[]): number => placed.reduce((sum, { choice }) => sum + choice.value, 0)
