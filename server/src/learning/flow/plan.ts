import { choicesOf, type Group } from './choices.ts'
import { decideExactly, sizeOf } from './solve/exact.ts'
import { priceMinutes } from './solve/prices.ts'
import { type Placed, pulledForward, schedule, worthOf } from './solve/schedule.ts'
import type { Rules, Send, World } from './world.ts'

export interface Proposal {
  /** By month, what brings most first. */
  readonly sends: readonly Send[]
  /** Needs met, weighted, minus what superfluous minutes cost. */
  readonly worth: number
  /** No plan under these rules is worth more. */
  readonly bound: number
  /** (bound − worth) / bound: how much better a plan could be at most. */
  readonly gap: number
  readonly how: 'exactly' | 'by prices'
  /** How many told needs and interests lie where too few people are to send anything. */
  readonly outside: number
}

/** Above so many entries of the program it is no longer decided exactly, but by prices. */
const large = 60_000

/**
 * Proposes what to send where and when.
 *
 *   maximize  Σ x_i,g,h ( Σ_{p in g, p told t_g, p wants i} w_p,t − μ m_i |{p in g: p does not want i}| )
 *
 * over items i, regions g (a community and a topic t_g of the item) and months h, under at most B minutes for each
 * person and month, K items for each region, and no item after it expires. p wants i when p told one of its topics and
 * neither said "not for me" nor did it. w: weight of what was told. μ: `cost`. B: `minutesPerMonth`. K: `itemsPerTopic`.
 *
 * A small program is decided by HiGHS, a large one by prices on people's minutes; either way with a bound.
 * `tell` hears how far it is, from 0 to 1.
 */
export async function propose(
  world: World,
  rules: Rules,
  tell: (share: number) => void = () => {},
  { exactUpTo = large, seconds = 10 } = {},
): Promise<Proposal> {
  const { groups, outside } = choicesOf(world, rules)
  tell(0.1)
  const priced = byPrices(world, groups, rules, tell)
  const small = priced.gap > 1e-6 && sizeOf(groups) <= exactUpTo
  const exact = small ? await decideExactly(groups, rules, seconds) : undefined
  tell(1)
  const better = exact && worthOf(exact.placed) >= priced.worth ? exact.placed : priced.placed
  const bound = Math.max(worthOf(better), Math.min(priced.bound, exact?.bound ?? Infinity))
  return { ...toldOf(world, better, bound, rules), how: exact ? 'exactly' : 'by prices', outside }
}

function byPrices(world: World, groups: readonly Group[], rules: Rules, tell: (share: number) => void) {
  let [placed, tries]: [readonly Placed[], number] = [[], 0]
  const attempt = (price: Float64Array) => {
    const next = schedule(world.people, groups, rules, price)
    if (worthOf(next) > worthOf(placed)) placed = next
    tell(0.1 + 0.8 * (1 - 1 / ++tries))
    return worthOf(placed)
  }
  const { bound } = priceMinutes(world, groups, rules, attempt)
  return { placed, bound, worth: worthOf(placed), gap: gapOf(worthOf(placed), bound) }
}

export const gapOf = (worth: number, bound: number): number => (bound > 0 ? Math.max(0, (bound - worth) / bound) : 0)

function toldOf(world: World, placed: readonly Placed[], bound: number, rules: Rules) {
  const inOrder = pulledForward(world.people, placed, rules).toSorted(
    (one, other) =>
      one.month - other.month ||
      other.choice.value / other.choice.minutes - one.choice.value / one.choice.minutes ||
      one.choice.item - other.choice.item,
  )
  const sends = inOrder.map(({ choice, month }) => ({
    item: choice.item,
    topic: choice.region.topic,
    community: choice.region.community,
    month,
  }))
  const worth = worthOf(placed)
  return { sends, worth, bound, gap: gapOf(worth, bound) }
}
