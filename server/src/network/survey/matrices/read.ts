/** Answers of a survey that was done elsewhere: who names whom, with what strength; one relation each. */
export interface Relation {
  /** As its file is called. */
  name: string
  ties: { from: string; to: string; weight: number; row: number }[]
  /** Rows that say nothing about two people, by why. */
  skipped: { why: 'noFrom' | 'noTo' | 'self' | 'badWeight'; row: number }[]
  rows: number
}

/** A table of people: an id each, and what else is said of them. */
export interface PeopleTable {
  name: string
  attributes: string[]
  people: { id: string; values: string[] }[]
}

export type Read = { kind: 'relation'; relation: Relation } | { kind: 'people'; table: PeopleTable }

const froms = ['from', 'ego', 'source', 'sender', 'respondent', 'i']
const tos = ['to', 'alter', 'target', 'receiver', 'named', 'j']
const weights = ['weight', 'value', 'strength', 'frequency', 'w']
const ids = ['id', 'key', 'person', 'node', 'name']

/**
 * Reads an edge list (`from,to[,weight]`), a square matrix with ids in its first row and column, or a table of people
 * (`id,…`). Null when it is none of these.
 */
export function readSurveyFile(name: string, text: string): Read | null {
  const rows = cellsOf(text)
  const head = rows[0]?.map((cell) => cell.toLowerCase()) ?? []
  const called = name.replace(/\.[^.]*$/, '').slice(0, 40)
  const place = (names: string[]) => head.findIndex((cell) => names.includes(cell))
  const [from, to] = [place(froms), place(tos)]
  if (from >= 0 && to >= 0)
    return { kind: 'relation', relation: edgesOf(called, rows, { from, to, weight: place(weights) }) }
  if (isMatrix(rows)) return { kind: 'relation', relation: matrixOf(called, rows) }
  const id = place(ids)
  return id >= 0 && rows.length > 1 ? { kind: 'people', table: peopleOf(name, rows, id) } : null
}

function edgesOf(name: string, rows: readonly string[][], at: { from: number; to: number; weight: number }): Relation {
  const relation: Relation = { name, ties: [], skipped: [], rows: rows.length - 1 }
  for (const [place, cells] of rows.entries()) {
    if (place === 0) continue
    take(relation, cells[at.from] ?? '', cells[at.to] ?? '', at.weight < 0 ? '1' : (cells[at.weight] ?? ''), place + 1)
  }
  return relation
}

/** Ids stand in the first row and the first column, the same people in both. */
function isMatrix(rows: readonly string[][]): boolean {
  const across = rows[0]?.slice(1) ?? []
  const down = rows.slice(1).map((cells) => cells[0] ?? '')
  const known = new Set(across)
  return across.length > 1 && across.length === down.length && down.every((id) => id !== '' && known.has(id))
}

function matrixOf(name: string, rows: readonly string[][]): Relation {
  const across = rows[0]!.slice(1)
  const relation: Relation = { name, ties: [], skipped: [], rows: rows.length - 1 }
  for (const [place, cells] of rows.entries())
    for (const [column, to] of across.entries()) {
      const said = cells[column + 1] ?? ''
      if (place === 0 || said === '' || cells[0] === to) continue
      take(relation, cells[0] ?? '', to, said, place + 1)
    }
  return relation
}

/** A strength of zero says that there is no tie. */
function take({ ties, skipped }: Relation, from: string, to: string, said: string, row: number): void {
  const weight = Number(said.replace(',', '.'))
  if (from === '') skipped.push({ why: 'noFrom', row })
  else if (to === '') skipped.push({ why: 'noTo', row })
  else if (from === to) skipped.push({ why: 'self', row })
  else if (said === '' || !(weight >= 0 && weight <= 1_000_000)) skipped.push({ why: 'badWeight', row })
  else if (weight > 0) ties.push({ from, to, weight, row })
}

const peopleOf = (name: string, rows: readonly string[][], id: number): PeopleTable => ({
  name,
  attributes: rows[0]!.filter((_, column) => column !== id),
  people: rows
    .slice(1)
    .map((cells) => ({
      id: cells[id] ?? '',
      values: rows[0]!.flatMap((_, at) => (at === id ? [] : [cells[at] ?? ''])),
    }))
    .filter((one) => one.id !== ''),
})

/** Cells of a table, by the sign that its first line has most of; quotation marks may enclose them. */
export function cellsOf(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, '')
  const head = plain.split(/\r?\n/, 1)[0]!
  const sign = [',', ';', '\t', '|'].reduce((best, one) =>
    head.split(one).length > head.split(best).length ? one : best,
  )
  return plain
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .map((line) => cellsIn(line, sign))
}

function cellsIn(line: string, sign: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const letter = line[at]!
    if (quoted && letter === '"' && line[at + 1] === '"') cell += line[++at]
    else if (letter === '"') quoted = !quoted
    else if (letter === sign && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += letter
  }
  return [...cells, cell.trim()]
}
