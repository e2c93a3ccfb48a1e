import type { Organization } from './organization.ts'

/** Levels are told apart as far as this one; those further down count with it. */
export const LEVELS = 6
/** Nothing is told about fewer people. */
export const FEWEST = 5

/**
 * The line: people sit unit after unit, each unit followed by those below it, so that whoever is under a unit sits side
 * by side, from seat `from[unit]` up to `to[unit]`.
 */
export interface Line {
  parent: Int32Array
  readonly seats: Int32Array
  readonly unitOf: Int32Array
  readonly from: Int32Array
  readonly own: Int32Array
  readonly to: Int32Array
  /** Who leads the unit: whoever most of its people report to; -1 where nobody is known to. */
  readonly head: Int32Array
}

export function lineOf({ parent, unit, manager }: Organization): Line {
  const line: Line = {
    parent: parent.slice(),
    seats: new Int32Array(unit.length),
    unitOf: unit.slice(),
    from: new Int32Array(parent.length),
    own: new Int32Array(parent.length),
    to: new Int32Array(parent.length),
    head: new Int32Array(parent.length).fill(-1),
  }
  sit(line)
  if (manager) appoint(line, manager)
  return line
}

/** Seats everybody anew, after units have changed. */
export function sit(line: Line): void {
  const { parent, seats, unitOf, from, own, to } = line
  const units = Array.from(parent, () => ({ below: [] as number[], people: [] as number[] }))
  parent.forEach((above, unit) => units[above]?.below.push(unit))
  unitOf.forEach((unit, person) => units[unit]!.people.push(person))
  let seat = 0
  const open = [...parent.keys()].filter((unit) => parent[unit]! < 0).toReversed()
  const opened = new Uint8Array(parent.length)
  while (open.length > 0) {
    const unit = open.at(-1)!
    if (opened[unit]) {
      to[unit] = seat
      open.pop()
      continue
    }
    opened[unit] = 1
    from[unit] = seat
    for (const person of units[unit]!.people) seats[seat++] = person
    own[unit] = seat
    open.push(...units[unit]!.below.toReversed())
  }
}

function appoint({ unitOf, head }: Line, manager: Int32Array): void {
  const reports = Array.from(head, () => new Map<number, number>())
  manager.forEach((leader, person) => {
    const row = reports[unitOf[person]!]!
    if (leader >= 0) row.set(leader, (row.get(leader) ?? 0) + 1)
  })
  reports.forEach((row, unit) => {
    let most = 0
    for (const [leader, count] of row)
      if (count > most) {
        most = count
        head[unit] = leader
      }
  })
}

/**
 * The level of each person, 1 at the top, by the reporting lines or else by the units. A level of fewer than five
 * people counts with the next one down, the last one with the one above it.
 */
export function levelsOf({ parent, unit, manager }: Organization): Int32Array {
  const depth = manager ? depthsIn(manager) : depthsIn(parent)
  const level = unit.map((each, person) => Math.min(LEVELS, depth[manager ? person : each]!))
  const counts = new Int32Array(LEVELS + 1)
  for (const each of level) counts[each]!++
  const told = Int32Array.from({ length: LEVELS + 1 }, (_, each) => each)
  for (let each = 1, kept = 0; each <= LEVELS; each++) {
    if (counts[each]! === 0) continue
    const isLast = counts.slice(each + 1).every((count) => count === 0)
    if (counts[each]! >= FEWEST) kept = each
    else if (isLast) told[each] = kept
    else {
      const next = counts.findIndex((count, at) => at > each && count > 0)
      counts[next]! += counts[each]!
      told[each] = next
    }
  }
  return level.map((each) => {
    let at = each
    while (told[at] !== at) at = told[at]!
    return at
  })
}

function depthsIn(above: Int32Array): Int32Array {
  const depth = new Int32Array(above.length)
  for (let start = 0; start < above.length; start++) {
    const way: number[] = []
    let at = start
    for (; at >= 0 && depth[at] === 0; at = above[at]!) way.push(at)
    let known = at < 0 ? 0 : depth[at]!
    for (const each of way.toReversed()) depth[each] = ++known
  }
  return depth
}
