import { MOST_PEOPLE, type Organization } from '@mortar/simulation'
import type { TiePattern } from '#network/index.ts'
import type { Reader } from '#platform/database.ts'
import { communitiesToday, membersToday, occupationsToday, peopleToday, unitsToday } from './queries.ts'

/** Kinds of problems that the model tells apart at most; rarer crafts count as not known. */
export const mostCrafts = 50

/** Fewer people than this are no organization to ask about. */
export const fewestPeople = 20

/** The organization as the model takes it, and what its numbers stand for. */
export interface Taken {
  readonly organization: Organization
  readonly units: readonly string[]
  readonly communities: readonly string[]
  readonly crafts: readonly string[]
}

export class NotToBeTaken extends Error {
  readonly key: 'organizationFew' | 'organizationMany'
  constructor(key: NotToBeTaken['key']) {
    super(key)
    this.key = key
  }
}

/** Reads what everybody may see, in bulk: units, places, reporting lines, crafts, members of communities; and the pattern of ties. */
export async function takeOrganization(db: Reader, pattern: TiePattern | undefined): Promise<Taken> {
  const [unitRows, people, communityRows, members, crafts] = await Promise.all([
    unitsToday(db),
    peopleToday(db),
    communitiesToday(db),
    membersToday(db),
    occupationsToday(db),
  ])
  if (people.length < fewestPeople) throw new NotToBeTaken('organizationFew')
  if (people.length > MOST_PEOPLE) throw new NotToBeTaken('organizationMany')
  const units = unitRows.map(({ id }) => id)
  const communities = communityRows.map(({ id }) => id)
  const known = crafts.slice(0, mostCrafts).map(({ id }) => id)
  const [unitAt, communityAt, craftAt] = [placesOf(units), placesOf(communities), placesOf(known)]
  const personAt = placesOf(people.map(({ id }) => id))
  const parent = Int32Array.from(unitRows, ({ parentId }) => unitAt(parentId))
  const unit = Int32Array.from(people, ({ unitId }) => unitAt(unitId))
  const there = members.filter(({ personId }) => personAt(personId) >= 0)
  return {
    units,
    communities,
    crafts: known,
    organization: {
      parent: withoutCircles(parent),
      unit,
      manager: withoutCircles(Int32Array.from(people, ({ managerId }) => personAt(managerId))),
      ...(known.length > 0 && { occupation: Int32Array.from(people, ({ occupationId }) => craftAt(occupationId)) }),
      members: {
        person: Int32Array.from(there, ({ personId }) => personAt(personId)),
        community: Int32Array.from(there, ({ communityId }) => communityAt(communityId)),
      },
      ...(pattern && { pattern: patternOn(pattern, unitAt, parent, unit) }),
    },
  }
}

const placesOf = (ids: readonly string[]) => {
  const places = new Map(ids.map((id, at) => [id, at]))
  return (id: string | null) => (id === null ? -1 : (places.get(id) ?? -1))
}

/** Everybody of the units counts to their group, whether they let their ties be computed with or not: that is told of nobody. */
function patternOn(
  { groups, pairs, spread }: TiePattern,
  unitAt: (id: string) => number,
  parent: Int32Array,
  unit: Int32Array,
): NonNullable<Organization['pattern']> {
  const groupOfUnit = new Int32Array(parent.length).fill(-1)
  groups.forEach((each, group) => each.forEach((id) => unitAt(id) >= 0 && (groupOfUnit[unitAt(id)] = group)))
  const groupAt = (place: number) => {
    // A unit that is new since then counts with the one above it.
    let at = place
    for (let steps = 0; at >= 0 && groupOfUnit[at]! < 0 && steps < parent.length; steps++) at = parent[at]!
    return at < 0 ? -1 : groupOfUnit[at]!
  }
  const group = unit.map(groupAt)
  const there = new Set(group)
  const drawn = pairs.filter(({ one, other }) => there.has(one) && there.has(other))
  return {
    group,
    one: Int32Array.from(drawn, ({ one }) => one),
    other: Int32Array.from(drawn, ({ other }) => other),
    ties: Int32Array.from(drawn, ({ ties }) => ties),
    strength: drawn.map(({ strength }) => strength),
    spread: [...spread],
  }
}

/** Cuts each way up where it comes back to where it was. */
function withoutCircles(above: Int32Array): Int32Array {
  const safe = new Uint8Array(above.length)
  for (let start = 0; start < above.length; start++) {
    const way = new Set<number>()
    for (let at = start; at >= 0 && !safe[at]; at = above[at]!) {
      way.add(at)
      if (way.has(above[at]!)) above[at] = -1
    }
    for (const at of way) safe[at] = 1
  }
  return above
}
