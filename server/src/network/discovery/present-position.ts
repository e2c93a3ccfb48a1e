import type { Connector, OwnPosition } from '@mortar/contract/network-discovery'
import { communitiesFor, linkTo, maySeeMembers } from '#community/index.ts'
import { peopleFor, unitLinks } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { connectorsFor, positionOf, shownTo, type StoredPosition } from './queries/positions.ts'

/** Names of what positions speak of: communities only where the reader may see who is in them. */
async function namesFor(db: Reader, actor: Actor, positions: readonly StoredPosition[]) {
  const units = positions.flatMap(({ unit, units }) => [unit, ...units.map((each) => each.unit)])
  const communities = positions.flatMap(({ between }) => between.flatMap(({ from, into }) => [from, into]))
  const [unitRows, seen] = await Promise.all([
    unitLinks(db, [...new Set(units.flatMap((id) => id ?? []))]),
    communitiesFor(db, actor, [...new Set(communities)]),
  ])
  const unitOf = new Map(unitRows.map(({ id, name }) => [id, { id, name }]))
  const communityOf = new Map(
    seen
      .filter(({ community, who }) => maySeeMembers(community, who))
      .map(({ community }) => [community.id, linkTo(community)]),
  )
  return { unit: (id: string | null) => (id && unitOf.get(id)) || null, community: (id: string) => communityOf.get(id) }
}

/** How the reader stands between units and communities: for their own eyes. */
export async function presentPosition(
  db: Reader,
  actor: Actor,
  run: string,
): Promise<Omit<OwnPosition, 'communities'> | null> {
  const [position, shown] = await Promise.all([positionOf(db, actor.id, run), shownTo(db, actor.id)])
  if (!position) return null
  const name = await namesFor(db, actor, [position])
  return {
    unit: name.unit(position.unit),
    units: position.units
      .flatMap(({ unit, people, cutOff }) => {
        const known = name.unit(unit)
        return known ? { ...known, people, cutOff } : []
      })
      .toSorted((one, other) => one.name.localeCompare(other.name)),
    otherUnits: position.units.length,
    between: position.between.flatMap(({ from, into, people, cutOff }) => {
      const [one, other] = [name.community(from), name.community(into)]
      return one && other ? { from: one, into: other, people, cutOff } : []
    }),
    outside: position.outside,
    alone: position.alone,
    roles: position.roles,
    shown,
  }
}

/**
 * People who let the reader see which units and communities they connect. Units where five people or more are behind it, and
 * communities that the reader may see; without counts and by name, so that nobody stands before anybody.
 */
export async function presentConnectors(db: Reader, actor: Actor, run: string): Promise<Connector[]> {
  const rows = await connectorsFor(db, actor, run)
  const [person, name] = await Promise.all([
    peopleFor(
      db,
      rows.map(({ personId }) => personId),
    ),
    namesFor(
      db,
      actor,
      rows.map(({ position }) => position),
    ),
  ])
  return rows.map(({ personId, position: { unit, units, between } }) => ({
    person: person(personId)!,
    unit: name.unit(unit),
    units: units.filter(({ people }) => people !== null).flatMap((each) => name.unit(each.unit) ?? []),
    communities: [...new Set(between.flatMap(({ from, into }) => [from, into]))].flatMap(
      (id) => name.community(id) ?? [],
    ),
  }))
}
