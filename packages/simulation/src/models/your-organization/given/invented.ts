import type { Stream } from '../../../random/stream.ts'
import type { Organization } from './organization.ts'

export interface Invented {
  readonly people: number
  /** People in a unit, and units under one. */
  readonly span: number
  readonly communities: number
  /** Members of each community. */
  readonly size: number
  readonly occupations: number
}

export const inventedSize: Invented = { people: 300, span: 10, communities: 8, size: 20, occupations: 10 }

/** An organization that nobody works in: equal units, and communities of one craft each, across units. */
export function inventedOrganization(sizes: Invented, chance: Stream): Organization {
  const { people, span, communities, size, occupations } = sizes
  const parent = unitsAbove(Math.ceil(people / span), span)
  const unit = Int32Array.from({ length: people }, (_, person) => Math.floor(person / span))
  const occupation = Int32Array.from({ length: people }, () => chance.below(occupations))
  const person: number[] = []
  const community: number[] = []
  for (let each = 0; each < communities; each++)
    for (const member of someOf(occupation, each % occupations, size, chance)) {
      person.push(member)
      community.push(each)
    }
  return {
    parent,
    unit,
    occupation,
    manager: managersOf(unit, parent),
    members: { person: Int32Array.from(person), community: Int32Array.from(community) },
  }
}

/** Units with people come first; above each `span` of them one more, until one is left. */
function unitsAbove(leaves: number, span: number): Int32Array {
  const parent: number[] = []
  let [first, count] = [0, leaves]
  while (count > 1) {
    for (let each = 0; each < count; each++) parent.push(first + count + Math.floor(each / span))
    first += count
    count = Math.ceil(count / span)
  }
  return Int32Array.from([...parent, -1])
}

/** The first of a unit leads it, and the first of those the units above. */
function managersOf(unit: Int32Array, parent: Int32Array): Int32Array {
  const head = new Int32Array(parent.length).fill(-1)
  unit.forEach((each, person) => {
    for (let at = each; at >= 0 && head[at]! < 0; at = parent[at]!) head[at] = person
  })
  return unit.map((each, person) => {
    let at = each
    while (at >= 0 && head[at] === person) at = parent[at]!
    return at < 0 ? -1 : head[at]!
  })
}

/** So many people of one craft, at random; of anybody where they are too few. */
function someOf(occupation: Int32Array, wanted: number, size: number, chance: Stream): number[] {
  const order = Int32Array.from(occupation, (_, person) => person)
  chance.shuffle(order)
  const fitting = [...order].filter((person) => occupation[person] === wanted)
  const others = [...order].filter((person) => occupation[person] !== wanted)
  return [...fitting, ...others].slice(0, size)
}
