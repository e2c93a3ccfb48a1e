import { Charter } from './format.ts'
import type {
  Community,
  Inquiry,
  Maturity,
  Organization,
  PersonDetails,
  PersonRow,
  PositionRow,
  UnitRow,
  Visitor,
} from './format.ts'
import type { Learning } from './format-learning.ts'
import type { Pairing } from './format-pairing.ts'
import type { Sensing } from './format-sensing.ts'
import type { Value } from './format-value.ts'
import { Revision } from './format-practice.ts'
import type { Practice } from './format-practice.ts'

/** A fictional organization with its story, as read from a folder. */
export interface Example {
  organization: Organization
  units: UnitRow[]
  people: PersonRow[]
  positions: PositionRow[]
  details: PersonDetails[]
  communities: Map<string, Community>
  inquiries: Map<string, Inquiry>
  /** The community in whose folder an inquiry stands now. */
  standsIn: Map<string, string>
  practices: Map<string, Practice>
  visitor: Visitor
  sensing: Sensing
  learning: Learning
  pairing: Pairing
  maturity: Maturity[]
  value: Value
}

/** "anna.kivela" of "anna.kivela@example.org": how the stories call people. */
export const slugOf = (person: { email: string }) => person.email.slice(0, person.email.indexOf('@'))

/** Each revision whole: what it does not say stands as before. */
export function wholeRevisions(practice: Practice): Revision[] {
  return accumulate(practice.revisions).map((whole) => Revision.parse(whole))
}

export function wholeCharters(community: Community): Charter[] {
  return accumulate(community.charter).map((whole) => Charter.parse(whole))
}

function accumulate<T extends object>(changes: T[]): T[] {
  let whole: T | undefined
  return changes.map((change) => (whole = { ...whole, ...change }))
}
