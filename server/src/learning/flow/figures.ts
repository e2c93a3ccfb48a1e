import { wantingOf } from './choices.ts'
import { regionsOf } from './regions.ts'
import type { Send, World } from './world.ts'

/** What goes to whom: an item, its people (each once), the month from 0. */
export interface Delivery {
  readonly item: number
  readonly people: Iterable<number>
  readonly month: number
}

export interface Figures {
  /** Share of what was told that is met by at least one item. */
  readonly reach: number
  readonly met: number
  readonly told: number
  /** Share of recipients for whom it is relevant; nothing where nobody gets anything. */
  readonly precision: number | null
  readonly recipients: number
  /** Share of all minutes that go to people for whom they are not relevant. */
  readonly superfluous: number | null
  readonly minutes: number
  readonly superfluousMinutes: number
  /** How many people get something at all. */
  readonly people: number
  /** Minutes for each person who gets something, and month: the mean, and the most. */
  readonly load: number
  readonly mostLoad: number
}

/**
 * What deliveries amount to. Somebody to whom an item goes twice counts once. A need is met when its person gets an item
 * of its topic that they neither passed by nor did.
 */
export function figuresOf(world: World, deliveries: readonly Delivery[], months: number): Figures {
  const wanting = wantingOf(world)
  const topicsMet = new Set<number>()
  const load = new Float64Array(world.people * months)
  const topics = world.broader.length
  let [recipients, relevant, minutes, superfluousMinutes] = [0, 0, 0, 0]
  for (const [item, people] of together(deliveries)) {
    const wants = wanting(item)
    const { minutes: each, topics: of } = world.items[item]!
    for (const [person, month] of people) {
      recipients++
      minutes += each
      load[person * months + month]! += each
      if (wants(person)) {
        relevant++
        for (const topic of of) topicsMet.add(person * topics + topic)
      } else superfluousMinutes += each
    }
  }
  const told = world.told.person.length
  let met = 0
  world.told.person.forEach((person, at) => (met += topicsMet.has(person * topics + world.told.topic[at]!) ? 1 : 0))
  return {
    reach: told === 0 ? 0 : met / told,
    met,
    told,
    precision: recipients === 0 ? null : relevant / recipients,
    recipients,
    superfluous: minutes === 0 ? null : superfluousMinutes / minutes,
    minutes,
    superfluousMinutes,
    ...loadsOf(load, world.people, months),
  }
}

/** By item, who gets it, and in which month first. */
function together(deliveries: readonly Delivery[]): Map<number, Map<number, number>> {
  const of = new Map<number, Map<number, number>>()
  for (const { item, people, month } of deliveries) {
    const reached = of.get(item) ?? of.set(item, new Map()).get(item)!
    for (const person of people) reached.set(person, Math.min(month, reached.get(person) ?? month))
  }
  return of
}

function loadsOf(load: Float64Array, people: number, months: number) {
  let [reached, sum, mostLoad] = [0, 0, 0]
  for (let person = 0; person < people; person++) {
    const own = load.subarray(person * months, (person + 1) * months)
    const all = own.reduce((total, one) => total + one, 0)
    if (all > 0) reached++
    sum += all
    for (const one of own) mostLoad = Math.max(mostLoad, one)
  }
  return { people: reached, load: reached === 0 ? 0 : sum / reached / months, mostLoad }
}

/** To whom the sends of a plan go. A send for which there is no region (any more) goes to nobody. */
export function deliveriesOf(world: World, sends: readonly Send[]): Delivery[] {
  const regions = new Map(regionsOf(world).regions.map((region) => [`${region.topic} ${region.community}`, region]))
  return sends.map(({ item, topic, community, month }) => ({
    item,
    month,
    people: regions.get(`${topic} ${community}`)?.people ?? [],
  }))
}
