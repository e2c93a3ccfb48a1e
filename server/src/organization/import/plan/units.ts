import type { Directory } from './managers.ts'
import type { Somebody } from './people.ts'
import type { Ref, UnitChange } from './plan.ts'
import type { Present } from './present.ts'
import type { Problems } from './problems.ts'
import type { UnitRow } from './rows.ts'

export interface Unit {
  ref: Ref
  key: string | null
  name: string
  parent: Ref | null
  /** Named by the file, or holding somebody who is. */
  touched: boolean
}

/** The units as they will be: those that are there, changed and completed by what the files say. */
export interface Units {
  all: Map<Ref, Unit>
  /** The manager that units.csv names for a unit; null where it names none. */
  managers: Map<Ref, Ref | null>
  /** Where somebody works, as their row says: a unit, none, or undefined when it says nothing that helps. */
  placeOf(person: Somebody): Ref | null | undefined
}

interface Options {
  rows: UnitRow[] | undefined
  people: Somebody[]
  present: Present
  directory: Directory
  problems: Problems
}

export function unitsOf({ rows, people, present, directory, problems }: Options): Units {
  const all = new Map<Ref, Unit>(
    present.units.map(({ id, key, name, parentId }) => [id, { ref: id, key, name, parent: parentId, touched: false }]),
  )
  const index = indexOf(all)
  const managers = rows ? takeUnitRows(rows, { all, index, directory, problems }) : new Map<Ref, Ref | null>()
  const cut = pathCut(people)
  const known = new Map<string, Ref | undefined | 'several'>()

  return {
    all,
    managers,
    placeOf({ input }) {
      if (input.unit === undefined && input.unitId === undefined) return undefined
      const names = (input.unit ?? [])
        .flatMap(cut)
        .filter((name) => name !== '')
        .map((name) => name.slice(0, 200))
      if (names.length === 0 && !input.unitId) return null
      const written = `${input.unitId ?? ''}\n${names.join('\n')}`
      if (!known.has(written)) known.set(written, place(input.unitId ?? null, names))
      const found = known.get(written)
      if (found === undefined || found === 'several') {
        const what = names.at(-1) ?? input.unitId!
        problems.add(found === 'several' ? 'ambiguousUnit' : 'unknownUnit', what, input.row)
        return undefined
      }
      all.get(found)!.touched = true
      return found
    },
  }

  /** By id, by the way down, or by a name that only one unit has. What is not there yet is opened, unless units.csv lists them. */
  function place(id: string | null, names: string[]): Ref | undefined | 'several' {
    const byKey = index.byKey(id ?? (names.length === 1 ? names[0]! : ''))
    if (byKey) {
      const unit = all.get(byKey)!
      if (id && !rows && names.length > 0) unit.name = names.at(-1)!
      return byKey
    }
    const byPath = index.byPath(names)
    if (byPath && !(id && all.get(byPath)!.key)) {
      if (id) index.giveKey(byPath, id)
      return byPath
    }
    const byName = names.length === 1 && !id ? index.byName(names[0]!) : undefined
    if (byName) return byName
    return rows ? undefined : index.open(names.length > 0 ? names : [id!], id)
  }
}

type Index = ReturnType<typeof indexOf>

function indexOf(all: Map<Ref, Unit>) {
  const keys = new Map<string, Ref>()
  const names = new Map<string, Ref | 'several'>()
  const inside = new Map<string, Ref>()
  const spot = (parent: Ref | null, name: string) => `${parent ?? ''}\n${plainUnit(name)}`
  let opened = 0
  const put = (unit: Unit) => {
    all.set(unit.ref, unit)
    if (unit.key) keys.set(unit.key, unit.ref)
    const plain = plainUnit(unit.name)
    const before = names.get(plain)
    names.set(plain, before === undefined || before === unit.ref ? unit.ref : 'several')
    if (!inside.has(spot(unit.parent, unit.name))) inside.set(spot(unit.parent, unit.name), unit.ref)
    return unit.ref
  }
  for (const unit of all.values()) put(unit)

  return {
    put,
    /** Finds units where they hang now, after a file has moved them. */
    hangAgain() {
      inside.clear()
      for (const unit of all.values())
        if (!inside.has(spot(unit.parent, unit.name))) inside.set(spot(unit.parent, unit.name), unit.ref)
    },
    fresh: () => `new:u${++opened}`,
    byKey: (key: string) => keys.get(key),
    byName: (name: string) => names.get(plainUnit(name)),
    inside: (parent: Ref | null, name: string) => inside.get(spot(parent, name)),
    byPath(path: string[]): Ref | undefined {
      let here: Ref | undefined
      for (const name of path) {
        here = inside.get(spot(here ?? null, name))
        if (!here) return undefined
      }
      return here
    },
    giveKey(ref: Ref, key: string) {
      all.get(ref)!.key = key
      keys.set(key, ref)
    },
    open(path: string[], key: string | null): Ref {
      let parent: Ref | null = null
      path.forEach((name, level) => {
        const there: Ref | undefined = inside.get(spot(parent, name))
        const last = level === path.length - 1
        parent =
          there && !(last && key)
            ? there
            : put({ ref: `new:u${++opened}`, key: last ? key : null, name: name.slice(0, 200), parent, touched: true })
      })
      return parent!
    },
  }
}

