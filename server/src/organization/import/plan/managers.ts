import type { Somebody } from './people.ts'
import type { Ref } from './plan.ts'
import type { Present } from './present.ts'
import type { Problems } from './problems.ts'
import type { Named } from './rows.ts'

/** Everybody who may be somebody's manager, by what they may be called. */
export interface Directory {
  find(named: Named): Ref | undefined | 'several'
  nameOf(ref: Ref): string
  /** The id or address of somebody, the same before and after they come in. */
  callOf(ref: Ref): string
}

export function directoryOf(people: Somebody[], present: Present): Directory {
  const byKey = new Map<string, Ref>()
  const byEmail = new Map<string, Ref>()
  const byName = new Map<string, Ref | 'several'>()
  const names = new Map<Ref, string>()
  const calls = new Map<Ref, string>()
  const put = (ref: Ref, key: string | null, email: string | null, name: string) => {
    if (key) byKey.set(key, ref)
    if (email) byEmail.set(email, ref)
    if (names.has(ref)) return
    names.set(ref, name)
    calls.set(ref, key ?? email ?? name)
    const plain = plainName(name)
    byName.set(plain, byName.has(plain) ? 'several' : ref)
  }
  // The file first: it knows better what people are called now.
  for (const { ref, input, present: known, email, name } of people)
    put(ref, input.id ?? known?.key ?? null, email, name)
  for (const { id, key, email, name, leftOn } of present.people) if (!leftOn) put(id, key, email, name)

  return {
    find({ by, text }) {
      const lower = text.toLowerCase()
      if (by === 'id') return byKey.get(text) ?? byEmail.get(lower)
      if (by === 'email') return byEmail.get(lower) ?? byKey.get(text)
      if (by === 'name') return byName.get(plainName(text))
      return byKey.get(text) ?? byEmail.get(lower) ?? byName.get(plainName(text))
    },
    nameOf: (ref) => names.get(ref) ?? ref,
    callOf: (ref) => calls.get(ref) ?? ref,
  }
}

/** "VIRTANEN, Anna" and "Anna Virtanen" are the same name. */
const plainName = (name: string) =>
  name
    .replace(/^([^,]+), ?([^,]+)$/, '$2 $1')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')

/** Who each person reports to once the file is in; null for the top, undefined where nobody said. */
export type Line = Map<Ref, Ref | null | undefined>

export function lineOf(people: Somebody[], present: Present, directory: Directory, problems: Problems): Line {
  const line: Line = new Map()
  const places = new Map<Ref, Ref | null>()
  for (const { personId, managerId } of present.positions) if (!places.has(personId)) places.set(personId, managerId)
  for (const [person, manager] of places) line.set(person, manager)

  for (const { ref, input } of people) {
    const before = places.get(ref)
    if (input.manager === undefined || input.manager === null) {
      line.set(ref, input.manager === undefined ? before : null)
      continue
    }
    const manager = directory.find(input.manager)
    if (manager === undefined || manager === 'several') {
      problems.add(manager === 'several' ? 'ambiguousManager' : 'unknownManager', input.manager.text, input.row)
      line.set(ref, before)
    } else {
      // Who reports to themselves is the top.
      line.set(ref, manager === ref ? null : manager)
    }
  }
  cutCycles(people, line, directory, problems)
  return line
}

/** Where a reporting line runs in a circle, nobody of the circle who is in the file keeps a manager. */
function cutCycles(people: Somebody[], line: Line, directory: Directory, problems: Problems) {
  const rowOf = new Map(people.map(({ ref, input }) => [ref, input.row]))
  const settled = new Set<Ref>()
  for (const { ref } of people) {
    const path: Ref[] = []
    const at = new Map<Ref, number>()
    let here: Ref | null | undefined = ref
    while (here && !settled.has(here) && !at.has(here)) {
      at.set(here, path.length)
      path.push(here)
      here = line.get(here)
    }
    if (here && at.has(here)) {
      const circle = path.slice(at.get(here))
      const inFile = circle.filter((one) => rowOf.has(one))
      problems.add(
        'cycle',
        namesOf(circle, directory),
        inFile.map((one) => rowOf.get(one)!).sort((a, b) => a - b),
      )
      for (const one of inFile) line.set(one, null)
    }
    for (const one of path) settled.add(one)
  }
}

function namesOf(circle: Ref[], directory: Directory): string {
  const shown = circle.slice(0, 6).map((ref) => directory.nameOf(ref))
  return `${shown.join(' → ')}${circle.length > 6 ? ' → …' : ''} → ${shown[0]}`
}
