import { circlesOf, membershipsOf } from '../circles.ts'
import type { OrganizationState } from '../state.ts'
import { purposes } from '../state.ts'
import { mixed } from '../../parts/luck.ts'
import type { Rows } from '../../parts/rows.ts'

const RANGE = 4294967296

/**
 * A share of the channels between those who change and everybody else is lost, on both sides together: ties, trust and
 * seats in communities.
 */
export function loseChannels(state: OrganizationState, changing: Uint8Array, share: number): void {
  const { ties, trust, circles, people, domains, chance } = state
  const word = chance.stream(purposes.changing).bits()
  const isLost = (one: number, other: number) => {
    const pair = mixed(word ^ mixed(Math.min(one, other) + 1)) ^ Math.max(one, other)
    return (mixed(pair) >>> 0) / RANGE < share
  }
  const lost = (person: number, other: number) => changing[person] !== changing[other] && isLost(person, other)
  for (let person = 0; person < people; person++) {
    dropFrom(ties, person, (other) => lost(person, other))
    for (let row = person * domains; row < (person + 1) * domains; row++)
      dropFrom(trust, row, (other) => lost(person, other))
  }
  const kept = membershipsOf(circles).filter(
    ([person, community]) => !changing[person] || !isLost(person, people + community),
  )
  state.circles = circlesOf(people, circles.communities, kept)
}

function dropFrom(rows: Rows, row: number, isLost: (other: number) => boolean): void {
  for (let place = rows.start[row]! + rows.length[row]! - 1; place >= rows.start[row]!; place--)
    if (isLost(rows.who[place]!)) rows.drop(row, place)
}
