import type { Choice, Group } from '../choices.ts'
import type { Rules, World } from '../world.ts'

export interface Prices {
  /** By person, what a minute of theirs costs, in needs. */
  readonly price: Float64Array
  /** No plan is worth more than this. */
  readonly bound: number
}

/**
 * Puts a price on everybody's minutes (Lagrangian relaxation of the limits on load). Given prices λ ≥ 0, each group
 * decides alone, and
 *
 *   L(λ) = Σ_p λ_p B H + Σ_g (the K largest of v_i − m_i Σ_{p in g} λ_p that are above 0)
 *
 * is a bound on what any plan is worth, for any λ. The bound falls by steps along the subgradient B H − load_p, of the
 * length that Polyak proposes. `try` is shown the prices now and then and tells what a plan made with them is worth.
 *
 * Held, Wolfe and Crowder (1974), Validation of subgradient optimization, Mathematical Programming 6, 62–88.
 */
export function priceMinutes(
  { people }: Pick<World, 'people'>,
  groups: readonly Group[],
  { months, minutesPerMonth, itemsPerTopic }: Rules,
  attempt: (price: Float64Array) => number,
  { rounds = 240, every = 20, near = 1e-4 } = {},
): Prices {
  const room = months * minutesPerMonth
  const price = new Float64Array(people)
  const load = new Float64Array(people)
  let [bound, best, scale, worse] = [Infinity, -Infinity, 1, 0]
  let kept = price.slice()
  for (let round = 0; round < rounds; round++) {
    const worth = relaxed(groups, price, itemsPerTopic, load)
    const now = worth + room * price.reduce((sum, one) => sum + one, 0)
    if (now < bound - 1e-9) [bound, worse, kept] = [now, 0, price.slice()]
    else if (++worse === 8) [worse, scale] = [0, scale / 2]
    if (round % every === 0) best = Math.max(best, attempt(price))
    if (bound - best <= near * Math.max(1, Math.abs(bound)) || !descend(price, load, room, scale * (now - best))) break
  }
  attempt(kept)
  return { price: kept, bound }
}

/** What the groups take at these prices, and how much of each person's time. */
function relaxed(groups: readonly Group[], price: Float64Array, most: number, load: Float64Array): number {
  load.fill(0)
  let worth = 0
  for (const { region, choices } of groups) {
    const minute = priceOf(region.people, price)
    for (const { gain, choice } of taken(choices, minute, most)) {
      worth += gain
      for (const person of region.people) load[person]! += choice.minutes
    }
  }
  return worth
}

export function priceOf(people: Int32Array, price: Float64Array): number {
  let sum = 0
  for (const person of people) sum += price[person]!
  return sum
}

const taken = (choices: readonly Choice[], minute: number, most: number) =>
  choices
    .map((choice) => ({ choice, gain: choice.value - choice.minutes * minute }))
    .filter(({ gain }) => gain > 0)
    .sort((one, other) => other.gain - one.gain || one.choice.minutes - other.choice.minutes)
    .slice(0, most)

/** One step; false when nobody is asked for too much and no price is to be lowered: the bound is reached. */
function descend(price: Float64Array, load: Float64Array, room: number, length: number): boolean {
  let norm = 0
  for (let person = 0; person < price.length; person++) {
    const over = load[person]! - room
    if (over > 0 || price[person]! > 0) norm += over * over
  }
  if (norm === 0) return false
  const step = length / norm
  for (let person = 0; person < price.length; person++)
    price[person] = Math.max(0, price[person]! + step * (load[person]! - room))
  return true
}
