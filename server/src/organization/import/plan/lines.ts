import { type Endings } from './ended.ts'
import type { Directory } from './managers.ts'
import type { Somebody } from './people.ts'
import { isNew, type Plan, type PlanLine, type PositionChange, type Ref } from './plan.ts'
import { newestOf } from './positions.ts'
import type { Present } from './present.ts'
import type { Units } from './units.ts'

interface Known {
  people: Somebody[]
  units: Units
  present: Present
  directory: Directory
  ended: Endings
}

type Change = PlanLine['changes'][number]

/** The plan as people read it: who and which unit is added, changed, ended. */
export function linesOfPlan(plan: Omit<Plan, 'lines' | 'summary'>, known: Known): Plan['lines'] {
  const { people, units, present, directory, ended } = known
  const unitName = (ref: Ref | null) => (ref ? (units.all.get(ref)?.name ?? null) : null)
  const managerName = (ref: Ref | null) => (ref ? directory.nameOf(ref) : null)
  const about = new Map(people.map((person) => [person.ref, person]))
  const newest = newestOf(present)
  const positions = new Map<Ref, PositionChange>()
  const ending = new Set(ended.people.map(({ id }) => id))
  for (const position of plan.positions) if (!ending.has(position.person)) positions.set(position.person, position)
  const personChanges = new Map(plan.people.map((change) => [change.ref, change]))
  const noteOf = (title: string | null | undefined, unit: Ref | null | undefined) =>
    [title, unitName(unit ?? null)].filter(Boolean).join(', ') || null

  const lines: Plan['lines'] = {
    added: unitLines(plan, known, 'added'),
    changed: unitLines(plan, known, 'changed'),
    ended: unitLines(plan, known, 'ended'),
  }
  for (const ref of new Set([...personChanges.keys(), ...positions.keys()])) {
    const person = about.get(ref)
    if (!person) continue
    const position = positions.get(ref)
    const note = noteOf(position?.title ?? newest.get(ref)?.title, position?.unit ?? newest.get(ref)?.unitId)
    const line: PlanLine = { kind: 'person', row: person.input.row, name: person.name, note, changes: [] }
    if (isNew(ref)) {
      lines.added.push({ ...line, changes: given([['manager', managerName(position?.manager ?? null)]]) })
      continue
    }
    const wanted = personChanges.get(ref)
    const before = newest.get(ref)
    const was = person.present!
    lines.changed.push({
      ...line,
      changes: different([
        ['id', was.key, wanted ? wanted.key : was.key],
        ['email', was.email, wanted ? wanted.email : was.email],
        ['name', was.name, wanted ? wanted.name : was.name],
        ['occupation', was.occupation, wanted ? wanted.occupation : was.occupation],
        ['left', was.leftOn, wanted ? wanted.leftOn : was.leftOn],
        ...(position
          ? ([
              ['title', before?.title ?? null, position.title],
              ['unit', unitName(before?.unitId ?? null), unitName(position.unit)],
              ['manager', managerName(before?.managerId ?? null), managerName(position.manager)],
              ['from', before?.fromDay ?? null, position.fromDay],
              ['to', before?.toDay ?? null, position.toDay],
            ] as const)
          : []),
      ]),
    })
  }
  for (const { id, name } of ended.people) {
    const was = newest.get(id)
    lines.ended.push({ kind: 'person', row: null, name, note: noteOf(was?.title, was?.unitId), changes: [] })
  }
  return lines
}

function unitLines(plan: Pick<Plan, 'units'>, { units, present }: Known, tab: keyof Plan['lines']): PlanLine[] {
  const before = new Map(present.units.map((unit) => [unit.id, unit]))
  const nameOf = (ref: Ref | null) => (ref ? (units.all.get(ref)?.name ?? null) : null)
  return plan.units.flatMap(({ ref, key, name, parent, closed }) => {
    const where = isNew(ref) ? 'added' : closed ? 'ended' : 'changed'
    if (where !== tab) return []
    const was = before.get(ref)
    const changes =
      was && !closed
        ? different([
            ['id', was.key, key],
            ['name', was.name, name],
            ['parent', was.parentId ? (before.get(was.parentId)?.name ?? null) : null, nameOf(parent)],
          ])
        : []
    return [{ kind: 'unit' as const, row: null, name, note: nameOf(parent), changes }]
  })
}

const different = (fields: (readonly [string, string | null, string | null])[]): Change[] =>
  fields.flatMap(([field, before, after]) => (before === after ? [] : [{ field, before, after }]))

const given = (fields: (readonly [string, string | null])[]): Change[] =>
  fields.flatMap(([field, after]) => (after === null ? [] : [{ field, before: null, after }]))
