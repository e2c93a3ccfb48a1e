import * as z from 'zod'
import { wholeNumbers } from '../../parts/given-network.ts'
import { faultsInPattern, TiePattern } from './pattern.ts'

export const MOST_PEOPLE = 50_000

/**
 * An organization as it is given: plain lists, people and units known by their place in them. Nobody has a name here.
 * Units are a tree; whoever is given nothing of (managers, occupations, ties) is simulated without.
 */
export const Organization = z
  .object({
    /** The unit above each unit; -1 for those at the top. */
    parent: wholeNumbers(-1),
    /** The unit of each person. */
    unit: wholeNumbers(),
    /** The manager of each person; -1 for nobody. */
    manager: wholeNumbers(-1).optional(),
    /** What each person is by craft, 0 up to the number of domains; -1 where that is not known. */
    occupation: wholeNumbers(-1).optional(),
    /** Who is a member of which community: a person and a community each. */
    members: z.object({ person: wholeNumbers(), community: wholeNumbers() }),
    /** Ties: from whom, to whom, and how strong, 0 to 1. */
    ties: z
      .object({
        from: wholeNumbers(),
        to: wholeNumbers(),
        strength: z.union([
          z.custom<Float64Array>((list) => list instanceof Float64Array),
          z.array(z.number()).transform((list) => Float64Array.from(list)),
        ]),
      })
      .optional(),
    /** Ties of which only the number between groups is known. */
    pattern: TiePattern.optional(),
  })
  .superRefine((given, check) => {
    for (const { path, message } of faultsOf(given)) check.addIssue({ code: 'custom', path, message })
  })
export type Organization = z.infer<typeof Organization>

interface Fault {
  readonly path: string[]
  readonly message: string
}

function faultsOf(given: Organization): Fault[] {
  const { parent, unit, manager, occupation, members, ties, pattern } = given
  const people = unit.length
  const faults: Fault[] = []
  const demand = (holds: boolean, message: string, ...path: string[]) => {
    if (!holds) faults.push({ path, message })
  }
  const below = (list: Int32Array, bound: number, what: string, ...path: string[]) =>
    demand(
      list.every((value) => value < bound),
      `below the number of ${what}, ${bound}`,
      ...path,
    )
  demand(people > 0 && people <= MOST_PEOPLE, `1 to ${MOST_PEOPLE} people`, 'unit')
  below(unit, parent.length, 'units', 'unit')
  below(parent, parent.length, 'units', 'parent')
  demand(!hasCircle(parent), 'a unit may not stand above itself', 'parent')
  if (manager) {
    demand(manager.length === people, `one for each of the ${people} people`, 'manager')
    below(manager, people, 'people', 'manager')
    demand(!hasCircle(manager), 'nobody may report to themselves, however far round', 'manager')
  }
  if (occupation) demand(occupation.length === people, `one for each of the ${people} people`, 'occupation')
  if (occupation) below(occupation, 50, 'domains that fit', 'occupation')
  demand(members.person.length === members.community.length, 'as many as people', 'members', 'community')
  below(members.person, people, 'people', 'members', 'person')
  if (pattern) faults.push(...faultsInPattern(pattern, people))
  if (!ties) return faults
  const { from, to, strength } = ties
  demand(from.length === to.length && to.length === strength.length, 'three lists of one length', 'ties', 'strength')
  below(from, people, 'people', 'ties', 'from')
  below(to, people, 'people', 'ties', 'to')
  demand(
    strength.every((value) => value >= 0 && value <= 1),
    'from 0 to 1 each',
    'ties',
    'strength',
  )
  return faults
}

/** Whether going up from somewhere never ends. */
function hasCircle(above: Int32Array): boolean {
  const safe = new Uint8Array(above.length)
  const passed = new Int32Array(above.length).fill(-1)
  for (let start = 0; start < above.length; start++) {
    let at = start
    for (; at >= 0 && at < above.length && !safe[at]; at = above[at]!) {
      if (passed[at] === start) return true
      passed[at] = start
    }
    for (at = start; at >= 0 && at < above.length && !safe[at]; at = above[at]!) safe[at] = 1
  }
  return false
}

/** How many communities there are: one more than the highest number. */
export const communitiesIn = ({ members }: Organization) =>
  members.community.reduce((most, community) => Math.max(most, community + 1), 0)
