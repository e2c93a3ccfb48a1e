import type { ErasedBy } from '../../erasure/marks.ts'
import { isNew, type PersonChange, type Ref } from './plan.ts'
import type { Present, PresentPerson } from './present.ts'
import type { Problems } from './problems.ts'
import type { PersonRow } from './rows.ts'

/** Somebody a file speaks of: new, or known already. */
export interface Somebody {
  ref: Ref
  input: PersonRow
  present: PresentPerson | undefined
  email: string | null
  name: string
}

/** Who was erased comes back only by a decision: the rows that the knowledge office brings in anew. */
export interface Erased {
  dayOf: ErasedBy
  bringIn: ReadonlySet<number>
}
const leftOut: Erased = { dayOf: () => undefined, bringIn: new Set() }

/** Tells who each row is about, by id, else by e-mail. The first row about somebody counts. */
export function recognise(
  rows: PersonRow[],
  present: Present,
  problems: Problems,
  erased: Erased = leftOut,
): Somebody[] {
  const byKey = new Map(present.people.flatMap((person) => (person.key ? [[person.key, person] as const] : [])))
  const byEmail = new Map(present.people.flatMap((person) => (person.email ? [[person.email, person] as const] : [])))
  const firstRow = { id: new Map<string, number>(), email: new Map<string, number>(), person: new Map<Ref, number>() }
  const found: Somebody[] = []

  for (const input of rows) {
    if (!input.id && !input.email) {
      problems.add('noIdentity', '', input.row)
      continue
    }
    if (input.id && isTwice(firstRow.id, input.id, input.row, 'idTwice', problems)) continue
    let { email } = input
    if (email && isTwice(firstRow.email, email, input.row, 'emailTwice', problems)) {
      // With an id of its own it is somebody else, who has yet to get an address.
      if (!input.id) continue
      email = null
    }
    const owner = email ? byEmail.get(email) : undefined
    const known =
      (input.id ? byKey.get(input.id) : undefined) ?? (owner && (!input.id || !owner.key) ? owner : undefined)
    if (owner && owner !== known) {
      problems.add('emailTaken', `${email} (${owner.name})`, input.row)
      email = null
    }
    const day = known || erased.bringIn.has(input.row) ? undefined : erased.dayOf(input)
    if (day !== undefined) {
      problems.add('erased', day, input.row)
      continue
    }
    const ref = known?.id ?? `new:${input.row}`
    if (isTwice(firstRow.person, ref, input.row, 'idTwice', problems, input.id ?? input.email ?? '')) continue
    found.push({ ref, input, present: known, email: email ?? known?.email ?? null, name: nameOf(input, known) })
  }
  return found
}

function isTwice<Key>(
  first: Map<Key, number>,
  key: Key,
  row: number,
  kind: 'idTwice' | 'emailTwice',
  problems: Problems,
  what = String(key),
): boolean {
  const before = first.get(key)
  if (before === undefined) {
    first.set(key, row)
    return false
  }
  problems.add(kind, what, [before, row])
  return true
}

const nameOf = (input: PersonRow, known: PresentPerson | undefined) =>
  input.name ?? known?.name ?? input.id ?? input.email ?? ''

/** What becomes of each person, apart from where they work. */
export function changedPeople(people: Somebody[], today: string): PersonChange[] {
  return people.flatMap(({ ref, input, present, email, name }) => {
    const gone = input.to && input.to < today ? input.to : null
    const wanted: PersonChange = {
      ref,
      row: input.row,
      key: input.id ?? present?.key ?? null,
      email,
      name,
      occupation: input.occupation === undefined ? (present?.occupation ?? null) : input.occupation,
      leftOn: gone ? (present?.leftOn ?? today) : null,
    }
    return isNew(ref) || differs(wanted, present!) ? [wanted] : []
  })
}

const differs = (wanted: PersonChange, present: PresentPerson) =>
  (['key', 'email', 'name', 'occupation', 'leftOn'] as const).some((field) => wanted[field] !== present[field])
