import type { ImportColumn } from '@mortar/contract/organization'
import { dateOrderOf, type DateOrder, readDay } from '../read/dates.ts'
import { cellsOf, type Line } from '../read/table.ts'
import type { Problems } from './problems.ts'

/** Who is meant as manager, as it is written: an id, an address, a name, or any of them. */
export interface Named {
  by: 'any' | 'id' | 'email' | 'name'
  text: string
}

/** What one row says of a person. Undefined is what the file does not speak of, null what it leaves empty. */
export interface PersonRow {
  row: number
  id: string | null
  email: string | null
  name: string | null
  title?: string | null
  occupation?: string | null
  unit?: string[]
  unitId?: string | null
  manager?: Named | null
  from?: string | null
  to?: string | null
}

export interface UnitRow {
  row: number
  id: string | null
  name: string
  parent?: string | null
  manager?: Named | null
}

type Columns = readonly (ImportColumn | null)[]
type Cells = ReturnType<typeof cellsOf>

/** Whether a row has a cell for each column; one with more or fewer is left out, since its cells may have shifted. */
function fits({ row, cells }: Line, columns: Columns, problems: Problems, part: 'people' | 'units'): boolean {
  if (cells.length === columns.length) return true
  const more = cells.length > columns.length
  if (more && cells.slice(columns.length).every((cell) => cell === '')) return true
  problems.add(more ? 'tooManyCells' : 'tooFewCells', String(columns.length), row, part)
  return false
}

export interface ReadPeople {
  rows: PersonRow[]
  dates: DateOrder | null
}

export function readPeople(lines: Line[], columns: Columns, problems: Problems): ReadPeople {
  const dateAt = columns.flatMap((column, at) => (column === 'from' || column === 'to' ? [at] : []))
  const written = dateAt.flatMap((at) => lines.map(({ cells }) => cells[at] ?? ''))
  const order = dateOrderOf(written)
  const rows: PersonRow[] = []
  for (const line of lines) {
    if (fits(line, columns, problems, 'people'))
      rows.push(personOf(line.row, cellsOf(columns, line.cells), order, problems))
  }
  return { rows, dates: written.some((day) => /^\d{1,2}\/\d{1,2}\/\d{4}/.test(day)) ? order : null }
}

function personOf(row: number, cells: Cells, order: DateOrder, problems: Problems): PersonRow {
  const short = (text: string | undefined, most = 200) => shortened(text, most, row, problems)
  const person: PersonRow = {
    row,
    id: short(cells.id?.[0]),
    email: emailOf(cells.email?.[0], row, problems),
    name: short(nameOf(cells)),
  }
  if (cells.title) person.title = short(cells.title[0])
  if (cells.occupation) person.occupation = short(cells.occupation[0])
  if (cells.unit) person.unit = cells.unit.filter((cell) => cell !== '').map((cell) => short(cell, 1000)!)
  if (cells.unitId) person.unitId = short(cells.unitId[0])
  const manager = managerOf(cells)
  if (manager !== undefined) person.manager = manager
  if (cells.from) person.from = dayOf(cells.from[0]!, order, row, problems)
  if (cells.to) person.to = dayOf(cells.to[0]!, order, row, problems)
  if (person.from && person.to && person.to < person.from) {
    problems.add('endBeforeStart', `${person.from} – ${person.to}`, row)
    person.to = null
  }
  return person
}

export function readUnits(lines: Line[], columns: Columns, problems: Problems): UnitRow[] {
  return lines.flatMap((line) => {
    if (!fits(line, columns, problems, 'units')) return []
    const cells = cellsOf(columns, line.cells)
    const id = cells.unitId?.[0] || null
    const name = cells.unit?.[0] || id
    if (!name) {
      problems.add('unitWithoutName', '', line.row, 'units')
      return []
    }
    const manager = managerOf(cells)
    return [
      {
        row: line.row,
        id: id?.slice(0, 200) ?? null,
        name: name.slice(0, 200),
        ...(cells.parent && { parent: cells.parent[0] || null }),
        ...(manager !== undefined && { manager }),
      },
    ]
  })
}

function nameOf(cells: Cells): string | undefined {
  if (cells.name?.[0]) return inOrder(cells.name[0])
  return cells.firstName || cells.lastName
    ? `${cells.firstName?.[0] ?? ''} ${cells.lastName?.[0] ?? ''}`.trim()
    : cells.name?.[0]
}

/** "Virtanen, Anna" is Anna Virtanen. */
const inOrder = (name: string) => name.replace(/^([^,]+), ([^,]+)$/, '$2 $1')

const address = /^[^\s@,;<>]+@[^\s@,;<>]+$/

function emailOf(cell: string | undefined, row: number, problems: Problems): string | null {
  const email = cell?.replace(/^mailto:|^<|>$/gi, '').toLowerCase()
  if (!email) return null
  if (address.test(email) && email.length <= 320) return email
  problems.add('badEmail', email.slice(0, 320), row)
  return null
}

function managerOf(cells: Cells): Named | null | undefined {
  const ways = [
    ['id', cells.managerId],
    ['email', cells.managerEmail],
    ['any', cells.manager],
    ['name', cells.managerName],
  ] as const
  const given = ways.filter(([, written]) => written)
  if (given.length === 0) return undefined
  const first = given.find(([, written]) => written![0])
  return first ? { by: first[0], text: first[1]![0]! } : null
}

function dayOf(cell: string, order: DateOrder, row: number, problems: Problems): string | null {
  if (cell === '') return null
  const day = readDay(cell, order)
  if (day === undefined) problems.add('badDate', cell.slice(0, 60), row)
  return day ?? null
}

function shortened(text: string | undefined, most: number, row: number, problems: Problems): string | null {
  if (!text) return null
  if (text.length <= most) return text
  problems.add('tooLong', `${text.slice(0, 40)}…`, row)
  return text.slice(0, most).trim()
}
