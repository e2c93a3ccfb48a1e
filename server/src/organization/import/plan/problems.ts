/** What can be wrong with a file, row by row. Each has a sentence in the catalogue that also says what happens. */
export type ProblemKind =
  | 'noIdentity'
  | 'tooFewCells'
  | 'tooManyCells'
  | 'idTwice'
  | 'emailTwice'
  | 'emailTaken'
  | 'badEmail'
  | 'emptyName'
  | 'tooLong'
  | 'badDate'
  | 'endBeforeStart'
  | 'unknownManager'
  | 'ambiguousManager'
  | 'cycle'
  | 'unknownUnit'
  | 'ambiguousUnit'
  | 'unitWithoutName'
  | 'unitTwice'
  | 'orphanUnit'
  | 'unitCycle'
  | 'unknownUnitManager'
  | 'erased'
  | 'importerMissing'

export interface Problem {
  kind: ProblemKind
  part: 'people' | 'units'
  /** What was written there, or who is concerned. */
  what: string
  rows: number[]
}

export interface Problems {
  add(kind: ProblemKind, what: string, rows: number | readonly number[], part?: Problem['part']): void
  all(): Problem[]
}

/** What is wrong with a file as a whole has no row, and comes first. */
const firstRow = ({ rows }: Problem) => rows.reduce((least, row) => Math.min(least, row), rows[0] ?? 0)

/** Gathers problems; the same thing wrong in several rows is one problem, each row told once. All come as their file has them. */
export function gatherProblems(): Problems {
  const found = new Map<string, Problem & { seen: Set<number> }>()
  return {
    add(kind, what, rows, part = 'people') {
      const id = `${part}\n${kind}\n${what}`
      const problem = found.get(id) ?? { kind, part, what, rows: [], seen: new Set() }
      for (const row of typeof rows === 'number' ? [rows] : rows) {
        if (problem.seen.has(row)) continue
        problem.seen.add(row)
        problem.rows.push(row)
      }
      found.set(id, problem)
    },
    all: () =>
      [...found.values()]
        .map(({ kind, part, what, rows }) => ({ kind, part, what, rows }))
        .toSorted((one, other) => one.part.localeCompare(other.part) || firstRow(one) - firstRow(other)),
  }
}
