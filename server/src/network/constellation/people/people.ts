import type { PeoplePicture } from '@mortar/contract/network-constellation'
import { communityFor, linkTo, maySeeMembers } from '#community/index.ts'
import { peopleFor } from '#organization/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { latestDone } from '../../discovery/queries/runs.ts'
import { about, enough, rounded } from '#platform/few.ts'
import { refuse } from '../../refusals.ts'
import { strengthWord } from '../../sources/present.ts'
import { ownTies } from '../../sources/queries/removal.ts'
import { bandsSeenBy } from '../queries/communities.ts'
import { headOfChart, unitsOfDay, wayDown } from '../queries/units.ts'
import { layPeople } from './layout.ts'
import { alsoIn, bundlesBetween, membersInAll, membersPlaced } from './queries.ts'

interface Asked {
  within?: string | undefined
  width: number
}

/** More than these are not drawn one by one: units are opened first. */
export const mostPeople = 1500
const mostTies = 400

/**
 * The people of a community in the units of the chart. Who is in it is no statistic to whoever may see its members by
 * name; ties are the reader's own, or those between whole units as the latest computation published them.
 */
export async function peopleOf(db: Reader, actor: Actor, community: string, asked: Asked): Promise<PeoplePicture> {
  const seen = await communityFor(db, actor, community)
  if (!maySeeMembers(seen.community, seen.who)) throw refuse.forbidden('peopleNotSeen')
  const day = new Date().toISOString().slice(0, 10)
  const within = asked.within ?? (await headOfChart(db, day))
  const [path, units, members, all, run] = await Promise.all([
    within ? wayDown(db, day, within) : [],
    unitsOfDay(db, day, within),
    membersPlaced(db, { day, within }, seen.community.id),
    membersInAll(db, seen.community.id),
    latestDone(db),
  ])
  if (within && path.length === 0) throw refuse.notFound('noUnitThen')
  const byUnit = Map.groupBy(members, ({ unit }) => unit)
  const shown = units.filter(({ id }) => byUnit.has(id))
  const oneByOne = members.length <= mostPeople
  const laid = layPeople(
    shown.map(({ id }) => byUnit.get(id)!.length),
    asked.width,
    oneByOne,
  )
  const drawn = oneByOne ? shown.flatMap(({ id }) => byUnit.get(id)!) : []
  const marks = laid.discs.flatMap(({ marks: each }, unit) => each.map((mark) => ({ ...mark, unit })))
  const [people, ties, bundles] = await Promise.all([
    presentPeople(db, actor, seen.community.id, day, drawn),
    drawn.length > 0 ? ownTies(db, actor.id, mostTies) : [],
    run
      ? bundlesBetween(
          db,
          run.id,
          shown.map(({ id }) => id),
        )
      : [],
  ])
  const place = new Map(drawn.map(({ personId }, n) => [personId, n]))
  const unitPlace = new Map(shown.map(({ id }, n) => [id, n]))
  return {
    community: linkTo(seen.community),
    within: within ? { id: path.at(-1)!.id, name: path.at(-1)!.name } : null,
    path: path.slice(0, -1),
    units: shown.map(({ id, name, inside, itself }, n) => {
      const { x, y, radius } = laid.discs[n]!
      return { id, name, inside, itself, people: byUnit.get(id)!.length, x, y, radius }
    }),
    people: people.list.map((person, n) => ({ ...person, ...marks[n]! })),
    also: people.also,
    members: all,
    elsewhere: all - members.length,
    ownTies: ties.flatMap(({ personId, strength }) => {
      const person = place.get(personId)
      return person === undefined ? [] : [{ person, strength: strengthWord(strength / ties[0]!.strength) }]
    }),
    bundles: bundles.flatMap(({ oneId, otherId, observed, expected, people: behind }) =>
      enough(behind)
        ? [
            {
              one: unitPlace.get(oneId)!,
              other: unitPlace.get(otherId)!,
              observed: rounded(observed),
              expected: rounded(expected),
              people: about(behind),
            },
          ]
        : [],
    ),
    run: run ? { from: run.settings.from, to: run.settings.to } : null,
    size: { width: laid.width, height: laid.height, mark: laid.mark },
  }
}

/** Names, and the other communities that the reader may see each of them in. */
async function presentPeople(
  db: Reader,
  actor: Actor,
  community: string,
  day: string,
  drawn: readonly { personId: string }[],
) {
  const ids = drawn.map(({ personId }) => personId)
  const bands = (await bandsSeenBy(db, actor.id, day)).filter(({ id }) => id !== community)
  const [person, held] = await Promise.all([
    peopleFor(db, ids),
    alsoIn(
      db,
      ids,
      bands.map(({ id }) => id),
    ),
  ])
  const used = new Set(held.map(({ communityId }) => communityId))
  const also = bands.filter(({ id }) => used.has(id))
  const number = new Map(also.map(({ id }, n) => [id, n]))
  const of = Map.groupBy(held, ({ personId }) => personId)
  return {
    list: ids.map((id) => ({
      person: person(id)!,
      self: id === actor.id,
      also: (of.get(id) ?? []).map(({ communityId }) => number.get(communityId)!).toSorted((a, b) => a - b),
    })),
    also: also.map(({ id, slug, name, short, colour }) => ({ id, slug, name, short, colour })),
  }
}