interface Taking {
  all: Map<Ref, Unit>
  index: Index
  directory: Directory
  problems: Problems
}

/** Reads units.csv: every unit first, then who hangs where, since a parent may stand below its children. */
function takeUnitRows(rows: UnitRow[], { all, index, directory, problems }: Taking): Map<Ref, Ref | null> {
  const managers = new Map<Ref, Ref | null>()
  const firstRow = new Map<string, number>()
  const taken: { row: UnitRow; ref: Ref }[] = []
  for (const row of rows) {
    const called = row.id ?? plainUnit(row.name)
    const before = firstRow.get(called)
    if (before !== undefined) {
      problems.add('unitTwice', row.id ?? row.name, [before, row.row], 'units')
      continue
    }
    firstRow.set(called, row.row)
    taken.push({ row, ref: takeUnit(row, all, index) })
  }
  for (const { row, ref } of taken) {
    const unit = all.get(ref)!
    if (row.parent !== undefined) unit.parent = parentOf(row, ref, index, problems)
    if (row.manager !== undefined) managers.set(ref, managerOf(row, directory, problems))
  }
  cutUnitCycles(taken, all, problems)
  index.hangAgain()
  return managers
}

function takeUnit(row: UnitRow, all: Map<Ref, Unit>, index: Index): Ref {
  const byName = row.id ? undefined : index.byName(row.name)
  const ref = (row.id ? index.byKey(row.id) : byName === 'several' ? undefined : byName) ?? index.fresh()
  const unit = all.get(ref) ?? { ref, key: row.id, name: row.name, parent: null, touched: true }
  return index.put({ ...unit, name: row.name, touched: true })
}

function parentOf(row: UnitRow, ref: Ref, index: Index, problems: Problems): Ref | null {
  if (row.parent === null || row.parent === undefined) return null
  const byName = index.byName(row.parent)
  const parent = index.byKey(row.parent) ?? (byName === 'several' ? undefined : byName)
  if (!parent) problems.add('orphanUnit', row.parent, row.row, 'units')
  // A unit that is its own parent is the top.
  return parent && parent !== ref ? parent : null
}

function managerOf(row: UnitRow, directory: Directory, problems: Problems): Ref | null {
  if (!row.manager) return null
  const found = directory.find(row.manager)
  if (found && found !== 'several') return found
  problems.add('unknownUnitManager', row.manager.text, row.row, 'units')
  return null
}

function cutUnitCycles(taken: { row: UnitRow; ref: Ref }[], all: Map<Ref, Unit>, problems: Problems) {
  const rowOf = new Map(taken.map(({ row, ref }) => [ref, row.row]))
  const settled = new Set<Ref>()
  for (const { ref } of taken) {
    const path: Ref[] = []
    let here: Ref | null = ref
    while (here && !settled.has(here) && !path.includes(here)) {
      path.push(here)
      here = all.get(here)?.parent ?? null
    }
    if (here && path.includes(here)) {
      const circle = path.slice(path.indexOf(here)).filter((one) => rowOf.has(one))
      const names = circle.map((one) => all.get(one)!.name).join(' → ')
      problems.add(
        'unitCycle',
        names,
        circle.map((one) => rowOf.get(one)!),
        'units',
      )
      for (const one of circle) all.get(one)!.parent = null
    }
    for (const one of path) settled.add(one)
  }
}

const plainUnit = (name: string) => name.toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** How names of units are cut into a way down: "A > B", "A/B", "A\B", "A :: B"; a lone slash may belong to a name. */
function pathCut(people: Somebody[]): (text: string) => string[] {
  const values = new Set(people.flatMap(({ input }) => input.unit ?? []))
  const share = (sign: string) => [...values].filter((value) => value.includes(sign)).length / Math.max(1, values.size)
  const sign = [' > ', '>', ' :: ', '::', '\\'].find((one) => share(one) > 0) ?? (share('/') >= 0.5 ? '/' : undefined)
  return (text) => (sign ? text.split(sign).map((part) => part.trim()) : [text])
}

/** What is new about units. */
export function changedUnits(units: Units, present: Present, closing: ReadonlySet<Ref>): UnitChange[] {
  const before = new Map(present.units.map((unit) => [unit.id, unit]))
  return [...units.all.values()].flatMap((unit) => {
    const was = before.get(unit.ref)
    const closed = closing.has(unit.ref)
    const same = was && was.name === unit.name && was.key === unit.key && was.parentId === unit.parent
    const { ref, key, name, parent } = unit
    return same && !closed ? [] : [{ ref, key, name, parent, closed }]
  })
}
